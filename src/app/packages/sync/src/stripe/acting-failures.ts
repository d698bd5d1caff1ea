import type { ErrorCode } from '@stripe-payments/core';
import Stripe from 'stripe';
import { stripeFailure } from './errors.ts';

/** Stripe's own codes of what a person can do something about. */
const REFUSALS: Readonly<Record<string, ErrorCode>> = {
  amount_too_small: 'amount-too-small',
  amount_too_large: 'amount-too-large',
  charge_already_refunded: 'nothing-to-refund',
  charge_disputed: 'payment-disputed',
  customer_tax_location_invalid: 'tax-location-unknown',
  coupon_expired: 'coupon-not-redeemable',
  invoice_upcoming_none: 'subscription-not-renewing',
};

/** Of a payment that was part of what was asked. */
const DECLINED = 402;

/** Stripe has no code for it: "until you save your customer portal settings". */
const UNSAVED_PORTAL = /\bcustomer portal settings\b/i;

/** Stripe has no code for it either: "You cannot combine currencies on a single customer". */
const OTHER_CURRENCY = /\bcombine currencies\b/i;

/** Of codes it has none: "This promotion code cannot be redeemed because the associated customer has prior transactions." */
const NOT_REDEEMABLE = /\bcannot be redeemed\b/i;

/** What is missing is not what the call is about. */
const NO_COUPON = /^No such (?:coupon|promotion)/;

function refusalIn(message: string): ErrorCode | undefined {
  if (UNSAVED_PORTAL.test(message)) return 'portal-not-saved';
  if (NOT_REDEEMABLE.test(message)) return 'coupon-not-redeemable';
  return OTHER_CURRENCY.test(message) ? 'customer-other-currency' : undefined;
}

/** With the key for writing. @throws {SyncError} */
export async function done<T>(notFound: ErrorCode, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const failure = stripeFailure(error, { notFound, access: 'write' });
    if (failure.code === 'stripe-write-permission') throw failure.as('write-key-permission');
    const {
      code,
      statusCode,
      message = '',
    } = error instanceof Stripe.errors.StripeError ? error : {};
    if (NO_COUPON.test(message)) throw failure.as('coupon-unknown');
    const isDeclined = statusCode === DECLINED;
    const known = isDeclined ? 'payment-declined' : (REFUSALS[code ?? ''] ?? refusalIn(message));
    const refusal = failure.code === 'stripe-refused' ? known : undefined;
    throw refusal === undefined ? failure : failure.as(refusal);
  }
}
