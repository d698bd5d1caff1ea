import { amountRefusal, moneyText, wholeAmount } from '../values/currencies.ts';
import type {
  InvoiceLineRow,
  PendingLine,
  SubscriptionItemRow,
  SubscriptionRow,
} from '../entities/billing.ts';
import type { PriceRow } from '../entities/catalogue.ts';
import type { NewInvoiceLine } from './billing-requests.ts';
import { createdAt, thePrice, theProduct, WorldRefusal, type WorldContext } from './context.ts';
import { appliedDiscounts, discountAmounts } from './discounts.ts';
import { priceAmount, priceIn } from './pricing.ts';

type OpenLine = PendingLine;

const NOTHING = {
  price: null,
  product: null,
  unitAmountDecimal: null,
  subscription: null,
  subscriptionItem: null,
  isProration: false,
  invoiceItem: null,
  discounts: [],
} as const;

/** `2 × Gold (at 29.99 USD / month)`, as Stripe words such lines. */
function itemText(context: WorldContext, price: PriceRow, quantity: number): string {
  const { name } = theProduct(context.store, price.product);
  const units = `${String(quantity)} × ${name}`;
  const unitAmount = wholeAmount(price.unitAmountDecimal);
  if (unitAmount === null || price.recurring === null) return units;
  const { interval, intervalCount } = price.recurring;
  const every = intervalCount === 1 ? interval : `every ${String(intervalCount)} ${interval}s`;
  return `${units} (at ${moneyText(unitAmount, price.currency)} / ${every})`;
}

/** What an item costs for its present period; nothing during a trial. */
export function subscriptionLine(
  context: WorldContext,
  subscription: SubscriptionRow,
  item: SubscriptionItemRow,
): OpenLine {
  const price = priceIn(thePrice(context.store, item.price), subscription.currency);
  const isOffer = item.currentTrial !== null && item.currentTrial.end > item.currentPeriodStart;
  const isTrial = subscription.status === 'trialing' || isOffer;
  const quantity = item.quantity ?? 0;
  const { name } = theProduct(context.store, price.product);
  return {
    ...NOTHING,
    amount: isTrial ? 0 : priceAmount(price, quantity),
    description: isTrial ? `Trial period for ${name}` : itemText(context, price, quantity),
    quantity,
    price: price.id,
    product: price.product,
    unitAmountDecimal: isTrial ? '0' : price.unitAmountDecimal,
    periodStart: item.currentPeriodStart,
    periodEnd: item.currentPeriodEnd,
    subscription: subscription.id,
    subscriptionItem: item.id,
    discounts: item.discounts,
    metadata: subscription.metadata,
  };
}

function checkLine(line: NewInvoiceLine, currency: string): void {
  if ((line.amount === undefined) === (line.price === undefined)) {
    throw new WorldRefusal('An invoice line has either an amount or a price.');
  }
  const { amount } = line;
  if (amount === undefined || amount === 0) return;
  const refusal = amountRefusal(Math.abs(amount), currency);
  if (refusal !== undefined) throw new WorldRefusal(refusal);
}

/** A line that no subscription makes; Stripe keeps an invoice item behind it. */
export function manualLine(
  context: WorldContext,
  line: NewInvoiceLine,
  currency: string,
  atMs: number,
): OpenLine {
  checkLine(line, currency);
  const quantity = line.quantity ?? 1;
  const price = line.price === undefined ? null : thePrice(context.store, line.price);
  if (price !== null && (price.recurring !== null || price.currency !== currency)) {
    throw new WorldRefusal(`The price ${price.id} is not one to pay once in ${currency}.`);
  }
  const product = price === null ? null : theProduct(context.store, price.product);
  return {
    ...NOTHING,
    amount: price === null ? (line.amount ?? 0) : priceAmount(price, quantity),
    description: line.description ?? product?.name ?? null,
    quantity,
    price: price?.id ?? null,
    product: product?.id ?? null,
    unitAmountDecimal: price?.unitAmountDecimal ?? (quantity === 1 ? String(line.amount) : null),
    periodStart: createdAt(atMs),
    periodEnd: createdAt(atMs),
    invoiceItem: context.ids.next('ii_1'),
    metadata: line.metadata ?? {},
  };
}

/** Gives the lines their ids and takes the discounts off. */
export function completeLines(
  context: WorldContext,
  lines: readonly OpenLine[],
  invoiceDiscounts: readonly string[],
  atMs: number,
): readonly InvoiceLineRow[] {
  const amounts = discountAmounts(
    lines.map((line) => ({
      // A proration is made of what was paid: no discount is taken off it again.
      amount: line.isProration ? 0 : line.amount,
      product: line.product,
      discounts: appliedDiscounts(context, line.discounts),
    })),
    appliedDiscounts(context, invoiceDiscounts),
  );
  return lines.map((line, index) => ({
    ...line,
    id: context.ids.next('il_1'),
    created: createdAt(atMs),
    discountAmounts: amounts[index] ?? [],
  }));
}

export type { OpenLine };
