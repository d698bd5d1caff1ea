import type { PaymentFailure } from '../payment/charge.ts';
import type { DeclineCode } from './decline-moves.ts';
import { DECLINE_MOVES } from './decline-moves.ts';
import type { Texts } from './english.ts';

/** Why a payment failed and whose move it is, in plain words. */
export interface FailureText {
  readonly reason: string;
  readonly nextStep: string;
}

const isDeclineCode = (code: string): code is DeclineCode => Object.hasOwn(DECLINE_MOVES, code);

/**
 * The issuer's reason says more than Stripe's code (`insufficient_funds` against `card_declined`), so
 * it comes first. A code that is not in the table is shown as it is.
 */
export function failureText({ reason, code }: PaymentFailure, { declines }: Texts): FailureText {
  const { byCode, unknown, none, moves } = declines;
  const codes = [reason, code].filter((value) => value !== null).filter((value) => value !== '');
  const known = codes.find(isDeclineCode);
  if (known !== undefined) return { reason: byCode[known], nextStep: moves[DECLINE_MOVES[known]] };
  const [first] = codes;
  return {
    reason: first === undefined ? none : unknown(first),
    nextStep: moves.stripe,
  };
}
