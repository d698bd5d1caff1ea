import { formatBalanceTransaction } from '../formatters/balance-transaction.ts';
import { formatCharge } from '../formatters/charge.ts';
import { formatCustomer, formatDeletedCustomer } from '../formatters/customer.ts';
import { formatDispute } from '../formatters/dispute.ts';
import { formatPaymentIntent } from '../formatters/payment-intent.ts';
import { formatRefund } from '../formatters/refund.ts';
import type { FormatView } from '../formatters/view.ts';
import type { ChargeRow } from '../entities/charge.ts';
import type { CustomerRow } from '../entities/customer.ts';
import type { DisputeRow } from '../entities/dispute.ts';
import type { Store } from '../store/store.ts';

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

/** The object behind an id, whatever its kind. */
export function wireById(store: Store, id: string, view: FormatView): WireObject | undefined {
  const charge = store.charges.get(id);
  if (charge !== undefined) return chargeWire(charge, view);
  const intent = store.paymentIntents.get(id);
  if (intent !== undefined) return { ...formatPaymentIntent(intent, view) };
  const customer = store.customers.get(id);
  if (customer !== undefined) return customerWire(customer, view);
  const money = store.balanceTransactions.get(id);
  if (money !== undefined) return { ...formatBalanceTransaction(money, view) };
  const refund = store.refunds.get(id);
  if (refund !== undefined) return { ...formatRefund(refund) };
  const dispute = store.disputes.get(id);
  return dispute === undefined ? undefined : disputeWire(store, dispute, view);
}
