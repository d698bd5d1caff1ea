/** What a person can make happen at Stripe from the drawer. */
export const ACTION_IDS = [
  'pay-by-card',
  'pay-declined',
  'authorize',
  'capture',
  'cancel-authorization',
  'settle-fee',
  'refund',
  'fail-refund',
  'open-dispute',
  'open-inquiry',
  'win-dispute',
  'lose-dispute',
  'start-bank-debit',
  'bank-debit-succeeds',
  'bank-debit-fails',
  'create-invoice',
  'pay-invoice',
  'pay-invoice-part',
  'fail-invoice-payment',
  'void-invoice',
  'start-subscription',
  'renew-subscription',
  'cancel-at-period-end',
] as const;

export type ActionId = (typeof ACTION_IDS)[number];
