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
  const words = presentation.texts.card.payments;
  switch (status) {
    case 'needs_response':
      return withDay(evidenceDueBy, presentation, words.respondBy, words.respond);
    case 'warning_needs_response':
      return withDay(evidenceDueBy, presentation, words.inquiryBy, words.inquiry);
    case 'under_review':
      return words.disputeUnderReview;
    case 'warning_under_review':
      return words.inquiryUnderReview;
    case 'warning_closed':
      return words.inquiryClosed;
    case 'lost':
      return words.disputeLost;
    case 'won':
      return words.disputeWon;
    case 'prevented':
      return words.disputePrevented;
    default:
      return words.disputeOther(status);
  }
}

function disputeText(dispute: DisputeFacts, presentation: Presentation): string {
  const { payments, disputeReasons } = presentation.texts.card;
  return payments.disputeReason(
    disputeStateText(dispute, presentation),
    catalogueName(disputeReasons, dispute.reason),
  );
}

/** What the status does not say: why it failed, what the bank wants, and whose move it is. */
export function explanationOf(row: PaymentRow, presentation: Presentation): string | null {
  const { status, failure } = row;
  const { texts } = presentation;
  const words = texts.card.payments;
  switch (status) {
    case 'failed': {
      if (failure === null) return null;
      const { reason, nextStep } = declineText(failure, texts);
      return words.failed(reason, nextStep);
    }
    case 'processing':
      return words.processing;
    case 'authorized':
      return words.authorized;
    case 'released':
      return words.released;
    case 'unknown':
      return words.unknown;
    case 'paid':
    case 'partially_refunded':
    case 'refunded':
    case 'disputed':
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
