import type { Charge, Dispute, Refund } from '@stripe-payments/core';
import { mapDispute, mapRefund } from './map-charge.ts';
import { eachListPage } from './pages.ts';
import type { ChargeReader } from './reader.ts';
import { inList, PAGE_SIZE } from './reader.ts';

const REFUND_EXPANSIONS = inList(['balance_transaction', 'failure_balance_transaction']);

const startingAfter = (after: string | undefined): { starting_after?: string } =>
  after === undefined ? {} : { starting_after: after };

async function allRefunds(reader: ChargeReader, chargeId: string): Promise<readonly Refund[]> {
  const refunds: Refund[] = [];
  await eachListPage(
    reader.caller,
    (after, timeout) =>
      reader.stripe.refunds.list(
        { charge: chargeId, limit: PAGE_SIZE, expand: REFUND_EXPANSIONS, ...startingAfter(after) },
        { timeout },
      ),
    (page) => refunds.push(...page.map(mapRefund)),
  );
  return refunds;
}

async function allDisputes(reader: ChargeReader, chargeId: string): Promise<readonly Dispute[]> {
  const disputes: Dispute[] = [];
  await eachListPage(
    reader.caller,
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
export async function completeCharge(reader: ChargeReader, charge: Charge): Promise<Charge> {
  const hasMoreRefunds = reader.withMoreRefunds.has(charge.id);
  const isDisputed = reader.disputed.has(charge.id);
  if (!hasMoreRefunds && !isDisputed) return charge;
  const [refunds, disputes] = await Promise.all([
    hasMoreRefunds ? reader.limit(() => allRefunds(reader, charge.id)) : charge.refunds,
    isDisputed ? reader.limit(() => allDisputes(reader, charge.id)) : charge.disputes,
  ]);
  return { ...charge, refunds, disputes };
}
