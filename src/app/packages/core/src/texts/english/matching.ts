import { countingIn } from '../counting.ts';

const { counted, digits, plural } = countingIn('en');

/** Why a payment is on a record, a short phrase each. */
export const reasons = {
  assigned: 'Assigned manually',
  metadata: 'Matched by Stripe metadata',
  linked: 'Linked customer',
  customer: "Matched by the customer's metadata",
  email: 'Matched by email',
  domain: 'Matched by email domain',
  unnamedPayer: {
    deal: (id: string) => `deal ${id}`,
    contact: (id: string) => `contact ${id}`,
    company: (id: string) => `company ${id}`,
  },
};

/** Texts of linking customers, assigning payments, and payments that need review. */
export const links = {
  open: 'Match payments',
  removed: (payments: number) =>
    `${plural(payments, {
      one: '1 payment was removed here. To restore it',
      other: `${digits(payments)} payments were removed here. To restore them`,
    })}, click "Match payments".`,
  paymentsOfPeople: {
    deal: "Payments of this deal's customers, contacts and company",
    contact: "This contact's payments",
    company: "This company's payments",
  },
  paymentsOf: (customer: string) => `Payments of ${customer}`,
  listPayments: 'Show payments',
  notListed: "The payments couldn't be read",
  listedInPart: 'Some payments are missing here',
  noPaymentsListed: 'No payments found. Search for the customer who paid.',
  newestOf: (shown: number, total: number) =>
    `The newest ${digits(shown)} of ${digits(total)} payments. For an older one, search for its customer.`,
  payment: 'Payment',
  countsColumn: 'Counts on',
  countsHere: 'Counts here',
  countsOn: 'Counts on',
  countsNowhere: 'Not on a deal',
  needsReviewOn: 'Needs review on',
  needsReviewHereAndOn: 'Needs review here and on',
  movesFrom: 'Moves from',
  assignSelected: (payments: number) =>
    payments === 0
      ? 'Assign payments'
      : `Assign ${counted(payments, { one: 'payment', other: 'payments' })}`,
  moveSelected: (payments: number) =>
    `Move ${counted(payments, { one: 'payment', other: 'payments' })} here`,
  selectedAtMost: (payments: number) => `You can assign up to ${digits(payments)} at a time.`,
  taken: (payments: number) =>
    `${counted(payments, { one: 'payment was', other: 'payments were' })} assigned elsewhere at the same moment:`,
  customersTitle: 'Linked customers',
  lostInMerge: 'Linked or assigned before two records were merged',
  noCustomers: 'No customer linked yet. Search for one above.',
  searchTitle: 'Find a customer',
  search: 'Name, email or Stripe ID',
  searchHint:
    'Finds the people of this record. For another customer, enter the whole email or the customer ID (cus_...).',
  searchButton: 'Search customers',
  searchProblem: 'Type a name, an email or a Stripe ID: 3 to 300 characters.',
  searching: 'Searching Stripe',
  noCustomerFound: (query: string) => `No customer of this record's people matches "${query}".`,
  name: 'Customer',
  customerSince: (day: string) => `Customer since ${day}`,
  noAddress: 'No email',
  linked: 'Linked',
  link: 'Link customer',
  unlink: 'Unlink customer',
  unlinkQuestion: (customer: string) =>
    `Unlink ${customer}? Payments that only this link matches no longer count for this record.`,
  keep: 'Cancel',
  assignTitle: 'Assign a payment',
  assignLabel: 'Stripe ID or Dashboard link',
  assignHint:
    'Paste an ID (pi_, ch_, py_, in_, sub_, cs_) or the link to its page in the Stripe Dashboard.',
  assign: 'Assign payment',
  assignedTitle: 'Assigned manually',
  notFound: 'No payment that counts here has this ID.',
  unassign: 'Unassign payment',
  unassignQuestion: (id: string) =>
    `Unassign ${id}? It then counts for the record that its customer or metadata matches.`,
  alsoInStripe: 'Also save in Stripe',
  alsoInStripeHint: 'Adds the record ID to the metadata. The key needs write access.',
  running: 'Saving the change',
  refused: "The change couldn't be saved",
  notSearched: "The search couldn't be made",
  claimedBy: 'Now on',
  moveQuestion: 'Move this payment here?',
  moveHere: 'Move here',
  movedFrom: 'Moved from',
  done: {
    link: (id: string) => `${id} is linked.`,
    unlink: (id: string) => `${id} is no longer linked.`,
    assign: (id: string) => `${id} is assigned.`,
    unassign: (id: string) => `${id} is no longer assigned.`,
    exclude: (id: string) => `${id} is removed.`,
    restore: (id: string) => `${id} is back.`,
  },
  figuresSaved: 'The new figures are saved.',
  figuresNotSaved: "The new figures aren't saved yet",
  doneStep: 'Click "Sync now" to save the new figures.',
  writtenInStripe: 'Also saved in Stripe.',
  notWrittenInStripe: 'Not saved in Stripe',
  needsReviewTitle: (payments: number) => `Needs review (${digits(payments)})`,
  needsReview: (record: string) =>
    `These payments may belong to ${record}. They count once you assign them.`,
  mayBelong: (amount: string, record: string) =>
    `${amount} may belong to ${record}, and counts once you assign it.`,
  candidate: 'Possible match',
  ambiguous: (records: number) => `Matches ${digits(records)} records equally`,
  others: 'Also matches:',
  othersPossible: 'Also possible for:',
  ifAssigned: (paid: string, amount: string) => `If you assign it: ${paid} of ${amount} paid`,
  payer: 'Customer',
  assignTo: (record: string) => `Assign to ${record}`,
  dismiss: 'Dismiss match',
  exclude: (record: string) => `Remove from ${record}`,
  excludeQuestion: (record: string) =>
    `Remove this payment from ${record}? You can restore it in "Match payments".`,
  excludedTitle: 'Removed from this record',
  restore: 'Restore',
};

/** What only a deal says. */
export const moved = {
  movedAway: (amount: string, day: string) => `A payment of ${amount} was moved on ${day} to`,
  moveBack: 'Move back',
};
