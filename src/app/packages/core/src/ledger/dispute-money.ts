import {
  addRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  roundToMoney,
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

/** In minor units of the currency that the customer paid in, as far as the exchange rate is known. */
function inPaidCurrency({ amountMinor, exchangeRate }: BalanceTransaction): Ratio {
  const rate = exchangeRate === null ? undefined : ratioFromDecimal(String(exchangeRate));
  if (rate === undefined || rate.numerator <= 0n) return ratio(amountMinor);
  return ratio(BigInt(amountMinor) * rate.denominator, rate.numerator);
}

const isMore = (left: Ratio, right: Ratio): boolean =>
  left.numerator * right.denominator > right.numerator * left.denominator;

/** What a conversion there and back leaves over by rounding is less than this part of the amount. */
const ROUNDING = ratio(1, 100);

/** The part of the disputed amount that the balance transactions have taken and not returned: 0 to 1. */
function awayShare(dispute: Dispute): Ratio {
  const movements = movementsOf(dispute);
  const isConverted = movements.some(({ exchangeRate }) => exchangeRate !== null);
  const amounts = movements.map(inPaidCurrency).map(({ numerator, denominator }) =>
    // Money that left counts as positive.
    ratio(-numerator, denominator),
  );
  const away = amounts.reduce(addRatios, ZERO);
  // A dispute that was lost, won and lost again has withdrawn its amount twice.
  const withdrawn = amounts.reduce((most, each) => (isMore(each, most) ? each : most), ZERO);
  if (!isMore(away, ZERO)) return ZERO;
  const share = multiplyRatios(away, ratio(withdrawn.denominator, withdrawn.numerator));
  if (isConverted && isMore(ROUNDING, share)) return ZERO;
  return isMore(share, ratio(1)) ? ratio(1) : share;
}

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
  if (movementsOf(dispute).length === 0) {
    return isOpenDispute(dispute) || status === 'lost' ? amountMinor : 0;
  }
  // A lost dispute can have been won in part; any other is over when its reversal is there.
  if (status !== 'lost' && isReturned(dispute)) return 0;
  const share = awayShare(dispute);
  return share.numerator === share.denominator
    ? amountMinor
    : roundToMoney(multiplyRatios(share, ratio(amountMinor)), currency).minor;
}
