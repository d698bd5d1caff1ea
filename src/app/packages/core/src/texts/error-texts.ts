import type { RepliedFailure } from '../contract/failure.ts';
import { isErrorCode } from '../contract/failure.ts';
import type { Texts } from './english.ts';

/** What a failure says to a person. */
type ErrorTexts = Pick<RepliedFailure, 'message' | 'nextStep'> & { readonly message: string };

/** The code's text in the reader's language; of a newer function's code the text that came along. */
export function errorTexts(failure: RepliedFailure, { errors }: Texts): ErrorTexts {
  // From another build's function: the type promises a code that this build may not have.
  const code: string = failure.code;
  if (isErrorCode(code)) return errors[code];
  const { message, nextStep } = failure;
  if (message === undefined) return errors.unexpected;
  return nextStep === undefined ? { message } : { message, nextStep };
}
