import type { Failure } from '../contract/failure.ts';
import type { StripePermission } from '../contract/stripe-permissions.ts';
import { PERMISSION_NAMES } from '../contract/stripe-permissions.ts';
import { NOT_COMPARABLE } from '../status/deal-coverage.ts';
import type { RecordSummary } from '../status/record-summary.ts';
import { emptySummary } from '../status/summarize.ts';

/** Figures that one missing list makes unknown: paid and refunded, net, due, monthly revenue. */
export const FIGURE_GROUPS = ['paid', 'net', 'due', 'recurring'] as const;

export type FigureGroup = (typeof FIGURE_GROUPS)[number];

/** What only some figures are made of; without any other read every figure could be wrong. */
const DECIDES: Partial<Record<StripePermission, readonly FigureGroup[]>> = {
  dispute_read: ['net'],
  invoice_read: ['due'],
  subscription_read: ['recurring'],
  plan_read: ['recurring'],
  coupon_read: ['recurring'],
};

const groupsOf = ({ permission }: Failure): readonly FigureGroup[] =>
  (permission === undefined ? undefined : DECIDES[permission]) ?? FIGURE_GROUPS;

/** The figures that the problems of a read leave unknown. */
export function unreadFigures(problems: readonly Failure[]): readonly FigureGroup[] {
  const unread = new Set(problems.flatMap(groupsOf));
  return FIGURE_GROUPS.filter((group) => unread.has(group));
}

/** What the key may not read, by Stripe's names. */
export function deniedAreas(problems: readonly Failure[]): readonly string[] {
  const denied = problems.flatMap(({ permission }) =>
    permission === undefined ? [] : [PERMISSION_NAMES[permission]],
  );
  return [...new Set(denied)];
}

/** The summary without the figures that are unknown, so that no surface can print them. */
export function withoutUnread(
  summary: RecordSummary,
  unread: readonly FigureGroup[],
): RecordSummary {
  if (unread.length === 0) return summary;
  const is = (group: FigureGroup): boolean => unread.includes(group);
  const { ledger, billed, disputes, due, nextDueOn, nextAttemptOn, recurring } = emptySummary;
  return {
    ...summary,
    status: 'incomplete',
    billed,
    ledger: {
      ...(is('net') ? ledger : summary.ledger),
      presentment: is('paid') ? ledger.presentment : summary.ledger.presentment,
      customerPaid: is('paid') ? ledger.customerPaid : summary.ledger.customerPaid,
    },
    // What is missing could have covered the deal, or been given back.
    dealCoverage:
      summary.dealCoverage !== null && (is('paid') || is('net') || is('due'))
        ? { ...NOT_COMPARABLE, amount: summary.dealCoverage.amount }
        : summary.dealCoverage,
    ...(is('net') ? { disputes } : {}),
    ...(is('due') ? { due, nextDueOn, nextAttemptOn } : {}),
    ...(is('recurring') ? { recurring } : {}),
  };
}
