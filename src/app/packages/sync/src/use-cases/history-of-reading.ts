import type {
  MatchedObjects,
  RecordClaims,
  RecordSummary,
  RecordView,
  RevenueHistory,
} from '@stripe-payments/core';
import {
  boundedHistory,
  countedOf,
  lastMovement,
  mergeHistories,
  NO_REVENUE_HISTORY,
  revenueHistory,
  shownMovement,
} from '@stripe-payments/core';

type KindOfRecord = Pick<RecordClaims, 'objectType'>;

/**
 * How the recurring revenue of a record came to be: of the subscriptions that count on it, by all of their
 * invoices, whether these count on it or not. Deals have none.
 * @param before of the parts before, which hold other customers.
 */
export function historyOf(
  { subscriptions, invoices }: MatchedObjects,
  { objectType }: KindOfRecord,
  nowSeconds: number,
  before: RevenueHistory = NO_REVENUE_HISTORY,
): RevenueHistory {
  if (objectType === 'deal') return NO_REVENUE_HISTORY;
  const read = invoices.map(({ item }) => item);
  const own = revenueHistory(countedOf(subscriptions), read, nowSeconds);
  return boundedHistory(mergeHistories(before, own));
}

/** The last of the movements, for a card and for properties. */
export const movementOf = (
  history: RevenueHistory,
  { objectType }: KindOfRecord,
  { recurring }: RecordSummary,
): RecordView['movement'] =>
  objectType === 'deal' ? null : shownMovement(lastMovement(history, recurring));
