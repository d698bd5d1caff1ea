import type { Charge, RecordView, StripeObjects } from '@stripe-payments/core';
import {
  declinesOf,
  lastMovement,
  matchObjects,
  money,
  recordRows,
  revenueHistory,
  shownMovement,
  summarize,
  unreadFigures,
  withoutUnread,
} from '@stripe-payments/core';
import { dealKnowledge } from './record-knowledge.ts';
import { stripeObjects } from './stripe-objects.ts';

/** 2026-11-22T17:30:00Z */
export const AS_OF_MS = 1_795_368_600_000;

/** Deal 1, worth 20.00 USD, as read from Stripe in live mode with exactly these objects of `cus_1`. */
export function recordViewOf(
  objects: Partial<StripeObjects>,
  overrides: Partial<RecordView> = {},
): RecordView {
  const knowledge = dealKnowledge();
  const attribution = matchObjects(stripeObjects(objects), knowledge);
  const nowSeconds = AS_OF_MS / 1_000;
  const { objectType = 'deal', dealAmount = money(2_000, 'usd') } = overrides;
  const summary = summarize(
    attribution,
    nowSeconds,
    objectType === 'deal' ? dealAmount : 'no-deal',
  );
  const rows = recordRows(attribution, knowledge, nowSeconds);
  const view: RecordView = {
    objectType,
    recordId: '1',
    mode: 'live',
    accountId: 'acct_1',
    asOfMs: AS_OF_MS,
    linkedCustomerIds: ['cus_1'],
    assignedIds: [],
    dealAmount,
    summary,
    movement:
      objectType === 'deal'
        ? null
        : shownMovement(
            lastMovement(
              revenueHistory(objects.subscriptions ?? [], objects.invoices ?? [], nowSeconds),
              summary.recurring,
            ),
          ),
    ...rows,
    // Only a function has tickets: which one it is, tests see.
    payments: rows.payments.map((row) => ({ ...row, ticket: `ticket.${row.id}` })),
    declines: declinesOf({ ...rows, summary }),
    notes: [],
    problems: [],
    coverage: null,
    continuation: null,
    ...overrides,
  };
  return { ...view, summary: withoutUnread(view.summary, unreadFigures(view.problems)) };
}

/** The same with payments alone. */
export function recordView(
  charges: readonly Charge[],
  overrides: Partial<RecordView> = {},
): RecordView {
  return recordViewOf({ charges }, overrides);
}
