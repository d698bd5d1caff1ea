import type { CustomerRow } from '../stripe/entities/payments.ts';
import type { StripeWorld } from '../stripe/world/index.ts';

export interface ManyPayments {
  readonly count: number;
  /** The first payment; the others follow at even distances up to `untilMs`. */
  readonly fromMs: number;
  readonly untilMs: number;
  readonly customer?: CustomerRow;
  readonly currency?: string;
  /** Every so many payments one is refunded by half; 0 for never. */
  readonly refundEvery?: number;
}

const REFUND_DELAY_MS = 2 * 24 * 60 * 60 * 1000;

/** Amounts differ, so that a sum that leaves one out or counts one twice is never right. */
const amountOf = (index: number): number => 4_900 + ((index * 37) % 97) * 100 + (index % 10);

function customerOf(world: StripeWorld, { customer, fromMs }: ManyPayments): CustomerRow {
  if (customer !== undefined) return customer;
  return world.createCustomer({
    name: 'Evergreen Subscriptions',
    email: 'accounts@evergreen-subscriptions.example',
    country: 'US',
    atMs: fromMs,
  });
}

/** One customer who has paid very often. The payments are made in the order of time. */
export function seedManyPayments(world: StripeWorld, wanted: ManyPayments): CustomerRow {
  const { count, fromMs, untilMs, currency = 'usd', refundEvery = 0 } = wanted;
  const customer = customerOf(world, wanted);
  const distanceMs = count > 1 ? Math.floor((untilMs - fromMs) / (count - 1)) : 0;
  for (let index = 0; index < count; index += 1) {
    const atMs = fromMs + index * distanceMs;
    const amount = amountOf(index);
    const { charge } = world.payByCard({
      amount,
      currency,
      customer: customer.id,
      description: `Delivery ${String(index + 1)}`,
      atMs,
    });
    const refundMs = atMs + REFUND_DELAY_MS;
    if (refundEvery > 0 && index % refundEvery === refundEvery - 1 && refundMs <= untilMs) {
      world.refund(charge.id, { amount: Math.floor(amount / 2), atMs: refundMs });
    }
  }
  return customer;
}
