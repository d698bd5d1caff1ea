import type * as english from '../english/matching.ts';
import { countingIn } from '../counting.ts';
import { withArticle } from './day.ts';

const { counted, digits, plural } = countingIn('it');

export const reasons: typeof english.reasons = {
  assigned: 'Assegnato manualmente',
  metadata: 'Abbinato tramite metadati Stripe',
  linked: 'Cliente collegato',
  customer: 'Abbinato tramite metadati del cliente',
  email: 'Abbinato tramite email',
  domain: 'Abbinato tramite dominio email',
  unnamedPayer: {
    deal: (id) => `trattativa ${id}`,
    contact: (id) => `contatto ${id}`,
    company: (id) => `azienda ${id}`,
  },
};

export const links: typeof english.links = {
  open: 'Abbina pagamenti',
  removed: (payments) =>
    `${plural(payments, {
      one: '1 pagamento è stato rimosso da qui. Per ripristinarlo',
      other: `${digits(payments)} pagamenti sono stati rimossi da qui. Per ripristinarli`,
    })}, fai clic su "Abbina pagamenti".`,
  paymentsOfPeople: {
    deal: "Pagamenti dei clienti, dei contatti e dell'azienda di questa trattativa",
    contact: 'Pagamenti di questo contatto',
    company: 'Pagamenti di questa azienda',
  },
  paymentsOf: (customer) => `Pagamenti di ${customer}`,
  listPayments: 'Mostra pagamenti',
  notListed: 'Impossibile leggere i pagamenti',
  listedInPart: 'Qui mancano alcuni pagamenti',
  noPaymentsListed: 'Nessun pagamento trovato. Cerca il cliente che ha pagato.',
  newestOf: (shown, total) =>
    `I ${digits(shown)} più recenti di ${digits(total)} pagamenti. Per uno precedente, cerca il cliente.`,
  payment: 'Pagamento',
  countsColumn: 'Conteggiato in',
  countsHere: 'Conteggiato qui',
  countsOn: 'Conteggiato in',
  countsNowhere: 'In nessuna trattativa',
  needsReviewOn: 'Da verificare in',
  needsReviewHereAndOn: 'Da verificare qui e in',
  movesFrom: 'Spostamento da',
  assignSelected: (payments) =>
    payments === 0
      ? 'Assegna pagamenti'
      : `Assegna ${counted(payments, { one: 'pagamento', other: 'pagamenti' })}`,
  moveSelected: (payments) =>
    `Sposta qui ${counted(payments, { one: 'pagamento', other: 'pagamenti' })}`,
  selectedAtMost: (payments) => `Puoi assegnarne al massimo ${digits(payments)} alla volta.`,
  taken: (payments) =>
    `${counted(payments, { one: 'pagamento è stato assegnato', other: 'pagamenti sono stati assegnati' })} altrove nello stesso momento:`,
  customersTitle: 'Clienti collegati',
  lostInMerge: 'Collegati o assegnati prima che due record fossero uniti',
  noCustomers: 'Ancora nessun cliente collegato. Cercane uno qui sopra.',
  searchTitle: 'Trova un cliente',
  search: 'Nome, email o ID Stripe',
  searchHint:
    "Trova le persone di questo record. Per un altro cliente inserisci l'email intera o l'ID (cus_...).",
  searchButton: 'Cerca clienti',
  searchProblem: "Digita un nome, un'email o un ID Stripe: da 3 a 300 caratteri.",
  searching: 'Ricerca in Stripe',
  noCustomerFound: (query) =>
    `Nessun cliente delle persone di questo record corrisponde a "${query}".`,
  name: 'Cliente',
  customerSince: (day) => `Cliente ${withArticle('dal', day)}`,
  noAddress: 'Senza email',
  linked: 'Collegato',
  link: 'Collega cliente',
  unlink: 'Scollega cliente',
  unlinkQuestion: (customer) =>
    `Scollegare ${customer}? I pagamenti che solo questo collegamento abbina al record non verranno più conteggiati.`,
  keep: 'Annulla',
  assignTitle: 'Assegna un pagamento',
  assignLabel: 'ID Stripe o link della Dashboard',
  assignHint:
    'Incolla un ID (pi_, ch_, py_, in_, sub_, cs_) o il link della sua pagina nella Dashboard di Stripe.',
  assign: 'Assegna pagamento',
  assignedTitle: 'Assegnati manualmente',
  notFound: 'Nessun pagamento conteggiato qui ha questo ID.',
  unassign: 'Annulla assegnazione',
  unassignQuestion: (id) =>
    `Annullare l'assegnazione di ${id}? Verrà conteggiato nel record indicato dal cliente o dai metadati.`,
  alsoInStripe: 'Salva anche in Stripe',
  alsoInStripeHint: "Aggiunge l'ID del record ai metadati. La chiave deve poter scrivere.",
  running: 'Salvataggio della modifica',
  refused: 'Impossibile salvare la modifica',
  notSearched: 'Impossibile eseguire la ricerca',
  claimedBy: 'Ora in',
  moveQuestion: 'Spostare qui questo pagamento?',
  moveHere: 'Sposta qui',
  movedFrom: 'Spostato da',
  done: {
    link: (id) => `${id} è collegato.`,
    unlink: (id) => `${id} non è più collegato.`,
    assign: (id) => `${id} è assegnato.`,
    unassign: (id) => `${id} non è più assegnato.`,
    exclude: (id) => `${id} è rimosso.`,
    restore: (id) => `${id} è ripristinato.`,
  },
  figuresSaved: 'I nuovi importi sono salvati.',
  figuresNotSaved: 'Nuovi importi non ancora salvati',
  doneStep: 'Fai clic su "Sincronizza ora" per salvare i nuovi importi.',
  writtenInStripe: 'Salvato anche in Stripe.',
  notWrittenInStripe: 'Non salvato in Stripe',
  needsReviewTitle: (payments) => `Da verificare (${digits(payments)})`,
  needsReview: (record) =>
    `Questi pagamenti potrebbero appartenere a ${record}. Contano solo dopo l'assegnazione.`,
  mayBelong: (amount, record) =>
    `${amount} potrebbero appartenere a ${record}. Contano solo dopo l'assegnazione.`,
  candidate: 'Possibile corrispondenza',
  ambiguous: (records) => `Corrisponde a ${digits(records)} record allo stesso modo`,
  others: 'Corrisponde anche a:',
  othersPossible: 'Possibile anche per:',
  ifAssigned: (paid, amount) => `Dopo l'assegnazione: pagati ${paid} di ${amount}`,
  payer: 'Cliente',
  assignTo: (record) => `Assegna a ${record}`,
  dismiss: 'Ignora corrispondenza',
  exclude: (record) => `Rimuovi da ${record}`,
  excludeQuestion: (record) =>
    `Rimuovere questo pagamento da ${record}? Puoi ripristinarlo in "Abbina pagamenti".`,
  excludedTitle: 'Rimossi da questo record',
  restore: 'Ripristina',
};

export const moved: typeof english.moved = {
  movedAway: (amount, day) =>
    `Un pagamento di ${amount} è stato spostato ${withArticle('il', day)} in`,
  moveBack: 'Riporta qui',
};
