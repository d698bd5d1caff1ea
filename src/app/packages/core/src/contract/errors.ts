import type { RecordLink } from '../record/object-type.ts';
import { ACCOUNT_TEXTS } from '../texts/account-texts.ts';
import type { Texts } from '../texts/english.ts';

/** Why a reply is not ok, for code to branch on. */
export type ErrorCode = keyof Texts['errors'];

export const isErrorCode = (code: string): code is ErrorCode =>
  Object.hasOwn(ACCOUNT_TEXTS.errors, code);

/** What went wrong and what to do, in plain words; `reference` finds the run in the logs. */
export interface ReplyError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly nextStep?: string;
  /** Facts beside the message, for example Stripe's own words about a missing permission. */
  readonly detail?: string;
  readonly reference?: string;
  /** The record that has what was asked for. */
  readonly claimedBy?: RecordLink;
}

/** A code with the facts of the case, and its text in the account's language for who cannot look it up. */
export function replyError(
  code: ErrorCode,
  facts: Pick<ReplyError, 'detail' | 'reference' | 'claimedBy'> = {},
): ReplyError {
  const { message, nextStep } = ACCOUNT_TEXTS.errors[code];
  return { code, message, nextStep, ...facts };
}
