import { countingIn } from '../counting.ts';

const { counted, digits } = countingIn('en');

/** What is outstanding, and what of it is asked for already; of the card that acts. */
export const askedFor = {
  /** @param by such as `invoice INV-0001, due Dec 17`. */
  by: (amount: string, by: string) => `${amount} is already asked for by ${by}`,
  invoice: (number: string, day: string) =>
    [number === '' ? 'an invoice' : `invoice ${number}`, day === '' ? '' : `, due ${day}`].join(''),
  overdue: (number: string, day: string) =>
    `${number === '' ? 'an invoice' : `invoice ${number}`} that was due on ${day}`,
  invoices: 'open invoices',
  link: 'a payment link',
  coming: (amount: string) => `${amount} is on its way or reserved`,
  disputed: (amount: string) => `${amount} is in dispute until the bank decides`,
  more: (count: number) => `and ${counted(count, { one: 'other', other: 'others' })}`,
  total: (amount: string) => `${amount} is already asked for`,
  nothingAsked: (amount: string) => `${amount} is outstanding, and nothing asks for it yet.`,
  besideSubscription: (amount: string) =>
    `${amount} is outstanding. The subscription below may bill it.`,
  missing: (amount: string) => `${amount} of what is outstanding isn't asked for yet.`,
  covered: 'Nothing more to request now.',
  review: (count: number) =>
    `${counted(count, { one: 'payment waits', other: 'payments wait' })} for review: decide first whether this deal was paid.`,
  withoutReview: (amount: string) => `Until you decide, ${amount} is outstanding.`,
  notSynced: 'What is outstanding is shown here after the first sync.',
  reading: 'Reading what is outstanding',
  notRead: "The request can't be prepared",
  paid: 'Nothing is outstanding on this deal.',
  noAmount: 'Set the amount of the deal to see what is outstanding.',
  notComparable:
    "What is outstanding isn't known: the deal amount can't be compared with what was paid. Enter the amount to request.",
  unread: "What is outstanding couldn't be read",
  asOf: (moment: string) => `As of the last sync, ${moment}.`,
  another: 'Request another payment',
  preset: (amount: string) => `Outstanding and not asked for yet: ${amount}`,

  /** Of the review. */
  same: 'This is all that is outstanding and not asked for yet.',
  less: (amount: string) => `After this, ${amount} of what is outstanding isn't asked for yet.`,
  excess: (amount: string) =>
    `This is ${amount} more than what is outstanding and not asked for yet`,
  figures: (outstanding: string, missing: string) =>
    `Outstanding: ${outstanding}. Not asked for yet: ${missing}.`,
  replaces: 'If this one replaces it, cancel it first, so that the customer pays only once.',
};

/** Of the review of a request. */
export const preview = {
  title: 'Review before it is created',
  item: 'Item',
  quantity: 'Quantity',
  price: 'Price',
  total: 'Total',
  discount: (amount: string) => `after a discount of ${amount}`,
  plusTax: 'Plus the tax that your Stripe account collects. The customer sees it on the page.',
  /** @param total with it. */
  tax: (tax: string, total: string) =>
    `Plus ${tax} of tax by Stripe's calculation now: ${total} in all.`,
  plusTaxButton: (button: string) => `${button} plus tax`,
  forAnyone: 'Anyone who has the link can pay with it, once.',
  forCustomer: (name: string) => `For ${name}`,
  newCustomer: 'A customer is created in Stripe for this contact.',
  due: (days: number) => `Due in ${counted(days, { one: 'day', other: 'days' })}`,
  dueNow: 'Due immediately',
  memo: (text: string) => `Memo: ${text}`,
  poNumber: (text: string) => `PO number: ${text}`,
  sends: (email: string) => `Stripe emails the invoice to ${email}.`,
  sendsNothing: 'Nothing is sent. Copy the link and send it yourself.',
  recurring: (count: number) =>
    `Not included: ${counted(count, { one: 'recurring line item', other: 'recurring line items' })}.`,
  existing:
    'The same was requested before and is still open. You get that one, and no second one is created.',
  createLink: (amount: string) => `Create payment link for ${amount}`,
  createInvoice: (amount: string) => `Create invoice for ${amount}`,
  sendInvoice: (amount: string) => `Send invoice for ${amount}`,
  showExisting: 'Show the open request',
  change: 'Change',
  again: 'Review again',
  reviewAgain: 'Review again',
  notReviewed: "It couldn't be reviewed",
  notDone: "It wasn't done",
};

/** What is wrong with a field, below it. */
export const mistakes = {
  amount: (example: string) =>
    `Write the amount like ${example}: no separators of thousands, no more decimals than the currency has.`,
  zero: 'Enter an amount above zero.',
  tooPrecise: (example: string) => `Stripe takes amounts like ${example} in this currency.`,
  tooSmall: (amount: string) => `Stripe takes at least ${amount}.`,
  leftToRefund: (amount: string) => `At most ${amount} is left to refund.`,
  tooLarge: (amount: string) => `Stripe takes at most ${amount} in one payment.`,
  currency: "Stripe doesn't take this currency. Enter three letters, such as USD.",
  percent: 'Enter a percentage above 0, at most 100.',
  days: (most: number) => `Enter 0 to ${digits(most)} days.`,
  trial: (most: number) => `Enter 1 to ${digits(most)} days, or leave it empty.`,
  characters: (written: number, most: number) =>
    `${digits(written)} characters: at most ${digits(most)} fit.`,
  past: 'Select a day after today, or start now.',
};
