import {
  formatCoupon,
  formatHiddenTerms,
  formatPriceOptions,
  formatTier,
} from '../formatters/catalogue.ts';
import { formatCheckoutItem } from '../formatters/checkout.ts';
import { formatInvoicePayment } from '../formatters/invoice-payments.ts';
import { formatRefund } from '../formatters/payments.ts';
import { nestedList, type FormatView } from '../formatters/view.ts';
import type { Store } from '../store/store.ts';
import { theCoupon, thePrice } from '../world/context.ts';
import { wireById, type WireObject } from './wire.ts';

type Hidden = (store: Store, id: string, view: FormatView) => unknown;

const refunds: Hidden = (store, id) =>
  nestedList(
    store.refunds
      .inGroup(id)
      .filter((refund) => refund.origin !== 'failed-debit')
      .toReversed(),
    `/v1/charges/${id}/refunds`,
    formatRefund,
  );

const payments: Hidden = (store, id, view) =>
  nestedList(
    store.invoicePayments.inGroup(id).toReversed(),
    `/v1/invoice_payments?invoice=${id}`,
    (row) => formatInvoicePayment(row, view),
  );

const lineItems: Hidden = (store, id, view) => {
  const { items = [], taxRates = [] } = store.checkoutSessions.get(id) ?? {};
  return nestedList(items, `/v1/checkout/sessions/${id}/line_items`, (item) =>
    formatCheckoutItem(item, { taxRates }, thePrice(store, item.price), view),
  );
};

const linkItems: Hidden = (store, id, view) =>
  nestedList(
    store.paymentLinks.get(id)?.items ?? [],
    `/v1/payment_links/${id}/line_items`,
    (item) => formatCheckoutItem(item, { taxRates: [] }, thePrice(store, item.price), view),
  );

/** A price of one amount has none. */
function tiers(store: Store, id: string): unknown {
  const price = thePrice(store, id);
  return price.tiersMode === null ? undefined : price.tiers.map(formatTier);
}

function priceOptions(store: Store, id: string): unknown {
  const price = thePrice(store, id);
  return price.tiersMode === null ? formatPriceOptions(price) : undefined;
}

const hiddenTerm =
  (field: 'applies_to' | 'currency_options'): Hidden =>
  (store, id) =>
    formatHiddenTerms(theCoupon(store, id))[field];

/** By object and field: what stands in an answer only when it is expanded. */
const HIDDEN: Readonly<Record<string, Hidden>> = {
  'charge.refunds': refunds,
  'coupon.applies_to': hiddenTerm('applies_to'),
  'coupon.currency_options': hiddenTerm('currency_options'),
  'checkout.session.line_items': lineItems,
  'invoice.payments': payments,
  'payment_link.line_items': linkItems,
  'plan.tiers': tiers,
  'price.currency_options': priceOptions,
  'price.tiers': tiers,
};

function hiddenField(store: Store, object: WireObject, field: string, view: FormatView): unknown {
  const name = `${String(object['object'])}.${field}`;
  if (!Object.hasOwn(HIDDEN, name)) return undefined;
  return HIDDEN[name]?.(store, String(object['id']), view);
}

interface PathTree extends ReadonlyMap<string, PathTree> {
  readonly size: number;
}

function treeOf(paths: readonly (readonly string[])[]): PathTree {
  const heads = new Set(paths.flatMap(([head]) => head ?? []));
  return new Map(
    [...heads].map((head) => {
      const rests = paths.filter((path) => path[0] === head && path.length > 1);
      return [head, treeOf(rests.map((path) => path.slice(1)))] as const;
    }),
  );
}

const isWireObject = (value: unknown): value is WireObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Expander {
  /** Replaces ids by objects along paths that were checked before. */
  expand(object: WireObject, paths: readonly string[], view: FormatView): WireObject;
}

export function createExpander(store: Store): Expander {
  const byId = (value: unknown, view: FormatView): unknown =>
    typeof value === 'string' ? (wireById(store, value, view) ?? value) : value;

  function valueOf(object: WireObject, field: string, view: FormatView): unknown {
    const value = object[field];
    if (value === undefined) return hiddenField(store, object, field, view);
    if (Array.isArray(value)) return value.map((each: unknown) => byId(each, view));
    return byId(value, view);
  }

  /** The coupon of a discount is the one that was redeemed, whatever has its id by now. */
  function sourceOf(discount: WireObject, rest: PathTree, view: FormatView): unknown {
    const row = store.discounts.get(String(discount['id']));
    const asked = rest.get('coupon');
    if (row === undefined || asked === undefined) return discount['source'];
    const { applies_to: products, currency_options: options } = formatHiddenTerms(row.terms);
    const coupon = {
      ...formatCoupon(row.terms, view),
      ...(asked.has('applies_to') && products !== undefined ? { applies_to: products } : {}),
      ...(asked.has('currency_options') && options !== undefined
        ? { currency_options: options }
        : {}),
    };
    return { coupon, type: 'coupon' };
  }

  function walk(value: unknown, tree: PathTree, view: FormatView): unknown {
    if (tree.size === 0) return value;
    if (Array.isArray(value)) return value.map((each: unknown) => walk(each, tree, view));
    if (!isWireObject(value)) return value;
    const expanded = [...tree].flatMap(([field, rest]) => {
      if (value['object'] === 'discount' && field === 'source') {
        return [[field, sourceOf(value, rest, view)] as const];
      }
      const inner = valueOf(value, field, view);
      return inner === undefined ? [] : [[field, walk(inner, rest, view)] as const];
    });
    return { ...value, ...Object.fromEntries(expanded) };
  }

  return {
    expand(object, paths, view) {
      const walked = walk(object, treeOf(paths.map((path) => path.split('.'))), view);
      return isWireObject(walked) ? walked : object;
    },
  };
}
