import { countingIn } from '../counting.ts';
import type { acting as english } from '../english/acting.ts';
import { changes } from './changing.ts';
import { refundFailures } from './refund-failures.ts';
import { askedFor, mistakes, preview } from './requesting.ts';
import { subscribing } from './subscribing.ts';

const { counted, digits } = countingIn('it');

/** Of the card from which payments are requested and refunded; no other surface loads them. */
export const acting: typeof english = {
  request: 'Richiedi pagamento',
  refund: 'Rimborsa pagamento',
  loading: 'Caricamento delle richieste di pagamento',
  notLoaded: 'Impossibile caricare le richieste di pagamento',
  onlyDealsAndContacts: 'I pagamenti si richiedono solo da trattative e contatti.',
  requestsTitle: (count) => `Richieste di pagamento (${digits(count)})`,
  requestsUnread: 'Richieste di pagamento',
  bothProblem: 'Impossibile leggere le richieste precedenti e gli abbonamenti',
  requestsProblem: 'Impossibile leggere le richieste precedenti',
  noRequests: 'Nessuna richiesta di pagamento',
  noRequestsHint:
    'Fai clic su "Richiedi pagamento" per creare un link di pagamento, una fattura o un abbonamento. Compare qui con il suo stato.',
  requestsIncomplete:
    'Queste sono le richieste più recenti. Quelle meno recenti potrebbero mancare.',
  subscriptionsTitle: (count) => `Abbonamenti (${digits(count)})`,
  noSubscriptions:
    'Qui si modificano gli abbonamenti dei clienti collegati. Se ne manca uno, collega il suo cliente da "Abbina pagamenti".',
  subscriptionsProblem: 'Impossibile leggere gli abbonamenti',
  subscription: 'Abbonamento',
  priceUnknown: 'Prezzo a consumo',
  renewsOn: (day, amount) =>
    amount === '' ? `Prossima fattura ${day}` : `Prossima fattura ${day}: ${amount}`,
  endsOn: (day) => `Termina il ${day}`,
  collectionPaused: 'Riscossione sospesa',
  failingTitle: 'Un pagamento è fallito o scaduto',
  failingText: (name) => `${name} può aggiornare la carta su una pagina di Stripe.`,
  requestColumn: 'Richiesta',
  amount: 'Importo',
  status: 'Stato',
  kinds: { link: 'Link di pagamento', invoice: 'Fattura', subscription: 'Abbonamento' },
  statuses: {
    draft: 'Bozza',
    open: 'Aperta',
    paid: 'Pagata',
    canceled: 'Annullata',
    uncollectible: 'Non riscuotibile',
  },
  open: (amount) => `${amount} da pagare`,
  ofSubscription: (label) => (label === '' ? 'Di un abbonamento' : `Abbonamento: ${label}`),
  charged: 'Stripe la addebita automaticamente, quindi non si invia per email',
  createdOn: (day) => `Data di creazione: ${day}`,
  dueOn: (day) => `Scadenza: ${day}`,
  copyLink: 'Copia link',
  openPage: 'Apri pagina di pagamento',
  close: 'Chiudi',

  subscribing,
  askedFor,
  mistakes,

  form: {
    method: 'Richiedi con',
    subject: 'Cosa richiedere',
    subjects: {
      lines: (amount) => `Voci della trattativa: ${amount}`,
      deposit: 'Un acconto, in percentuale',
      amount: 'Un altro importo',
    },
    percent: "Percentuale dell'importo della trattativa",
    amount: (currency) => `Importo in ${currency}`,
    amountHint: (example) => `Senza separatori delle migliaia: ${example}`,
    currency: 'Codice della valuta',
    currencyHint: 'Tre lettere, ad esempio EUR',
    description: 'Descrizione per il cliente',
    tax: 'Aggiungi le imposte',
    taxHint: 'Stripe aggiunge le imposte che il tuo account riscuote. Richiede Stripe Tax.',
    payee: 'Cliente',
    payeeMissing:
      "Collega un cliente Stripe, o aggiungi un contatto con un'email, per inviare una fattura.",
    newCustomer: (name) => `${name} (nuovo in Stripe)`,
    days: 'Giorni alla scadenza',
    memo: 'Nota sulla fattura (facoltativa)',
    poNumber: "Numero d'ordine (facoltativo)",
    delivery: 'Consegna',
    deliveries: {
      copy: 'Copia il link e invialo tu',
      email: 'Stripe invia la fattura via email',
    },
    linesProblem: 'Impossibile leggere le voci della trattativa',
    linesRefused: (count) =>
      `${counted(count, { one: 'voce non può essere richiesta', other: 'voci non possono essere richieste' })}: correggi prezzo, quantità, sconto o valuta.`,
    payeesProblem: 'Impossibile leggere i clienti',
    review: 'Controlla',
    toFill: (names) => `Per la revisione compila: ${names}.`,
    toCorrect: 'Per la revisione correggi i campi segnalati.',
  },

  preview,

  confirm: {
    title: 'Conferma in HubSpot',
    text: "Inserisci questo testo nella proprietà qui sotto, esattamente com'è, e salva. HubSpot registra chi lo ha inserito.",
    validUntil: (moment) => `Valido fino alle ${moment}.`,
  },

  done: {
    link: 'Link di pagamento creato',
    invoice: 'Fattura creata',
    sent: (email) => `Fattura inviata a ${email}`,
    existing: 'Già richiesto: questa è la richiesta aperta',
    notSent: 'La fattura è stata creata, ma Stripe non la ha inviata. Copia il link.',
    nextLink: 'Copia il link e invialo al cliente.',
    refund: (amount) => `Rimborsati ${amount}`,
    refundPending: (amount) => `Il rimborso di ${amount} è in corso`,
    refundFailed: (amount) => `Il rimborso di ${amount} non è riuscito`,
    refundFailedNext:
      'Il denaro è tornato nel tuo saldo Stripe. Concorda con il cliente un altro modo per rimborsarlo.',
    refundNext: 'Di solito il cliente lo vede entro 5-10 giorni.',
    wasSo: 'Era già così: nulla è stato fatto due volte.',
    confirmedBy: (name) => `Confermato da ${name}.`,
    confirmedByUser: (id) => `Confermato dall'utente HubSpot ${id}.`,
    lineForbidden:
      "Nessuna nota sulla timeline: HubSpot non consente a questa app di scrivere note. L'azione è comunque eseguita.",
    lineMissing: "Impossibile scrivere la nota sulla timeline. L'azione è comunque eseguita.",
    syncing: 'Sincronizzazione dei nuovi importi',
    synced: 'I nuovi importi sono salvati.',
    notSynced: 'I nuovi importi non sono ancora salvati',
  },

  refunds: {
    reading: 'Lettura dei pagamenti di questo record',
    notRead: 'Impossibile leggere i pagamenti',
    none: 'Nessun pagamento di questo record può essere rimborsato.',
    nothing:
      "Nulla da rimborsare: l'ultima sincronizzazione non ha trovato pagamenti con un residuo. Per un pagamento più recente, sincronizza prima il record.",
    payment: 'Pagamento',
    amount: (currency) => `Importo in ${currency}`,
    amountHint: 'Lascia vuoto per rimborsare tutto il residuo.',
    reason: 'Motivo',
    because: (reason) => `Motivo: ${reason}`,
    blocks: "Stripe aggiunge la carta e l'email del cliente alle tue liste di blocco.",
    reasons: {
      '': 'Non indicato',
      requested_by_customer: 'Richiesto dal cliente',
      duplicate: 'Duplicato',
      fraudulent: 'Fraudolento',
    },
    preview: (amount, captured) => `${amount} di ${captured} vanno al cliente.`,
    to: (name) => `Cliente: ${name}`,
    kept: (fee, net) => `Stripe trattiene la commissione di ${fee}; il netto scende a ${net}.`,
    keptConverted: (fee) =>
      `Stripe trattiene la commissione di ${fee}. Converte il rimborso al cambio del momento, quindi il netto si conosce dopo.`,
    keptPending:
      'Stripe non ha ancora definito le commissioni di questo pagamento: il netto non è ancora noto.',
    before: (amount) => `Già rimborsati: ${amount}`,
    failedBefore: (amount, reason) =>
      `Un rimborso precedente di ${amount} non è riuscito${reason === '' ? '' : `: ${reason}`}.`,
    failures: refundFailures,
    rest: (amount) => `Ancora rimborsabili dopo: ${amount}`,
    button: (amount) => `Rimborsa ${amount}`,
  },

  rehearsal: {
    button: 'Prova la conferma',
    intro:
      'In Stripe non cambia nulla. Questa prova mostra se HubSpot registra chi conferma: altrimenti i rimborsi vengono rifiutati.',
    reading: 'Preparazione della prova',
    check: 'Verifica',
    failed: 'Impossibile provare la conferma',
    missing: 'Il testo non è ancora nella proprietà. Inseriscilo, salvalo, poi verifica.',
    works: "La conferma funziona: HubSpot indica l'utente.",
    fails: 'HubSpot non indica un utente per questa modifica, che quindi non conferma nulla.',
    came: (source, user) => `Origine: ${source}. ID utente: ${user}.`,
    none: 'nessuno',
  },

  changes,
};
