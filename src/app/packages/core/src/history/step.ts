import type { Money } from '../money/money.ts';
import type { HistoryTexts } from '../texts/function-texts.ts';
import type { DateStyle } from '../time/format.ts';
import { isolated } from '../untrusted/sentence.ts';

/** How the reader of a history is addressed. */
export interface HistoryStyle extends DateStyle {
  readonly texts: HistoryTexts;
}

/** Something that happened to a payment, or will. */
export interface Step {
  /** Seconds since the epoch; null where Stripe keeps no time of it: it follows the step before. */
  readonly at: number | null;
  /** True for a day without a time. */
  readonly isDay?: boolean;
  /** True for a day that is the same everywhere. */
  readonly isUtcDay?: boolean;
  readonly text: string;
  readonly amount?: Money;
}

/** The text for one of Stripe's open values; Stripe's own word for a new one. */
export const nameOf = (names: Readonly<Record<string, string>>, value: string): string =>
  isolated((Object.hasOwn(names, value) ? names[value] : undefined) ?? value.replaceAll('_', ' '));

/** Steps by their time. What has none stays behind the step that it follows. */
export function inOrder(groups: readonly (readonly Step[])[]): readonly Step[] {
  const timed = groups.flatMap((steps) => {
    let latest = -Infinity;
    return steps.map((step) => {
      latest = step.at ?? latest;
      return { step, sortedAt: latest };
    });
  });
  return timed.toSorted((a, b) => a.sortedAt - b.sortedAt).map(({ step }) => step);
}
