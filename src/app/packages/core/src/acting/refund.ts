import { isCapturedPayment } from '../ledger/captures.ts';
import { awayMinor, isOpenDispute } from '../ledger/dispute-money.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import { refundsOfCaptured } from '../ledger/presentment.ts';
import { allFeesMinor } from '../ledger/settlement.ts';
import type { Money } from '../money/money.ts';
import { money, subtract } from '../money/money.ts';
import type { Charge } from '../payment/charge.ts';

/** Of a charge, in its currency: captured = rest + refunded + disputed, unless less than nothing is left. */
export interface Refundable {
  readonly captured: Money;
  /** Refunds that have not failed: those on their way too. */
  readonly refunded: Money;
  /** The part of it that is on its way. */
  readonly pending: Money;
  /** In dispute or lost: what is away. */
  readonly disputed: Money;
  /** What can still be refunded, never below 0. */
  readonly rest: Money;
}

const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, each) => total + each, 0);

/** @throws {UnsafeAmountError} where an amount or a sum is not a safe integer. */
export function refundableOf(charge: Charge): Refundable {
  const { currency } = charge;
  const capturedMinor = isCapturedPayment(charge) ? charge.amountCapturedMinor : 0;
  const refunds = refundsOfCaptured(charge);
  const refundedMinor = sum(refunds.map(({ amountMinor }) => amountMinor));
  const isPending = ({ status }: { status: string | null }): boolean =>
    status === 'pending' || status === 'requires_action';
  const disputedMinor = sum(charge.disputes.map(awayMinor));
  return {
    captured: money(capturedMinor, currency),
    refunded: money(refundedMinor, currency),
    pending: money(sum(refunds.filter(isPending).map(({ amountMinor }) => amountMinor)), currency),
    disputed: money(disputedMinor, currency),
    rest: money(Math.max(0, capturedMinor - refundedMinor - disputedMinor), currency),
  };
}

/** What Stripe keeps of a refunded payment, as far as the ledger says it exactly. */
export type KeptFee =
  /** The fees that were paid for the charge, and its net before and after the refund. */
  | {
      readonly status: 'known';
      readonly fee: Money;
      readonly net: Money;
      readonly netAfter: Money;
    }
  /** Settled in another currency: the rate of a refund is known when it is made. */
  | { readonly status: 'converted'; readonly fee: Money; readonly net: Money }
  /** A balance transaction is missing. */
  | { readonly status: 'pending' };

/**
 * @param nowSeconds seconds since the epoch: decides when a missing balance transaction never comes.
 * @throws {UnsafeAmountError} where an amount or a sum is not a safe integer.
 */
export function keptFee(charge: Charge, amount: Money, nowSeconds: number): KeptFee {
  const { settlement, feeStatus, unsettled, flagged } = ledgerOf([charge], nowSeconds);
  const [totals, ...others] = settlement;
  const isKnown =
    feeStatus === 'final' && unsettled.length === 0 && flagged.length === 0 && others.length === 0;
  if (totals === undefined || !isKnown) return { status: 'pending' };
  const fee = money(allFeesMinor(totals), totals.currency);
  const net = money(totals.netMinor, totals.currency);
  if (totals.currency !== amount.currency) return { status: 'converted', fee, net };
  return { status: 'known', fee, net, netAfter: subtract(net, amount) };
}

/** Why a payment, or an amount of it, is not refunded by this app. */
export type RefundRefusal =
  /** Nothing was captured: it failed, is on its way, or is only authorized. */
  | 'not-captured'
  /** The bank decides: Stripe refuses a refund beside an open dispute. */
  | 'disputed'
  /** A part was sent on to a connected account, and who bears the refund is a choice. */
  | 'passed-on'
  | 'nothing-left'
  | 'too-large'
  | 'no-amount';

/** Undefined where the amount can be refunded. Null: all that is left. */
export function refundRefusal(charge: Charge, amount: Money | null): RefundRefusal | undefined {
  if (!isCapturedPayment(charge)) return 'not-captured';
  if (charge.passedOnMinor !== null) return 'passed-on';
  if (charge.disputes.some(isOpenDispute)) return 'disputed';
  const { rest } = refundableOf(charge);
  if (rest.minor === 0) return 'nothing-left';
  if (amount === null) return undefined;
  if (amount.currency !== rest.currency || amount.minor <= 0) return 'no-amount';
  return amount.minor > rest.minor ? 'too-large' : undefined;
}
