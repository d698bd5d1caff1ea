import {
  addRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  roundToMoney,
  subtractRatios,
  ZERO,
} from '../money/ratio.ts';
import { money } from '../money/money.ts';
import type { Ratio } from '../money/ratio.ts';
import type { BalanceTransaction, Dispute } from '../payment/charge.ts';
import { transactionClassOf } from './transaction-class.ts';

/** True while the bank decides about money that it has withdrawn, or is about to: not for an inquiry. */
export const isOpenDispute = ({ status }: Dispute): boolean =>
  status === 'needs_response' || status === 'under_review';

const movementsOf = ({ balanceTransactions }: Dispute): readonly BalanceTransaction[] =>
  balanceTransactions.filter(
    ({ reportingCategory, amountMinor }) =>
      transactionClassOf(reportingCategory) === 'disputed' && amountMinor !== 0,
  );

export const isWithdrawn = (dispute: Dispute): boolean =>
  movementsOf(dispute).some(({ amountMinor }) => amountMinor < 0);

/** True where every withdrawal has its reversal, at whatever exchange rate. */
export function isReturned(dispute: Dispute): boolean {
  const movements = movementsOf(dispute);
  const withdrawals = movements.filter(({ amountMinor }) => amountMinor < 0).length;
  return movements.length >= 2 * withdrawals;
}

const sumOf = (amounts: readonly Ratio[]): Ratio => amounts.reduce(addRatios, ZERO);

/** In minor units of the currency that the customer paid in; undefined where the rate is not known. */
function inPaidCurrency({ amountMinor, exchangeRate }: BalanceTransaction): Ratio | undefined {
  const rate = exchangeRate === null ? undefined : ratioFromDecimal(String(exchangeRate));
  if (rate === undefined || rate.numerator <= 0n) return undefined;
  return ratio(BigInt(amountMinor) * rate.denominator, rate.numerator);
}

/** What the balance transactions took and did not return, in minor units of the dispute's currency. */
function awayAmount(dispute: Dispute): Ratio {
  const movements = movementsOf(dispute);
  const whole = ratio(dispute.amountMinor);
  if (movements.every(({ currency }) => currency === dispute.currency)) {
    return sumOf(movements.map(({ amountMinor }) => ratio(-amountMinor)));
  }
  const withdrawals = movements.filter(({ amountMinor }) => amountMinor < 0);
  const reversals = movements.filter(({ amountMinor }) => amountMinor > 0);
  const returned = reversals.map(inPaidCurrency).filter((amount) => amount !== undefined);
  if (returned.length === reversals.length) {
    return subtractRatios(multiplyRatios(whole, ratio(withdrawals.length)), sumOf(returned));
  }
  // Without the rates, in proportion. A dispute lost, won and lost again has withdrawn its amount twice.
  const away = movements.reduce((sum, { amountMinor }) => sum - BigInt(amountMinor), 0n);
  const withdrawn = Math.max(...withdrawals.map(({ amountMinor }) => -amountMinor), 1);
  return multiplyRatios(whole, ratio(away, withdrawn));
}

/** What a conversion there and back leaves over by rounding is less than a hundredth of the amount. */
const ROUNDING_PARTS = 100;

/**
 * What is in dispute or lost, in minor units of the dispute's currency: only the part that is away. The
 * balance transactions decide; without any, an open or a lost dispute is about its whole amount.
 * @throws {UnsafeAmountError} where the dispute's amount is not a safe integer.
 */
export function awayMinor(dispute: Dispute): number {
  const { status, currency } = dispute;
  const amountMinor = money(dispute.amountMinor, currency).minor;
  // Won money that has not returned yet is neither contested nor lost: the ledger names it as returning.
  if (status === 'won') return 0;
  const movements = movementsOf(dispute);
  if (movements.length === 0) {
    return isOpenDispute(dispute) || status === 'lost' ? amountMinor : 0;
  }
  // A lost dispute can have been won in part; any other is over when its reversal is there.
  if (status !== 'lost' && isReturned(dispute)) return 0;
  const { numerator, denominator } = awayAmount(dispute);
  if (numerator >= BigInt(amountMinor) * denominator) return amountMinor;
  if (numerator <= 0n) return 0;
  const away = roundToMoney({ numerator, denominator }, currency).minor;
  const isConverted = movements.some((each) => each.currency !== currency);
  return isConverted && away * ROUNDING_PARTS < amountMinor ? 0 : away;
}
