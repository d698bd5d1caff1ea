import type { Failure, Presentation } from '@stripe-payments/core';
import { brief, formatMoney, utcDayText } from '@stripe-payments/core';
import type { Figures } from '../figures/figures.ts';
import type { Headline } from '../figures/headline.ts';
import { headlineOf } from '../figures/headline.ts';
import { netText } from '../figures/statistics.ts';
import type { Viewing } from '../record/card-state.ts';
import type { SavedRecord } from '../record/use-saved-record.ts';

/** What is wrong, in one line, and how bad it is. */
export interface Warning {
  readonly text: string;
  readonly variant: 'danger' | 'warning';
}

/** Everything that the sidebar can be. */
export type SidebarState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'not-set-up'; readonly error: Failure }
  /** On a record of a type that the app does not know. */
  | { readonly kind: 'unknown-type'; readonly error: Failure }
  | { readonly kind: 'never-synced'; readonly warning: Warning | null }
  | { readonly kind: 'no-payments'; readonly headline: Headline; readonly warning: Warning | null }
  | {
      readonly kind: 'saved';
      readonly headline: Headline;
      readonly net: string;
      /** When the last of the money is available, in words. */
      readonly available: string;
      readonly warning: Warning | null;
    };

/** The whole of it is in the property. */
const MAX_OF_REASON = 160;

function figuresWarning(
  figures: Figures,
  failureReason: string,
  { texts, locale }: Presentation,
): Warning | null {
  const labels = texts.card.sidebar;
  const [paid] = figures.paid;
  const [due] = figures.due;
  if (figures.status === 'disputed') {
    const amount = paid === undefined ? null : formatMoney(paid.disputed, locale);
    return {
      text: amount === null ? labels.isDisputed : labels.disputed(amount),
      variant: 'danger',
    };
  }
  if (failureReason !== '')
    return { text: labels.failed(brief(failureReason, MAX_OF_REASON)), variant: 'danger' };
  if (figures.status === 'past_due') {
    const text = due === undefined ? labels.isPastDue : labels.pastDue(formatMoney(due, locale));
    return { text, variant: 'warning' };
  }
  if (figures.status === 'dispute_lost' && paid !== undefined) {
    return { text: labels.lostInDispute(formatMoney(paid.disputed, locale)), variant: 'warning' };
  }
  return figures.feeStatus === 'pending' ? { text: labels.feesPending, variant: 'warning' } : null;
}

/** What the reader should know first. */
function warningOf(saved: SavedRecord, presentation: Presentation): Warning | null {
  const { syncError, figures, failureReason } = saved;
  const texts = presentation.texts.card.sidebar;
  if (syncError !== '')
    return { text: texts.notSynced(brief(syncError, MAX_OF_REASON)), variant: 'danger' };
  return figures === undefined ? null : figuresWarning(figures, failureReason, presentation);
}

function availableText(
  { fundsAvailableMs, feeStatus }: Figures,
  { presentation, nowMs }: Viewing,
): string {
  const texts = presentation.texts.card;
  if (fundsAvailableMs === null) {
    return feeStatus === 'pending' ? texts.sidebar.notKnownYet : texts.payments.noValue;
  }
  return fundsAvailableMs <= nowMs
    ? texts.sidebar.availableNow
    : utcDayText(fundsAvailableMs, presentation);
}

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
  const headline = headlineOf(figures, 'no-deal', viewing);
  if (figures.status === 'none') return { kind: 'no-payments', headline, warning };
  return {
    kind: 'saved',
    headline,
    net: netText(figures, presentation),
    available: availableText(figures, viewing),
    warning,
  };
}
