import type { ReplyError } from '../contract/errors.ts';
import type { Texts } from '../texts/english.ts';
import { errorTexts } from '../texts/error-texts.ts';
import { isolated } from '../untrusted/isolated.ts';
import { shortened } from '../untrusted/shortened.ts';

/** Facts beside the message; a long one would hide the next step. */
const MOST_OF_DETAIL = 300;

/** What went wrong, its facts, the next step and what to quote to support, as one paragraph. */
export function problemText(problem: ReplyError, texts: Texts): string {
  const { message, nextStep } = errorTexts(problem, texts);
  const { reference } = problem;
  const detail =
    problem.detail === undefined ? undefined : shortened(isolated(problem.detail), MOST_OF_DETAIL);
  const referenceText =
    reference === undefined ? undefined : texts.card.states.reference(reference);
  return [message, detail, nextStep, referenceText].filter((part) => part !== undefined).join(' ');
}
