import type Stripe from 'stripe';
import type { BalanceTransactionRow } from '../entities/balance-transaction.ts';
import { secondsOf, type FormatView } from './view.ts';

type Funds = Stripe.Balance.Available & {
  readonly source_types: Stripe.Balance.Available.SourceTypes;
};

function sumOf(
  rows: readonly BalanceTransactionRow[],
  fundsType?: 'card' | 'bank_account',
): number {
  return rows
    .filter((row) => fundsType === undefined || row.fundsType === fundsType)
    .reduce((sum, row) => sum + row.amount - row.fee, 0);
}

const fundsOf = (currency: string, rows: readonly BalanceTransactionRow[]): Funds => ({
  amount: sumOf(rows),
  currency,
  source_types: { bank_account: sumOf(rows, 'bank_account'), card: sumOf(rows, 'card') },
});

/** No payout ever leaves this account, so the balance is the sum of all its transactions. */
export function formatBalance(
  rows: readonly BalanceTransactionRow[],
  settlementCurrencies: readonly string[],
  view: FormatView,
): Stripe.Balance {
  const now = secondsOf(view.nowMs);
  const currencies = [...new Set([...settlementCurrencies, ...rows.map((row) => row.currency)])];
  const funds = (isAvailable: boolean): Funds[] =>
    currencies.map((currency) =>
      fundsOf(
        currency,
        rows.filter((row) => row.currency === currency && row.availableOn <= now === isAvailable),
      ),
    );
  return {
    object: 'balance',
    available: funds(true),
    connect_reserved: currencies.map((currency) => ({ amount: 0, currency })),
    livemode: view.livemode,
    pending: funds(false),
  };
}
