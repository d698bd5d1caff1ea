import type { setup as english } from '../english/setup.ts';
import { countingIn } from '../counting.ts';
import { setupActions } from './actions.ts';
import { setupStripe } from './setup-stripe.ts';

type Setup = ReturnType<typeof english>;

const { counted, digits, plural } = countingIn('it');

const objectTypes = { deal: 'Trattative', contact: 'Contatti', company: 'Aziende' };

const crm: Setup['crm'] = {
  portal: 'Account',
  accountTypes: {
    STANDARD: 'Account standard',
    DEVELOPER_TEST: 'Account di test per sviluppatori',
    SANDBOX: 'Account sandbox di HubSpot',
    APP_DEVELOPER: 'Account sviluppatore di app',
  },
  timeZone: 'Fuso orario',
  currencies: 'Valute',
  scopes: 'Ambiti concessi',
  scopesOf: (granted, all) => `${String(granted)} di ${String(all)}`,
  missingScopesTitle: 'Mancano degli ambiti',
  missingScopes: (names) =>
    `A questa versione dell'app servono ambiti che non sono stati concessi durante l'installazione: ${names}.`,
  reinstall: (account) =>
    `Nella cartella del progetto esegui \`npx hs project install-app --account ${account} --force\`; \`npx hs project app-install-status\` mostra se gli ambiti sono aggiornati. HubSpot può impiegare qualche minuto. I dati e le schede restano.`,
  unknownScopes: (names) => `HubSpot non indica se questi ambiti sono concessi: ${names}.`,
  plansTitle: 'Requisiti del piano HubSpot',
  functions:
    'Questa pagina, le schede e "Sincronizza ora" usano le funzioni delle app, che richiedono un abbonamento Enterprise o un account di test per sviluppatori. In questo account funzionano.',
  endpoints:
    'Gli aggiornamenti automatici richiedono gli endpoint (Content Hub Enterprise). Le schede e questa pagina funzionano anche senza.',
  otherModeTitle: (mode) => `Alcuni record contengono importi in ${mode}`,
  otherMode: (records) =>
    `${records}. Una sincronizzazione con la chiave attuale sostituisce questi importi. Gli ID collegati dell'altra modalità non vengono trovati.`,
  counts: {
    deal: (count) => counted(count, { one: 'trattativa', other: 'trattative' }),
    contact: (count) => counted(count, { one: 'contatto', other: 'contatti' }),
    company: (count) => counted(count, { one: 'azienda', other: 'aziende' }),
  },
};

const some = { one: 'proprietà', other: 'proprietà' };
const changes = { one: 'modifica', other: 'modifiche' };

const properties = (group: string): Setup['properties'] => ({
  objectTypes,
  objectType: 'Oggetto',
  intro: `L'app aggiunge proprietà nel gruppo "${group}". Non modifica altro.`,
  statuses: {
    present: 'Presente',
    missing: 'Mancante',
    archived: 'Archiviata',
    different: 'Modificata',
    foreign: 'In un altro gruppo',
  },
  property: 'Proprietà',
  state: 'Stato',
  would: 'Modifiche previste',
  actions: { create: 'Crea', restore: 'Ripristina', change: 'Reimposta' },
  restoreNote:
    'Ripristina con i valori salvati nei record, vecchi finché ognuno non è sincronizzato',
  differences: {
    label: (from, to) => `L'etichetta "${from}" diventa "${to}"`,
    description: 'Descrizione reimpostata su quella predefinita',
    type: (from, to) => `Il tipo ${from} diventa ${to}`,
    currency: (from, to) => `La proprietà della valuta "${from}" diventa "${to}"`,
    optionsMissing: (names) => `Opzioni aggiunte: ${names}`,
    optionRelabelled: (from, to) => `L'opzione "${from}" diventa "${to}"`,
    none: 'nessuna',
  },
  foreignUsable: (foreign) =>
    `Creata fuori da questa app, nel gruppo "${foreign}". L'app la usa senza modificarla.`,
  foreignUnusable: (foreign) =>
    `Creata fuori da questa app, nel gruppo "${foreign}", con un tipo o opzioni che l'app non può scrivere. L'app non la modifica. Chiedi a chi l'ha creata se può essere eliminata definitivamente e controlla di nuovo.`,
  nothingToDo: 'Tutte le proprietà sono configurate. Non serve alcuna modifica.',
  dryRun: (steps) =>
    `${counted(steps, changes)} da verificare. Non viene scritto nulla finché non applichi.`,
  toDo: {
    create: (count) => `${String(count)} da creare`,
    restore: (count) => `${String(count)} da ripristinare`,
    change: (count) => `${String(count)} da reimpostare`,
  },
  unusable: (count) => `${String(count)} non scrivibili dall'app`,
  allPresent: (count) => `Tutte e ${String(count)} presenti`,
  apply: (steps) => `Applica ${counted(steps, changes)}`,
  applying: (done, all) => `${String(done)} di ${String(all)} applicate`,
  applied: (count) =>
    plural(count, {
      one: `${digits(count)} proprietà è configurata`,
      other: `${digits(count)} proprietà sono configurate`,
    }),
  stopped: 'Alcune modifiche non sono state applicate',
  stoppedNote: 'Le modifiche applicate restano. Applica di nuovo per completare le altre.',
  failedTitle: (count) => `HubSpot ha rifiutato ${counted(count, some)}`,
  optionsStay: 'Le opzioni aggiunte da te restano.',
  more: (count) => `e ${counted(count, { one: 'altra', other: 'altre' })}`,
});

const removal: Setup['removal'] = {
  title: 'Rimuovi proprietà',
  hides: (records) => `Archivia le proprietà dell'app e nasconde gli importi in ${records}.`,
  hidesUnknown: "Archivia le proprietà dell'app e nasconde gli importi in tutti i record.",
  hidesNothing: "Archivia le proprietà dell'app. Nessun record contiene ancora importi.",
  alsoLost:
    'Nasconde anche i clienti collegati e i pagamenti assegnati. Elenchi, workflow e report che usano queste proprietà smettono di funzionare.',
  back: 'HubSpot conserva le proprietà archiviate per un periodo limitato. "Ripristina" in questa pagina le recupera con i loro valori. In Stripe non cambia nulla.',
  confirm: (word) => `Scrivi ${word} per confermare`,
  command:
    'Per rimuoverle esegui `npm run setup -- remove` nella cartella del progetto. Il comando chiede una conferma.',
  running: 'Archiviazione delle proprietà',
  done: (count) => counted(count, { one: 'proprietà archiviata', other: 'proprietà archiviate' }),
  nothing: "Nulla da rimuovere: questo account non ha proprietà dell'app.",
  kept: (count) => `HubSpot ha mantenuto ${counted(count, some)}`,
};

const tryIt: Setup['tryIt'] = {
  title: 'Anteprima di una sincronizzazione',
  intro:
    'Scegli un record per vedere che cosa scriverebbe una sincronizzazione. Non viene salvato nulla.',
  objectTypes,
  objectType: 'Oggetto',
  search: 'Cerca per nome',
  pick: 'Mostra anteprima',
  unnamed: (id) => `Senza nome (${id})`,
  none: 'Nessun record corrisponde alla ricerca.',
  noneYet: 'Non ci sono ancora record di questo tipo.',
  searching: 'Ricerca dei record',
  searchFailed: 'Impossibile cercare i record',
  searchFailedStep: 'Cerca di nuovo o ricarica la pagina.',
  reading: 'Lettura dei pagamenti da Stripe',
  covered: (covered, total) =>
    `${digits(covered)} di ${counted(total, { one: 'contatto incluso', other: 'contatti inclusi' })}`,
  failed: 'Una sincronizzazione non riuscirebbe',
  wouldChange: (count, name) =>
    `Una sincronizzazione di ${name} scriverebbe ${counted(count, { one: 'valore', other: 'valori' })}`,
  wouldNotChange: (name) => `Una sincronizzazione di ${name} non cambierebbe nulla`,
  property: 'Proprietà',
  now: 'Ora',
  then: 'Dopo la sincronizzazione',
  open: 'Apri record',
  notCreated: 'Queste proprietà non esistono ancora. I valori vengono scritti dopo averle create.',
};

const paymentRecords: Setup['paymentRecords'] = {
  title: 'Record dei pagamenti',
  statuses: { on: 'Attivi', off: 'Disattivati', incomplete: 'Incompleti' },
  howOn: (command) => `Facoltativi. Per un record di ogni pagamento esegui \`${command}\`.`,
  scopes: (names) => `Ambiti necessari: ${names}.`,
  incomplete: (missing, command) =>
    `Proprietà e associazioni mancanti: ${digits(missing)}. Per aggiungerle esegui \`${command}\`.`,
  count: (records) =>
    `${counted(records, { one: 'pagamento ha', other: 'pagamenti hanno' })} un record.`,
  recordLimit: ({ usage, limit }) =>
    `Record di oggetti personalizzati: ${digits(usage)} usati su ${digits(limit)}.`,
  inPayments: 'Si trovano nei pagamenti di HubSpot.',
  unused: (records, command) =>
    `${counted(records, { one: 'pagamento ha anche', other: 'pagamenti hanno anche' })} un record precedente nell'altro posto. Per eliminarli esegui \`${command}\`.`,
};

export const setup = (group: string): Setup => ({
  title: 'Configurazione',
  intro:
    "Controlla che cosa serve all'app prima che i pagamenti compaiano nei record. Non cambia nulla finché non applichi.",
  checkedAt: (moment) => `Controllato ${moment}`,
  checking: 'Controllo di Stripe e HubSpot',
  checkAgain: 'Controlla di nuovo',
  checkFailed: 'Impossibile controllare la configurazione',
  checkFailedNote: "Sono visibili i risultati dell'ultimo controllo.",
  ready: 'La configurazione è completa. Le schede mostrano i tuoi pagamenti.',
  blocked: (count) =>
    `${counted(count, { one: 'passaggio', other: 'passaggi' })} prima di poter sincronizzare i pagamenti.`,
  toReview: (count) => `${counted(count, { one: 'elemento', other: 'elementi' })} da verificare.`,
  attention: (count) =>
    `${counted(count, { one: 'elemento', other: 'elementi' })} da verificare. Nel frattempo puoi sincronizzare.`,
  restrictedTitle: 'Stripe ha limitato questo account',
  restricted:
    "I record continuano a mostrare i pagamenti passati. Per nuovi pagamenti o accrediti l'account deve essere riattivato.",
  readOnly:
    "Puoi consultare tutto. Per le modifiche serve l'autorizzazione di HubSpot a gestire le integrazioni: chiedi a un superamministratore.",
  cards: {
    title: 'Ora aggiungi le schede ai tuoi record',
    open: 'Apri una trattativa e seleziona Personalizza record. Serve il permesso di personalizzare le pagine dei record.',
    add: (card, sidebar) =>
      `Aggiungi la scheda ${card} a un tab e ${sidebar} alla barra laterale, poi salva.`,
    others: "Fai lo stesso in un contatto e in un'azienda.",
    acting: (card) => `Nelle trattative e nei contatti aggiungi anche la scheda ${card}.`,
    link: 'Collega un cliente in Abbina pagamenti. Il salvataggio sincronizza anche il record.',
  },
  unreadable: 'Non leggibile',
  nextStep: (step) => `Prossimo passaggio: ${step}`,
  parts: {
    stripeKey: 'Chiave Stripe',
    stripeAccount: 'Account Stripe',
    crm: 'Account HubSpot',
    properties: 'Proprietà',
  },
  verdicts: { done: 'Completato', attention: 'Da verificare', blocked: 'Da fare' },
  modes: { live: 'Modalità live', test: 'Modalità di test' },
  testModeNote: 'Gli importi provengono dalla modalità di test di Stripe: non è denaro reale.',
  wrongProfileTitle: "La chiave Stripe è per l'altra modalità",
  wrongProfile: (wanted, used) =>
    `Questa app è stata caricata per ${wanted}, ma la sua chiave è per ${used}. Esegui \`npx hs secret update STRIPE_SECRET_KEY\` con la chiave giusta e poi \`npm run upload\`.`,
  ...setupStripe,
  crm,
  properties: properties(group),
  paymentRecords,
  actions: setupActions,
  removal,
  tryIt,
});
