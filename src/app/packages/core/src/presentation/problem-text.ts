import type { RepliedFailure } from '../contract/failure.ts';
import type { Texts } from '../texts/english.ts';
import { errorTexts } from '../texts/error-texts.ts';
import { problemFacts } from './problem-facts.ts';

/** The end of a sentence, whatever closes after it. */
const ENDED = /[.!?…。]['"’”)\]\u2069]*$/u;

const asSentence = (text: string): string => (ENDED.test(text) ? text : `${text}.`);

/** What went wrong, its facts, the next step and what to quote to support, as one paragraph. */
export function problemText(problem: RepliedFailure, texts: Texts): string {
  const { message, nextStep } = errorTexts(problem, texts);
  const { detail, requestId } = problemFacts(problem);
  const referenceText =
    requestId === undefined ? undefined : texts.card.states.reference(requestId);
  const facts = detail === undefined ? undefined : asSentence(detail);
  return [message, facts, nextStep, referenceText].filter((part) => part !== undefined).join(' ');
}
