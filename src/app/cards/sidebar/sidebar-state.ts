import type { Failure, Presentation } from '@stripe-payments/core';
import { brief, sidebarTextsIn, storedReasonIn } from '@stripe-payments/core';
import type { Figures } from '../figures/figures.ts';
import type { Headline } from '../figures/headline.ts';
import { headlineOf } from '../figures/headline.ts';
import { fundsOf } from '../figures/next-step.ts';
import type { Statistic } from '../figures/statistics.ts';
import { netStatistic, openStatisticsOf, paidStatistics } from '../figures/statistics.ts';
import type { Viewing } from '../record/card-state.ts';
import type { SavedRecord } from '../record/use-saved-record.ts';
import { withLineAmounts } from './line-figures.ts';

/** What is wrong, in one line, and how bad it is. */
export interface Warning {
  readonly text: string;
  readonly variant: 'danger' | 'warning' | 'info';
}

/** Everything that the sidebar can be. */
export type SidebarState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'not-set-up'; readonly error: Failure }
  /** On a record of a type that the app does not know. */
  | { readonly kind: 'unknown-type'; readonly error: Failure }
  | { readonly kind: 'never-synced'; readonly warning: Warning | null }
  | {
      readonly kind: 'no-payments';
      readonly headline: Headline;
      readonly text: string;
      readonly warning: Warning | null;
      readonly review: string | null;
    }
  | {
      readonly kind: 'saved';
      readonly headline: Headline;
      /** What is missing of the deal amount, or too much, in words; null where it is paid, or not compared. */
      readonly difference: string | null;
      readonly rows: readonly Statistic[];
      /** Why the figures are old, else what is next. */
      readonly warning: Warning | null;
      /** Payments that wait for a user, in words. */
      readonly review: string | null;
    };

/** The whole of it is in the property. */
const MAX_OF_REASON = 160;

/** What the reader should know first. */
function warningOf({ syncError }: SavedRecord, { language }: Presentation): Warning | null {
  if (syncError === '') return null;
  const { notSynced } = sidebarTextsIn(language);
  return { text: notSynced(brief(syncError, MAX_OF_REASON)), variant: 'danger' };
}

const feesPending = ({ feeStatus }: Figures, { texts }: Presentation): Warning | null =>
  feeStatus === 'pending' ? { text: texts.card.next.feesPending, variant: 'info' } : null;

/** Null where nothing is to become available: money that is gone is not available either. */
function availableText(figures: Figures, { presentation, nowMs }: Viewing): string | null {
  const { notKnownYet, availableSince, availableOn } = sidebarTextsIn(presentation.language);
  if (figures.fundsAvailableMs === null) {
    return figures.feeStatus === 'pending' ? notKnownYet : null;
  }
  const funds = fundsOf(figures, presentation, nowMs);
  if (funds === null) return null;
  return (funds.hasArrived ? availableSince : availableOn)(funds.day);
}

function rowsOf(figures: Figures, viewing: Viewing): readonly Statistic[] {
  const { presentation } = viewing;
  const sidebar = sidebarTextsIn(presentation.language);
  const available = availableText(figures, viewing);
  return [
    ...paidStatistics(figures, presentation),
    ...netStatistic(figures, presentation),
    ...(available === null ? [] : [{ label: sidebar.funds, value: available }]),
    ...openStatisticsOf(figures, presentation),
  ];
}

/** True where there is nothing but a status: no payment, nothing due, nothing that recurs. */
const isEmpty = ({ status, due, recurring, outside }: Figures): boolean =>
  status === 'none' && [due, recurring, outside].every((amounts) => amounts.length === 0);

/** From what the last sync saved alone: opening a record costs Stripe nothing. */
export function sidebarState(
  saved: SavedRecord,
  isKnownType: boolean,
  viewing: Viewing,
): SidebarState {
  const { presentation } = viewing;
  const { figures } = saved;
  if (saved.isLoading) return { kind: 'loading' };
  if (!isKnownType) return { kind: 'unknown-type', error: { code: 'bad-request' } };
  if (!saved.isSetUp) return { kind: 'not-set-up', error: { code: 'not-set-up' } };
  const warning = warningOf(saved, presentation);
  if (figures === undefined) return { kind: 'never-synced', warning };
  const { failureReason } = figures;
  // Only the sidebar has room for the texts of all reasons; the live card has the reason from its function.
  const read = {
    ...withLineAmounts(figures),
    failureReason: storedReasonIn(presentation.language, failureReason),
  };
  const headline = headlineOf(read, 'no-deal', viewing);
  const { reviewCount, customerIds } = saved;
  const texts = sidebarTextsIn(presentation.language);
  const review = reviewCount === 0 ? null : texts.toReview(reviewCount);
  if (isEmpty(figures)) {
    const text = customerIds === '' ? texts.noPayments : texts.noPaymentsOfCustomer;
    return { kind: 'no-payments', headline, text, warning, review };
  }
  const rows = rowsOf(read, viewing);
  const [next = feesPending(figures, presentation)] = headline.next;
  const { value = 'paid' } = figures.coverage ?? {};
  const difference = value === 'paid' ? null : headline.difference.join(' ') || null;
  return { kind: 'saved', headline, difference, rows, warning: warning ?? next, review };
}
