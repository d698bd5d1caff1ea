import type { Charge, Refund } from '@stripe-payments/core';
import { hasUnreadCaptures, isCompleteCharge } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { WrongAnswerError } from '../http/answer.ts';
import type { SharedList } from './batches.ts';
import { mapBalanceTransaction, mapDispute, mapRefund } from './charges.ts';
import { allOf, inList, PAGE_SIZE } from './lists.ts';
import { idOf } from './metadata.ts';

/** Failed and canceled ones are not in Stripe's own sum. */
const isInSum = ({ status }: Refund): boolean => status !== 'failed' && status !== 'canceled';

/**
 * A complete charge, checked against what it says of itself.
 * @throws {WrongAnswerError} where its refunds or disputes are fewer.
 */
function checkedCharge(charge: Charge): Charge {
  const { id, refunds, amountRefundedMinor, isDisputed, disputes } = charge;
  const refunded = refunds.filter(isInSum).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (refunded < amountRefundedMinor) throw new WrongAnswerError(`${id} lacks a refund.`);
  if (isDisputed && disputes.length === 0) throw new WrongAnswerError(`${id} lacks its dispute.`);
  return charge;
}

const REFUND_EXPANSIONS = inList(['balance_transaction', 'failure_balance_transaction']);

/** Disputes of charges, by their ids. */
export const sharedDisputes = ({ disputes }: Stripe): SharedList<Stripe.Dispute, string> => ({
  name: 'disputes',
  pageOfAll: (page) => disputes.list(page),
  listOf: (charge) => allOf(disputes.list({ charge, limit: PAGE_SIZE })),
  isOf: ({ charge }, id) => idOf(charge) === id,
  isInAll: () => true,
});

/** A list that several charges share can be older than the dispute of one of them: its own list is not. */
async function disputesOfCharge(
  stripe: Stripe,
  id: string,
  disputesOf: (chargeId: string) => Promise<readonly Stripe.Dispute[]>,
): Promise<readonly Stripe.Dispute[]> {
  const shared = await disputesOf(id);
  return shared.length > 0 ? shared : allOf(stripe.disputes.list({ charge: id, limit: PAGE_SIZE }));
}

/** The charge with its disputes, all its refunds, and all its captures. Costs no call where nothing is missing. */
export async function completeCharge(
  stripe: Stripe,
  charge: Charge,
  disputesOf: (chargeId: string) => Promise<readonly Stripe.Dispute[]>,
): Promise<Charge> {
  if (isCompleteCharge(charge)) return checkedCharge(charge);
  const { id, hasMoreRefunds, isDisputed } = charge;
  const ofCharge = { charge: id, limit: PAGE_SIZE };
  const [refunds, disputes, ofSource] = await Promise.all([
    hasMoreRefunds ? allOf(stripe.refunds.list({ ...ofCharge, expand: REFUND_EXPANSIONS })) : null,
    isDisputed ? disputesOfCharge(stripe, id, disputesOf) : null,
    hasUnreadCaptures(charge)
      ? allOf(stripe.balanceTransactions.list({ source: id, limit: PAGE_SIZE }))
      : [],
  ]);
  return checkedCharge({
    ...charge,
    refunds: refunds?.map(mapRefund) ?? charge.refunds,
    hasMoreRefunds: false,
    disputes: disputes?.map(mapDispute) ?? charge.disputes,
    furtherBalanceTransactions: ofSource
      .map(mapBalanceTransaction)
      .filter(({ id: each, reportingCategory }) => {
        return reportingCategory === 'charge' && each !== charge.balanceTransaction?.id;
      }),
  });
}
