import type { TimelineTexts } from '../timeline-note.ts';

/** Empty where the price of a subscription is not known. */
const of = (amount: string): string => (amount === '' ? '' : ` for ${amount}`);

/** @param each empty where the first bill is like the others. */
const bills = (first: string, each: string): string =>
  each === '' ? first : `${first} first, then ${each} each time,`;

/** Of the note that an action leaves on the record's timeline. */
export const timeline: TimelineTexts = {
  deeds: {
    link: (amount) => `Payment link for ${amount} created in Stripe.`,
    invoice: (amount, number) => `Invoice${number} for ${amount} created in Stripe.`,
    'invoice-sent': (amount, number) =>
      `Invoice${number} for ${amount} created in Stripe and emailed to the customer.`,
    'subscription-link': (amount, _number, each) =>
      `Payment link for a subscription for ${bills(amount, each)} created in Stripe.`,
    subscription: (amount, _number, each) =>
      `Subscription for ${bills(amount, each)} created in Stripe, paid by invoice.`,
    refund: (amount) => `${amount} refunded in Stripe.`,
    'deactivate-link': (amount) => `Payment link for ${amount} canceled.`,
    'send-invoice': (amount, number) =>
      `Invoice${number} for ${amount} emailed to the customer by Stripe.`,
    'void-invoice': (amount, number) => `Invoice${number} for ${amount} voided.`,
    'mark-paid': (amount, number) =>
      `Invoice${number} for ${amount} marked as paid outside Stripe.`,
    'mark-uncollectible': (amount, number) =>
      `Invoice${number} for ${amount} marked as uncollectible.`,
    'card-link': () => 'Link to update the card created in Stripe.',
    'cancel-now': (amount) => `Subscription${of(amount)} canceled.`,
    'cancel-at-period-end': (amount) => `Subscription${of(amount)} set to end with its period.`,
    'keep-subscription': (amount) => `Subscription${of(amount)} no longer ends with its period.`,
    'pause-collection': (amount) => `Collection paused for the subscription${of(amount)}.`,
    'resume-collection': (amount) => `Collection resumed for the subscription${of(amount)}.`,
    'change-item': (amount) =>
      amount === ''
        ? 'Subscription changed.'
        : `Subscription changed: ${amount} for each interval.`,
    'apply-coupon': (amount, name) => `Coupon${name} applied to the subscription${of(amount)}.`,
    'remove-coupon': (amount) => `Coupon of the subscription${of(amount)} removed.`,
  },
  confirmedBy: (userId) => `Confirmed by HubSpot user ${userId}.`,
  open: 'Open in Stripe',
  reference: (reference) => `Stripe payments ${reference}`,
};
