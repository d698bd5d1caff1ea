import { countingIn } from '../counting.ts';
import { withArticle } from './day.ts';
import type {
  askedFor as english,
  mistakes as englishMistakes,
  preview as englishPreview,
} from '../english/requesting.ts';

const { counted, digits } = countingIn('it');

/** What is outstanding, and what of it is asked for already; of the card that acts. */
export const askedFor: typeof english = {
  /** @param by as in `la fattura INV-0001, scadenza 17 dic`. */
  by: (amount, by) => `${amount}: pagamento già richiesto con ${by}`,
  invoice: (number, day) =>
    [
      number === '' ? 'una fattura' : `la fattura ${number}`,
      day === '' ? '' : `, scadenza ${day}`,
    ].join(''),
  overdue: (number, day) =>
    `${number === '' ? 'una fattura' : `la fattura ${number}`}, scaduta ${withArticle('il', day)}`,
  invoices: 'fatture aperte',
  link: 'un link di pagamento',
  coming: (amount) => `${amount}: pagamento in arrivo o autorizzato`,
  disputed: (amount) => `${amount}: in contestazione fino alla decisione della banca`,
  more: (count) => `e ${counted(count, { one: 'altra richiesta', other: 'altre richieste' })}`,
  total: (amount) => `${amount}: pagamento già richiesto`,
  nothingAsked: (amount) => `Residuo: ${amount}, non ancora richiesto.`,
  besideSubscription: (amount) => `Residuo: ${amount}. L'abbonamento qui sotto può addebitarlo.`,
  missing: (amount) => `Del residuo, ${amount} non è ancora richiesto.`,
  covered: "Per ora non c'è altro da richiedere.",
  review: (count) =>
    `${counted(count, { one: 'pagamento da verificare', other: 'pagamenti da verificare' })}: decidi prima se questa trattativa è stata pagata.`,
  withoutReview: (amount) => `Finché non decidi, il residuo è ${amount}.`,
  notSynced: 'Il residuo compare qui dopo la prima sincronizzazione.',
  reading: 'Lettura del residuo',
  notRead: 'Impossibile preparare la richiesta',
  paid: 'Questa trattativa non ha alcun residuo.',
  noAmount: "Imposta l'importo della trattativa per vedere il residuo.",
  notComparable:
    "Il residuo non è noto: l'importo della trattativa non si può confrontare con quanto pagato. Inserisci l'importo da richiedere.",
  unread: 'Impossibile leggere il residuo',
  asOf: (moment) => `Dati dell'ultima sincronizzazione, ${moment}.`,
  another: 'Richiedi un altro pagamento',
  preset: (amount) => `Residuo non ancora richiesto: ${amount}`,

  /** Of the review. */
  same: 'È tutto il residuo non ancora richiesto.',
  less: (amount) => `Dopo questa richiesta, ${amount} del residuo non è ancora richiesto.`,
  excess: (amount) => `Sono ${amount} in più del residuo non ancora richiesto`,
  figures: (outstanding, missing) => `Residuo: ${outstanding}. Non ancora richiesto: ${missing}.`,
  replaces: 'Se questa la sostituisce, annullala prima, così il cliente paga una sola volta.',
};

/** Of the review of a request. */
export const preview: typeof englishPreview = {
  title: 'Controlla prima della creazione',
  item: 'Voce',
  quantity: 'Quantità',
  price: 'Prezzo',
  total: 'Totale',
  discount: (amount) => `con uno sconto di ${amount}`,
  plusTax: 'Più le imposte che il tuo account Stripe riscuote. Il cliente le vede nella pagina.',
  tax: (tax, total) =>
    `Più ${tax} di imposte secondo il calcolo attuale di Stripe: ${total} in tutto.`,
  plusTaxButton: (button) => `${button} più imposte`,
  forAnyone: 'Chi ha il link può pagare, una sola volta.',
  forCustomer: (name) => `Per ${name}`,
  newCustomer: 'In Stripe viene creato un cliente per questo contatto.',
  due: (days) => `Scadenza tra ${counted(days, { one: 'giorno', other: 'giorni' })}`,
  dueNow: 'Scadenza immediata',
  memo: (text) => `Nota: ${text}`,
  poNumber: (text) => `Numero d'ordine: ${text}`,
  sends: (email) => `Stripe invia la fattura a ${email}.`,
  sendsNothing: 'Non viene inviato nulla. Copia il link e invialo tu.',
  recurring: (count) =>
    `Non incluse: ${counted(count, { one: 'voce ricorrente', other: 'voci ricorrenti' })}.`,
  existing: 'La stessa richiesta è già aperta. Ricevi quella, e non ne viene creata una seconda.',
  createLink: (amount) => `Crea link di pagamento di ${amount}`,
  createInvoice: (amount) => `Crea fattura di ${amount}`,
  sendInvoice: (amount) => `Invia fattura di ${amount}`,
  showExisting: 'Mostra la richiesta aperta',
  change: 'Modifica',
  again: 'Controlla di nuovo',
  reviewAgain: 'Controlla di nuovo',
  notReviewed: 'Impossibile controllare la richiesta',
  notDone: 'Operazione non eseguita',
};

/** What is wrong with a field, below it. */
export const mistakes: typeof englishMistakes = {
  amount: (example) =>
    `Scrivi l'importo come ${example}: senza separatori delle migliaia e con non più decimali di quelli della valuta.`,
  zero: 'Inserisci un importo superiore a zero.',
  tooPrecise: (example) => `In questa valuta Stripe accetta importi come ${example}.`,
  tooSmall: (amount) => `Stripe accetta almeno ${amount}.`,
  leftToRefund: (amount) => `Restano da rimborsare al massimo ${amount}.`,
  tooLarge: (amount) => `Stripe accetta al massimo ${amount} per pagamento.`,
  currency: 'Stripe non accetta questa valuta. Inserisci tre lettere, ad esempio EUR.',
  percent: 'Inserisci una percentuale superiore a 0, al massimo 100.',
  days: (most) => `Inserisci da 0 a ${digits(most)} giorni.`,
  trial: (most) => `Inserisci da 1 a ${digits(most)} giorni o lascia vuoto.`,
  characters: (written, most) => `${digits(written)} caratteri: al massimo ${digits(most)}.`,
  past: 'Seleziona un giorno successivo a oggi o inizia subito.',
};
