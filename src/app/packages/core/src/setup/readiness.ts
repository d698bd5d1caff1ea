import type { StripeAccountFacts } from '../contract/setup.ts';

/** Whether the account may take money and pay it out, in the words of HubSpot's own integration. */
export type Readiness =
  | { readonly status: 'ready' }
  | { readonly status: 'in-review'; readonly pending: readonly string[] }
  | {
      readonly status: 'action-needed';
      /** What is due, the overdue first; empty where only Stripe can say. */
      readonly due: readonly string[];
      readonly isOverdue: boolean;
      readonly deadlineSeconds: number | null;
      readonly errors: readonly string[];
    }
  | { readonly status: 'unreadable' };

/** True where the account may not take money or pay it out, for whatever reason. */
export const isRestricted = ({
  chargesEnabled,
  payoutsEnabled,
  requirements,
}: StripeAccountFacts): boolean =>
  !chargesEnabled || !payoutsEnabled || (requirements?.disabledReason ?? null) !== null;

/** Reasons under which Stripe is working and the company is not asked for anything. */
const UNDER_REVIEW: ReadonlySet<string> = new Set([
  'requirements.pending_verification',
  'under_review',
  'listed',
]);

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];

/**
 * Requirements decide; the two switches only tell what they stop. An account without requirements and
 * with a switch off is disabled for a reason that only Stripe can resolve.
 */
export function readinessOf({
  chargesEnabled,
  payoutsEnabled,
  detailsSubmitted,
  requirements,
}: StripeAccountFacts): Readiness {
  if (requirements === null) return { status: 'unreadable' };
  const { currentlyDue, pastDue, pendingVerification, disabledReason, errors } = requirements;
  const due = distinct([...pastDue, ...currentlyDue]);
  const isUnderReview = disabledReason !== null && UNDER_REVIEW.has(disabledReason);
  const isInReview = isUnderReview || pendingVerification.length > 0;
  const isOff = disabledReason !== null || !chargesEnabled || !payoutsEnabled;
  const isRefused = disabledReason !== null && !isUnderReview;
  const isStopped = isRefused || (isOff && !isInReview);
  if (due.length > 0 || errors.length > 0 || !detailsSubmitted || isStopped) {
    return {
      status: 'action-needed',
      due,
      isOverdue: pastDue.length > 0,
      deadlineSeconds: requirements.deadlineSeconds,
      errors,
    };
  }
  if (isInReview) return { status: 'in-review', pending: pendingVerification };
  return { status: 'ready' };
}
