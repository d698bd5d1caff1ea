import type { TimelineTexts } from './timeline-note.ts';
import type { CommonTexts } from './catalogue.ts';
import { commonTextsIn } from './catalogue.ts';
import { subscriptionStatus as englishStatus } from './english/properties.ts';
import { acting as english } from './english/acting.ts';
import { actingErrors as englishErrors } from './english/acting-errors.ts';
import { subscriptionStatus as italianStatus } from './italian/properties.ts';
import { acting as italian } from './italian/acting.ts';
import { actingErrors as italianErrors } from './italian/acting-errors.ts';
import { timeline as englishTimeline } from './english/timeline.ts';
import { timeline as italianTimeline } from './italian/timeline.ts';
import type { Language } from './language.ts';

export type { Deed, DeedKind } from './timeline-note.ts';
export { referenceMark, timelineNote } from './timeline-note.ts';

/** Of the card that acts: what it shares with the payments card, its own words, and a text for each of its failures. */
export type ActingTexts = CommonTexts & {
  readonly errors: typeof englishErrors;
  readonly acting: typeof english;
  readonly subscriptionStatus: typeof englishStatus;
};

const ERRORS = { en: englishErrors, it: italianErrors };
const STATUSES = { en: englishStatus, it: italianStatus };
const CARDS = { en: english, it: italian };

const TIMELINES = { en: englishTimeline, it: italianTimeline };

/** The texts of the note that an action leaves on a timeline. */
export const timelineTextsIn = (language: Language): TimelineTexts => TIMELINES[language];

/** The texts of failures where a function acts; they take the place of others for the same code. */
export const actingErrorsIn = (language: Language): typeof englishErrors => ERRORS[language];

/** The texts of the card that acts. No other card loads them. */
export function actingTextsIn(
  language: Language,
  accountLanguage: Language = language,
): ActingTexts {
  const texts = commonTextsIn(language, accountLanguage);
  const errors = { ...texts.errors, ...ERRORS[language] };
  return {
    ...texts,
    errors,
    acting: CARDS[language],
    subscriptionStatus: STATUSES[language],
  };
}
