import { formatBalanceTransaction } from '../formatters/account.ts';
import { formatCharge, formatPaymentIntent, formatRefund } from '../formatters/payments.ts';
import {
  formatCoupon,
  formatDiscount,
  formatPrice,
  formatProduct,
} from '../formatters/catalogue.ts';
import { formatCustomer, formatDeletedCustomer } from '../formatters/customer.ts';
import { formatDispute } from '../formatters/disputes.ts';
import { formatInvoice } from '../formatters/invoices.ts';
import { formatSubscription } from '../formatters/subscriptions.ts';
import type { FormatView } from '../formatters/view.ts';
import type { ChargeRow, CustomerRow, DisputeRow } from '../entities/payments.ts';
import type { Row } from '../entities/row.ts';
import type { SubscriptionRow } from '../entities/billing.ts';
import type { Store } from '../store/store.ts';
import type { Table } from '../store/table.ts';
import { thePrice } from '../world/context.ts';

/** An object on its way out, whose fields expansion can replace. */
export type WireObject = Readonly<Record<string, unknown>>;

export const customerWire = (row: CustomerRow, view: FormatView): WireObject =>
  row.isDeleted ? { ...formatDeletedCustomer(row) } : { ...formatCustomer(row, view) };

export const chargeWire = (row: ChargeRow, view: FormatView): WireObject => ({
  ...formatCharge(row, view),
});

export function disputeWire(store: Store, row: DisputeRow, view: FormatView): WireObject {
  const money = row.balanceTransactions.flatMap((id) => store.balanceTransactions.get(id) ?? []);
  return { ...formatDispute(row, money, view) };
}

export const subscriptionWire = (
  store: Store,
  row: SubscriptionRow,
  view: FormatView,
): WireObject => ({ ...formatSubscription(row, (id) => thePrice(store, id), view) });

type Finder = (store: Store, id: string, view: FormatView) => WireObject | undefined;

/** Looks an id up in one table. */
const finder =
  <R extends Row>(
    tableOf: (store: Store) => Table<R>,
    format: (row: R, view: FormatView, store: Store) => object,
  ): Finder =>
  (store, id, view) => {
    const row = tableOf(store).get(id);
    return row === undefined ? undefined : { ...format(row, view, store) };
  };

const FINDERS: readonly Finder[] = [
  finder((store) => store.charges, formatCharge),
  finder((store) => store.paymentIntents, formatPaymentIntent),
  finder((store) => store.customers, customerWire),
  finder((store) => store.balanceTransactions, formatBalanceTransaction),
  finder((store) => store.refunds, formatRefund),
  finder(
    (store) => store.disputes,
    (row, view, store) => disputeWire(store, row, view),
  ),
  finder((store) => store.invoices, formatInvoice),
  finder(
    (store) => store.subscriptions,
    (row, view, store) => subscriptionWire(store, row, view),
  ),
  finder((store) => store.prices, formatPrice),
  finder((store) => store.products, formatProduct),
  finder((store) => store.discounts, formatDiscount),
  finder((store) => store.coupons, formatCoupon),
];

/** The object behind an id, whatever its kind. */
export function wireById(store: Store, id: string, view: FormatView): WireObject | undefined {
  for (const find of FINDERS) {
    const object = find(store, id, view);
    if (object !== undefined) return object;
  }
  return undefined;
}
