import type { BalanceTransaction, Charge, Refund } from '../payment/charge.ts';
import { isCapturedPayment, unsettledMinor } from './captures.ts';
import { isOpenDispute, isWithdrawn } from './dispute-money.ts';

/**
 * The values of `stripe_fee_status`. `pending`: a balance transaction that brings a fee is missing. What
 * brings none (a refund, a return) is never waited for: `unsettledAmounts` names it beside the figures.
 */
export const FEE_STATUSES = ['none', 'pending', 'final'] as const;

export type FeeStatus = (typeof FEE_STATUSES)[number];

/** `outside`: Stripe has no balance transaction of the payment, since it is settled elsewhere. */
export type ChargeFeeStatus = FeeStatus | 'outside';

export function isFeeStatus(text: string): text is FeeStatus {
  return FEE_STATUSES.some((status) => status === text);
}

/**
 * A balance transaction arrives within an hour of the capture, and a card is captured up to seven days
 * after the authorization, from which a charge's `created` counts. What is missing after ten days never
 * comes: some methods, PayPal among them, can settle outside Stripe.
 * https://docs.stripe.com/payments/payment-intents/asynchronous-capture (2026-10)
 */
export const SETTLED_OUTSIDE_AFTER_DAYS = 10;

const DAY_SECONDS = 24 * 60 * 60;

const isOverdue = ({ created }: Charge, nowSeconds: number): boolean =>
  nowSeconds - created > SETTLED_OUTSIDE_AFTER_DAYS * DAY_SECONDS;

const present = (transaction: BalanceTransaction | null): readonly BalanceTransaction[] =>
  transaction === null ? [] : [transaction];

const refundBalanceTransactions = (refund: Refund): readonly BalanceTransaction[] => [
  ...present(refund.balanceTransaction),
  ...present(refund.failureBalanceTransaction),
];

/** A failed charge moved money only as a pair: the debit, and its return. One alone is not finished. */
const failedHalfway = (charge: Charge): boolean =>
  charge.status === 'failed' &&
  charge.balanceTransaction !== null &&
  charge.failureBalanceTransaction === null;

/** The balance transactions that count for a charge. A pending debit has one that does not count yet. */
export function balanceTransactionsOf(charge: Charge): readonly BalanceTransaction[] {
  if (charge.status !== 'succeeded' && charge.status !== 'failed') return [];
  if (failedHalfway(charge)) return [];
  return [
    ...present(charge.balanceTransaction),
    ...charge.furtherBalanceTransactions,
    ...present(charge.failureBalanceTransaction),
    ...charge.refunds.flatMap(refundBalanceTransactions),
    ...charge.disputes.flatMap((dispute) => dispute.balanceTransactions),
  ];
}

/** True where captured money has no balance transaction, and none is to be expected any more. */
export const isSettledOutside = (charge: Charge, nowSeconds: number): boolean =>
  isCapturedPayment(charge) &&
  isOverdue(charge, nowSeconds) &&
  (charge.balanceTransaction === null || unsettledMinor(charge) > 0);

function isFeeAwaited(charge: Charge, nowSeconds: number): boolean {
  if (failedHalfway(charge)) return !isOverdue(charge, nowSeconds);
  if (!isCapturedPayment(charge)) return false;
  const isUnsettled = charge.balanceTransaction === null || unsettledMinor(charge) > 0;
  if (isUnsettled) return !isOverdue(charge, nowSeconds);
  return charge.disputes.some((dispute) => isOpenDispute(dispute) && !isWithdrawn(dispute));
}

/**
 * Whether a charge's fees are known: `none` where no money has moved.
 * @param nowSeconds seconds since the epoch: decides when a missing balance transaction never comes.
 */
export function feeStatusOfCharge(charge: Charge, nowSeconds: number): ChargeFeeStatus {
  if (isFeeAwaited(charge, nowSeconds)) return 'pending';
  if (balanceTransactionsOf(charge).length > 0) return 'final';
  return isCapturedPayment(charge) ? 'outside' : 'none';
}

export function feeStatusOf(charges: readonly Charge[], nowSeconds: number): FeeStatus {
  const statuses = new Set(charges.map((charge) => feeStatusOfCharge(charge, nowSeconds)));
  if (statuses.has('pending')) return 'pending';
  return statuses.has('final') ? 'final' : 'none';
}
