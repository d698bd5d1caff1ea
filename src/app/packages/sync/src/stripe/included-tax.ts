import type { SubscriptionItem } from '@stripe-payments/core';
import type Stripe from 'stripe';

type TaxIncluded = SubscriptionItem['taxIncluded'];

/** Rates have at most four decimals: a percent is this many parts. */
const PARTS_PER_PERCENT = 10_000;

/** Rates chosen by hand; the item's come instead of the subscription's. */
function ofRates(rates: readonly Stripe.TaxRate[]): TaxIncluded {
  const percent = rates
    .filter(({ inclusive }) => inclusive)
    .reduce((sum, { percentage }) => sum + percentage, 0);
  if (percent === 0) return null;
  const net = 100 * PARTS_PER_PERCENT;
  return { net, gross: net + Math.round(percent * PARTS_PER_PERCENT) };
}

/** What the item's line of the latest invoice says; null where it has none that costs something. */
function ofInvoice(item: Stripe.SubscriptionItem, invoice: Stripe.Invoice): TaxIncluded {
  const line = invoice.lines.data.find(
    ({ parent }) => parent?.subscription_item_details?.subscription_item === item.id,
  );
  if (line === undefined) return null;
  const discounts = line.discount_amounts ?? [];
  const gross = line.amount - discounts.reduce((sum, { amount }) => sum + amount, 0);
  const tax = (line.taxes ?? [])
    .filter(({ tax_behavior: behavior }) => behavior === 'inclusive')
    .reduce((sum, { amount }) => sum + amount, 0);
  return gross > 0 && tax > 0 ? { gross, net: gross - tax } : null;
}

/** The tax that an item's price includes: MRR is without it. Null where it includes none. */
export function taxIncludedIn(
  item: Stripe.SubscriptionItem,
  subscription: Stripe.Subscription,
): TaxIncluded {
  const { default_tax_rates: defaults, latest_invoice: invoice } = subscription;
  const own = item.tax_rates ?? [];
  const byRates = ofRates(own.length > 0 ? own : (defaults ?? []));
  if (byRates !== null) return byRates;
  if (item.price.tax_behavior !== 'inclusive') return null;
  return invoice === null || typeof invoice === 'string' ? null : ofInvoice(item, invoice);
}
