import type { InvoiceStatus } from '../../status/invoice-status.ts';
import { countingIn } from '../counting.ts';

const { counted, digits } = countingIn('en');

const invoiceStatus: Record<InvoiceStatus, string> = {
  draft: 'Draft',
  open: 'Open',
  processing: 'Processing',
  past_due: 'Overdue',
  paid: 'Paid',
  void: 'Void',
  uncollectible: 'Uncollectible',
  unknown: 'Unknown',
};

/** Texts of customers, subscriptions, invoices and no-cost checkouts. */
export const billing = {
  invoiceStatus,
  unknownSubscription: 'Unknown status',
  scheduled: 'Scheduled',
  customersTitle: (customers: number) => `Customers (${digits(customers)})`,
  subscriptionsTitle: (subscriptions: number) => `Subscriptions (${digits(subscriptions)})`,
  subscription: 'Subscription',
  status: 'Status',
  dates: 'Dates',
  monthly: 'Per month',
  metered: 'Usage-based',
  plusMetered: 'plus usage',
  times: (quantity: number, name: string) => `${digits(quantity)} × ${name}`,
  unnamedItem: 'Unnamed item',
  starts: (day: string) => `Starts on ${day}`,
  startWas: (day: string) => `Was to start on ${day}`,
  renews: (day: string) => `Renews on ${day}`,
  renewalWas: (day: string) => `Was to renew on ${day}`,
  ends: (day: string) => `Ends on ${day}`,
  ended: (day: string) => `Ended on ${day}`,
  trialEnds: (day: string) => `Trial until ${day}`,
  trialEndWas: (day: string) => `Trial was to end on ${day}`,
  discounted: 'Discounted',
  collectionPaused: 'Collection paused',
  openInvoicesTitle: (invoices: number) => `Open invoices (${digits(invoices)})`,
  otherInvoicesTitle: (invoices: number) => `Other invoices (${digits(invoices)})`,
  invoice: 'Invoice',
  draftNumber: 'No number yet',
  remaining: 'Amount due',
  total: 'Total',
  due: (day: string) => `Due on ${day}`,
  nextAttempt: (day: string) => `Next attempt on ${day}`,
  nextAttemptWas: (day: string) => `Next attempt was planned for ${day}`,
  attempts: (attempts: number) =>
    counted(attempts, { one: 'attempt so far', other: 'attempts so far' }),
  paidOf: (paid: string, total: string) => `${paid} of ${total} paid`,
  credited: (amount: string) => `${amount} credited`,
  paidOutside: (amount: string) => `${amount} paid outside Stripe or from credit`,
  pdf: 'Open PDF',
  andMore: 'and more',
  freeCheckoutsTitle: (checkouts: number) => `No-cost checkouts (${digits(checkouts)})`,
  freeCheckout: (day: string, amount: string) =>
    `Completed on ${day} for ${amount}, so there was nothing to pay`,
  failedTitle: (payments: number) => `Failed payments (${digits(payments)})`,
  forInvoice: (number: string) => `For invoice ${number}`,
  forInvoiceOf: (number: string, lines: string) => `For invoice ${number}: ${lines}`,
  customer: (customer: string) => `Customer: ${customer}`,
  readingParts: 'Reading all payments: the figures follow when everything is read.',
  continueFailed: "The rest couldn't be read. Trying again goes on from there.",
  chartsTitle: 'By month',
  chartTitle: (currency: string) => `Gross, fees and net by month, in ${currency}`,
  chartMonth: 'Month',
  chartAmount: 'Amount',
  chartCut: (months: number) => `The charts show the last ${digits(months)} months.`,
  chartPending: (payments: number) =>
    counted(payments, {
      one: "payment with pending fees isn't in the chart yet.",
      other: "payments with pending fees aren't in the charts yet.",
    }),
};
