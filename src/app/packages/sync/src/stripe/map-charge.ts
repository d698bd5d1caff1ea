import type {
  BalanceTransaction,
  Charge,
  Dispute,
  PaymentFailure,
  PaymentMethod,
  Refund,
} from '@stripe-payments/core';
import type Stripe from 'stripe';
import { claimsIn, idOf } from './metadata.ts';

/** What every read of charges asks for: four levels is all that Stripe allows, so lists start at the charge. */
export const CHARGE_EXPANSIONS = [
  'balance_transaction',
  'failure_balance_transaction',
  'payment_intent',
  'refunds.data.balance_transaction',
  'refunds.data.failure_balance_transaction',
] as const;

/** An id where an object was asked for: an expansion is missing, and a ledger made of it would be wrong. */
class NotExpandedError extends Error {
  override readonly name = 'NotExpandedError';
  constructor(id: string) {
    super(`${id} was not expanded.`);
  }
}

function expanded<T extends object>(value: string | T | null | undefined): T | null {
  if (typeof value === 'string') throw new NotExpandedError(value);
  return value ?? null;
}

function mapRow(row: Stripe.BalanceTransaction): BalanceTransaction {
  return {
    id: row.id,
    reportingCategory: row.reporting_category,
    amountMinor: row.amount,
    feeMinor: row.fee,
    netMinor: row.net,
    currency: row.currency,
    feeDetails: row.fee_details.map(({ type, amount }) => ({ type, amountMinor: amount })),
    exchangeRate: row.exchange_rate,
    availableOn: row.available_on,
  };
}

function mapOptionalRow(
  value: string | Stripe.BalanceTransaction | null | undefined,
): BalanceTransaction | null {
  const row = expanded(value);
  return row === null ? null : mapRow(row);
}

export function mapRefund(refund: Stripe.Refund): Refund {
  return {
    id: refund.id,
    amountMinor: refund.amount,
    currency: refund.currency,
    status: refund.status,
    balanceTransaction: mapOptionalRow(refund.balance_transaction),
    failureBalanceTransaction: mapOptionalRow(refund.failure_balance_transaction),
  };
}

export function mapDispute(dispute: Stripe.Dispute): Dispute {
  return {
    id: dispute.id,
    amountMinor: dispute.amount,
    currency: dispute.currency,
    status: dispute.status,
    reason: dispute.reason,
    evidenceDueBy: dispute.evidence_details.due_by,
    balanceTransactions: dispute.balance_transactions.map(mapRow),
  };
}

function mapMethod(details: Stripe.Charge.PaymentMethodDetails | null): PaymentMethod {
  if (details === null) return { type: 'unknown', brand: null, last4: null };
  const { type, card, us_bank_account: bank, sepa_debit: sepa } = details;
  return {
    type,
    brand: card?.brand ?? bank?.bank_name ?? null,
    last4: card?.last4 ?? bank?.last4 ?? sepa?.last4 ?? null,
  };
}

function mapFailure(charge: Stripe.Charge): PaymentFailure | null {
  if (charge.status !== 'failed') return null;
  return {
    code: charge.failure_code,
    reason: charge.outcome?.reason ?? null,
    message: charge.failure_message,
  };
}

/** A charge read with `CHARGE_EXPANSIONS`, without its disputes, which a charge does not carry. */
export function mapCharge(charge: Stripe.Charge): Charge {
  const intent = expanded(charge.payment_intent);
  return {
    id: charge.id,
    paymentIntentId: idOf(charge.payment_intent),
    customerId: idOf(charge.customer),
    created: charge.created,
    livemode: charge.livemode,
    status: charge.status,
    captured: charge.captured,
    amountMinor: charge.amount,
    amountCapturedMinor: charge.amount_captured,
    currency: charge.currency,
    description: charge.description,
    method: mapMethod(charge.payment_method_details),
    failure: mapFailure(charge),
    recordClaims: [...claimsIn(charge.metadata), ...claimsIn(intent?.metadata)],
    balanceTransaction: mapOptionalRow(charge.balance_transaction),
    failureBalanceTransaction: mapOptionalRow(charge.failure_balance_transaction),
    refunds: (charge.refunds?.data ?? []).map(mapRefund),
    hasMoreRefunds: charge.refunds?.has_more === true,
    isDisputed: charge.disputed,
    disputes: [],
  };
}
