import type { Texts } from '../english.ts';
import { countingIn } from '../plural.ts';

const { counted, digits } = countingIn('it');

export const links: Texts['card']['links'] = {
  open: 'Collega o assegna',
  title: 'Clienti e pagamenti da Stripe',
  customersTitle: 'Clienti collegati',
  noCustomers: 'Nessun cliente è ancora collegato. Cercarne uno qui sotto.',
  searchTitle: 'Cerca un cliente',
  search: 'Nome, indirizzo email o ID del cliente',
  searchHint:
    'Almeno tre caratteri. I clienti appena creati possono comparire nella ricerca per nome dopo un minuto.',
  searchButton: 'Cerca',
  searching: 'Ricerca in Stripe in corso',
  nobodyFound: (query) =>
    `In Stripe non c'è alcun cliente per "${query}". Controllare l'ortografia o incollare l'ID del cliente (cus_...).`,
  name: 'Cliente',
  since: 'Dal',
  customerSince: (day) => `Cliente dal ${day}`,
  unnamed: 'Senza nome',
  noAddress: 'Senza indirizzo email',
  linked: 'Collegato',
  link: 'Collega',
  unlink: 'Scollega',
  unlinkQuestion: (customer) =>
    `Scollegare ${customer}? Ciò che solo questo collegamento attribuisce al record non verrà più conteggiato qui.`,
  keep: 'Mantieni',
  assignTitle: 'Assegna un pagamento',
  assignLabel: 'ID o indirizzo della dashboard',
  assignHint:
    "Di un pagamento, una fattura, un abbonamento o un checkout: pi_, ch_, py_, in_, sub_, cs_, oppure l'indirizzo della relativa pagina nella dashboard Stripe.",
  assign: 'Assegna',
  assignedTitle: 'Assegnati a mano',
  notFound: 'Nulla di quanto conteggiato qui proviene da questo ID.',
  unassign: "Rimuovi l'assegnazione",
  unassignQuestion: (id) =>
    `Rimuovere l'assegnazione di ${id}? Andrà dove indicano il suo cliente e i suoi metadati.`,
  alsoInStripe: 'Annota anche in Stripe',
  alsoInStripeHint:
    "Scrive l'ID del record nei metadati in Stripe. La chiave con limitazioni deve avere l'autorizzazione di scrittura.",
  running: 'Salvataggio della scelta in corso',
  refused: 'Operazione non eseguita',
  claimedBy: 'Appartiene a',
  anyway: 'Assegna comunque qui',
  done: {
    link: (id) => `${id} è collegato.`,
    unlink: (id) => `${id} non è più collegato.`,
    assign: (id) => `${id} è assegnato.`,
    unassign: (id) => `${id} non è più assegnato.`,
  },
  doneStep: 'Premere "Sincronizza ora" per salvare i nuovi importi.',
  writtenInStripe: 'È stato annotato anche in Stripe.',
  notWrittenInStripe: 'Non è stato annotato in Stripe',
  customersFound: (customers) =>
    counted(customers, { one: 'cliente trovato', other: 'clienti trovati' }),
  undecidedTitle: (payments) => `Da decidere (${digits(payments)})`,
  undecided: (record) =>
    `Questi pagamenti non vengono conteggiati finché non sono assegnati a ${record}.`,
  candidate: 'Possibile',
  ambiguous: 'Ambiguo',
  others: 'Potrebbero essere anche di:',
  payer: 'Pagante',
  guest: 'Ospite',
  assignTo: (record) => `Assegna a ${record}`,
};
