import * as z from 'zod/mini';
import { withPlainTexts } from '../untrusted/plain-text.ts';
import type { Failure, RepliedFailure } from './failure.ts';
import { repliedFailureSchema } from './failure.ts';

/** What every function answers. Nothing is thrown at a card. */
export type Reply<T extends object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly error: RepliedFailure };

const succeeded = z.object({ ok: z.literal(true) });
const failed = z.object({ ok: z.literal(false), error: repliedFailureSchema });

/** True for a reply: a failure, or a success with what `answer` describes. */
function isReply<T extends object>(value: unknown, answer: z.ZodMiniType<T>): value is Reply<T> {
  if (failed.safeParse(value).success) return true;
  return succeeded.safeParse(value).success && answer.safeParse(value).success;
}

/** A function's call. */
export interface FunctionCall<T extends object> {
  /** Sends the call; rejects where the function was killed or threw. */
  readonly send: () => Promise<unknown>;
  /** What an answer that went well has. It may have more: a newer function adds fields. */
  readonly answer: z.ZodMiniType<T>;
  readonly withoutAnswer: Failure;
}

/**
 * Calls a function and never rejects: a killed function is an answer too, and so is one that lacks what
 * is printed. Names and descriptions come from outside, so all texts are made plain here, for every
 * component.
 */
export async function callFunction<T extends object>({
  send,
  answer,
  withoutAnswer,
}: FunctionCall<T>): Promise<Reply<T>> {
  try {
    const reply = withPlainTexts(await send());
    return isReply(reply, answer) ? reply : { ok: false, error: withoutAnswer };
  } catch {
    return { ok: false, error: withoutAnswer };
  }
}
