import type { ChargeRow } from '../entities/charge.ts';
import type { CustomerRow } from '../entities/customer.ts';
import type { DisputeRow } from '../entities/dispute.ts';
import type { PaymentIntentRow } from '../entities/payment-intent.ts';
import type { RefundRow } from '../entities/refund.ts';
import type { Row } from '../entities/row.ts';
import type { Store } from '../store/store.ts';
import type { Table } from '../store/table.ts';
import { WorldRefusal } from './world-refusal.ts';

function existing<R extends Row>(table: Table<R>, id: string, kind: string): R {
  const row = table.get(id);
  if (row === undefined) throw new WorldRefusal(`There is no ${kind} ${id}.`);
  return row;
}

export const theCharge = (store: Store, id: string): ChargeRow =>
  existing(store.charges, id, 'charge');

export const thePaymentIntent = (store: Store, id: string): PaymentIntentRow =>
  existing(store.paymentIntents, id, 'PaymentIntent');

export const theRefund = (store: Store, id: string): RefundRow =>
  existing(store.refunds, id, 'refund');

export const theDispute = (store: Store, id: string): DisputeRow =>
  existing(store.disputes, id, 'dispute');

export function theCustomer(store: Store, id: string): CustomerRow {
  const row = existing(store.customers, id, 'customer');
  if (row.isDeleted) throw new WorldRefusal(`The customer ${id} was deleted.`);
  return row;
}
