import type { Charge, DealAmount, RecordSummary, StripeObjects } from '@stripe-payments/core';
import { matchObjects, summarize } from '@stripe-payments/core';
import { dealKnowledge } from './record-knowledge.ts';
import { stripeObjects } from './stripe-objects.ts';

/** 2026-11-22T17:30:00Z, in seconds. */
export const NOW_SECONDS = 1_795_368_600;

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] =>
  items.map(({ id }) => id);

/** The summary of a deal with exactly these objects, each assigned by hand. */
export function summaryOfObjects(
  overrides: Partial<StripeObjects>,
  deal: DealAmount = null,
): RecordSummary {
  const objects = stripeObjects(overrides);
  const { charges, invoices, subscriptions, checkouts } = objects;
  const assignedIds = new Set([charges, invoices, subscriptions, checkouts].flatMap(idsOf));
  return summarize(matchObjects(objects, dealKnowledge({ assignedIds })), NOW_SECONDS, deal);
}

/** What a deal comes to that has exactly these payments. */
export function summaryOf(charges: readonly Charge[]): RecordSummary {
  return summaryOfObjects({ charges });
}
