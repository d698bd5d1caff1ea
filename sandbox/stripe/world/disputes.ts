import type { BalanceTransactionRow, FeeDetail } from '../entities/account.ts';
import type { ChargeRow, DisputeReason, DisputeRow, DisputeStatus } from '../entities/payments.ts';
import { isInquiry } from '../formatters/disputes.ts';
import {
  createdAt,
  theCharge,
  theDispute,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { recordCharge, recordDispute } from './events.ts';
import { post } from './ledger.ts';
import { disputeFee } from './prices.ts';
import { settle, settleDue } from './settlement.ts';

export interface DisputeRequest {
  /** Minor units of the charge's currency; the whole charge when absent. May exceed the charge. */
  readonly amount?: number;
  readonly reason?: DisputeReason;
  readonly atMs?: number;
}

const RESPONSE_SECONDS = 9 * 24 * 60 * 60;

export const isOpenDispute = (dispute: DisputeRow): boolean =>
  dispute.status === 'needs_response' || dispute.status === 'under_review';

export const isOpenInquiry = (dispute: DisputeRow): boolean =>
  dispute.status === 'warning_needs_response' || dispute.status === 'warning_under_review';

function begin(context: WorldContext, chargeId: string, atMs: number): ChargeRow {
  settleDue(context, atMs);
  const charge = theCharge(context.store, chargeId);
  if (charge.method.type !== 'card' || charge.status !== 'succeeded' || !charge.isCaptured) {
    throw new WorldRefusal(`Only a captured card payment can be disputed, not ${chargeId}.`);
  }
  return charge.unsettled.length > 0 ? settle(context, chargeId, atMs) : charge;
}

function store(
  context: WorldContext,
  charge: ChargeRow,
  status: DisputeStatus,
  request: DisputeRequest,
  atMs: number,
): DisputeRow {
  const row: DisputeRow = {
    id: context.ids.next('du_1'),
    created: createdAt(atMs),
    amount: request.amount ?? charge.amountCaptured,
    currency: charge.currency,
    charge: charge.id,
    paymentIntent: charge.paymentIntent,
    reason: request.reason ?? 'fraudulent',
    status,
    brand: charge.method.type === 'card' ? charge.method.brand : 'visa',
    balanceTransactions: [],
    dueBy: createdAt(atMs) + RESPONSE_SECONDS,
    customerEmail: charge.billingEmail,
    customerName: charge.billingName,
    metadata: {},
  };
  context.store.disputes.insert(row, atMs);
  const disputed = context.store.charges.update(charge.id, { isDisputed: true }, atMs);
  recordDispute(context, 'charge.dispute.created', row, atMs);
  recordCharge(context, 'charge.updated', disputed, atMs, { disputed: charge.isDisputed });
  return row;
}

function move(
  context: WorldContext,
  dispute: DisputeRow,
  reportingCategory: 'dispute' | 'dispute_reversal',
  feeDetails: readonly FeeDetail[],
  atMs: number,
  amount = dispute.amount,
): BalanceTransactionRow {
  const isWithdrawn = reportingCategory === 'dispute';
  return post(context, {
    charge: theCharge(context.store, dispute.charge),
    source: dispute.id,
    amount: isWithdrawn ? -amount : amount,
    feeDetails,
    reportingCategory,
    type: 'adjustment',
    description: `${isWithdrawn ? 'Chargeback withdrawal' : 'Chargeback reversal'} for ${dispute.charge}`,
    atMs,
  });
}

function withdraw(context: WorldContext, dispute: DisputeRow, atMs: number): DisputeRow {
  const { settlementCurrency, settlesOutside } = theCharge(context.store, dispute.charge);
  const taken = settlesOutside
    ? []
    : [move(context, dispute, 'dispute', disputeFee(settlementCurrency), atMs).id];
  const change = { status: 'needs_response', balanceTransactions: taken } as const;
  const row = context.store.disputes.update(dispute.id, change, atMs);
  recordDispute(context, 'charge.dispute.funds_withdrawn', row, atMs);
  return row;
}

/** An open inquiry about the charge becomes the dispute, as banks do. */
export function openDispute(
  context: WorldContext,
  chargeId: string,
  request: DisputeRequest = {},
): DisputeRow {
  const atMs = timeOf(context, request.atMs);
  const charge = begin(context, chargeId, atMs);
  const earlier = context.store.disputes.inGroup(chargeId);
  if (earlier.some(isOpenDispute)) {
    throw new WorldRefusal(`The charge ${chargeId} already has an open dispute.`);
  }
  const inquiry = earlier.find(isOpenInquiry);
  return withdraw(
    context,
    inquiry ?? store(context, charge, 'needs_response', request, atMs),
    atMs,
  );
}

/** A request for information: it moves no money. */
export function openInquiry(
  context: WorldContext,
  chargeId: string,
  request: DisputeRequest = {},
): DisputeRow {
  const atMs = timeOf(context, request.atMs);
  const charge = begin(context, chargeId, atMs);
  const isUnderWay = (dispute: DisputeRow): boolean =>
    isOpenDispute(dispute) || isOpenInquiry(dispute);
  if (context.store.disputes.inGroup(chargeId).some(isUnderWay)) {
    throw new WorldRefusal(`The charge ${chargeId} is already being questioned.`);
  }
  return store(context, charge, 'warning_needs_response', request, atMs);
}

/** The balance transactions of a dispute with the one that brings an amount back, at the rate of that day. */
function returned(
  context: WorldContext,
  dispute: DisputeRow,
  atMs: number,
  amount?: number,
): readonly string[] {
  const { balanceTransactions } = dispute;
  if (balanceTransactions.length === 0) return [];
  return [...balanceTransactions, move(context, dispute, 'dispute_reversal', [], atMs, amount).id];
}

/** The money returns, the fee does not. An inquiry is closed; a lost dispute can still be won. */
export function winDispute(
  context: WorldContext,
  disputeId: string,
  atMsAsked?: number,
): DisputeRow {
  const atMs = timeOf(context, atMsAsked);
  settleDue(context, atMs);
  const dispute = theDispute(context.store, disputeId);
  if (dispute.status === 'won' || dispute.status === 'warning_closed') {
    throw new WorldRefusal(`The dispute ${disputeId} is already over.`);
  }
  const change: Partial<DisputeRow> = isInquiry(dispute)
    ? { status: 'warning_closed' }
    : {
        status: 'won',
        balanceTransactions: returned(context, dispute, atMs),
      };
  const row = context.store.disputes.update(disputeId, change, atMs);
  if (row.status === 'won') recordDispute(context, 'charge.dispute.funds_reinstated', row, atMs);
  recordDispute(context, 'charge.dispute.closed', row, atMs);
  return row;
}

export interface LostDispute {
  /** Minor units: a part that was won after all, and returns. */
  readonly returned?: number;
  readonly atMs?: number;
}

export function loseDispute(
  context: WorldContext,
  disputeId: string,
  ask: LostDispute = {},
): DisputeRow {
  const atMs = timeOf(context, ask.atMs);
  settleDue(context, atMs);
  const dispute = theDispute(context.store, disputeId);
  if (!isOpenDispute(dispute)) {
    throw new WorldRefusal(`The dispute ${disputeId} is not open.`);
  }
  if (ask.returned !== undefined && (ask.returned <= 0 || ask.returned > dispute.amount)) {
    throw new WorldRefusal('No more can return than was disputed.');
  }
  const balanceTransactions =
    ask.returned === undefined
      ? dispute.balanceTransactions
      : returned(context, dispute, atMs, ask.returned);
  const change = { status: 'lost', balanceTransactions } as const;
  const row = context.store.disputes.update(disputeId, change, atMs);
  if (ask.returned !== undefined) {
    recordDispute(context, 'charge.dispute.funds_reinstated', row, atMs);
  }
  recordDispute(context, 'charge.dispute.closed', row, atMs);
  return row;
}
