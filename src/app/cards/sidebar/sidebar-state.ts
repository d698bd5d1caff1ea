import type { Failure, FigurePresentation } from '@stripe-payments/core';
import { brief, sidebarTextsIn } from '@stripe-payments/core';
import type { Figures } from '../figures/figures.ts';
import type { Headline } from '../figures/headline.ts';
import { headlineOf } from '../figures/headline.ts';
import { inLanguage } from '../figures/saved-figures.ts';
import type { Statistic } from '../figures/statistics.ts';
import { netStatistic, openStatisticsOf, paidStatistics } from '../figures/statistics.ts';
import { savedSteps } from '../next/live-steps.ts';
import type { ShownStep } from '../next/NextSteps.tsx';
import type { Viewing } from '../record/card-state.ts';
import type { SavedRecord } from '../record/use-saved-record.ts';

/** Everything that the sidebar can be. */
export type SidebarState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'not-set-up'; readonly error: Failure }
  /** On a record of a type that the app does not know. */
  | { readonly kind: 'unknown-type'; readonly error: Failure }
  | { readonly kind: 'never-synced'; readonly warning: string | null }
  | {
      readonly kind: 'no-payments';
      readonly headline: Headline;
      /** Null where payments wait for a user. */
      readonly text: string | null;
      readonly warning: string | null;
      readonly steps: readonly ShownStep[];
    }
  | {
      readonly kind: 'saved';
      readonly headline: Headline;
      /** What is missing of the deal amount, or too much, in words; null where it is paid, or not compared. */
      readonly difference: string | null;
      readonly rows: readonly Statistic[];
      /** Why the figures are old. */
      readonly warning: string | null;
      readonly steps: readonly ShownStep[];
    };

/** The whole of it is in the property. */
const MAX_OF_REASON = 160;

/** Why the last sync did not finish; null where it did. */
const warningOf = ({ syncError }: SavedRecord, { language }: FigurePresentation): string | null =>
  syncError === '' ? null : sidebarTextsIn(language).notSynced(brief(syncError, MAX_OF_REASON));

const rowsOf = (figures: Figures, presentation: FigurePresentation): readonly Statistic[] => [
  ...paidStatistics(figures, presentation),
  ...netStatistic(figures, presentation),
  ...openStatisticsOf(figures, presentation),
];

/** True where there is nothing but a status: no payment, nothing due, no subscription. */
const isEmpty = ({
  status,
  due,
  recurring,
  outside,
  subscription,
  freeCheckoutCount,
}: Figures): boolean =>
  status === 'none' &&
  freeCheckoutCount === 0 &&
  (subscription === '' || subscription === 'none') &&
  [due, recurring, outside].every((amounts) => amounts.length === 0);

/**
 * From what the last sync saved alone: opening a record costs Stripe nothing.
 * @param hasFailed true where a sync failed just now: its alert says why, and what an earlier one stored is
 * no news beside it.
 */
export function sidebarState(
  saved: SavedRecord,
  isKnownType: boolean,
  viewing: Viewing<FigurePresentation>,
  hasFailed = false,
): SidebarState {
  const { presentation } = viewing;
  const { figures } = saved;
  if (saved.isLoading) return { kind: 'loading' };
  if (!isKnownType) return { kind: 'unknown-type', error: { code: 'bad-request' } };
  if (!saved.isSetUp) return { kind: 'not-set-up', error: { code: 'not-set-up' } };
  const warning = hasFailed ? null : warningOf(saved, presentation);
  if (figures === undefined) return { kind: 'never-synced', warning };
  const { reviewCount } = figures;
  const read = inLanguage(figures, presentation);
  const headline = headlineOf(read, 'no-deal', viewing);
  const steps = savedSteps(headline.next, hasFailed || warning !== null);
  if (isEmpty(figures)) {
    const texts = sidebarTextsIn(presentation.language);
    const text = saved.customerIds === '' ? texts.noPayments : texts.noPaymentsOfCustomer;
    return {
      kind: 'no-payments',
      headline,
      text: reviewCount > 0 ? null : text,
      warning,
      steps: steps.filter(({ kind }) => kind !== 'nothing'),
    };
  }
  const rows = rowsOf(read, presentation);
  const { value = 'paid' } = figures.coverage ?? {};
  const difference = value === 'paid' ? null : headline.difference.join(' ') || null;
  return { kind: 'saved', headline, difference, rows, warning, steps };
}
