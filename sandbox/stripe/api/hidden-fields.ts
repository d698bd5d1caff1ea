import { formatCheckoutItem } from '../formatters/checkout-item.ts';
import { formatInvoicePayment } from '../formatters/invoice-payment.ts';
import { nestedList } from '../formatters/nested-list.ts';
import { formatTier } from '../formatters/price.ts';
import { formatRefund } from '../formatters/refund.ts';
import type { FormatView } from '../formatters/view.ts';
import type { Store } from '../store/store.ts';
import { thePrice } from '../world/lookup.ts';
import type { WireObject } from './wire.ts';

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

const lineItems: Hidden = (store, id, view) =>
  nestedList(
    store.checkoutSessions.get(id)?.items ?? [],
    `/v1/checkout/sessions/${id}/line_items`,
    (item) => formatCheckoutItem(item, thePrice(store, item.price), view),
  );

/** A price of one amount has none. */
function tiers(store: Store, id: string): unknown {
  const price = thePrice(store, id);
  return price.tiersMode === null ? undefined : price.tiers.map(formatTier);
}

/** By object and field: what stands in an answer only when it is expanded. */
const HIDDEN: Readonly<Record<string, Hidden>> = {
  'charge.refunds': refunds,
  'checkout.session.line_items': lineItems,
  'invoice.payments': payments,
  'plan.tiers': tiers,
  'price.tiers': tiers,
};

export function hiddenField(
  store: Store,
  object: WireObject,
  field: string,
  view: FormatView,
): unknown {
  const name = `${String(object['object'])}.${field}`;
  if (!Object.hasOwn(HIDDEN, name)) return undefined;
  return HIDDEN[name]?.(store, String(object['id']), view);
}
