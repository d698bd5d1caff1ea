import type { BalanceTransaction, Charge } from '../payment/charge.ts';
import { balanceTransactionsOf } from './fee-status.ts';

export type SettledPart = Pick<BalanceTransaction, 'id' | 'currency' | 'availableOn' | 'netMinor'>;

/** What of a payment says in which payouts it is: captured, refunded, disputed, returned. */
export interface SettledCharge {
  readonly id: string;
  readonly balanceTransaction: SettledPart | null;
  readonly furtherBalanceTransactions: readonly SettledPart[];
  readonly failureBalanceTransaction: SettledPart | null;
  readonly refunds: readonly {
    readonly id: string;
    readonly balanceTransaction: SettledPart | null;
    readonly failureBalanceTransaction: SettledPart | null;
  }[];
  readonly disputes: readonly {
    readonly id: string;
    readonly balanceTransactions: readonly SettledPart[];
  }[];
}

/** A balance transaction that a payout has. */
export interface PayoutPart extends SettledPart {
  /** What Stripe lists it by; null of a debit's return, whose source the charge does not name. */
  readonly sourceId: string | null;
}

/** Null and zero are in no payout that matters. */
const partsFrom = (
  sourceId: string | null,
  transactions: readonly (SettledPart | null)[],
): readonly PayoutPart[] =>
  transactions
    .filter((transaction) => transaction !== null)
    .filter(({ netMinor }) => netMinor !== 0)
    .map(({ id, currency, availableOn, netMinor }) => ({
      id,
      currency,
      availableOn,
      netMinor,
      sourceId,
    }));

/** Captures, in the order of their days. */
export const capturedParts = (charge: SettledCharge): readonly PayoutPart[] =>
  partsFrom(charge.id, [charge.balanceTransaction, ...charge.furtherBalanceTransactions]);

/** Refunds, disputes and a debit's failure, and what they gave back. Each is in a payout of its own day. */
export const laterParts = (charge: SettledCharge): readonly PayoutPart[] => [
  ...partsFrom(null, [charge.failureBalanceTransaction]),
  ...charge.refunds.flatMap(({ id, balanceTransaction, failureBalanceTransaction }) =>
    partsFrom(id, [balanceTransaction, failureBalanceTransaction]),
  ),
  ...charge.disputes.flatMap(({ id, balanceTransactions }) => partsFrom(id, balanceTransactions)),
];

/** Everything of which the net is made. */
export const payoutParts = (charge: SettledCharge): readonly PayoutPart[] => [
  ...capturedParts(charge),
  ...laterParts(charge),
];

/** True where something of a payment moved the balance: a debit that failed did so twice. */
export const hasMovedMoney = (charge: Charge): boolean =>
  balanceTransactionsOf(charge).some(({ netMinor }) => netMinor !== 0);

/** True where a part of it can be in a payout. */
export const isInPayouts = (charge: SettledCharge, nowSeconds: number): boolean =>
  payoutParts(charge).some(({ availableOn }) => availableOn <= nowSeconds);

/** The same of all of it. */
export const isWhollyInPayouts = (charge: SettledCharge, nowSeconds: number): boolean =>
  payoutParts(charge).every(({ availableOn }) => availableOn <= nowSeconds);

/** Only what a payout may need of a payment. */
export const settledCharge = (charge: SettledCharge): SettledCharge => ({
  id: charge.id,
  balanceTransaction: charge.balanceTransaction && settledPart(charge.balanceTransaction),
  furtherBalanceTransactions: charge.furtherBalanceTransactions.map(settledPart),
  failureBalanceTransaction:
    charge.failureBalanceTransaction && settledPart(charge.failureBalanceTransaction),
  refunds: charge.refunds.map(({ id, balanceTransaction, failureBalanceTransaction }) => ({
    id,
    balanceTransaction: balanceTransaction && settledPart(balanceTransaction),
    failureBalanceTransaction: failureBalanceTransaction && settledPart(failureBalanceTransaction),
  })),
  disputes: charge.disputes.map(({ id, balanceTransactions }) => ({
    id,
    balanceTransactions: balanceTransactions.map(settledPart),
  })),
});

const settledPart = ({ id, currency, availableOn, netMinor }: SettledPart): SettledPart => ({
  id,
  currency,
  availableOn,
  netMinor,
});
