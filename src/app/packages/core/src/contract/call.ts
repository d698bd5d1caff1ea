import type { Failure } from './failure.ts';
import { repliedFailureSchema } from './failure.ts';
import type { Reply } from './reply.ts';
import { isReply } from './reply.ts';
import { withPlainTexts } from '../untrusted/plain-text.ts';

/** A function's call, and what makes its answer one. */
export interface FunctionCall {
  /** Sends the call; rejects where the function was killed or threw. */
  readonly send: () => Promise<unknown>;
  /** True where an answer that went well has the parts that are printed. */
  readonly isWhole: (answer: object) => boolean;
  readonly withoutAnswer: Failure;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Calls a function and never rejects: a killed function is an answer too. What a killed or foreign
 * function answers has the parts that are printed, or is no reply. Names and descriptions in it are
 * anybody's words, so all texts are made plain here, for every component.
 */
export async function callFunction<T extends object>({
  send,
  isWhole,
  withoutAnswer,
}: FunctionCall): Promise<Reply<T>> {
  try {
    const answer = withPlainTexts(await send());
    const isUsable =
      isReply<T>(answer) &&
      (answer.ok ? isWhole(answer) : repliedFailureSchema.safeParse(answer.error).success);
    return isUsable ? answer : { ok: false, error: withoutAnswer };
  } catch {
    return { ok: false, error: withoutAnswer };
  }
}
