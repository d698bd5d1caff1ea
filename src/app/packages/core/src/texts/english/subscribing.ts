import { countingIn } from '../counting.ts';

const { counted } = countingIn('en');

const days = (count: number): string => counted(count, { one: 'day', other: 'days' });

/** Of subscriptions that are created from the card that acts. */
export const subscribing = {
  methods: {
    link: 'Payment link',
    invoice: 'Invoice',
    'subscription-link': 'Subscription by payment link',
    subscription: 'Subscription by invoice',
  },
  linkKind: 'Subscription link',
  lines: (often: string, amount: string) => `Line items, ${often}: ${amount}`,
  interval: 'Billing interval',
  oneTime: (amount: string) => `Also bill the one-time line items: ${amount}`,
  oneTimeHint: 'Once, on the first invoice.',
  starts: 'Start',
  startsNow: 'Now',
  startsLater: 'On a later day',
  startDay: 'Start date',
  trialDays: 'Free trial in days (optional)',
  linkHint: 'It starts when the customer completes the payment page.',

  once: 'once',
  each: (amount: string, often: string) => `${amount} ${often}, until it is canceled.`,
  dueByLink: (amount: string) => `The customer pays ${amount} on the page.`,
  nothingByLink: 'The customer pays nothing on the page, and enters a card.',
  charges: 'Stripe charges the same card for each renewal.',
  dueByInvoice: (amount: string) => `First invoice, today: ${amount}.`,
  nothingByInvoice: 'Nothing is due today.',
  startsAt: (day: string) => `Billed from ${day}. Until then, Stripe shows it as a trial.`,
  trialByLink: (count: number) =>
    `Free trial of ${days(count)} from the day on which the customer completes the page.`,
  oneTimeFirst: 'The one-time line items are on the first invoice only.',
  hasTerm:
    "In HubSpot, these line items end after a term. In Stripe, the subscription renews until it's canceled.",
  leftOut: (count: number) =>
    `Not included: ${counted(count, { one: 'line item', other: 'line items' })} with another billing interval. Create one subscription for each interval.`,
  sendsEach: (email: string) =>
    `Stripe emails each invoice to ${email}, the first one about an hour after it is created.`,
  createLink: (amount: string, often: string) => `Create link for ${amount} ${often}`,
  create: (amount: string, often: string) => `Create subscription for ${amount} ${often}`,
  showExisting: 'Show the subscription',
  existing:
    'The same subscription was created before and is running. You get that one, and no second one is created.',
  done: 'Subscription created',
  doneNext: 'Stripe emails each invoice to the customer.',
  running: 'Already created: this is the running subscription',
};
