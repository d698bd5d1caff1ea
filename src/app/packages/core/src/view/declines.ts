import type { RecordView } from '../contract/record-view.ts';
import type { PaymentFailure } from '../payment/charge.ts';
import { declineTextsIn } from '../texts/catalogue.ts';
import { declineText } from '../texts/declines.ts';
import { LANGUAGES } from '../texts/language.ts';
import { declineKey } from './shown-decline.ts';

/** Every failure of a view in every language, each once: a card holds no table of Stripe's codes. */
export function declinesOf({
  payments,
  needsReview,
  summary,
}: Pick<RecordView, 'payments' | 'needsReview' | 'summary'>): RecordView['declines'] {
  const failures: readonly (PaymentFailure | null)[] = [
    summary.latestFailure,
    ...payments.map(({ failure }) => failure),
    ...needsReview.map(({ payment }) => payment.failure),
  ];
  const inAllLanguages = (failure: PaymentFailure) =>
    Object.fromEntries(
      LANGUAGES.map((language) => [language, declineText(failure, declineTextsIn(language))]),
    );
  const known = failures.filter((failure) => failure !== null);
  return Object.fromEntries(
    [...new Map(known.map((failure) => [declineKey(failure), failure]))].map(([key, failure]) => [
      key,
      inAllLanguages(failure),
    ]),
  );
}
