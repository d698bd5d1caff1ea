import { countingIn } from '../plural.ts';

const { counted, digits } = countingIn('en');

/** Texts of linking customers, assigning payments, and what waits for that. */
export const links = {
  open: 'Link or assign',
  title: 'Customers and payments from Stripe',
  customersTitle: 'Linked customers',
  noCustomers: 'No customer is linked yet. Find one below.',
  searchTitle: 'Find a customer',
  search: 'Name, email address or customer id',
  searchHint: 'At least three characters. New customers can take a minute to be found by name.',
  searchButton: 'Search',
  searching: 'Searching Stripe',
  nobodyFound: (query: string) =>
    `Stripe has no customer for "${query}". Check the spelling, or paste the customer's id (cus_...).`,
  name: 'Customer',
  since: 'Since',
  customerSince: (day: string) => `Customer since ${day}`,
  unnamed: 'No name',
  noAddress: 'No email address',
  linked: 'Linked',
  link: 'Link',
  unlink: 'Unlink',
  unlinkQuestion: (customer: string) =>
    `Unlink ${customer}? What only this link ties to the record is no longer counted here.`,
  keep: 'Keep',
  assignTitle: 'Assign a payment',
  assignLabel: 'Id or dashboard address',
  assignHint:
    'Of a payment, an invoice, a subscription or a checkout: pi_, ch_, py_, in_, sub_, cs_, or the address of its page in the Stripe dashboard.',
  assign: 'Assign',
  assignedTitle: 'Assigned by hand',
  notFound: 'Nothing counted here comes from this id.',
  unassign: 'Unassign',
  unassignQuestion: (id: string) =>
    `Unassign ${id}? It then belongs where its customer and its metadata say.`,
  alsoInStripe: 'Also write it to Stripe',
  alsoInStripeHint:
    'Writes the record id into the metadata in Stripe. The restricted key needs the write permission for that.',
  running: 'Saving the choice',
  refused: 'This was not done',
  claimedBy: 'It belongs to',
  anyway: 'Assign here anyway',
  done: {
    link: (id: string) => `${id} is linked.`,
    unlink: (id: string) => `${id} is no longer linked.`,
    assign: (id: string) => `${id} is assigned.`,
    unassign: (id: string) => `${id} is no longer assigned.`,
  },
  doneStep: 'Press "Sync now" to save the new figures.',
  writtenInStripe: 'It was written to Stripe as well.',
  notWrittenInStripe: 'It was not written to Stripe',
  customersFound: (customers: number) =>
    counted(customers, { one: 'customer found', other: 'customers found' }),
  undecidedTitle: (payments: number) => `To be decided (${digits(payments)})`,
  undecided: (record: string) =>
    `These payments do not count until they are assigned to ${record}.`,
  candidate: 'Could be',
  ambiguous: 'Ambiguous',
  others: 'Could also be of:',
  payer: 'Payer',
  guest: 'Guest',
  assignTo: (record: string) => `Assign to ${record}`,
};
