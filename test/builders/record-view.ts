import type { Charge, RecordView } from '@stripe-payments/core';
import { attribute, money, paymentRow, summarize } from '@stripe-payments/core';
import { dealKnowledge } from './record-knowledge.ts';

/** 2026-11-22T17:30:00Z */
export const AS_OF_MS = 1_795_368_600_000;

/** Deal 1, worth 20.00 USD, as read from Stripe in live mode with exactly these payments of `cus_1`. */
export function recordView(
  charges: readonly Charge[],
  overrides: Partial<RecordView> = {},
): RecordView {
  const attribution = attribute(charges, dealKnowledge());
  const { counted, ambiguous } = attribution;
  return {
    recordId: '1',
    mode: 'live',
    accountId: 'acct_1',
    asOfMs: AS_OF_MS,
    linkedCustomerIds: ['cus_1'],
    dealAmount: money(2_000, 'usd'),
    summary: summarize(attribution),
    payments: counted.map(paymentRow),
    notes: ambiguous.length === 0 ? [] : [{ kind: 'ambiguous', paymentIds: ambiguous }],
    problems: [],
    ...overrides,
  };
}
