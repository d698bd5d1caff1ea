import { majorText } from '../../sandbox/stripe/values/currencies.ts';
import type { BalanceTransactionRow } from '../../sandbox/stripe/entities/account.ts';
import type { ChargeRow } from '../../sandbox/stripe/entities/payments.ts';
import type { Store } from '../../sandbox/stripe/store/store.ts';

/** Sums of some charges in words as the card writes them, a currency each, in alphabetical order. */
export interface Books {
  readonly paid: readonly string[];
  readonly refunded: readonly string[];
  readonly gross: readonly string[];
  readonly fees: readonly string[];
  readonly net: readonly string[];
  readonly count: number;
}

interface Entry {
  readonly currency: string;
  readonly amount: number;
}

const SYMBOLS: Readonly<Record<string, string>> = { usd: '$', eur: '€', gbp: '£', jpy: '¥' };

/** `1234567, 'usd'` as `$12,345.67`. */
function moneyText({ amount, currency }: Entry): string {
  const [whole = '', ...decimals] = majorText(Math.abs(amount), currency).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  const symbol = SYMBOLS[currency] ?? `${currency.toUpperCase()} `;
  const sign = amount >= 0 ? '' : symbol === '$' ? '-' : '\u2011';
  return `${sign}${symbol}${[grouped, ...decimals].join('.')}`;
}

function sums(entries: readonly Entry[]): readonly string[] {
  const byCurrency = new Map<string, number>();
  for (const { currency, amount } of entries) {
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + amount);
  }
  return [...byCurrency]
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((one, other) => one.currency.localeCompare(other.currency))
    .map(moneyText);
}

const GROSS = new Set(['charge', 'charge_failure', 'partial_capture_reversal']);

/** The rows that a charge, its refunds and its disputes caused: another way than the product's. */
function rowsOf(store: Store, charges: readonly ChargeRow[]): readonly BalanceTransactionRow[] {
  const sources = new Set(
    charges.flatMap(({ id }) => [
      id,
      ...store.refunds.inGroup(id).map((refund) => refund.id),
      ...store.disputes.inGroup(id).map((dispute) => dispute.id),
    ]),
  );
  return store.balanceTransactions
    .newestFirst()
    .filter(({ source }) => source !== null && sources.has(source));
}

/** What the stand-in's own tables say of these charges. */
export function booksOf(store: Store, charges: readonly ChargeRow[]): Books {
  const paid = charges.filter(({ status, isCaptured }) => status === 'succeeded' && isCaptured);
  const rows = rowsOf(store, charges);
  const refunds = paid.flatMap(({ id, currency }) =>
    store.refunds
      .inGroup(id)
      .filter(({ status, origin }) => status === 'succeeded' && origin === 'customer')
      .map(({ amount }) => ({ amount, currency })),
  );
  const settled = (amountOf: (row: BalanceTransactionRow) => number): readonly string[] =>
    sums(rows.map((row) => ({ currency: row.currency, amount: amountOf(row) })));
  return {
    count: paid.length,
    paid: sums(paid.map(({ amountCaptured, currency }) => ({ amount: amountCaptured, currency }))),
    refunded: sums([...paid.map(({ currency }) => ({ amount: 0, currency })), ...refunds]),
    gross: settled((row) => (GROSS.has(row.reportingCategory) ? row.amount : 0)),
    fees: settled(({ fee }) => fee),
    net: settled(({ amount, fee }) => amount - fee),
  };
}

/** Charges of the customers with these addresses, whatever their case. Newest first. */
export function chargesPaidBy(store: Store, ...emails: readonly string[]): readonly ChargeRow[] {
  const wanted = new Set(emails.map((email) => email.toLowerCase()));
  const payers = new Set(
    store.customers
      .newestFirst()
      .filter(({ email }) => wanted.has(email?.toLowerCase() ?? ''))
      .map(({ id }) => id),
  );
  return store.charges
    .newestFirst()
    .filter(({ customer }) => customer !== null && payers.has(customer));
}
