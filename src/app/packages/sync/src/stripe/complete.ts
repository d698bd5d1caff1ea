import type { Charge, Dispute, Refund } from '@stripe-payments/core';
import { isCompleteCharge } from '@stripe-payments/core';
import { mapDispute, mapRefund } from './map-charge.ts';
import { eachListPage } from './pages.ts';
import type { StripeReader } from './reader.ts';
import { inLane, inList, PAGE_SIZE, startingAfter } from './reader.ts';

const REFUND_EXPANSIONS = inList(['balance_transaction', 'failure_balance_transaction']);

async function allRefunds(reader: StripeReader, chargeId: string): Promise<readonly Refund[]> {
  const refunds: Refund[] = [];
  await eachListPage(
    inLane(reader, 'refunds'),
    (after, timeout) =>
      reader.stripe.refunds.list(
        { charge: chargeId, limit: PAGE_SIZE, expand: REFUND_EXPANSIONS, ...startingAfter(after) },
        { timeout },
      ),
    (page) => refunds.push(...page.map(mapRefund)),
  );
  return refunds;
}

async function allDisputes(reader: StripeReader, chargeId: string): Promise<readonly Dispute[]> {
  const disputes: Dispute[] = [];
  await eachListPage(
    inLane(reader, 'disputes'),
    (after, timeout) =>
      reader.stripe.disputes.list(
        { charge: chargeId, limit: PAGE_SIZE, ...startingAfter(after) },
        { timeout },
      ),
    (page) => disputes.push(...page.map(mapDispute)),
  );
  return disputes;
}

/** The charge with its disputes, and with all its refunds. Costs no call where nothing is missing. */
export async function completeCharge(reader: StripeReader, charge: Charge): Promise<Charge> {
  if (isCompleteCharge(charge)) return charge;
  const [refunds, disputes] = await Promise.all([
    charge.hasMoreRefunds ? allRefunds(reader, charge.id) : charge.refunds,
    charge.isDisputed ? allDisputes(reader, charge.id) : charge.disputes,
  ]);
  return { ...charge, refunds, hasMoreRefunds: false, disputes };
}
