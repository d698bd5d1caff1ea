import { countingIn } from '../counting.ts';
import { changes } from './changing.ts';
import { refundFailures } from './refund-failures.ts';
import { askedFor, mistakes, preview } from './requesting.ts';
import { subscribing } from './subscribing.ts';

const { counted, digits } = countingIn('en');

/** Of the card from which payments are requested and refunded; no other surface loads them. */
export const acting = {
  request: 'Request payment',
  refund: 'Refund payment',
  loading: 'Loading payment requests',
  notLoaded: "The payment requests couldn't be loaded",
  onlyDealsAndContacts: 'Payments can be requested on deals and contacts only.',
  requestsTitle: (count: number) => `Payment requests (${digits(count)})`,
  requestsUnread: 'Payment requests',
  bothProblem: "Earlier payment requests and subscriptions couldn't be read",
  requestsProblem: "Earlier payment requests couldn't be read",
  noRequests: 'No payment requests yet',
  noRequestsHint:
    'Click "Request payment" to create a payment link, an invoice or a subscription. It appears here with its status.',
  requestsIncomplete: 'These are the newest requests. Older ones may be missing here.',
  subscriptionsTitle: (count: number) => `Subscriptions (${digits(count)})`,
  noSubscriptions:
    'Subscriptions of linked customers can be changed here. If you miss one, link its customer under "Match payments".',
  subscriptionsProblem: "Subscriptions couldn't be read",
  subscription: 'Subscription',
  priceUnknown: 'Price by usage',
  /** @param amount empty where it is not known. */
  renewsOn: (day: string, amount: string) =>
    amount === '' ? `Next invoice ${day}` : `Next invoice ${day}: ${amount}`,
  endsOn: (day: string) => `Ends ${day}`,
  collectionPaused: 'Collection paused',
  failingTitle: 'A payment failed or is overdue',
  failingText: (name: string) => `${name} can update the card on a page in Stripe.`,
  requestColumn: 'Request',
  amount: 'Amount',
  status: 'Status',
  kinds: { link: 'Payment link', invoice: 'Invoice', subscription: 'Subscription' },
  statuses: {
    draft: 'Draft',
    open: 'Open',
    paid: 'Paid',
    canceled: 'Canceled',
    uncollectible: 'Uncollectible',
  },
  open: (amount: string) => `${amount} to be paid`,
  /** @param label such as `2 × Seat`; empty where it is not known. */
  ofSubscription: (label: string) =>
    label === '' ? 'Of a subscription' : `Subscription: ${label}`,
  charged: "Stripe charges it automatically, so it isn't emailed",
  createdOn: (day: string) => `Created ${day}`,
  dueOn: (day: string) => `Due ${day}`,
  copyLink: 'Copy link',
  openPage: 'Open payment page',
  close: 'Close',

  subscribing,
  askedFor,
  mistakes,

  form: {
    method: 'Request by',
    subject: 'What to request',
    subjects: {
      lines: (amount: string) => `Line items: ${amount}`,
      deposit: 'A deposit, in percent',
      amount: 'Another amount',
    },
    percent: 'Percent of the deal amount',
    amount: (currency: string) => `Amount in ${currency}`,
    amountHint: (example: string) => `Without separators of thousands: ${example}`,
    currency: 'Currency code',
    currencyHint: 'Three letters, such as USD',
    description: 'Description for the customer',
    tax: 'Add tax',
    taxHint: 'Stripe adds the tax that your account collects. Needs Stripe Tax.',
    payee: 'Customer',
    payeeMissing: 'Link a Stripe customer, or add a contact with an email, to send an invoice.',
    newCustomer: (name: string) => `${name} (new in Stripe)`,
    days: 'Days until due',
    memo: 'Memo on the invoice (optional)',
    poNumber: 'PO number (optional)',
    delivery: 'Delivery',
    deliveries: { copy: 'Copy the link and send it yourself', email: 'Stripe emails the invoice' },
    linesProblem: "Line items couldn't be read",
    linesRefused: (count: number) =>
      `${counted(count, { one: 'line item', other: 'line items' })} can't be requested: correct the price, quantity, discount or currency.`,
    payeesProblem: "Customers couldn't be read",
    review: 'Review',
    toFill: (names: string) => `To review, fill in: ${names}.`,
    toCorrect: 'To review, correct the fields that are marked.',
  },

  preview,

  confirm: {
    title: 'Confirm in HubSpot',
    text: 'Enter this text in the property below, exactly as it is, and save it. HubSpot records who entered it.',
    validUntil: (moment: string) => `Valid until ${moment}.`,
  },

  done: {
    link: 'Payment link created',
    invoice: 'Invoice created',
    sent: (email: string) => `Invoice sent to ${email}`,
    existing: 'Already requested: this is the open request',
    notSent: "The invoice was created, but Stripe hasn't sent it. Copy the link instead.",
    nextLink: 'Copy the link and send it to the customer.',
    refund: (amount: string) => `${amount} refunded`,
    refundPending: (amount: string) => `The refund of ${amount} is on its way`,
    refundFailed: (amount: string) => `The refund of ${amount} failed`,
    refundFailedNext:
      'The money is back in your Stripe balance. Agree with the customer on another way to refund it.',
    refundNext: 'The customer usually sees it within 5 to 10 days.',
    wasSo: 'It was so already; nothing was done twice.',
    confirmedBy: (name: string) => `Confirmed by ${name}.`,
    confirmedByUser: (id: string) => `Confirmed by HubSpot user ${id}.`,
    lineForbidden:
      "No note was left on the timeline: HubSpot doesn't let this app write notes. It's done all the same.",
    lineMissing: "The note on the timeline couldn't be written. It's done all the same.",
    syncing: 'Syncing the new figures',
    synced: 'The new figures are saved.',
    notSynced: "The new figures aren't saved yet",
  },

  refunds: {
    reading: 'Reading the payments of this record',
    notRead: "The payments couldn't be read",
    none: 'No payment of this record can be refunded.',
    nothing:
      'Nothing to refund: the last sync found no payment with money left. For a newer payment, sync the record first.',
    payment: 'Payment',
    amount: (currency: string) => `Amount in ${currency}`,
    amountHint: 'Leave empty to refund all that is left.',
    reason: 'Reason',
    because: (reason: string) => `Reason: ${reason}`,
    blocks: "Stripe adds the customer's card and email to your block lists.",
    reasons: {
      '': 'Not given',
      requested_by_customer: 'Requested by the customer',
      duplicate: 'Duplicate',
      fraudulent: 'Fraudulent',
    },
    preview: (amount: string, captured: string) => `${amount} of ${captured} goes to the customer.`,
    to: (name: string) => `Customer: ${name}`,
    kept: (fee: string, net: string) => `Stripe keeps its fee of ${fee}; net falls to ${net}.`,
    keptConverted: (fee: string) =>
      `Stripe keeps its fee of ${fee}. It converts the refund at the rate of that moment, so net is known afterwards.`,
    keptPending: "Stripe hasn't finalized the fees of this payment, so net isn't known yet.",
    before: (amount: string) => `Refunded before: ${amount}`,
    failedBefore: (amount: string, reason: string) =>
      `A refund of ${amount} failed before${reason === '' ? '' : `: ${reason}`}.`,
    failures: refundFailures,
    rest: (amount: string) => `Left to refund after that: ${amount}`,
    button: (amount: string) => `Refund ${amount}`,
  },

  /** A confirmation of nothing. */
  rehearsal: {
    button: 'Test confirmation',
    intro:
      'Nothing is done in Stripe. This shows whether HubSpot records who confirms: without that, refunds are refused.',
    reading: 'Preparing the test',
    check: 'Check',
    failed: "The confirmation couldn't be tested",
    missing: "The text isn't in the property yet. Enter it, save it, then check.",
    works: 'Confirmation works: HubSpot names the user.',
    fails: "HubSpot doesn't name a user for this edit, so it confirms nothing.",
    came: (source: string, user: string) => `Source: ${source}. User ID: ${user}.`,
    none: 'none',
  },

  changes,
};
