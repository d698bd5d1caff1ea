import type { ProbedPermission } from '@stripe-payments/core';
import Stripe from 'stripe';
import { asSyncError } from '../sync-error.ts';
import type { TryWrite } from '../use-cases/acting/acting-ports.ts';
import { stripeFailure } from './errors.ts';

/** Ends an id that no account has: what is asked to change is not there. */
const NONE = 'permission_check';

/** What cannot create or change anything: a parameter is missing, or the object is, or it only reads. */
const HARMLESS_CALLS: Readonly<Record<ProbedPermission, (stripe: Stripe) => Promise<unknown>>> = {
  charge_write: (stripe) => stripe.refunds.create({}),
  coupon_read: (stripe) => stripe.coupons.list({ limit: 1 }),
  customer_portal_write: (stripe) =>
    stripe.billingPortal.sessions.create({ customer: `cus_${NONE}` }),
  customer_write: (stripe) => stripe.customers.update(`cus_${NONE}`, {}),
  invoice_write: (stripe) => stripe.invoices.finalizeInvoice(`in_${NONE}`),
  payment_links_write: (stripe) => stripe.paymentLinks.create({ line_items: [] }),
  // A price is of a product, and a product has a name.
  plan_write: (stripe) => stripe.prices.create({ currency: 'usd' }),
  product_write: (stripe) => stripe.products.create({ name: '' }),
  promotion_code_read: (stripe) => stripe.promotionCodes.list({ limit: 1 }),
  subscription_write: (stripe) => stripe.subscriptions.update(`sub_${NONE}`, {}),
};

/**
 * What a call says of a permission that cannot succeed: Stripe refuses a key that may not before it looks at
 * parameters, which could not be confirmed (`stripe-write-probe`).
 * @param isFull for a key that may do everything.
 */
export const createWriteProbe =
  (stripe: Stripe, isFull: boolean): TryWrite =>
  async (permission) => {
    if (isFull) return { status: 'present' };
    try {
      await HARMLESS_CALLS[permission](stripe);
      if (permission.endsWith('_read')) return { status: 'present' };
      // A call that is answered after all proves nothing.
      return { status: 'unknown', detail: undefined };
    } catch (error) {
      if (error instanceof Stripe.errors.StripePermissionError) {
        return { status: 'missing', detail: error.message };
      }
      if (error instanceof Stripe.errors.StripeInvalidRequestError) return { status: 'present' };
      const failure = asSyncError(stripeFailure(error, { notFound: 'stripe-refused' }));
      if (failure.code === 'stripe-key-invalid') throw failure.as('write-key-invalid');
      return { status: 'unknown', detail: failure.detail };
    }
  };
