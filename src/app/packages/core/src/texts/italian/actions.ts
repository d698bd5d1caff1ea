import type * as english from '../english/actions.ts';

const accessTo = (write: string, read: string): string =>
  [
    write === '' ? '' : `l'accesso in scrittura a ${write}`,
    read === '' ? '' : `l'accesso in lettura a ${read}`,
  ]
    .filter((text) => text !== '')
    .join(' e ');

export const actions: typeof english.actions = {
  usage: [
    'Uso:',
    'npm run actions                   dice che cosa è attivo',
    'npm run actions -- on [TIPO...]   aggiunge le azioni al prossimo caricamento: tutte, o quelle indicate',
    'npm run actions -- off            le esclude dal prossimo caricamento',
    'TIPO: links, invoices, subscriptions o refunds',
  ],
  kinds: {
    links: 'link di pagamento',
    invoices: 'fatture',
    subscriptions: 'abbonamenti',
    refunds: 'rimborsi',
  },
  areOff:
    "Le azioni sono disattivate: l'app legge soltanto da Stripe. Attivale: `npm run actions -- on`",
  areOn: (kinds) => `Le azioni fanno parte del progetto: ${kinds}.`,
  differs: (files) =>
    `Questi file mancano o sono stati modificati: ${files}. Esegui \`npm run actions -- on\` per correggerli.`,
  on: (kinds) => `Le azioni fanno parte del progetto: ${kinds}.`,
  corrected: (files) => `Corretti: ${files}`,
  unknown: (words) => `Non previsto qui: ${words}`,
  restart: 'Se `npm run dev` è in esecuzione, riavvialo.',
  steps: {
    title: 'Prossimi passi:',
    key: (write, read) =>
      `Crea in Stripe una chiave con restrizioni con ${accessTo(write, read)}, e a nient'altro:`,
    secret: "Aggiungila ai segreti dell'account HubSpot:",
    setup:
      'Crea la proprietà in cui gli utenti confermano, stripe_confirmation nelle trattative e nei contatti:',
    property:
      'Crea la proprietà stripe_confirmation, che serve alla scheda, nelle trattative e nei contatti:',
    upload:
      'Carica il progetto, poi aggiungi la scheda Stripe actions alle pagine delle trattative e dei contatti:',
    rehearse:
      'In HubSpot, limita chi può modificare stripe_confirmation. Poi prova la conferma nella scheda di una trattativa.',
  },
  off: 'Le azioni non fanno più parte del progetto. Esegui `npm run upload`.',
  notOn: 'Le azioni non facevano parte del progetto.',
  propertyStays:
    "La proprietà stripe_confirmation resta. Eliminala in HubSpot in Impostazioni > Proprietà, nelle trattative e nei contatti; `npm run setup -- remove` la elimina con tutte le altre proprietà dell'app.",
  /** Of the report of `npm run setup`. */
  report: {
    keyElsewhere:
      "Solo l'app caricata ha STRIPE_WRITE_KEY: la sua pagina mostra in Configurazione se la chiave ha le autorizzazioni.",
    noProperty:
      'La proprietà stripe_confirmation manca, quindi la scheda Stripe actions rifiuta tutto. Creala: `npm run setup -- apply`',
  },
  secretStays:
    'Dopo il caricamento, elimina il segreto (`npx hs secret delete STRIPE_WRITE_KEY`) e la chiave in Stripe.',
};

export const confirmation: typeof english.confirmation = {
  label: 'Conferma Stripe',
  description:
    "Per confermare un'azione della scheda Stripe actions, inserisci il testo che la scheda mostra. HubSpot registra chi lo ha inserito. Consenti la modifica solo a chi può rimborsare pagamenti, modificare abbonamenti e chiudere, annullare o inviare fatture.",
};

/** Of the part of the setup page. */
export const setupActions: typeof english.setupActions = {
  title: 'Azioni',
  off: (command) =>
    `Disattivate. Per richiedere e rimborsare pagamenti dai record, esegui \`${command}\`.`,
  checking: 'Verifica della chiave Stripe per le azioni',
  failed: 'Impossibile verificare la chiave Stripe per le azioni',
  kinds: {
    links: 'Link di pagamento',
    invoices: 'Fatture',
    subscriptions: 'Abbonamenti',
    refunds: 'Rimborsi',
  },
  statuses: {
    granted: 'Disponibili',
    missing: 'Permesso mancante',
    unknown: 'Permesso non verificato',
    off: 'Non in uso',
  },
  missing: (write, read) =>
    `STRIPE_WRITE_KEY richiede ${accessTo(write, read)}. Modifica la chiave in Stripe, poi ripeti la verifica.`,
  noProperty:
    'Manca la proprietà stripe_confirmation: i rimborsi, e le fatture da inviare o annullare, vengono rifiutati. Creala qui sopra.',
  test: "Prima del primo rimborso, prova la conferma nella scheda di una trattativa: mostra se HubSpot indica l'utente.",
};
