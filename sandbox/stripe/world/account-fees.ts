import type { BalanceTransactionRow } from '../entities/balance-transaction.ts';
import { createdAt, timeOf, type WorldContext } from './context.ts';

export interface AccountFee {
  /** Minor units of the account's default currency. */
  readonly amount: number;
  readonly description: string;
  readonly atMs?: number;
}

/** A fee of the account itself (Radar, Billing, a countered dispute): it belongs to no payment. */
export function takeAccountFee(context: WorldContext, fee: AccountFee): BalanceTransactionRow {
  const atMs = timeOf(context, fee.atMs);
  return context.store.balanceTransactions.insert(
    {
      id: context.ids.next('txn_1'),
      created: createdAt(atMs),
      amount: -fee.amount,
      currency: context.account.defaultCurrency,
      fee: 0,
      feeDetails: [],
      exchangeRate: null,
      availableOn: createdAt(atMs),
      description: fee.description,
      reportingCategory: 'fee',
      type: 'stripe_fee',
      source: null,
      fundsType: 'card',
    },
    atMs,
  );
}
