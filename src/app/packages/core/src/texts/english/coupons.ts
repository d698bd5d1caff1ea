import { countingIn } from '../counting.ts';

const { counted } = countingIn('en');

/** Of the coupon of a subscription. */
export const coupons = {
  button: 'Apply or remove coupon',
  reading: "Reading your account's coupons",
  notRead: "The coupons couldn't be read",
  applied: (label: string) => `Applied now: ${label}`,
  ofCustomer: (label: string) =>
    `The customer's own coupon, used while the subscription has none: ${label}`,
  noneApplied: 'No coupon is applied now.',
  choice: 'Coupon',
  remove: 'Remove the coupon',
  byCode: 'Enter a code',
  code: 'Promotion code or coupon ID',
  codeMissing: 'Enter a code: letters, digits, hyphens and underscores.',
  incomplete: 'These are the newest coupons. Enter the ID of an older one.',
  noChoices: "None of your account's coupons fits this subscription. Enter a promotion code.",
  replaces: 'The coupon you select replaces the one that is applied now.',

  percentOff: (percent: string) => `${percent} off`,
  amountOff: (amount: string) => `${amount} off`,
  /** @param off how much, as above. */
  durations: {
    once: (off: string) => `${off} the next invoice`,
    forever: (off: string) => `${off} every invoice`,
    repeating: (off: string, months: number) =>
      `${off} for ${counted(months, { one: 'month', other: 'months' })}`,
    until: (off: string, day: string) => `${off} until ${day}`,
  },

  applies: (label: string) => `Applied: ${label}`,
  removes: (label: string) => `Removed: ${label}`,
  removesNone: 'The subscription has no coupon afterwards.',
  next: (day: string) => `Next invoice ${day}, with this change`,
  before: (amount: string) => `To be paid without this change: ${amount}`,
  unchanged: 'The amount to be paid stays the same.',
  takesNothing: 'The coupon takes nothing off the next invoice. It may end before that.',
  onlyNext: "Invoices that exist already don't change, and nothing is refunded.",
  confirmApply: 'Apply coupon',
  confirmRemove: 'Remove coupon',
  doneApplied: 'Coupon applied',
  doneRemoved: 'Coupon removed',
};

const selectAnother = 'Select another coupon.';

/** Of a coupon that can't be applied, or removed. */
export const couponErrors = {
  'coupon-unknown': {
    message: 'Stripe has no coupon and no promotion code with this code.',
    nextStep: 'Check the code. The coupon may have been deleted: select another one.',
  },
  'coupon-expired': { message: 'This coupon has expired.', nextStep: selectAnother },
  'coupon-used-up': {
    message: 'This coupon was redeemed as often as it may be.',
    nextStep: selectAnother,
  },
  'coupon-not-redeemable': {
    message: "Stripe doesn't accept this coupon any more, or not for this customer.",
    nextStep: selectAnother,
  },
  'coupon-other-currency': {
    message: 'This coupon is for another currency than the one of the subscription.',
    nextStep: selectAnother,
  },
  'coupon-other-products': {
    message: 'This coupon is for other products, so it takes nothing off this subscription.',
    nextStep: selectAnother,
  },
  'coupon-other-customer': {
    message: 'This promotion code is for another customer.',
    nextStep: 'Enter another code.',
  },
  'coupon-first-time': {
    message: 'This promotion code is for the first purchase of a customer.',
    nextStep: 'Enter another code, or select its coupon from the list.',
  },
  'coupon-minimum': {
    message: 'The next invoice is lower than the minimum amount of this promotion code.',
    nextStep: 'Enter another code, or select its coupon from the list.',
  },
  'coupon-applied': {
    message: 'This coupon is applied already.',
    nextStep: 'Select another coupon, or remove this one.',
  },
  'no-coupon': {
    message: 'The subscription has no coupon of its own.',
    nextStep: "Reload the page. A customer's own coupon is removed in the Stripe Dashboard.",
  },
};
