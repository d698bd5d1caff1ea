import type { InvoicePreview, Money } from '@stripe-payments/core';
import { CONFIRMATION_KEY, money, USER_KEY } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { SyncError } from '../sync-error.ts';
import type {
  ActingPorts,
  ItemToChange,
  StoredSubscription,
} from '../use-cases/acting/acting-ports.ts';
import { storedSubscription } from './acting-objects.ts';
import { done } from './acting-failures.ts';
import { knownCurrency, wholeNumber } from './checked-values.ts';

const TAX_BEHAVIORS = ['exclusive', 'inclusive', 'unspecified'] as const;
const INTERVALS = ['day', 'week', 'month', 'year'] as const;

/** Another price is one of the same product and interval: the period goes on. */
function priceData({ item, unit }: ItemToChange) {
  if (unit === null) return {};
  const interval = INTERVALS.find((known) => known === item.interval);
  if (interval === undefined) throw new SyncError('item-by-usage');
  const taxBehavior = TAX_BEHAVIORS.find((known) => known === item.taxBehavior);
  return {
    price_data: {
      currency: unit.currency,
      product: item.productId,
      recurring: { interval, interval_count: item.intervalCount },
      unit_amount: unit.minor,
      ...(taxBehavior !== undefined && { tax_behavior: taxBehavior }),
    },
  };
}

/** Of the preview and of the change: what was shown is what is done. Stripe takes no date where nothing is prorated. */
function changeParams(change: ItemToChange) {
  const { item, quantity, billing, prorationDate } = change;
  const items = [{ id: item.id, quantity, ...priceData(change) }];
  if (billing === 'none') return { items, proration_behavior: 'none' } as const;
  return {
    items,
    proration_behavior: billing === 'now' ? 'always_invoice' : 'create_prorations',
    proration_date: prorationDate,
  } as const;
}

const sumOf = (amounts: readonly { readonly amount: number }[] | null): number =>
  (amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);

/** What is in the prices is not on top of them. */
function addedTaxOf({ id, total_taxes: taxes }: Stripe.Invoice, currency: string): Money {
  const added = taxes?.filter(({ tax_behavior: behavior }) => behavior !== 'inclusive');
  return money(wholeNumber(id, 'tax', sumOf(added ?? null)), currency);
}

/** @throws {SyncError} `preview-too-long` for one of which Stripe sent a part of the lines. */
export function previewOf(id: string, invoice: Stripe.Invoice): InvoicePreview {
  const currency = knownCurrency(id, invoice.currency);
  const amountOf = (minor: number) => money(wholeNumber(id, 'amount', minor), currency);
  if (invoice.lines.has_more) throw new SyncError('preview-too-long');
  return {
    lines: invoice.lines.data.map(({ description, amount, parent }) => ({
      label: description,
      amount: amountOf(amount),
      isProration: parent?.subscription_item_details?.proration ?? false,
    })),
    discount: amountOf(sumOf(invoice.total_discount_amounts)),
    tax: addedTaxOf(invoice, currency),
    total: amountOf(invoice.total),
    due: amountOf(invoice.amount_due),
  };
}

/** With the key for writing: Stripe asks it of a preview, too. */
export const previewChange =
  ({ invoices }: Stripe): ActingPorts['reads']['previewChange'] =>
  async ({ id }, change) => {
    const asked = { subscription: id, subscription_details: changeParams(change) };
    return previewOf(id, await done('unknown-subscription', invoices.createPreview(asked)));
  };

export const nextInvoice =
  ({ invoices }: Stripe): ActingPorts['reads']['nextInvoice'] =>
  async (subscription) => {
    try {
      const preview = await invoices.createPreview({ subscription });
      return money(preview.amount_due, knownCurrency(subscription, preview.currency));
    } catch {
      // Of one that ends there is no next invoice; and a key without the permission hides only the amount.
      return null;
    }
  };

/** With the key for writing, as for every preview. */
export const previewTax =
  ({ invoices }: Stripe): ActingPorts['reads']['taxOf'] =>
  async ({ customerId: customer, currency, lines }) => {
    try {
      const preview = await invoices.createPreview({
        ...{ customer, currency, automatic_tax: { enabled: true } },
        invoice_items: lines.map(({ label: description, total }) => {
          return { amount: total.minor, currency, description };
        }),
      });
      const { status } = preview.automatic_tax;
      if (status === 'requires_location_inputs') return { status: 'unlocated' };
      return status === 'complete' ? { status: 'known', tax: addedTaxOf(preview, currency) } : null;
    } catch {
      // What cannot be previewed is refused, or not, where it is made.
      return null;
    }
  };

/** Where the difference is charged now and the payment fails, Stripe changes nothing. */
export const changeItem =
  ({ subscriptions }: Stripe): ActingPorts['writes']['changeItem'] =>
  async ({ id, customer, isCharged }: StoredSubscription, change, { key, userId, text }) => {
    const asked = {
      ...changeParams(change),
      ...(isCharged && { payment_behavior: 'error_if_incomplete' as const }),
      metadata: { [USER_KEY]: userId, [CONFIRMATION_KEY]: text },
    };
    const changing = subscriptions.update(id, asked, { idempotencyKey: key });
    return storedSubscription(await done('unknown-subscription', changing), customer);
  };
