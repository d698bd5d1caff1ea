import type { DisputeFacts, PaymentRow, Presentation } from '@stripe-payments/core';
import { dayText, declineText, formatMoney } from '@stripe-payments/core';
import { catalogueName } from '../tables/cell-texts.ts';

/** A text for those who know until when, and one for those who do not. */
function withDay(
  epochSeconds: number | null,
  presentation: Presentation,
  by: (day: string) => string,
  otherwise: string,
): string {
  return epochSeconds === null ? otherwise : by(dayText(epochSeconds, presentation));
}

function disputeStateText(
  { status, evidenceDueBy }: DisputeFacts,
  presentation: Presentation,
): string {
  const texts = presentation.texts.card.payments;
  switch (status) {
    case 'needs_response':
      return withDay(evidenceDueBy, presentation, texts.respondBy, texts.respond);
    case 'warning_needs_response':
      return withDay(evidenceDueBy, presentation, texts.inquiryBy, texts.inquiry);
    case 'under_review':
      return texts.disputeUnderReview;
    case 'warning_under_review':
      return texts.inquiryUnderReview;
    case 'warning_closed':
      return texts.inquiryClosed;
    case 'lost':
      return texts.disputeLost;
    case 'won':
      return texts.disputeWon;
    case 'prevented':
      return texts.disputePrevented;
    default:
      return texts.disputeOther(status);
  }
}

function disputeText(dispute: DisputeFacts, presentation: Presentation): string {
  const { payments, disputeReasons } = presentation.texts.card;
  return payments.disputeReason(
    disputeStateText(dispute, presentation),
    catalogueName(disputeReasons, dispute.reason),
  );
}

/** What the status does not say: why it failed, what the bank wants, and who has to act. */
export function explanationOf(row: PaymentRow, presentation: Presentation): string | null {
  const { status, failure } = row;
  const { texts } = presentation;
  const labels = texts.card.payments;
  switch (status) {
    case 'failed': {
      if (failure === null) return null;
      const { reason, nextStep } = declineText(failure, texts);
      return labels.failed(reason, nextStep);
    }
    case 'processing':
      return labels.processing;
    case 'waiting':
      return labels.waiting;
    case 'authorized':
      return labels.authorized;
    case 'released':
      return labels.released;
    case 'incomplete':
      return labels.incomplete;
    case 'unknown':
      return labels.unknown;
    case 'paid':
    case 'partially_refunded':
    case 'refunded':
    case 'disputed':
    case 'dispute_lost':
      return ofCaptured(row, presentation);
  }
}

function ofCaptured(
  { dispute, refundFailed }: PaymentRow,
  presentation: Presentation,
): string | null {
  if (dispute !== null) return disputeText(dispute, presentation);
  if (refundFailed.minor === 0) return null;
  const { texts, locale } = presentation;
  return texts.card.payments.refundFailed(formatMoney(refundFailed, locale));
}
