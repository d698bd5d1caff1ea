import type { TerminalWords } from '../english/terminal.ts';
import { countingIn } from '../plural.ts';

const { counted } = countingIn('it');

export const terminal: TerminalWords = {
  about:
    "Controlla ciò che serve all'app in Stripe e HubSpot, crea le sue proprietà e non tocca nulla di altri.",
  commands: {
    check: 'Controlla tutto; nulla viene modificato (predefinito)',
    plan: 'Elenca ogni creazione e modifica; nulla viene modificato',
    apply: 'Crea e modifica ciò che il piano elenca',
    remove: "Archivia le proprietà dell'app",
    help: "Mostra l'aiuto di un comando",
  },
  options: {
    json: 'Scrive JSON, per gli script',
    keysFile: 'Legge le chiavi da questo file invece che dai due qui sotto',
    lang: 'Lingua, invece di quella di LC_ALL, LC_MESSAGES o LANG',
    noColor: 'Senza colori (come la variabile NO_COLOR)',
    yes: 'Non chiede conferma',
    confirm: 'Conferma senza che venga chiesto',
    help: 'Mostra questo aiuto',
  },
  headings: {
    usage: 'Uso:',
    commands: 'Comandi:',
    options: 'Opzioni:',
    globalOptions: 'Opzioni di ogni comando:',
    keys: "Chiavi, dall'ambiente, poi da .env, poi da src/app/functions/.env:",
    exitCodes: 'Codici di uscita:',
    examples: 'Esempi:',
  },
  placeholders: { file: '<percorso>', language: '<lingua>', word: '<parola>' },
  choices: (names) => `Uno fra: ${names}.`,
  keys: {
    token:
      "Il token di accesso dell'app, dalla scheda Auth della sua pagina in Sviluppo > Progetti in HubSpot (oppure PRIVATE_APP_ACCESS_TOKEN)",
    stripeKey:
      'Una chiave Stripe con limitazioni che può solo leggere; serve soltanto al controllo',
    never: 'Le chiavi vanno solo a HubSpot e Stripe, e non vengono mai mostrate.',
  },
  exitCodes: {
    done: 'Tutto è a posto, o fatto',
    blocked: 'Qualcosa lo impedisce, un passo non è riuscito, o la risposta è stata no',
    usage: 'Uso errato, o nessun token di accesso per HubSpot',
    unreachable: 'Un servizio non è raggiungibile: ripetere il comando',
  },
  wrongUsage: (detail) => `Comando non compreso: ${detail}`,
  seeHelp: 'Vedere `npm run setup -- --help`.',
  unreadableFile: (file) => `Non è stato possibile leggere il file ${file}.`,
  noToken: 'Nessun token di accesso per HubSpot trovato.',
  readFrom: 'Letta da',
  theEnvironment: "variabili d'ambiente",
  thenKey:
    "Poi mettere la chiave in STRIPE_SECRET_KEY qui e, per l'app, eseguire `hs secret update STRIPE_SECRET_KEY` con la chiave (`hs secret add` la prima volta) e ripetere il caricamento.",
  counts: {
    present: (count) => counted(count, { one: 'presente', other: 'presenti' }),
    missing: (count) => counted(count, { one: 'mancante', other: 'mancanti' }),
    archived: (count) => counted(count, { one: 'archiviata', other: 'archiviate' }),
    different: (count) =>
      counted(count, { one: 'modificata da qualcuno', other: 'modificate da qualcuno' }),
    foreign: (count) => counted(count, { one: 'in un altro gruppo', other: 'in altri gruppi' }),
  },
  next: {
    permissions: 'Dare alla chiave le autorizzazioni mancanti, poi controllare di nuovo.',
    scopes: "Installare di nuovo l'app, poi controllare di nuovo.",
    foreign: 'Sistemare le proprietà in un altro gruppo, poi controllare di nuovo.',
    plan: '`npm run setup -- plan` elenca ciò che verrebbe ripristinato, `npm run setup -- apply` lo fa.',
    apply:
      '`npm run setup -- apply` crea e ripristina le proprietà, dopo aver mostrato che cosa fa.',
    tryAgain: 'Ripetere il comando fra un minuto.',
  },
  plan: {
    title: (account) => `Piano per l'account HubSpot ${account}`,
    unknownAccount: 'di questo token',
    dryRun: 'Nulla è stato modificato.',
    notTouched: 'Non toccate',
  },
  apply: {
    question: 'Procedere?',
    choice: '(s/N)',
    yes: 's',
    declined: 'Nulla è stato modificato.',
    cannotAsk:
      "Non c'è un terminale su cui chiedere conferma: nulla è stato modificato. Ripetere con --yes.",
    doing: 'Creazione e modifica in corso',
  },
  remove: {
    title: (account) => `Rimozione delle proprietà dall'account HubSpot ${account}`,
    back: 'HubSpot conserva le proprietà archiviate per un certo tempo: `npm run setup -- apply` le ripristina con i loro valori. In Stripe non viene toccato nulla.',
    cannotAsk: (word) =>
      `Non c'è un terminale su cui chiedere conferma: nulla è stato archiviato. Ripetere con --confirm ${word}.`,
    stopped: 'Ciò che è archiviato resta archiviato. Ripetere il comando per archiviare il resto.',
  },
  errors: {
    'not-configured': {
      message: 'Nessuna chiave Stripe trovata.',
      nextStep: "Metterla in STRIPE_SECRET_KEY, nell'ambiente o in .env, e controllare di nuovo.",
    },
    'stripe-key-wrong-kind': {
      message:
        'STRIPE_SECRET_KEY non contiene una chiave segreta o con limitazioni (sk_..., rk_...).',
      nextStep: 'Metterci una chiave con limitazioni e controllare di nuovo.',
    },
    'stripe-key-invalid': {
      message: 'Stripe non accetta questa chiave. Potrebbe essere stata revocata o sostituita.',
      nextStep: 'Mettere una chiave valida in STRIPE_SECRET_KEY e controllare di nuovo.',
    },
    'stripe-refused': {
      message: 'Stripe ha rifiutato la richiesta.',
      nextStep: 'Rimediare a ciò che dice Stripe e ripetere il comando.',
    },
    'hubspot-unauthorized': {
      message: 'HubSpot non accetta questo token di accesso.',
      nextStep:
        "Copiare il token dell'app dalla sua scheda Auth, in Sviluppo > Progetti in HubSpot, in HUBSPOT_ACCESS_TOKEN.",
    },
    'hubspot-permission': {
      message: 'HubSpot non lo consente a questa app: manca un ambito.',
      nextStep: "Aggiungere l'ambito all'app, ripetere il caricamento e installarla di nuovo.",
    },
    'hubspot-unreachable': {
      message: 'HubSpot non è raggiungibile.',
      nextStep: 'Ripetere il comando fra un minuto.',
    },
    'hubspot-rate-limited': {
      message: 'HubSpot sta limitando le richieste di questo account.',
      nextStep: 'Ripetere il comando fra un minuto.',
    },
    'stripe-unreachable': {
      message: 'Stripe non è raggiungibile.',
      nextStep: 'Ripetere il comando fra un minuto.',
    },
    'hubspot-refused': {
      message: 'HubSpot ha rifiutato la richiesta.',
      nextStep: 'Rimediare a ciò che dice HubSpot e ripetere il comando.',
    },
    timeout: {
      message: 'Ci è voluto più tempo del consentito.',
      nextStep: 'Ripetere il comando: ciò che è fatto resta fatto.',
    },
  },
};
