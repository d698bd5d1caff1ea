import type { ChargeRow } from '../entities/charge.ts';
import type { PaymentIntentRow } from '../entities/payment-intent.ts';
import type { Metadata } from '../entities/row.ts';
import { timeOf, type WorldContext } from './context.ts';
import { recordCharge } from './events.ts';
import { theCharge, thePaymentIntent } from './lookup.ts';

export interface PaymentChange {
  readonly metadata?: Metadata;
  readonly description?: string | null;
}

export function changeCharge(
  context: WorldContext,
  id: string,
  change: PaymentChange,
  atMs?: number,
): ChargeRow {
  const before = theCharge(context.store, id);
  const row = context.store.charges.update(id, change, timeOf(context, atMs));
  const previous = { metadata: before.metadata, description: before.description };
  recordCharge(context, 'charge.updated', row, timeOf(context, atMs), previous);
  return row;
}

/** As on the real service, no event tells of a change to a PaymentIntent's metadata. */
export function changePaymentIntent(
  context: WorldContext,
  id: string,
  change: PaymentChange,
  atMs?: number,
): PaymentIntentRow {
  thePaymentIntent(context.store, id);
  return context.store.paymentIntents.update(id, change, timeOf(context, atMs));
}
