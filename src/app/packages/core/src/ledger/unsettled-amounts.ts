import type { Currency } from '../money/currency.ts';
import { mergeByCurrency } from '../money/merge-by-currency.ts';
import { money } from '../money/money.ts';
import type { Charge, Refund } from '../payment/charge.ts';
import { isCapturedPayment, unsettledMinor } from './captures.ts';
import { isReturned, isWithdrawn } from './dispute-money.ts';
import { isSettledOutside } from './fee-status.ts';
import { refundsOfCaptured } from './presentment.ts';

/** Why an amount is not in net, or leaves it again, although it belongs to the record's payments. */
const UNSETTLED_KINDS = [
  /** A refund that has not left the balance yet: net will fall. */
  'refund-pending',
  /** A failed or canceled refund on its way back: net will rise. */
  'refund-returning',
  /** A won dispute whose money has not returned yet: net will rise. */
  'dispute-returning',
  /** Paid through a method that settles elsewhere: it is never in gross, fee or net. */
  'settled-outside',
  /** Sent on to a connected account: net is what came in before that. */
  'passed-on',
] as const;

export type UnsettledKind = (typeof UNSETTLED_KINDS)[number];

/** What the settled figures do not show, a kind and presentment currency, in its minor units. */
export interface UnsettledAmount {
  readonly kind: UnsettledKind;
  readonly currency: Currency;
  readonly amountMinor: number;
  /** How many refunds, disputes or payments. */
  readonly count: number;
}

function isReturning({ status, balanceTransaction, failureBalanceTransaction }: Refund): boolean {
  const isBack = status === 'failed' || status === 'canceled';
  return isBack && balanceTransaction !== null && failureBalanceTransaction === null;
}

function amountsOfCharge(charge: Charge, nowSeconds: number): readonly UnsettledAmount[] {
  if (!isCapturedPayment(charge)) return [];
  const one = (kind: UnsettledKind, currency: Currency, amountMinor: number): UnsettledAmount => ({
    kind,
    currency,
    amountMinor: money(amountMinor, currency).minor,
    count: 1,
  });
  const isOutside = isSettledOutside(charge, nowSeconds);
  const outsideMinor =
    charge.balanceTransaction === null ? charge.amountCapturedMinor : unsettledMinor(charge);
  return [
    ...(isOutside ? [one('settled-outside', charge.currency, outsideMinor)] : []),
    ...(charge.passedOnMinor === null
      ? []
      : [one('passed-on', charge.currency, charge.passedOnMinor)]),
    // Of a payment that is settled elsewhere, the refunds are too.
    ...refundsOfCaptured(charge)
      .filter(({ balanceTransaction }) => balanceTransaction === null && !isOutside)
      .map(({ currency, amountMinor }) => one('refund-pending', currency, amountMinor)),
    ...charge.refunds
      .filter(isReturning)
      .map(({ currency, amountMinor }) => one('refund-returning', currency, amountMinor)),
    ...charge.disputes
      .filter((dispute) => dispute.status === 'won' && isWithdrawn(dispute) && !isReturned(dispute))
      .map(({ currency, amountMinor }) => one('dispute-returning', currency, amountMinor)),
  ];
}

function added(left: UnsettledAmount, right: UnsettledAmount): UnsettledAmount {
  const { minor } = money(left.amountMinor + right.amountMinor, left.currency);
  return { ...left, amountMinor: minor, count: left.count + right.count };
}

export function mergeUnsettled(
  left: readonly UnsettledAmount[],
  right: readonly UnsettledAmount[],
): readonly UnsettledAmount[] {
  return UNSETTLED_KINDS.flatMap((kind) => {
    const ofKind = (amounts: readonly UnsettledAmount[]): readonly UnsettledAmount[] =>
      amounts.filter((amount) => amount.kind === kind);
    return mergeByCurrency(ofKind(left), ofKind(right), added);
  });
}

/** @throws {UnsafeAmountError} where an amount or a sum is not a safe integer. */
export function unsettledAmounts(
  charges: readonly Charge[],
  nowSeconds: number,
): readonly UnsettledAmount[] {
  return charges
    .flatMap((charge) => amountsOfCharge(charge, nowSeconds))
    .reduce<readonly UnsettledAmount[]>((sums, amount) => mergeUnsettled(sums, [amount]), []);
}
