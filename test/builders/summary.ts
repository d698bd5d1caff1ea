import type { Charge, RecordSummary } from '@stripe-payments/core';
import { attribute, summarize } from '@stripe-payments/core';
import { dealKnowledge } from './record-knowledge.ts';

/** What a deal comes to that has exactly these payments. */
export function summaryOf(charges: readonly Charge[]): RecordSummary {
  const assignedPaymentIds = new Set(charges.map(({ id }) => id));
  return summarize(attribute(charges, dealKnowledge({ assignedPaymentIds })));
}
