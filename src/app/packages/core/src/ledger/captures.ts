import type { BalanceTransaction, Charge } from '../payment/charge.ts';

/** Captured money exists only on a succeeded charge: a pending bank debit calls itself captured too. */
export function isCapturedPayment(charge: Charge): boolean {
  return charge.status === 'succeeded' && charge.captured;
}

/**
 * Canceled or expired. Since API version 2025-03-31 only the PaymentIntent says so; before, a refund
 * object of the uncaptured charge does, which has no status where it is old.
 */
function isReleased({ paymentIntentStatus, refunds }: Charge): boolean {
  return (
    paymentIntentStatus === 'canceled' ||
    refunds.some(({ status }) => status === 'succeeded' || status === 'pending' || status === null)
  );
}

/** Reserved on the customer's card: it can still be captured. */
export const isAuthorized = (charge: Charge): boolean =>
  charge.status === 'succeeded' && !charge.captured && !isReleased(charge);

/** What a conversion rounds away is less than this part of an amount. */
const ROUNDING = 0.001;

/** In minor units of the charge's currency; undefined where the rate that converted it is not known. */
function inPaidCurrency(
  charge: Charge,
  { currency, amountMinor, exchangeRate }: BalanceTransaction,
): number | undefined {
  if (currency === charge.currency) return amountMinor;
  return exchangeRate === null ? undefined : amountMinor / exchangeRate;
}

/** What the charge's own balance transactions stand for, in its currency; undefined if that is unknown. */
function settledMinor(charge: Charge): number | undefined {
  const captures = [charge.balanceTransaction, ...charge.furtherBalanceTransactions];
  let sum = 0;
  for (const capture of captures) {
    if (capture === null) continue;
    const amount = inPaidCurrency(charge, capture);
    if (amount === undefined || capture.reportingCategory !== 'charge') return undefined;
    sum += amount;
  }
  return sum;
}

/**
 * Captured money whose balance transaction was not read, in minor units of the charge's currency. With
 * several captures of one authorization the charge names one of their balance transactions.
 */
export function unsettledMinor(charge: Charge): number {
  if (!isCapturedPayment(charge)) return 0;
  const settled = settledMinor(charge) ?? charge.amountCapturedMinor;
  const missing = charge.amountCapturedMinor - settled;
  const isConverted = charge.balanceTransaction?.currency !== charge.currency;
  const tolerated = isConverted ? Math.max(1, charge.amountCapturedMinor * ROUNDING) : 0;
  return missing > tolerated ? Math.round(missing) : 0;
}

/** True where the charge names one of several captures, and the others have to be read by source. */
export const hasUnreadCaptures = (charge: Charge): boolean =>
  charge.balanceTransaction !== null &&
  charge.furtherBalanceTransactions.length === 0 &&
  unsettledMinor(charge) > 0;

/** True where everything that moved the charge's money was read. */
export const isCompleteCharge = (charge: Charge): boolean =>
  !charge.hasMoreRefunds &&
  (!charge.isDisputed || charge.disputes.length > 0) &&
  !hasUnreadCaptures(charge);

/**
 * True where only what was captured has been settled. Requests in API versions before 2025-03-31 settle
 * the whole authorization and reverse the rest with a refund object; since then there is no such refund.
 */
export function settlesCapturedOnly(charge: Charge): boolean {
  const settled = settledMinor(charge);
  if (settled === undefined || charge.balanceTransaction === null) return false;
  const { amountMinor, amountCapturedMinor } = charge;
  return Math.abs(settled - amountCapturedMinor) < Math.abs(settled - amountMinor);
}
