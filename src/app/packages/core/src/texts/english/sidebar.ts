import { countingIn } from '../counting.ts';

const { digits, plural } = countingIn('en');

/** What happens next, or what to do, in one line. */
export const next = {
  nothing: 'Nothing to do',
  wait: 'Wait for the payment',
  waitForBill: 'Wait for the next bill of the subscription',
  respond: (disputes: number) =>
    plural(disputes, {
      one: 'Respond to a dispute in Stripe',
      other: `Respond to ${digits(disputes)} disputes in Stripe`,
    }),
  respondBy: (disputes: number, day: string) =>
    plural(disputes, {
      one: `Respond to a dispute in Stripe by ${day}`,
      other: `Respond to ${digits(disputes)} disputes in Stripe, the first by ${day}`,
    }),
  respondWasDue: (disputes: number, day: string) =>
    plural(disputes, {
      one: `The response to a dispute was due on ${day}`,
      other: `Respond to ${digits(disputes)} disputes in Stripe. The first response was due on ${day}`,
    }),
  noResponse: "If you don't respond in time, the customer keeps the disputed amount.",
  inquiry: 'The bank is asking about a payment. Respond in Stripe',
  inquiryBy: (day: string) => `The bank is asking about a payment. Respond in Stripe by ${day}`,
  inquiryWasDue: (day: string) => `The bank asked about a payment. The response was due on ${day}`,
  inquiryDetail: 'No money has moved.',
  refundFailed: 'A refund failed. Repay the customer in another way',
  notRefunded: (amount: string) => `${amount} didn't reach the customer.`,
  failed: (reason: string) => `Latest payment failed: ${reason}`,
  pastDue: (amount: string) => `An invoice is overdue. ${amount} is due`,
  isPastDue: 'An invoice is overdue',
  retryOn: (day: string) => `Stripe tries to collect it again on ${day}.`,
  retryWasOn: (day: string) => `Stripe was to try again to collect it on ${day}.`,
  remind: 'Send the customer the link to the invoice.',
  review: (payments: number) =>
    plural(payments, {
      one: 'Review a payment that may belong here',
      other: `Review ${digits(payments)} payments that may belong here`,
    }),
  merged: 'Two records were merged. Check which other payments belong here',
  refundSurplus: (amount: string) => `Check whether to refund ${amount}`,
  checkBeside: (amount: string, missing: string) =>
    `Check whether ${amount} covers the missing ${missing}`,
  checkFree: (amount: string) =>
    `A checkout was completed with nothing to pay. Check whether ${amount} is still due`,
  matchOrCollect: (amount: string) =>
    `Match payments to this deal, or ask the customer to pay ${amount}`,
  collect: (amount: string) => `Ask the customer to pay ${amount}`,
  unlessAsked: 'If a payment link asks for it already, wait for the payment.',
  churned: (amount: string, day: string) =>
    `Recurring revenue of ${amount} a month was lost on ${day}.`,
  captureBy: (amount: string, day: string) => `Capture ${amount} in Stripe by ${day}`,
  captureWasBy: (amount: string, day: string) => `The last day to capture ${amount} was ${day}`,
  capture: (amount: string) => `Capture ${amount} in Stripe before the authorization expires`,
  authorized: "It is authorized: reserved on the customer's card, and not taken yet.",
  underReview: 'The bank is reviewing a dispute',
  expectedOn: (amount: string, day: string) =>
    `${amount} is on its way from the customer's bank. Less its fee, it reaches your Stripe balance by ${day}.`,
  expectedWasOn: (amount: string, day: string) =>
    `${amount} was expected in your Stripe balance by ${day}`,
  processing: (amount: string) =>
    `${amount} is on its way from the customer's bank. This usually takes a few days.`,
  dueOn: (amount: string, day: string) => `${amount} is due. The next due date is ${day}.`,
  wasDueOn: (amount: string, day: string) => `${amount} was due on ${day}`,
  due: (amount: string) => `${amount} is due.`,
  syncLater: 'Sync again in about an hour',
  feesPending:
    "Stripe hasn't finalized all fees yet (usually within an hour). The bank date is known after that.",
  renewsOn: (day: string) => `The subscription renews on ${day}.`,
  renewalWasOn: (day: string) => `The subscription was to renew on ${day}`,
  trialEndWasOn: (day: string) => `The trial was to end on ${day}`,
  trialEnds: (day: string) => `The trial ends on ${day}, and billing starts.`,
  firstBill: (day: string, amount: string) =>
    `The trial ends on ${day}. The first bill is ${amount}, plus any tax.`,
  /** Below what was to happen on a day that is over. */
  syncToSee: 'Sync to see what came of it.',
  noNewerDay: 'Stripe shows no newer date. Check it in Stripe.',
  fundsOn: (amount: string, day: string) =>
    `${amount} reaches your Stripe balance by ${day}, and your bank after that.`,
  lastFundsOn: (amount: string, day: string) =>
    `The last part of ${amount} reaches your Stripe balance by ${day}, and your bank after that.`,
  fundsSince: (amount: string, day: string) => `${amount} reached your Stripe balance by ${day}.`,
  inNoPayout: 'It is in no payout yet.',
  syncForPayout: 'Sync to see when it reaches your bank.',
  openForPayout: 'Open a payment to see when it reaches your bank.',
  payoutOn: (amount: string, day: string) => `${amount} is expected in your bank by ${day}.`,
  payoutWasOn: (amount: string, day: string) => `${amount} was expected in your bank by ${day}.`,
  paidOutOn: (amount: string, day: string) => `${amount} reached your bank by ${day}.`,
  takenOff: (amount: string, day: string) =>
    `In all, ${amount} was taken off your payouts, the last by ${day}.`,
  restOn: (amount: string, day: string) => `${amount} more is expected by ${day}.`,
  restWasOn: (amount: string, day: string) => `${amount} more was expected by ${day}.`,
  restWaits: (amount: string) => `${amount} more is in your Stripe balance, in no payout yet.`,
  restAvailable: (amount: string, day: string) =>
    `${amount} more reaches your Stripe balance by ${day}.`,
  offLater: (amount: string) => `${amount} is taken off your next payout.`,
  netFees: (fees: string) => `The net is negative by Stripe's fees, ${fees}.`,
  netFeesAndRate: (fees: string, lost: string) =>
    `The net is negative by Stripe's fees, ${fees}, and ${lost} lost in the exchange.`,
};

/** The sidebar shows what the last sync saved. */
export const sidebar = {
  loading: 'Loading saved figures',
  neverTitle: 'Not synced yet',
  never: 'No figures are saved on this record yet. Click "Sync now" to get them from Stripe.',
  neverSaved: 'No figures are saved on this record yet.',
  seeCard: 'The Stripe payments card on this record says what to do.',
  noPaymentsTitle: 'No payments',
  noPayments:
    'The last sync found no payments for this record. Click "Match payments" on the Stripe payments card.',
  noPaymentsOfCustomer: 'The linked customer has no payments yet.',
  notSynced: (reason: string) => `The last sync didn't finish: ${reason}`,
};
