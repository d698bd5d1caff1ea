import { isCapturedPayment } from '../ledger/captures.ts';
import { awayMinor } from '../ledger/dispute-money.ts';
import type { Charge, Dispute } from '../payment/charge.ts';
import { earlier } from '../time/instants.ts';

/** The values of `stripe_dispute_status`, in the order of urgency but for `none`. */
export const DISPUTE_STATUSES = [
  'none',
  'inquiry',
  'needs_response',
  'under_review',
  'won',
  'lost',
] as const;

type DisputeStatus = (typeof DISPUTE_STATUSES)[number];

/** Of several disputes the one that a person has to act on first. */
const PRECEDENCE = ['needs_response', 'inquiry', 'under_review', 'lost', 'won'] as const;

function statusOfDispute(dispute: Dispute): DisputeStatus {
  switch (dispute.status) {
    case 'warning_needs_response':
    case 'warning_under_review':
      return 'inquiry';
    case 'needs_response':
    case 'appeal_needs_response':
      return 'needs_response';
    case 'under_review':
    case 'appeal_under_review':
      return 'under_review';
    case 'won':
    case 'lost':
      return dispute.status;
    case 'warning_closed':
      return 'none';
    default:
      // Prevented, or a status that Stripe added later.
      return awayMinor(dispute) > 0 ? 'under_review' : 'none';
  }
}

const isAnswerDue = ({ status }: Dispute): boolean =>
  status === 'needs_response' ||
  status === 'warning_needs_response' ||
  status === 'appeal_needs_response';

/** The disputes of a record's payments, as its properties tell them. */
export interface DisputeSummary {
  readonly status: DisputeStatus;
  /** The earliest moment still to come by which an answer is due, in seconds since the epoch; null where none is. */
  readonly answerDueOn: number | null;
  /** The earliest that has passed without an answer. */
  readonly answerWasDueOn: number | null;
  /** How many wait for an answer, inquiries aside. */
  readonly toAnswerCount: number;
}

export const NO_DISPUTES: DisputeSummary = {
  status: 'none',
  answerDueOn: null,
  answerWasDueOn: null,
  toAnswerCount: 0,
};

export function mergeDisputes(left: DisputeSummary, right: DisputeSummary): DisputeSummary {
  const statuses = [left.status, right.status];
  return {
    status: PRECEDENCE.find((status) => statuses.includes(status)) ?? 'none',
    answerDueOn: earlier(left.answerDueOn, right.answerDueOn),
    answerWasDueOn: earlier(left.answerWasDueOn, right.answerWasDueOn),
    toAnswerCount: left.toAnswerCount + right.toAnswerCount,
  };
}

/** @param nowSeconds seconds since the epoch: decides which answers are still due. */
export function disputeSummary(charges: readonly Charge[], nowSeconds: number): DisputeSummary {
  return charges
    .filter(isCapturedPayment)
    .flatMap(({ disputes }) => disputes)
    .map((dispute) => {
      const status = statusOfDispute(dispute);
      const dueBy = isAnswerDue(dispute) ? dispute.evidenceDueBy : null;
      const isOver = dueBy !== null && dueBy <= nowSeconds;
      return {
        status,
        answerDueOn: isOver ? null : dueBy,
        answerWasDueOn: isOver ? dueBy : null,
        toAnswerCount: status === 'needs_response' ? 1 : 0,
      };
    })
    .reduce(mergeDisputes, NO_DISPUTES);
}
