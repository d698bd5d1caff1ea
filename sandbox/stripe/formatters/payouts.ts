import type Stripe from 'stripe';
import type { PayoutRow } from '../entities/account.ts';
import type { FormatView } from './view.ts';

const FAILURES: Readonly<Record<string, string>> = {
  account_closed: 'The bank account has been closed.',
  no_account: 'The bank account could not be located.',
};

export const formatPayout = (row: PayoutRow, view: FormatView): Stripe.Payout => ({
  id: row.id,
  object: 'payout',
  amount: row.amount,
  application_fee: null,
  application_fee_amount: null,
  arrival_date: row.arrivalDate,
  automatic: row.isAutomatic,
  balance_transaction: row.balanceTransaction,
  created: row.created,
  currency: row.currency,
  description: row.isAutomatic ? 'STRIPE PAYOUT' : null,
  destination: row.destination,
  failure_balance_transaction: row.failureBalanceTransaction,
  failure_code: row.failureCode,
  failure_message: row.failureCode === null ? null : (FAILURES[row.failureCode] ?? null),
  livemode: view.livemode,
  metadata: {},
  method: row.method,
  original_payout: null,
  payout_method: null,
  reconciliation_status: row.reconciliationStatus,
  reversed_by: null,
  source_type: 'card',
  statement_descriptor: null,
  status: row.status,
  trace_id: { status: row.traceId === null ? 'pending' : 'supported', value: row.traceId },
  type: 'bank_account',
});
