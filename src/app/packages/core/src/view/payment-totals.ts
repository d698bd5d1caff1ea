import type { PaymentRow } from '../contract/rows.ts';
import { allFeesMinor } from '../ledger/settlement.ts';
import { mergeByCurrency } from '../money/merge-by-currency.ts';
import type { Money } from '../money/money.ts';
import { add, money } from '../money/money.ts';

/** What rows of a table add up to, an amount a currency. */
export interface PaymentTotals {
  readonly paid: readonly Money[];
  readonly fees: readonly Money[];
  readonly net: readonly Money[];
  /** Payments whose fee and net are not known yet, and not in the sums. */
  readonly pending: number;
  /** False where a payment was not read as a whole: then its fee and net are in no sum. */
  readonly isComplete: boolean;
}

const plus = (sums: readonly Money[], amount: Money): readonly Money[] =>
  mergeByCurrency(sums, [amount], add);

const NOTHING: PaymentTotals = { paid: [], fees: [], net: [], pending: 0, isComplete: true };

/** @throws {UnsafeAmountError} where a sum is not a safe integer. */
export function paymentTotals(payments: readonly PaymentRow[]): PaymentTotals {
  return payments.reduce((totals: PaymentTotals, { captured, feeStatus, settlement, status }) => {
    const isPending = feeStatus === 'pending';
    const settled = isPending ? [] : settlement;
    return {
      paid: captured.minor === 0 ? totals.paid : plus(totals.paid, captured),
      fees: settled
        .map((each) => money(allFeesMinor(each), each.currency))
        .reduce(plus, totals.fees),
      net: settled
        .map(({ netMinor, currency }) => money(netMinor, currency))
        .reduce(plus, totals.net),
      pending: totals.pending + (isPending ? 1 : 0),
      isComplete: totals.isComplete && status !== 'incomplete',
    };
  }, NOTHING);
}
