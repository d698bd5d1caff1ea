import type { ChargeRow, RefundRow } from '../entities/payments.ts';
import { theCharge, type WorldContext } from './context.ts';
import { recordCharge, recordRefund } from './events.ts';
import { convert } from './exchange.ts';
import { post } from './ledger.ts';
import { merged, processingFee, reversed } from './prices.ts';
import type { FeeDetail } from '../entities/account.ts';

/**
 * With asynchronous capture the balance transaction comes later, within an hour:
 * https://docs.stripe.com/payments/payment-intents/asynchronous-capture.
 */
const SETTLEMENT_DELAY_MS = 30 * 60 * 1000;

export function feesFor(
  context: WorldContext,
  charge: ChargeRow,
  amount: number,
  atMs: number,
): readonly FeeDetail[] {
  const settled = convert(amount, charge.currency, charge.settlementCurrency, atMs);
  return processingFee({
    accountCountry: context.account.country,
    method: charge.method,
    amount: settled.amount,
    isConverted: settled.rate !== null,
  });
}

/** What the uncaptured part had cost comes back with its own transaction: a negative fee. */
function reverseUncaptured(
  context: WorldContext,
  charge: ChargeRow,
  refund: RefundRow,
  atMs: number,
): void {
  const full = feesFor(context, charge, charge.amount, atMs);
  const kept = feesFor(context, charge, charge.amountCaptured, atMs);
  const transaction = post(context, {
    charge,
    source: refund.id,
    amount: -refund.amount,
    feeDetails: merged([...reversed(full), ...kept]),
    reportingCategory: 'partial_capture_reversal',
    type: 'refund',
    description: 'Uncaptured part of the authorization',
    atMs,
  });
  const change = { balanceTransaction: transaction.id };
  const changed = context.store.refunds.update(refund.id, change, atMs);
  recordRefund(context, 'refund.updated', changed, atMs);
}

/**
 * Posts the money of each capture that has no balance transaction yet: its fee becomes known now. The
 * charge names that of its first capture.
 */
export function settle(context: WorldContext, chargeId: string, atMs: number): ChargeRow {
  context.dueSettlements.delete(chargeId);
  const charge = theCharge(context.store, chargeId);
  if (charge.settlesOutside) return charge;
  const posted = charge.unsettled.map((amount) =>
    post(context, {
      charge,
      source: charge.id,
      amount,
      feeDetails: feesFor(context, charge, amount, atMs),
      reportingCategory: 'charge',
      type: charge.method.type === 'card' ? 'charge' : 'payment',
      description: charge.description,
      atMs,
    }),
  );
  for (const refund of context.store.refunds.inGroup(chargeId)) {
    if (refund.origin === 'uncaptured' && refund.balanceTransaction === null)
      reverseUncaptured(context, charge, refund, atMs);
  }
  const settled = context.store.charges.update(
    chargeId,
    { balanceTransaction: charge.balanceTransaction ?? posted[0]?.id ?? null, unsettled: [] },
    atMs,
  );
  recordCharge(context, 'charge.updated', settled, atMs, { balance_transaction: null });
  return settled;
}

/** Everything that time alone brings about until then. */
export function settleDue(context: WorldContext, untilMs: number): void {
  const due = [...context.dueSettlements].filter(([, dueMs]) => dueMs <= untilMs);
  for (const [chargeId, dueMs] of due.sort(([, one], [, other]) => one - other)) {
    settle(context, chargeId, dueMs);
  }
}

export function expectSettlement(context: WorldContext, chargeId: string, atMs: number): void {
  if (theCharge(context.store, chargeId).settlesOutside) return;
  context.dueSettlements.set(chargeId, atMs + SETTLEMENT_DELAY_MS);
}
