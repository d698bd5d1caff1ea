import type { FigurePresentation, Money, RecordView } from '@stripe-payments/core';
import {
  dayOf,
  epochMsFromText,
  formatMoney,
  fromDecimal,
  money,
  utcDayText,
} from '@stripe-payments/core';

/** Monthly recurring revenue that the record lost, where that was its last change. */
export interface Churn {
  /** Above zero. */
  readonly amount: Money;
  /** As HubSpot has it: `2026-12-01`. */
  readonly day: string;
}

const lost = ({ minor, currency }: Money, day: string): Churn => ({
  amount: money(Math.abs(minor), currency),
  day,
});

export function churnOf(movement: RecordView['movement'], timeZone: string): Churn | null {
  const { kind, amount, on = null } = movement ?? {};
  return kind === 'churn' && amount && on !== null ? lost(amount, dayOf(on, timeZone)) : null;
}

/** @param day as it is saved. */
export function savedChurn(
  saved: Readonly<Record<string, string | null>>,
  day: string | null,
): Churn | null {
  const currency = saved['stripe_mrr_movement_currency']?.toLowerCase() ?? '';
  const amount = fromDecimal(saved['stripe_mrr_movement_amount'] ?? '', currency);
  const isChurn = saved['stripe_mrr_movement'] === 'churn';
  return isChurn && amount !== undefined && day !== null ? lost(amount, day) : null;
}

/** It is nothing to do, and nothing that a user should have to search for. */
export function churnText(churn: Churn | null, presentation: FigurePresentation): string | null {
  if (churn === null) return null;
  const day = utcDayText(epochMsFromText(churn.day) ?? 0, presentation);
  return presentation.texts.card.next.churned(formatMoney(churn.amount, presentation.locale), day);
}
