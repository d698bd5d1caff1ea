import { english } from '../texts/english.ts';

/** Why a reply is not ok, for code to branch on. */
export type ErrorCode = keyof typeof english.errors;

/** What went wrong and what to do, in plain words; `reference` finds the run in the logs. */
export interface ReplyError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly nextStep?: string;
  /** Facts beside the message, for example Stripe's own words about a missing permission. */
  readonly detail?: string;
  readonly reference?: string;
}

/** The text of a code, with the facts of the case. */
export function replyError(
  code: ErrorCode,
  facts: Pick<ReplyError, 'detail' | 'reference'> = {},
): ReplyError {
  const { message, nextStep } = english.errors[code];
  return { code, message, nextStep, ...facts };
}
