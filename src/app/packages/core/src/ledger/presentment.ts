import type { Currency } from '../money/currency.ts';
import { money } from '../money/money.ts';
import type { Charge, Dispute, Refund } from '../payment/charge.ts';
import { settlementLedger } from './settlement.ts';

/** What customers paid, got back and contest in one presentment currency, in its minor units. */
export interface PresentmentTotals {
  readonly currency: Currency;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  readonly disputedMinor: number;
}

/** Captured money exists only on a succeeded charge: a pending bank debit calls itself captured too. */
export function isCapturedPayment(charge: Charge): boolean {
  return charge.status === 'succeeded' && charge.captured;
}

/** True for a refund that gives money back, or will. */
export function isRefundEffective({ status, balanceTransaction }: Refund): boolean {
  // Refunds of before 2016 have no status: their balance transaction says that the money left.
  if (status === null) return balanceTransaction !== null;
  return status === 'succeeded' || status === 'pending' || status === 'requires_action';
}

const isReversal = ({ balanceTransaction }: Refund): boolean =>
  balanceTransaction?.reportingCategory === 'partial_capture_reversal';

/**
 * Refunds of captured money. The uncaptured rest of a partial capture is a refund object too: known
 * by its balance transaction's category, or, while that is missing, by being exactly that rest.
 */
export function refundsOfCaptured(charge: Charge): readonly Refund[] {
  if (!isCapturedPayment(charge)) return [];
  const alive = charge.refunds.filter((refund) => isRefundEffective(refund) && !isReversal(refund));
  const uncapturedMinor = charge.amountMinor - charge.amountCapturedMinor;
  if (uncapturedMinor <= 0 || charge.refunds.some(isReversal)) return alive;
  const reversal = alive.find(
    (refund) => refund.balanceTransaction === null && refund.amountMinor === uncapturedMinor,
  );
  return alive.filter((refund) => refund !== reversal);
}

/** True while a dispute's balance transactions have taken more than they have returned. */
export function transactionsHoldMoney({ balanceTransactions }: Dispute): boolean {
  return settlementLedger(balanceTransactions).totals.some(
    ({ disputedMinor }) => disputedMinor > 0,
  );
}

/** True while the disputed money is away: open, or lost. Inquiries move none; a won one is back. */
export function disputeHoldsMoney(dispute: Dispute): boolean {
  switch (dispute.status) {
    case 'needs_response':
    case 'under_review':
    case 'lost':
      return true;
    case 'won':
    case 'warning_needs_response':
    case 'warning_under_review':
    case 'warning_closed':
    case 'prevented':
      return false;
    default:
      // An appeal follows either outcome, and Stripe may add more: the balance transactions tell.
      return transactionsHoldMoney(dispute);
  }
}

function addTo(
  totals: Map<Currency, PresentmentTotals>,
  currency: Currency,
  change: Partial<Omit<PresentmentTotals, 'currency'>>,
): void {
  const before = totals.get(currency);
  const sum = (left = 0, right = 0): number => money(left + right, currency).minor;
  totals.set(currency, {
    currency,
    capturedMinor: sum(before?.capturedMinor, change.capturedMinor),
    refundedMinor: sum(before?.refundedMinor, change.refundedMinor),
    disputedMinor: sum(before?.disputedMinor, change.disputedMinor),
  });
}

/**
 * One entry a currency in which something was captured, or is disputed, in alphabetical order.
 * @throws {UnsafeAmountError} where an amount or a sum is not a safe integer.
 */
export function presentmentTotals(charges: Iterable<Charge>): readonly PresentmentTotals[] {
  const totals = new Map<Currency, PresentmentTotals>();
  for (const charge of charges) {
    if (!isCapturedPayment(charge)) continue;
    addTo(totals, charge.currency, { capturedMinor: charge.amountCapturedMinor });
    for (const refund of refundsOfCaptured(charge)) {
      addTo(totals, refund.currency, { refundedMinor: refund.amountMinor });
    }
    for (const dispute of charge.disputes) {
      if (!disputeHoldsMoney(dispute)) continue;
      addTo(totals, dispute.currency, { disputedMinor: dispute.amountMinor });
    }
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
