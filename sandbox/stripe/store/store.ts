import type { BalanceTransactionRow } from '../entities/balance-transaction.ts';
import type { ChargeRow } from '../entities/charge.ts';
import type { CheckoutSessionRow } from '../entities/checkout-session.ts';
import type { CouponRow } from '../entities/coupon.ts';
import type { CreditNoteRow } from '../entities/credit-note.ts';
import type { CustomerRow } from '../entities/customer.ts';
import type { DiscountRow } from '../entities/discount.ts';
import type { DisputeRow } from '../entities/dispute.ts';
import type { EventRow } from '../entities/event.ts';
import type { InvoicePaymentRow } from '../entities/invoice-payment.ts';
import type { InvoiceRow } from '../entities/invoice.ts';
import type { PaymentIntentRow } from '../entities/payment-intent.ts';
import type { PriceRow } from '../entities/price.ts';
import type { ProductRow } from '../entities/product.ts';
import type { RefundRow } from '../entities/refund.ts';
import type { SubscriptionRow } from '../entities/subscription.ts';
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
  readonly products: Table<ProductRow>;
  readonly prices: Table<PriceRow>;
  readonly coupons: Table<CouponRow>;
  readonly discounts: Table<DiscountRow>;
  readonly subscriptions: Table<SubscriptionRow>;
  readonly invoices: Table<InvoiceRow>;
  /** Grouped by invoice. */
  readonly invoicePayments: Table<InvoicePaymentRow>;
  /** Grouped by invoice. */
  readonly creditNotes: Table<CreditNoteRow>;
  readonly checkoutSessions: Table<CheckoutSessionRow>;
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
    products: createTable<ProductRow>(),
    prices: createTable<PriceRow>(),
    coupons: createTable<CouponRow>(),
    discounts: createTable<DiscountRow>(),
    subscriptions: createTable<SubscriptionRow>(),
    invoices: createTable<InvoiceRow>(),
    invoicePayments: createTable<InvoicePaymentRow>((payment) => payment.invoice),
    creditNotes: createTable<CreditNoteRow>((note) => note.invoice),
    checkoutSessions: createTable<CheckoutSessionRow>(),
    events: createTable<EventRow>(),
    otherModeIds: new Set<string>(),
  };
}
