import type { ReplyError } from '../contract/errors.ts';
import { isErrorCode } from '../contract/errors.ts';
import type { Texts } from './english.ts';

/** What a reply's error says to a person. */
type ErrorTexts = Pick<ReplyError, 'message' | 'nextStep'>;

/** The code's text in the reader's language; what came along, where a newer function sent a newer code. */
export function errorTexts(error: ReplyError, { errors }: Texts): ErrorTexts {
  // From another build's function: the type promises a code that this build may not have.
  const code: string = error.code;
  return isErrorCode(code) ? errors[code] : error;
}
