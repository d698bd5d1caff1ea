import type { Reason } from '../matching/match.ts';
import type { Relations } from '../matching/relations.ts';
import { feeStatusOfCharge, balanceTransactionsOf } from '../ledger/ledger.ts';
import { disputeHoldsMoney, isCapturedPayment, refundsOfCaptured } from '../ledger/presentment.ts';
import { settlementLedger } from '../ledger/settlement.ts';
import { money } from '../money/money.ts';
import type { Charge, Refund } from '../payment/charge.ts';
import { statusOfCharge } from '../status/charge-status.ts';
import { customerRef, invoiceRef } from './refs.ts';
import type { DisputeFacts, PaymentRow } from './rows.ts';

/** Of several disputes the one that holds money, else the one that asks for an answer, else the first. */
function primaryDispute({ disputes }: Charge): DisputeFacts | null {
  const dispute =
    disputes.find(disputeHoldsMoney) ??
    disputes.find(({ status }) => status === 'warning_needs_response') ??
    disputes[0];
  if (dispute === undefined) return null;
  const { status, reason, evidenceDueBy } = dispute;
  return { status, reason, evidenceDueBy };
}

const sumOf = (refunds: readonly Refund[]): number =>
  refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** A payment as the card shows it. */
export function paymentRow(charge: Charge, reason: Reason, relations: Relations): PaymentRow {
  const { currency } = charge;
  const failedRefunds = charge.refunds.filter(({ status }) => status === 'failed');
  return {
    id: charge.id,
    paymentIntentId: charge.paymentIntentId,
    created: charge.created,
    description: charge.description,
    status: statusOfCharge(charge),
    amount: money(charge.amountMinor, currency),
    captured: money(isCapturedPayment(charge) ? charge.amountCapturedMinor : 0, currency),
    refunded: money(sumOf(refundsOfCaptured(charge)), currency),
    refundFailed: money(sumOf(failedRefunds), currency),
    feeStatus: feeStatusOfCharge(charge),
    settlement: settlementLedger(balanceTransactionsOf(charge)).totals,
    exchangeRate: charge.balanceTransaction?.exchangeRate ?? null,
    method: charge.method,
    failure: charge.failure,
    dispute: primaryDispute(charge),
    customer: customerRef(charge.customerId, relations),
    invoices: relations.invoicesOfCharge(charge).map(invoiceRef),
    reason,
  };
}
