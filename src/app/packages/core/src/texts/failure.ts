import type { PaymentFailure } from '../payment/charge.ts';
import type { Move } from './english/declines.ts';
import { english } from './english.ts';

/** Why a payment failed and whose move it is, in plain words. */
export interface FailureText {
  readonly reason: string;
  readonly nextStep: string;
}

interface KnownDecline {
  readonly reason: string;
  readonly move: Move;
}

const KNOWN: ReadonlyMap<string, KnownDecline> = new Map(Object.entries(english.declines.byCode));

/**
 * The issuer's reason says more than Stripe's code (`insufficient_funds` against `card_declined`), so
 * it comes first. A code that is not in the table is shown as it is.
 */
export function failureText({ reason, code }: PaymentFailure): FailureText {
  const { unknown, none, moves } = english.declines;
  const codes = [reason, code].filter((value) => value !== null).filter((value) => value !== '');
  const known = codes.map((value) => KNOWN.get(value)).find((text) => text !== undefined);
  if (known !== undefined) return { reason: known.reason, nextStep: moves[known.move] };
  const [first] = codes;
  return {
    reason: first === undefined ? none : unknown(first),
    nextStep: moves.stripe,
  };
}
