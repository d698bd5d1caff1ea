import type Stripe from 'stripe';
import type { BalanceTransactionRow } from '../entities/balance-transaction.ts';
import { secondsOf, type FormatView } from './view.ts';

export const formatBalanceTransaction = (
  row: BalanceTransactionRow,
  view: FormatView,
): Stripe.BalanceTransaction => ({
  id: row.id,
  object: 'balance_transaction',
  amount: row.amount,
  available_on: row.availableOn,
  balance_type: 'payments',
  created: row.created,
  currency: row.currency,
  description: row.description,
  exchange_rate: row.exchangeRate === null ? null : Number(row.exchangeRate),
  fee: row.fee,
  fee_details: row.feeDetails.map((detail) => ({
    amount: detail.amount,
    application: null,
    currency: row.currency,
    description: detail.description,
    type: detail.type,
  })),
  net: row.amount - row.fee,
  reporting_category: row.reportingCategory,
  source: row.source,
  status: row.availableOn <= secondsOf(view.nowMs) ? 'available' : 'pending',
  type: row.type,
});
