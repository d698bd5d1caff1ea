import type Stripe from 'stripe';
import type { ChargeRow } from '../entities/charge.ts';
import type { CustomerRow } from '../entities/customer.ts';
import type { DisputeRow } from '../entities/dispute.ts';
import type { PaymentIntentRow } from '../entities/payment-intent.ts';
import type { RefundRow } from '../entities/refund.ts';
import { formatCharge } from '../formatters/charge.ts';
import { formatCustomer } from '../formatters/customer.ts';
import { formatDispute } from '../formatters/dispute.ts';
import { formatPaymentIntent } from '../formatters/payment-intent.ts';
import { formatRefund } from '../formatters/refund.ts';
import { createdAt, viewAt, type WorldContext } from './context.ts';

/** https://docs.stripe.com/api/events/list: events of the last 30 days. */
export const EVENTS_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

type Type = Stripe.Event.Type;

export function record(
  context: WorldContext,
  type: Type,
  formatted: () => object,
  atMs: number,
  previousAttributes?: object,
): void {
  if (atMs < context.clock.nowMs() - EVENTS_KEPT_MS) return;
  const id = context.ids.next('evt_1');
  context.store.events.insert(
    {
      id,
      created: createdAt(atMs),
      type,
      object: formatted(),
      previousAttributes: previousAttributes ?? null,
      isDelivered: context.deliveries.isWorking,
    },
    atMs,
  );
}

export function recordCharge(
  context: WorldContext,
  type: Type,
  row: ChargeRow,
  atMs: number,
  previousAttributes?: object,
): void {
  const formatted = (): object => formatCharge(row, viewAt(context, atMs));
  record(context, type, formatted, atMs, previousAttributes);
}

export function recordPaymentIntent(
  context: WorldContext,
  type: Type,
  row: PaymentIntentRow,
  atMs: number,
): void {
  record(context, type, () => formatPaymentIntent(row, viewAt(context, atMs)), atMs);
}

export function recordCustomer(
  context: WorldContext,
  type: Type,
  row: CustomerRow,
  atMs: number,
): void {
  record(context, type, () => formatCustomer(row, viewAt(context, atMs)), atMs);
}

export function recordRefund(
  context: WorldContext,
  type: Type,
  row: RefundRow,
  atMs: number,
): void {
  record(context, type, () => formatRefund(row), atMs);
}

export function recordDispute(
  context: WorldContext,
  type: Type,
  row: DisputeRow,
  atMs: number,
): void {
  const money = row.balanceTransactions.flatMap(
    (id) => context.store.balanceTransactions.get(id) ?? [],
  );
  record(context, type, () => formatDispute(row, money, viewAt(context, atMs)), atMs);
}
