import type {
  CheckoutItemRow,
  CheckoutMode,
  CheckoutPayer,
  CheckoutSessionRow,
} from '../entities/billing.ts';
import type { PriceRow } from '../entities/catalogue.ts';
import type { Metadata } from '../entities/row.ts';
import { amountTotal } from '../formatters/amounts.ts';
import type { NewCheckout, NewCheckoutItem } from './checkout-requests.ts';
import { createPrice, createProduct } from './catalogue.ts';
import {
  createdAt,
  theCheckoutSession,
  theCustomer,
  thePrice,
  theProduct,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { discountAmounts, theUsableCoupon } from './discounts.ts';
import { recordCheckout } from './events.ts';
import type { Payment } from './payment-request.ts';
import { priceAmount } from './pricing.ts';
import { checkTexts } from './text-limits.ts';

/** A price made on the spot is inactive from the start, and so is its product. */
function inlineItem(context: WorldContext, checkout: NewCheckout, atMs: number): NewCheckoutItem {
  const { amount, currency, productName } = checkout;
  if (amount === undefined) throw new WorldRefusal('A checkout needs an amount or items.');
  const name = productName ?? 'Order';
  const product = createProduct(context, { name, isActive: false, atMs });
  const price = createPrice(context, {
    product: product.id,
    currency: currency ?? context.account.defaultCurrency,
    unitAmount: amount,
    isActive: false,
    atMs,
  });
  return { price: price.id };
}

function itemsAsked(
  context: WorldContext,
  checkout: NewCheckout,
  atMs: number,
): readonly NewCheckoutItem[] {
  const { items, amount, mode } = checkout;
  if (mode === 'setup') return [];
  if (items !== undefined && amount !== undefined) {
    throw new WorldRefusal('A checkout has either an amount or items.');
  }
  return items ?? [inlineItem(context, checkout, atMs)];
}

export function modeOf(
  checkout: Pick<NewCheckout, 'mode'>,
  prices: readonly PriceRow[],
): CheckoutMode {
  const recurring = prices.filter((price) => price.recurring !== null).length;
  const mode = checkout.mode ?? (recurring > 0 ? 'subscription' : 'payment');
  if (mode === 'payment' && recurring > 0) {
    throw new WorldRefusal('A checkout in payment mode has no recurring price.');
  }
  if (mode === 'subscription' && recurring === 0) {
    throw new WorldRefusal('A checkout in subscription mode has a recurring price.');
  }
  const cycles = prices.flatMap(({ recurring: cycle }) =>
    cycle === null ? [] : [`${cycle.interval} ${String(cycle.intervalCount)}`],
  );
  if (new Set(cycles).size > 1) {
    // Mixed intervals are for subscriptions, schedules and quotes:
    // https://docs.stripe.com/changelog/basil/2025-07-30/support-mixed-intervals.
    throw new WorldRefusal(
      'Checkout does not support multiple prices with different billing intervals.',
    );
  }
  return mode;
}

export function currencyOfPrices(prices: readonly PriceRow[]): string | null {
  const [currency, ...others] = new Set(prices.map((price) => price.currency));
  if (others.length > 0) throw new WorldRefusal('The prices are in different currencies.');
  return currency ?? null;
}

/** What recurs costs nothing in a trial; what is paid once is paid at once. */
export function checkoutItems(
  context: WorldContext,
  items: readonly NewCheckoutItem[],
  checkout: Pick<NewCheckout, 'coupon' | 'trialEndMs'>,
  currency: string | null,
  atMs: number,
): readonly CheckoutItemRow[] {
  const amounts = items.map(({ price: id, quantity }) => {
    const price = thePrice(context.store, id);
    const isFree = checkout.trialEndMs !== undefined && price.recurring !== null;
    return isFree ? 0 : priceAmount(price, quantity ?? 1);
  });
  const coupon =
    checkout.coupon === undefined || currency === null
      ? []
      : [{ id: '', coupon: theUsableCoupon(context, checkout.coupon, currency, atMs) }];
  const taken = discountAmounts(
    amounts.map((amount, index) => ({
      amount,
      product: thePrice(context.store, items[index]?.price ?? '').product,
      discounts: [],
    })),
    coupon,
  );
  return items.map(({ price, quantity }, index) => ({
    id: context.ids.next('li_1'),
    created: createdAt(atMs),
    price,
    quantity: quantity ?? 1,
    description: theProduct(context.store, thePrice(context.store, price).product).name,
    amountSubtotal: amounts[index] ?? 0,
    amountDiscount: (taken[index] ?? []).reduce((sum, each) => sum + each.amount, 0),
  }));
}

const DAY_SECONDS = 24 * 60 * 60;

/** Of a customer Stripe knows the details before anything is typed in. */
function payerOf(context: WorldContext, { customer }: NewCheckout): CheckoutPayer | null {
  if (customer === undefined) return null;
  const { email, name, country } = theCustomer(context.store, customer);
  return { email, name, country };
}

function paymentStatusOf(
  session: Pick<CheckoutSessionRow, 'mode' | 'items' | 'taxRates'>,
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
  const { taxRates = [] } = checkout;
  const created = createdAt(atMs);
  const row: CheckoutSessionRow = {
    id: context.ids.next(context.livemode ? 'cs_live_a1' : 'cs_test_a1'),
    created,
    mode,
    status: 'open',
    paymentStatus: paymentStatusOf({ mode, items, taxRates }),
    currency,
    items,
    taxRates,
    isTaxAutomatic: checkout.isTaxAutomatic ?? false,
    coupon: checkout.coupon ?? null,
    customer: checkout.customer ?? null,
    customerEmail: null,
    payer,
    paymentIntent: null,
    setupIntent: mode === 'setup' ? context.ids.next('seti_1') : null,
    subscription: null,
    invoice: null,
    clientReferenceId: checkout.clientReferenceId ?? null,
    paymentLink: checkout.paymentLink ?? null,
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
