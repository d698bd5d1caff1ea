import type {
  BalanceTransactionRow,
  BalanceTransactionType,
  FeeDetail,
  ReportingCategory,
} from '../entities/account.ts';
import type { ChargeRow } from '../entities/payments.ts';
import { createdAt, timeOf, type WorldContext } from './context.ts';
import { convert } from './exchange.ts';
import { totalOf } from './prices.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Midnight UTC, this many weekdays later, in seconds. */
function availableAfter(atMs: number, businessDays: number): number {
  let dayMs = Math.floor(atMs / DAY_MS) * DAY_MS;
  let left = businessDays;
  while (left > 0) {
    dayMs += DAY_MS;
    const weekday = new Date(dayMs).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return createdAt(dayMs);
}

interface Posting {
  readonly charge: ChargeRow;
  readonly source: string;
  /** Signed minor units of the presentment currency. */
  readonly amount: number;
  readonly feeDetails: readonly FeeDetail[];
  readonly reportingCategory: ReportingCategory;
  readonly type: BalanceTransactionType;
  readonly description: string | null;
  readonly atMs: number;
}

/** Writes one balance transaction, converted to the charge's settlement currency. */
export function post(context: WorldContext, posting: Posting): BalanceTransactionRow {
  const { charge, atMs } = posting;
  const settlement = charge.settlementCurrency;
  const { amount, rate } = convert(posting.amount, charge.currency, settlement, atMs);
  const isCard = charge.method.type === 'card';
  const takesTime = posting.reportingCategory === 'charge';
  const row: BalanceTransactionRow = {
    id: context.ids.next(isCard ? 'txn_3' : 'txn_1'),
    created: createdAt(atMs),
    amount,
    currency: settlement,
    fee: totalOf(posting.feeDetails),
    feeDetails: posting.feeDetails.filter((detail) => detail.amount !== 0),
    exchangeRate: rate,
    availableOn: takesTime ? availableAfter(atMs, isCard ? 2 : 4) : createdAt(atMs),
    description: posting.description,
    reportingCategory: posting.reportingCategory,
    type: posting.type,
    source: posting.source,
    fundsType: isCard ? 'card' : 'bank_account',
  };
  return context.store.balanceTransactions.insert(row, atMs);
}

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
