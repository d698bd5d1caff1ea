import type { Failure, Presentation } from '@stripe-payments/core';
import { brief, formatMoney, utcDayText } from '@stripe-payments/core';
import type { Figures } from '../figures/figures.ts';
import type { Headline } from '../figures/headline.ts';
import { headlineOf } from '../figures/headline.ts';
import { netText } from '../figures/statistics.ts';
import type { Viewing } from '../record/card-state.ts';
import type { SavedRecord } from '../record/use-saved-record.ts';

/** What is wrong, in one line, and how bad it is. */
export interface Trouble {
  readonly text: string;
  readonly variant: 'danger' | 'warning';
}

/** Everything that the sidebar can be. */
export type SidebarState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'not-set-up'; readonly error: Failure }
  /** On a record of a type that the app does not know. */
  | { readonly kind: 'unknown-type'; readonly error: Failure }
  | { readonly kind: 'never-synced'; readonly trouble: Trouble | null }
  | { readonly kind: 'no-payments'; readonly headline: Headline; readonly trouble: Trouble | null }
  | {
      readonly kind: 'saved';
      readonly headline: Headline;
      readonly net: string;
      /** When the last of the money is available, in words. */
      readonly available: string;
      readonly trouble: Trouble | null;
    };

/** The whole of it is in the property. */
const MAX_OF_REASON = 160;

function figuresTrouble(
  figures: Figures,
  failureReason: string,
  { texts, locale }: Presentation,
): Trouble | null {
  const words = texts.card.sidebar;
  const [paid] = figures.paid;
  const [due] = figures.due;
  if (figures.status === 'disputed') {
    const amount = paid === undefined ? null : formatMoney(paid.disputed, locale);
    return { text: amount === null ? words.isDisputed : words.disputed(amount), variant: 'danger' };
  }
  if (failureReason !== '')
    return { text: words.failed(brief(failureReason, MAX_OF_REASON)), variant: 'danger' };
  if (figures.status === 'past_due') {
    const text = due === undefined ? words.isPastDue : words.pastDue(formatMoney(due, locale));
    return { text, variant: 'warning' };
  }
  return figures.feeStatus === 'pending' ? { text: words.feesPending, variant: 'warning' } : null;
}

/** The one thing that a person should know first. */
function troubleOf(saved: SavedRecord, presentation: Presentation): Trouble | null {
  const { syncError, figures, failureReason } = saved;
  const words = presentation.texts.card.sidebar;
  if (syncError !== '')
    return { text: words.notSynced(brief(syncError, MAX_OF_REASON)), variant: 'danger' };
  return figures === undefined ? null : figuresTrouble(figures, failureReason, presentation);
}

function availableText(
  { fundsAvailableMs, feeStatus }: Figures,
  { presentation, nowMs }: Viewing,
): string {
  const words = presentation.texts.card;
  if (fundsAvailableMs === null) {
    return feeStatus === 'pending' ? words.sidebar.notKnownYet : words.payments.noValue;
  }
  return fundsAvailableMs <= nowMs
    ? words.sidebar.availableNow
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
  const trouble = troubleOf(saved, presentation);
  if (figures === undefined) return { kind: 'never-synced', trouble };
  const headline = headlineOf(figures, 'no-deal', viewing);
  if (figures.status === 'none') return { kind: 'no-payments', headline, trouble };
  return {
    kind: 'saved',
    headline,
    net: netText(figures, presentation),
    available: availableText(figures, viewing),
    trouble,
  };
}
