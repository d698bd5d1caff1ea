import type { DateStyle, FigurePresentation } from '@stripe-payments/core';
import { dayOf, dayStateOf, epochMsFromText, utcDayText } from '@stripe-payments/core';
import type { Figures } from './figures.ts';

/** The same of one of Stripe's moments, on a card that may have been open since before it. */
export const isDayOver = (epochSeconds: number, nowMs: number, { timeZone }: DateStyle): boolean =>
  dayStateOf(dayOf(epochSeconds, timeZone), { nowMs, readAtMs: null }, timeZone) !== 'ahead';

/** For whom, of which figures and when a day is said. */
export interface Saying {
  readonly figures: Figures;
  readonly presentation: FigurePresentation;
  readonly nowMs: number;
}

/** A sentence with a day. */
export interface DatedText {
  readonly text: string;
  /** How to learn what happened on a day that is over; null while it is ahead. */
  readonly followUp: string | null;
}

interface Sentences {
  readonly ahead: (day: string) => string;
  readonly over: (day: string) => string;
  /** Where the day is not known; null where nothing is said then. */
  readonly unknown: string | null;
}

/**
 * The one rule for every day that a record tells: once it is over it is never said as still to come. Where
 * Stripe was read before that, only a sync says what happened.
 * @param day as HubSpot or the live read gives it: `2026-12-01`.
 * @param timeZone in which it is a day: the account's, where Stripe has no other.
 */
export function datedText(
  day: string | null,
  { ahead, over, unknown }: Sentences,
  { figures, presentation, nowMs }: Saying,
  timeZone = presentation.timeZone,
): DatedText | null {
  const epochMs = day === null ? undefined : epochMsFromText(day);
  if (epochMs === undefined) return unknown === null ? null : { text: unknown, followUp: null };
  const { next } = presentation.texts.card;
  const read = { nowMs, readAtMs: figures.asOfMs };
  const shown = utcDayText(epochMs, presentation);
  switch (dayStateOf(dayOf(epochMs / 1_000, 'UTC'), read, timeZone)) {
    case 'ahead':
      return { text: ahead(shown), followUp: null };
    case 'over':
      return { text: over(shown), followUp: next.noNewerDay };
    case 'over-since-read':
      return { text: over(shown), followUp: next.syncToSee };
  }
}
