import type Stripe from 'stripe';
import { MARK, PRODUCT_ID } from './marks.ts';
import { isOpen } from './stage.ts';

/** Test accounts are small, and leftovers are of yesterday rather than of last year. */
const REACH_SECONDS = 30 * 24 * 60 * 60;
const MAX_LOOKED_AT = 2_000;

const isOurs = ({ metadata }: { readonly metadata: Stripe.Metadata | null }): boolean =>
  metadata?.['created_by'] === MARK.created_by;

async function tried(remove: () => Promise<unknown>): Promise<boolean> {
  try {
    await remove();
    return true;
  } catch {
    return false;
  }
}

/** Gives up what a customer's payments still hold, then deletes the customer; subscriptions end with it. */
async function removeCustomer(stripe: Stripe, id: string): Promise<void> {
  for await (const intent of stripe.paymentIntents.list({ customer: id, limit: 100 })) {
    if (isOpen(intent)) await tried(() => stripe.paymentIntents.cancel(intent.id));
  }
  await stripe.customers.del(id);
}

/**
 * Removes what a run left that did not end by itself. What Stripe never deletes stays: charges, refunds
 * and disputes, all marked in their metadata.
 */
export async function removeStripeLeftovers(
  stripe: Stripe,
  nowMs: number,
): Promise<readonly string[]> {
  const removed: string[] = [];
  const created = { gte: Math.floor(nowMs / 1_000) - REACH_SECONDS };
  const customers = await stripe.customers
    .list({ created, limit: 100 })
    .autoPagingToArray({ limit: MAX_LOOKED_AT });
  for (const customer of customers.filter(isOurs)) {
    await removeCustomer(stripe, customer.id);
    removed.push(`customer ${customer.id}`);
  }
  const sessions = await stripe.checkout.sessions
    .list({ created, status: 'open', limit: 100 })
    .autoPagingToArray({ limit: MAX_LOOKED_AT });
  for (const { id } of sessions.filter(isOurs)) {
    await stripe.checkout.sessions.expire(id);
    removed.push(`checkout session ${id}`);
  }
  const coupons = await stripe.coupons
    .list({ created, limit: 100 })
    .autoPagingToArray({ limit: MAX_LOOKED_AT });
  for (const { id } of coupons.filter(isOurs)) {
    await stripe.coupons.del(id);
    removed.push(`coupon ${id}`);
  }
  const product = await stripe.products.retrieve(PRODUCT_ID).catch(() => undefined);
  if (product?.active === true) {
    await stripe.products.update(PRODUCT_ID, { active: false });
    removed.push(`product ${PRODUCT_ID}`);
  }
  return removed;
}
