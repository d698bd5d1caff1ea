import type { CheckoutPayer, CheckoutSessionRow } from '../entities/checkout-session.ts';
import type { Metadata } from '../entities/row.ts';
import { amountTotal } from '../formatters/checkout-amounts.ts';
import type { NewCheckout } from './billing-requests.ts';
import { recordCheckout } from './billing-events.ts';
import { checkoutItems, currencyOfPrices, itemsAsked, modeOf } from './checkout-items.ts';
import { createdAt, timeOf, type WorldContext } from './context.ts';
import { theCheckoutSession, theCustomer, thePrice } from './lookup.ts';
import type { Payment } from './payment-request.ts';
import { checkTexts } from './text-limits.ts';
import { WorldRefusal } from './world-refusal.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** Of a customer Stripe knows the details before anything is typed in. */
function payerOf(context: WorldContext, { customer }: NewCheckout): CheckoutPayer | null {
  if (customer === undefined) return null;
  const { email, name, country } = theCustomer(context.store, customer);
  return { email, name, country };
}

function paymentStatusOf(
  session: Pick<CheckoutSessionRow, 'mode' | 'items'>,
): CheckoutSessionRow['paymentStatus'] {
  return session.mode === 'setup' || amountTotal(session) === 0 ? 'no_payment_required' : 'unpaid';
}

export function startCheckout(context: WorldContext, checkout: NewCheckout): CheckoutSessionRow {
  const atMs = timeOf(context, checkout.atMs);
  if (checkout.customer !== undefined && checkout.guest !== undefined) {
    throw new WorldRefusal('A payer is either a customer or a guest.');
  }
  const { guest, productName, clientReferenceId, metadata = {} } = checkout;
  checkTexts('checkout', { ...guest, productName, clientReferenceId, metadata });
  const payer = payerOf(context, checkout);
  const asked = itemsAsked(context, checkout, atMs);
  const prices = asked.map((item) => thePrice(context.store, item.price));
  const currency = currencyOfPrices(prices);
  const mode = modeOf(checkout, prices);
  const items = checkoutItems(context, asked, checkout, currency, atMs);
  const created = createdAt(atMs);
  const row: CheckoutSessionRow = {
    id: context.ids.next(context.livemode ? 'cs_live_a1' : 'cs_test_a1'),
    created,
    mode,
    status: 'open',
    paymentStatus: paymentStatusOf({ mode, items }),
    currency,
    items,
    coupon: checkout.coupon ?? null,
    customer: checkout.customer ?? null,
    customerEmail: null,
    payer,
    paymentIntent: null,
    setupIntent: mode === 'setup' ? context.ids.next('seti_1') : null,
    subscription: null,
    invoice: null,
    clientReferenceId: checkout.clientReferenceId ?? null,
    expiresAt: created + DAY_SECONDS,
    metadata: checkout.metadata ?? {},
  };
  context.checkoutPlans.set(row.id, checkout);
  return context.store.checkoutSessions.insert(row, atMs);
}

/** At the end of its day at the latest. */
export function expireCheckout(
  context: WorldContext,
  id: string,
  atMsAsked?: number,
): CheckoutSessionRow {
  const atMs = timeOf(context, atMsAsked);
  const { status } = theCheckoutSession(context.store, id);
  if (status !== 'open') throw new WorldRefusal(`The checkout session ${id} is ${status}.`);
  context.checkoutPlans.delete(id);
  const row = context.store.checkoutSessions.update(id, { status: 'expired' }, atMs);
  recordCheckout(context, 'checkout.session.expired', row, atMs);
  return row;
}

/** As on the real service, no event tells of it. */
export function changeCheckoutSession(
  context: WorldContext,
  id: string,
  change: { readonly metadata: Metadata },
): CheckoutSessionRow {
  theCheckoutSession(context.store, id);
  return context.store.checkoutSessions.update(id, change, timeOf(context, undefined));
}

/** A bank debit makes its session paid, or leaves it unpaid for good, days after it was completed. */
export function followCheckout(context: WorldContext, payment: Payment, atMs?: number): void {
  const session = context.store.checkoutSessions
    .newestFirst()
    .find((row) => row.paymentIntent === payment.paymentIntent.id);
  if (session?.paymentStatus !== 'unpaid') return;
  const seen = timeOf(context, atMs);
  if (payment.charge.status !== 'succeeded') {
    recordCheckout(context, 'checkout.session.async_payment_failed', session, seen);
    return;
  }
  const change = { paymentStatus: 'paid' } as const;
  const row = context.store.checkoutSessions.update(session.id, change, seen);
  recordCheckout(context, 'checkout.session.async_payment_succeeded', row, seen);
}
