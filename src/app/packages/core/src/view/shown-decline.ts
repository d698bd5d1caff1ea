import type { RecordView } from '../contract/record-view.ts';
import type { PaymentFailure } from '../payment/charge.ts';
import type { DeclineText } from '../texts/declines.ts';
import type { Language } from '../texts/language.ts';

/** One text for all failures with the same codes. */
export const declineKey = ({ reason, code }: PaymentFailure): string =>
  `${reason ?? ''}/${code ?? ''}`;

/** Why a payment failed and what to do, in the reader's language; Stripe's code where no text came along. */
export function shownDecline(
  { declines }: Pick<RecordView, 'declines'>,
  failure: PaymentFailure,
  language: Language,
): DeclineText {
  const known = declines[declineKey(failure)]?.[language];
  return known ?? { reason: failure.reason ?? failure.code ?? '', nextStep: '' };
}
