import type { DateStyle, DisputeFacts, PaymentRow } from '@stripe-payments/core';
import { english, failureText, formatMoney } from '@stripe-payments/core';
import { dayText } from './dates.ts';

const words = english.card.payments;

/** A text for those who know until when, and one for those who do not. */
function withDay(
  epochSeconds: number | null,
  style: DateStyle,
  by: (day: string) => string,
  otherwise: string,
): string {
  return epochSeconds === null ? otherwise : by(dayText(epochSeconds, style));
}

function disputeText({ status, evidenceDueBy }: DisputeFacts, style: DateStyle): string {
  switch (status) {
    case 'needs_response':
      return withDay(evidenceDueBy, style, words.respondBy, words.respond);
    case 'warning_needs_response':
      return withDay(evidenceDueBy, style, words.inquiryBy, words.inquiry);
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

/** What the status does not say: why it failed, what the bank wants, and whose move it is. */
export function explanationOf(row: PaymentRow, style: DateStyle): string | null {
  const { status, failure } = row;
  switch (status) {
    case 'failed': {
      if (failure === null) return null;
      const { reason, nextStep } = failureText(failure);
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
      return ofCaptured(row, style);
  }
}

function ofCaptured({ dispute, refundFailed }: PaymentRow, style: DateStyle): string | null {
  if (dispute !== null) return disputeText(dispute, style);
  if (refundFailed.minor === 0) return null;
  return words.refundFailed(formatMoney(refundFailed, style.locale));
}
