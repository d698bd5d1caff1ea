import type { terminal as english } from '../english/terminal.ts';
import { countingIn } from '../counting.ts';
import { customObjectSetup, paymentSetup, paymentTrial } from './payment-setup.ts';
import { actions } from './actions.ts';
import { catchUp, syncList } from './catch-up.ts';
import { webhook, workflowAction } from './webhook.ts';

const { counted } = countingIn('it');

export const terminal: typeof english = {
  about:
    "Controlla che cosa serve all'app in Stripe e HubSpot e crea le sue proprietà. Modifica solo le proprietà dell'app.",
  commands: {
    check: 'Controlla tutto senza modificare nulla (predefinito)',
    plan: 'Elenca ogni modifica senza applicarla',
    apply: 'Applica le modifiche elencate nel piano',
    adopt: "Collega i clienti Stripe che un'altra app ha salvato in HubSpot",
    runLog:
      'Conserva in HubSpot un record di ogni recupero e sincronizzazione di un elenco, o smetti (on, off)',
    remove: "Archivia le proprietà dell'app",
    help: "Mostra l'aiuto di un comando",
  },
  options: {
    json: 'Scrive JSON, per gli script',
    keysFile: 'Legge le chiavi da questo file invece che dai due qui sotto',
    lang: 'Lingua da usare al posto di LC_ALL, LC_MESSAGES o LANG',
    noColor: 'Scrive senza colori (come la variabile NO_COLOR)',
    yes: 'Applica senza chiedere conferma',
    confirm: 'Conferma senza richiesta',
    help: 'Mostra questo aiuto',
  },
  headings: {
    usage: 'Uso:',
    commands: 'Comandi:',
    options: 'Opzioni:',
    globalOptions: 'Opzioni globali:',
    keys: "Chiavi (prima dall'ambiente, poi da .env, poi da src/app/functions/.env):",
    exitCodes: 'Codici di uscita:',
    examples: 'Esempi:',
  },
  placeholders: {
    file: '<percorso>',
    language: '<lingua>',
    word: '<parola>',
    property: 'proprietà',
    kind: 'tipo',
  },
  choices: (names) => `Uno fra: ${names}.`,
  keys: {
    token:
      "Il token di accesso dell'app, dalla sua scheda Auth in Sviluppo > Progetti in HubSpot (oppure PRIVATE_APP_ACCESS_TOKEN)",
    stripeKey: 'Una chiave Stripe con limitazioni in sola lettura; serve a check e adopt',
    never: 'Le chiavi vengono inviate solo a HubSpot e Stripe e non vengono mai mostrate.',
  },
  exitCodes: {
    done: 'Tutto è configurato o il comando è stato completato',
    blocked: 'La configurazione è incompleta, una modifica non è riuscita o hai risposto no',
    usage: 'Uso errato o nessun token di accesso HubSpot',
    unreachable: 'Stripe o HubSpot non è raggiungibile: ripeti il comando',
  },
  wrongUsage: (detail) => `Comando non valido: ${detail}`,
  seeHelp: 'Vedi `npm run setup -- --help`.',
  unreadableFile: (file) => `Impossibile leggere il file ${file}.`,
  noToken:
    "Nessun token di accesso HubSpot trovato. Copialo dalla scheda Auth dell'app, in Development > Projects in HubSpot, nel file .env come HUBSPOT_ACCESS_TOKEN.",
  readFrom: 'Letta da',
  theEnvironment: "variabili d'ambiente",
  thenKey:
    "Poi imposta qui STRIPE_SECRET_KEY con la chiave. Per l'app, esegui `npx hs secret update STRIPE_SECRET_KEY` (`npx hs secret add` la prima volta) e poi `npm run upload`.",
  counts: {
    present: (count) => counted(count, { one: 'presente', other: 'presenti' }),
    missing: (count) => counted(count, { one: 'mancante', other: 'mancanti' }),
    archived: (count) => counted(count, { one: 'archiviata', other: 'archiviate' }),
    different: (count) => counted(count, { one: 'modificata', other: 'modificate' }),
    foreign: (count) => counted(count, { one: 'in un altro gruppo', other: 'in altri gruppi' }),
  },
  next: {
    permissions: 'Concedi alla chiave le autorizzazioni mancanti in Stripe e controlla di nuovo.',
    scopes: "Reinstalla l'app con il comando qui sopra e controlla di nuovo.",
    foreign:
      'Chiedi a chi ha creato le proprietà in un altro gruppo se possono essere eliminate definitivamente e controlla di nuovo.',
    plan: 'Esegui `npm run setup -- plan` per elencare le modifiche, poi `npm run setup -- apply` per applicarle.',
    apply: 'Esegui `npm run setup -- apply` per verificare le modifiche e applicarle.',
    tryAgain: 'Ripeti il comando tra un minuto.',
  },
  plan: {
    title: (account) => `Piano per l'account HubSpot ${account}`,
    unknownAccount: 'di questo token di accesso',
    dryRun: 'Nulla è stato modificato.',
    notTouched: 'Lasciate invariate',
  },
  apply: {
    question: 'Applicare queste modifiche?',
    choice: '(s/N)',
    yes: 's',
    declined: 'Nulla è stato modificato.',
    cannotAsk:
      'Il terminale non è interattivo: nulla è stato modificato. Ripeti il comando con --yes.',
    doing: 'Applicazione delle modifiche',
    restored:
      "Le proprietà ripristinate hanno i valori di prima dell'archiviazione. Per aggiornarli, esegui `npm run sync -- --deals all`, poi lo stesso con --contacts e --companies.",
  },
  remove: {
    title: (account) => `Rimozione delle proprietà dall'account HubSpot ${account}`,
    back: 'HubSpot conserva le proprietà archiviate per un periodo limitato. `npm run setup -- apply` le ripristina con i loro valori. In Stripe non cambia nulla.',
    cannotAsk: (word) =>
      `Il terminale non è interattivo: nulla è stato archiviato. Ripeti il comando con --confirm ${word}.`,
    noYes: (word) => `remove non ha --yes. Conferma con --confirm ${word}.`,
    stopped:
      'Le proprietà archiviate restano archiviate. Ripeti il comando per archiviare le altre.',
  },
  adopt: {
    argument:
      "La proprietà dell'altra app, ad esempio contact.stripe_id; senza, vengono elencate quelle trovate",
    badSource: 'Scrivila come `contact.stripe_id`, `deal.stripe_id` o `company.stripe_id`.',
    looking: 'Ricerca di proprietà con ID cliente...',
    reading: 'Lettura di record, clienti e cronologia...',
    none: "Nessuna proprietà di un'altra app con ID cliente Stripe trovata.",
    unread: (count: number) =>
      `${counted(count, { one: 'proprietà di testo non esaminata', other: 'proprietà di testo non esaminate' })}. Puoi indicarne una: \`npm run setup -- adopt contact.nome\`.`,
    found: (total: number, ids: number, sampled: number) =>
      `${counted(total, { one: 'record', other: 'record' })}; ${String(ids)} dei ${String(sampled)} valori più recenti sono ID cliente`,
    choose: (source: string) =>
      `Esegui \`npm run setup -- adopt ${source}\` per vedere cosa verrebbe collegato. Non cambia nulla prima della conferma.`,
    notText: (property: string) =>
      `${property} non è una proprietà di testo di un'altra app su questi record.`,
    title: (source: string) => `Clienti in ${source}`,
    adoptions: {
      'to-link': 'Da collegare',
      linked: 'Già collegati',
      'linked-to-other': 'Collegati a un altro cliente: lasciati invariati',
      'on-two-records': 'Su due record: nessuno dei due viene collegato',
      'not-an-id': 'Non è un ID cliente',
      'unknown-customer': 'Sconosciuti in Stripe',
      'wrong-mode': "Solo nell'altra modalità di Stripe",
      removed: 'Scollegati in passato: non vengono ricollegati',
    },
    more: (count: number) => `e altri ${String(count)} (tutti con --json)`,
    later: (count: number) =>
      `${counted(count, { one: 'altro record segue', other: 'altri record seguono' })} alla prossima esecuzione, dopo un aggiornamento (catch-up).`,
    nothing: 'Niente da collegare.',
    question: (count: number) =>
      `Collegare ${counted(count, { one: 'record', other: 'record' })}? Viene scritta solo stripe_customer_id.`,
    dryRun: 'Nessuna modifica. Esegui di nuovo con --yes per collegarli.',
    doing: (settled: number, all: number) => `Collegamento ${String(settled)} di ${String(all)}`,
    done: (count: number) =>
      `${counted(count, { one: 'record collegato', other: 'record collegati' })}.`,
    skipped: (count: number) =>
      `${counted(count, { one: 'record modificato', other: 'record modificati' })} nel frattempo: lasciati invariati.`,
    thenSync: 'Esegui `npm run catch-up` per sincronizzarli.',
    stopped:
      'Interrotto prima della fine. Esegui di nuovo per continuare: i collegamenti fatti restano.',
  },
  customObject: customObjectSetup,
  paymentRecords: paymentSetup,
  paymentTrial,
  runLog: {
    isOn: 'Il registro delle esecuzioni è attivo.',
    isOff: 'Il registro delle esecuzioni è disattivato.',
    willCreate: (plural: string) =>
      `Crea l'oggetto personalizzato "${plural}" con queste proprietà. Conta nel limite di oggetti personalizzati dell'account; ogni esecuzione è un record.`,
    willDelete: (plural: string) =>
      `Elimina definitivamente l'oggetto personalizzato "${plural}" con tutti i suoi record. Importi e sincronizzazioni restano invariati.`,
    howOn: 'Attivalo: `npm run setup -- run-log on`',
    turnedOn:
      'Il registro delle esecuzioni è attivo. Il prossimo recupero o la prossima sincronizzazione di un elenco scrive il suo record.',
    turnedOff: (records: number) =>
      `Il registro delle esecuzioni è disattivato. ${counted(records, { one: 'record eliminato', other: 'record eliminati' })}.`,
    scopes: (names: string) =>
      `Il registro richiede questi ambiti facoltativi: ${names}. Fanno parte dell'app: reinstallala e concedili con npx hs project install-app --force.`,
  },
  webhook,
  workflowAction,
  actions,
  catchUp,
  syncList,
  errors: {
    'record-not-found': {
      message: 'Questo record non esiste in HubSpot o il token non può leggerlo.',
      nextStep: "Controlla l'ID.",
    },
    'claims-unchecked': {
      message:
        'Impossibile usare la ricerca di HubSpot: HubSpot limita le richieste o non è raggiungibile.',
      nextStep: 'Ripeti il comando tra un minuto.',
    },
    'not-set-up': {
      message: 'In questo account HubSpot le proprietà Stripe non esistono ancora.',
      nextStep: 'Creale con `npm run setup -- apply`.',
    },
    'property-archived': {
      message: "Una proprietà Stripe di cui l'app ha bisogno è archiviata in HubSpot.",
      nextStep: 'Ripristinala con `npm run setup -- apply`.',
    },
    'not-configured': {
      message: 'Nessuna chiave Stripe trovata.',
      nextStep: "Imposta STRIPE_SECRET_KEY nell'ambiente o in .env e controlla di nuovo.",
    },
    'stripe-key-wrong-kind': {
      message: 'STRIPE_SECRET_KEY non è una chiave segreta o con limitazioni (sk_..., rk_...).',
      nextStep: 'Imposta una chiave con limitazioni e controlla di nuovo.',
    },
    'stripe-key-invalid': {
      message: 'Stripe non accetta questa chiave. Potrebbe essere stata revocata o sostituita.',
      nextStep: 'Imposta STRIPE_SECRET_KEY con una chiave valida e controlla di nuovo.',
    },
    'stripe-refused': {
      message: 'Stripe ha rifiutato la richiesta.',
      nextStep: 'Correggi ciò che segnala Stripe e ripeti il comando.',
    },
    'hubspot-unauthorized': {
      message: 'HubSpot non accetta questo token di accesso.',
      nextStep:
        "Imposta HUBSPOT_ACCESS_TOKEN con il token dell'app, dalla sua scheda Auth in Sviluppo > Progetti in HubSpot.",
    },
    'hubspot-permission': {
      message: "All'app manca un ambito di HubSpot.",
      nextStep: "Aggiungi l'ambito all'app, carica il progetto e reinstalla l'app.",
    },
    'hubspot-unreachable': {
      message: 'HubSpot non è raggiungibile.',
      nextStep: 'Ripeti il comando tra un minuto.',
    },
    'hubspot-rate-limited': {
      message: 'HubSpot sta limitando le richieste di questo account.',
      nextStep: 'Ripeti il comando tra un minuto.',
    },
    'stripe-unreachable': {
      message: 'Stripe non è raggiungibile.',
      nextStep: 'Ripeti il comando tra un minuto.',
    },
    'hubspot-refused': {
      message: 'HubSpot ha rifiutato la richiesta.',
      nextStep: 'Correggi ciò che segnala HubSpot e ripeti il comando.',
    },
    timeout: {
      message: 'Il comando ha richiesto troppo tempo.',
      nextStep: 'Ripeti il comando: le modifiche applicate restano.',
    },
  },
};
