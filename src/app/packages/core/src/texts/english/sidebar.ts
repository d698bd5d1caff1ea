import { countingIn } from '../counting.ts';

const { counted } = countingIn('en');

/** What happens next, or what to do, in one line. */
export const next = {
  respond: 'Respond to a dispute in Stripe',
  respondBy: (day: string) => `Respond to a dispute in Stripe by ${day}`,
  inquiry: 'The bank is asking about a payment. Respond in Stripe',
  inquiryBy: (day: string) => `The bank is asking about a payment. Respond in Stripe by ${day}`,
  refundFailed: 'A refund failed. The money is back in your Stripe balance',
  failed: (reason: string) => `Latest payment failed: ${reason}`,
  pastDue: (amount: string) => `An invoice is overdue. ${amount} is due`,
  isPastDue: 'An invoice is overdue',
  underReview: 'The bank is reviewing a dispute.',
  authorizedUntil: (amount: string, day: string) =>
    `${amount} is authorized until ${day}. Capture it in Stripe before then.`,
  authorized: (amount: string) =>
    `${amount} is authorized. Capture it in Stripe before the authorization expires.`,
  expectedOn: (amount: string, day: string) =>
    `${amount} is on its way from the bank, expected on ${day}.`,
  processing: (amount: string) =>
    `${amount} is on its way from the bank. This usually takes a few days.`,
  dueOn: (amount: string, day: string) => `${amount} is due on ${day}.`,
  due: (amount: string) => `${amount} is due.`,
  feesPending: 'Fees pending: net follows, usually within an hour.',
};

/** The sidebar shows what the last sync saved. */
export const sidebar = {
  loading: 'Loading saved figures',
  neverTitle: 'Not synced yet',
  never: 'No figures are saved on this record yet. Click "Sync now" to get them from Stripe.',
  noPaymentsTitle: 'No payments',
  noPayments:
    'The last sync found no payments for this record. Click "Match payments" on the Stripe payments card.',
  noPaymentsOfCustomer: 'The linked customer has no payments yet.',
  toReview: (payments: number) =>
    `${counted(payments, { one: 'payment', other: 'payments' })} to review in the payments card`,
  funds: 'Net available',
  availableOn: (day: string) => `On ${day}`,
  availableSince: (day: string) => `Since ${day}`,
  notKnownYet: 'Not known yet',
  notSynced: (reason: string) => `The last sync didn't finish: ${reason}`,
};
