import type { Currency } from '../money/currency.ts';
import { mergeByCurrency } from '../money/merge-by-currency.ts';
import { money } from '../money/money.ts';
import { monthOf, monthsBetween } from '../time/month.ts';
import type { ChargeFeeStatus } from './fee-status.ts';
import type { SettlementTotals } from './settlement.ts';
import { allFeesMinor } from './settlement.ts';

/** What payments of one month came to, in minor units of the settlement currency. */
export interface MonthTotals {
  /** `2026-11`, of the payment. */
  readonly month: string;
  readonly grossMinor: number;
  readonly feesMinor: number;
  readonly netMinor: number;
}

/** Every month between the first payment and the last, one without payments as zeros. */
export interface CurrencyByMonth {
  readonly currency: Currency;
  readonly months: readonly MonthTotals[];
}

export interface SettlementByMonth {
  /** In alphabetical order; all have the same months, so that their charts can be compared. */
  readonly currencies: readonly CurrencyByMonth[];
  /** Payments left out because a fee is still to come. */
  readonly pendingCount: number;
}

/** As much of a payment's row as a month needs. */
interface SettledPayment {
  /** Seconds since the epoch. */
  readonly created: number;
  readonly feeStatus: ChargeFeeStatus;
  readonly settlement: readonly SettlementTotals[];
}

type Totals = Omit<MonthTotals, 'month'> & { readonly currency: Currency };

const totalsOf = (settled: SettlementTotals): Totals => ({
  currency: settled.currency,
  grossMinor: settled.grossMinor,
  feesMinor: allFeesMinor(settled),
  netMinor: settled.netMinor,
});

function addTotals(left: Totals, right: Totals): Totals {
  const { currency } = left;
  const sum = (a: number, b: number): number => money(a + b, currency).minor;
  return {
    currency,
    grossMinor: sum(left.grossMinor, right.grossMinor),
    feesMinor: sum(left.feesMinor, right.feesMinor),
    netMinor: sum(left.netMinor, right.netMinor),
  };
}

function monthTotals(month: string, totals: Totals | undefined): MonthTotals {
  const { grossMinor = 0, feesMinor = 0, netMinor = 0 } = totals ?? {};
  return { month, grossMinor, feesMinor, netMinor };
}

/**
 * Gross, all fees and net of payments by the month of the payment, each settlement currency for itself.
 * @param timeZone IANA name; an unknown one falls back to UTC.
 */
export function settlementByMonth(
  payments: readonly SettledPayment[],
  timeZone: string,
): SettlementByMonth {
  const settled = payments.filter(
    ({ feeStatus, settlement }) => feeStatus !== 'pending' && settlement.length > 0,
  );
  const byMonth = new Map<string, readonly Totals[]>();
  for (const { created, settlement } of settled) {
    const month = monthOf(created, timeZone);
    const totals = settlement.map(totalsOf);
    byMonth.set(month, mergeByCurrency(byMonth.get(month) ?? [], totals, addTotals));
  }
  const months = monthsBetween([...byMonth.keys()]);
  const currencies = [...new Set([...byMonth.values()].flat().map(({ currency }) => currency))];
  return {
    currencies: currencies.sort().map((currency) => ({
      currency,
      months: months.map((month) =>
        monthTotals(
          month,
          byMonth.get(month)?.find((totals) => totals.currency === currency),
        ),
      ),
    })),
    pendingCount: payments.filter(({ feeStatus }) => feeStatus === 'pending').length,
  };
}
