import type { Invoice, Subscription } from '@stripe-payments/core';
import { lastMovement, movements, recurringSummary, revenueHistory } from '@stripe-payments/core';
import type { Life } from './billed-life.ts';
import { billedLife } from './billed-life.ts';

/** Seconds since the epoch. */
export const on = (date: string): number => Date.parse(date) / 1_000;

export const NOW = on('2026-11-22T17:30:00Z');
export const DAY = 24 * 60 * 60;
export const JUNE = on('2026-06-05T09:00:00Z');

/** What was read of Stripe. */
export interface BilledObjects {
  readonly subscriptions: readonly Subscription[];
  readonly invoices: readonly Invoice[];
}

/** All that Stripe has of these lives now. */
export function stripeHas(...lives: readonly Life[]): BilledObjects {
  const billed = lives.map((life) => billedLife(life, NOW));
  return {
    subscriptions: billed.map(({ subscription }) => subscription),
    invoices: billed.flatMap(({ invoices }) => invoices),
  };
}

export const lastOf = ({ subscriptions, invoices }: BilledObjects) =>
  lastMovement(revenueHistory(subscriptions, invoices, NOW), recurringSummary(subscriptions, NOW));

/** Kind, amount and day, oldest first. */
export const allOf = ({ subscriptions, invoices }: BilledObjects) =>
  movements(revenueHistory(subscriptions, invoices, NOW), recurringSummary(subscriptions, NOW))
    .map(({ kind, amount, on: seconds }) => [
      kind,
      amount.minor,
      seconds === null ? null : new Date(seconds * 1_000).toISOString().slice(0, 10),
    ])
    .toReversed();
