import type { CheckoutItemRow, CheckoutMode } from '../entities/checkout-session.ts';
import type { PriceRow } from '../entities/price.ts';
import type { NewCheckout, NewCheckoutItem } from './billing-requests.ts';
import { createPrice, createProduct } from './catalogue.ts';
import { createdAt, type WorldContext } from './context.ts';
import { theUsableCoupon } from './discounts.ts';
import { discountAmounts } from './discount-amounts.ts';
import { thePrice, theProduct } from './lookup.ts';
import { priceAmount } from './price-amounts.ts';
import { WorldRefusal } from './world-refusal.ts';

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

export function itemsAsked(
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

export function modeOf(checkout: NewCheckout, prices: readonly PriceRow[]): CheckoutMode {
  const recurring = prices.filter((price) => price.recurring !== null).length;
  const mode = checkout.mode ?? (recurring > 0 ? 'subscription' : 'payment');
  if (mode === 'payment' && recurring > 0) {
    throw new WorldRefusal('A checkout in payment mode has no recurring price.');
  }
  if (mode === 'subscription' && (recurring === 0 || recurring < prices.length)) {
    throw new WorldRefusal('Here a checkout in subscription mode has recurring prices only.');
  }
  return mode;
}

export function currencyOfPrices(prices: readonly PriceRow[]): string | null {
  const [currency, ...others] = new Set(prices.map((price) => price.currency));
  if (others.length > 0) throw new WorldRefusal('The prices are in different currencies.');
  return currency ?? null;
}

/** A trial costs nothing at first. */
export function checkoutItems(
  context: WorldContext,
  items: readonly NewCheckoutItem[],
  checkout: Pick<NewCheckout, 'coupon' | 'trialEndMs'>,
  currency: string | null,
  atMs: number,
): readonly CheckoutItemRow[] {
  const amounts = items.map(({ price, quantity }) =>
    checkout.trialEndMs === undefined
      ? priceAmount(thePrice(context.store, price), quantity ?? 1)
      : 0,
  );
  const coupon =
    checkout.coupon === undefined || currency === null
      ? []
      : [{ id: '', coupon: theUsableCoupon(context, checkout.coupon, currency, atMs) }];
  const taken = discountAmounts(
    amounts.map((amount) => ({ amount, discounts: [] })),
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
