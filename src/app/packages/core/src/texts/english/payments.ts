import type { UnsettledKind } from '../../ledger/unsettled-amounts.ts';
import { countingIn } from '../counting.ts';

const { counted, digits } = countingIn('en');

/** What records are called in a sentence. */
export const records = {
  this: { deal: 'this deal', contact: 'this contact', company: 'this company' },
  another: { deal: 'another deal', contact: 'another contact', company: 'another company' },
};

export const longText = { showAll: 'Show all', showLess: 'Show less' };

export const header = {
  feesPending: 'Fees pending',
  invoiceOpen: 'Invoice open',
  freeCheckout: 'No-cost checkout',
  incomplete: 'Incomplete',
  incompleteAccess: (names: string) => `Incomplete: no access to ${names}`,
  mode: 'Stripe mode',
  testMode: 'Test mode',
  liveAsOf: (moment: string) => `Live from Stripe, ${moment}`,
  savedAsOf: (age: string) => `Saved in HubSpot, synced ${age}`,
  upToDateAsOf: (age: string) => `Up to date, synced ${age}`,
  upToDateChecked: (age: string) => `Up to date, checked ${age}`,
  neverSynced: 'Not synced yet',
  refreshing: 'Loading from Stripe',
};

/** What cards and the app page both say of a change. */
export const changes = {
  empty: 'empty',
  change: (from: string, to: string) => `${from} → ${to}`,
};

export const sync = {
  button: 'Sync now',
  running: 'Syncing payments from Stripe',
  stillRunning: 'Still syncing. Records with many payments take longer',
  nothingChanged: 'Already up to date',
  nothingChangedDetail: 'The saved figures already match Stripe.',
  changed: (changes: number) =>
    `${counted(changes, { one: 'property', other: 'properties' })} updated`,
  failed: "The sync didn't finish",
  whatChanged: 'What changed',
};

export const figures = {
  dealAmount: 'Deal amount',
  paid: 'Paid',
  refunded: 'Refunded',
  disputed: 'Disputed',
  lost: 'Lost in disputes',
  refundedAndDisputed: 'Refunded and disputed',
  net: 'Net received',
  netConverted: (currency: string) => `Net, converted to ${currency}`,
  notSet: 'Not set',
  notComparable: "Can't be compared",
  notAvailable: 'Not available',
  none: 'None yet',
  nothingToPay: 'Nothing to pay',
  severalCurrencies: 'Multiple currencies',
  currency: 'Currency',
  gross: 'Gross',
  includes: (currencies: string) => `Includes ${currencies}`,
  fees: 'Fees',
  paidOf: (paid: string, amount: string) => `${paid} of ${amount} paid`,
  paidOver: (paid: string, over: string) => `${paid} paid, ${over} over the deal amount`,
  paidTaxed: (paid: string, amount: string) => `${paid} paid for ${amount} plus tax`,
  paidKept: (paid: string, amount: string) => `${paid} of ${amount} kept`,
  netSoFar: (amount: string, payments: number) =>
    `${amount} so far, ${counted(payments, { one: 'payment', other: 'payments' })} pending`,
  unpaid: (amount: string) => `${amount} is outstanding.`,
  invoicedMore: (due: string, more: string) =>
    `${due} is invoiced, ${more} more (tax, for example).`,
  invoiced: (due: string, rest: string) =>
    `Of it, ${due} is invoiced and ${rest} isn't invoiced yet.`,
  overpaid: (amount: string) => `The customer paid ${amount} more than the deal amount.`,
  paidInFull: 'The deal amount is paid in full.',
  paidWithTax: 'The deal amount is paid in full, with tax.',
  paidInStripeLabel: 'Paid through Stripe',
  paidOutsideLabel: 'Paid outside Stripe',
  paidOutside: (amount: string) =>
    `${amount} was paid outside Stripe or from the customer's credit, on invoices.`,
  paidBeside: (amount: string) => `${amount} was paid too, and isn't converted.`,
  disputedSince: (amount: string) => `${amount} is in dispute until the bank decides.`,
  disputedInAll: (amount: string) => `${amount} is disputed.`,
  customerPaid: (amount: string) => `The customer saw and paid ${amount}.`,
  otherCurrency: (deal: string, paid: string) =>
    `The deal is in ${deal} and was paid in ${paid}, so the amounts aren't compared.`,
  severalCurrenciesHint: "Amounts in different currencies aren't added together.",
};

export const fees = {
  title: 'Fees and exchange rate',
  other: 'Unclassified',
  total: 'Total fees',
  netSoFar: 'Net so far',
  settledIn: (currency: string) => `Settled in ${currency}`,
  settledSoFar: (currency: string) => `Settled in ${currency} so far`,
  rate: 'Effective fee rate',
  ofGross: (percent: string) => `${percent}% of gross`,
  exchange: 'Exchange rate',
  exchangeRate: (from: string, rate: string, to: string) => `1 ${from} = ${rate} ${to}`,
  exchangeRates: (lowest: string, highest: string) => `${lowest} to ${highest}`,
  accountFees:
    'Net is before account-level fees, such as Billing, Radar or interchange-plus costs.',
};

export const payments = {
  title: (payments: number) => `Payments (${digits(payments)})`,
  date: 'Date',
  amount: 'Amount',
  status: 'Status',
  capturedPart: (captured: string, authorized: string) =>
    `Captured: ${captured} of the ${authorized} authorized`,
  hubSpot: {
    tied: "Matched by HubSpot's payment record. Taken by HubSpot's own Stripe connection",
    untied: "Taken by HubSpot's own Stripe connection",
    'no-access':
      "Taken by HubSpot's own Stripe connection. To read its record, the app needs the scope crm.objects.commercepayments.read",
  },
  cardNumber: (brand: string, last4: string) => `${brand}\u00a0••\u00a0${last4}`,
  year: 'Year',
  allStatuses: 'All statuses',
  allYears: 'All years',
  total: (payments: number) =>
    `Total of ${counted(payments, { one: 'payment', other: 'payments' })}`,
  pendingBeside: (amounts: string, payments: number) => `${amounts} + ${digits(payments)} pending`,
  panelTitle: (amount: string, day: string) => `Payment of ${amount}, ${day}`,
  method: 'Method',
  purpose: 'Description',
  match: 'Match',
  history: 'Timeline',
  when: 'When',
  what: 'What happened',
  opening: 'Loading the payment from Stripe',
  notOpened: "Couldn't load the timeline",
  openedInPart: 'A part of the timeline is missing',
  receipt: 'Receipt',
};

export const notes = {
  searchUnavailable: (record: string) =>
    `Stripe search isn't available for this account, so payments that reference ${record} only in their metadata aren't found.`,
  claimedElsewhere: (payments: number, record: string) =>
    `${counted(payments, {
      one: `payment from these customers belongs to ${record} and isn't`,
      other: `payments from these customers belong to ${record} and aren't`,
    })} counted here.`,
  lostInMerge: (names: string) =>
    `Two records were merged. Also link or assign ${names}? Click "Match payments".`,
  rowsOmitted: (shown: number, total: number) =>
    `Showing the newest ${digits(shown)} of ${digits(total)} payments. The figures include all of them.`,
  reviewOmitted: (shown: number, total: number) =>
    `Showing ${digits(shown)} of ${digits(total)} payments that need review.`,
  showMore: 'Show more',
  propertiesArchived: (labels: string) =>
    `Archived in HubSpot, so not updated: ${labels}. An admin can restore them on the setup page of the app.`,
  unclassified: (transactions: number) =>
    counted(transactions, {
      one: "balance transaction couldn't be classified. Net includes it.",
      other: "balance transactions couldn't be classified. Net includes them.",
    }),
  unsettled: {
    'refund-pending': (amount: string) => `${amount} is being refunded. Net doesn't deduct it yet.`,
    'refund-returning': (amount: string) =>
      `${amount} of a failed refund is on its way back to your Stripe balance. Net doesn't include it yet.`,
    'dispute-returning': (amount: string) =>
      `${amount} of a won dispute is on its way back to your Stripe balance. Net doesn't include it yet.`,
    'settled-outside': (amount: string) =>
      `${amount} was settled outside Stripe. Gross, fees and net don't include it.`,
    'passed-on': (amount: string) =>
      `${amount} was transferred to connected accounts. Net is before these transfers.`,
  } satisfies Record<UnsettledKind, (amount: string) => string>,
};

/** What cards and the app page both say of a failure. */
export const states = {
  setupTitle: "Setup isn't finished",
  notConnectedTitle: "Stripe isn't connected right now",
  permissionTitle: 'A permission is missing',
  stripeTitle: "Couldn't read Stripe",
  hubspotTitle: "Couldn't read or update HubSpot",
  busyTitle: 'HubSpot is busy',
  busy: 'There are too many requests for HubSpot right now. Trying again in 10 seconds.',
  unreadableTitle: "Couldn't read the payments",
  details: 'Details',
  openApp: "Open the app's page",
  tryAgain: 'Try again',
  reference: (reference: string) => `Request ID: ${reference}`,
};

export const recordStates = {
  loading: 'Loading payments from Stripe',
  loadingStep: 'This usually takes a few seconds.',
  noCustomerTitle: 'No Stripe customer linked',
  noCustomer: (record: string) =>
    `No Stripe payment matches ${record}. Link a customer or assign a payment to see it here.`,
  noPaymentsTitle: 'No payments yet',
  noPayments: (customers: string, record: string) =>
    `No payment from ${customers} counts for ${record}. New payments appear here when the customer pays.`,
  partialTitle: "Some payments couldn't be read",
  partial: 'Figures that depend on it are left out, and nothing is saved.',
  stale: 'The figures below are those of the last sync.',
  showPayments: 'Show payments',
};
