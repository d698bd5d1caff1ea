import type { BalanceTransactionRow } from '../entities/balance-transaction.ts';
import type { ChargeRow } from '../entities/charge.ts';
import type { CustomerRow } from '../entities/customer.ts';
import type { DisputeRow } from '../entities/dispute.ts';
import type { EventRow } from '../entities/event.ts';
import type { PaymentIntentRow } from '../entities/payment-intent.ts';
import type { RefundRow } from '../entities/refund.ts';
import { createTable, type Table } from './table.ts';

export interface Store {
  readonly customers: Table<CustomerRow>;
  /** Grouped by PaymentIntent. */
  readonly charges: Table<ChargeRow>;
  readonly paymentIntents: Table<PaymentIntentRow>;
  /** Grouped by charge. */
  readonly refunds: Table<RefundRow>;
  /** Grouped by charge. */
  readonly disputes: Table<DisputeRow>;
  /** Grouped by source. */
  readonly balanceTransactions: Table<BalanceTransactionRow>;
  readonly events: Table<EventRow>;
  /** Ids that exist in the other mode of the account: live for a test sandbox. */
  readonly otherModeIds: Set<string>;
}

export function createStore(): Store {
  return {
    customers: createTable<CustomerRow>(),
    charges: createTable<ChargeRow>((charge) => charge.paymentIntent),
    paymentIntents: createTable<PaymentIntentRow>(),
    refunds: createTable<RefundRow>((refund) => refund.charge),
    disputes: createTable<DisputeRow>((dispute) => dispute.charge),
    balanceTransactions: createTable<BalanceTransactionRow>((row) => row.source),
    events: createTable<EventRow>(),
    otherModeIds: new Set<string>(),
  };
}
