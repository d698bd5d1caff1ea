import type { InvoiceStatus } from '../../status/invoice-status.ts';
import { countingIn } from '../plural.ts';

const { counted, digits, plural } = countingIn('en');

const invoiceStatus: Record<InvoiceStatus, string> = {
  draft: 'Draft',
  open: 'Open',
  past_due: 'Past due',
  paid: 'Paid',
  void: 'Void',
  uncollectible: 'Written off',
  unknown: 'Unknown',
};

/** How often, by Stripe's intervals. */
const everyInterval = {
  day: (days: number) => plural(days, { one: 'every day', other: `every ${digits(days)} days` }),
  week: (weeks: number) =>
    plural(weeks, { one: 'every week', other: `every ${digits(weeks)} weeks` }),
  month: (months: number) =>
    plural(months, { one: 'every month', other: `every ${digits(months)} months` }),
  year: (years: number) =>
    plural(years, { one: 'every year', other: `every ${digits(years)} years` }),
};

/** Texts of customers, subscriptions, invoices and checkouts that cost nothing. */
export const billing = {
  invoiceStatus,
  everyInterval,
  unknownSubscription: 'Unknown state',
  customersTitle: (customers: number) => `Customers (${digits(customers)})`,
  subscriptionsTitle: (subscriptions: number) => `Subscriptions (${digits(subscriptions)})`,
  subscription: 'Subscription',
  status: 'Status',
  dates: 'Dates',
  monthly: 'A month',
  metered: 'Metered',
  plusMetered: 'plus metered usage',
  times: (quantity: number, name: string) => `${digits(quantity)} times ${name}`,
  unnamedItem: 'Item without a name',
  renews: (day: string) => `Renews on ${day}`,
  ends: (day: string) => `Ends on ${day}`,
  ended: (day: string) => `Ended on ${day}`,
  trialEnds: (day: string) => `Trial until ${day}`,
  discounted: 'Discounted',
  collectionPaused: 'Collection is paused',
  openInvoicesTitle: (invoices: number) => `Open invoices (${digits(invoices)})`,
  otherInvoicesTitle: (invoices: number) => `Other invoices (${digits(invoices)})`,
  invoice: 'Invoice',
  draftNumber: 'Without a number',
  remaining: 'To pay',
  total: 'Total',
  due: (day: string) => `Due on ${day}`,
  nextAttempt: (day: string) => `Next attempt on ${day}`,
  attempts: (attempts: number) =>
    counted(attempts, { one: 'attempt so far', other: 'attempts so far' }),
  paidOf: (paid: string, total: string) => `${paid} of ${total} paid`,
  credited: (amount: string) => `${amount} credited`,
  payBy: 'Payment page',
  copyLink: 'Copy link',
  linkCopied: 'The link to the payment page was copied.',
  copyFailed: 'The link could not be copied. Open the invoice in Stripe and copy it there.',
  pdf: 'Open PDF',
  andMore: 'and more',
  freeCheckoutsTitle: (checkouts: number) => `Checkouts that cost nothing (${digits(checkouts)})`,
  freeCheckout: (day: string, amount: string) =>
    `Completed on ${day} for ${amount}: nothing was to be paid`,
  failedTitle: (payments: number) => `Failed payments (${digits(payments)})`,
  forInvoice: (number: string) => `For invoice ${number}`,
  forInvoiceOf: (number: string, lines: string) => `For invoice ${number}: ${lines}`,
  customer: (customer: string) => `Customer: ${customer}`,
  dueLabel: 'Due',
  recurringLabel: 'Monthly recurring',
  rate: (from: string, rate: string, to: string) => `at 1 ${from} = ${rate} ${to}`,
  coverage: (covered: number, total: number) =>
    `${digits(covered)} of ${counted(total, { one: 'contact', other: 'contacts' })} covered`,
  coverageStep: 'The figures are of these contacts only. Nothing is saved until all are covered.',
  continueReading: 'Continue reading',
  continueFailed: 'The next part could not be read. What was read so far stays.',
  syncStopped: 'Nothing was saved yet. Press "Sync now" to go on where it stopped.',
  chartsTitle: 'By month',
  chartTitle: (currency: string) => `Gross, fees and net by month, in ${currency}`,
  chartMonth: 'Month',
  chartAmount: 'Amount',
  chartCut: (months: number) => `The charts show the latest ${digits(months)} months.`,
  chartPending: (payments: number) =>
    counted(payments, {
      one: 'payment with a pending fee is not in the chart yet.',
      other: 'payments with pending fees are not in the charts yet.',
    }),
};
