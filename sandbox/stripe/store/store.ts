import type {
  BalanceTransactionRow,
  EventRow,
  PayoutRow,
  WebhookEndpointRow,
} from '../entities/account.ts';
import type { InvoiceItemRow } from '../entities/invoice-items.ts';
import type { PaymentLinkRow } from '../entities/payment-links.ts';
import type {
  ChargeRow,
  CustomerRow,
  DisputeRow,
  PaymentIntentRow,
  RefundRow,
} from '../entities/payments.ts';
import type {
  CheckoutSessionRow,
  CreditNoteRow,
  InvoicePaymentRow,
  InvoiceRow,
  ScheduleRow,
  SubscriptionRow,
} from '../entities/billing.ts';
import type {
  CouponRow,
  DiscountRow,
  PriceRow,
  ProductRow,
  PromotionCodeRow,
} from '../entities/catalogue.ts';
import { createTable, type Table } from './table.ts';

/** The newest: a run of days would fill the memory otherwise. */
const MAX_EVENTS = 20_000;

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
  readonly payouts: Table<PayoutRow>;
  readonly products: Table<ProductRow>;
  readonly prices: Table<PriceRow>;
  readonly coupons: Table<CouponRow>;
  readonly promotionCodes: Table<PromotionCodeRow>;
  readonly discounts: Table<DiscountRow>;
  readonly subscriptions: Table<SubscriptionRow>;
  /** Of what has not started. */
  readonly schedules: Table<ScheduleRow>;
  readonly invoices: Table<InvoiceRow>;
  readonly invoiceItems: Table<InvoiceItemRow>;
  /** Grouped by invoice. */
  readonly invoicePayments: Table<InvoicePaymentRow>;
  /** Grouped by invoice. */
  readonly creditNotes: Table<CreditNoteRow>;
  readonly checkoutSessions: Table<CheckoutSessionRow>;
  readonly paymentLinks: Table<PaymentLinkRow>;
  readonly events: Table<EventRow>;
  readonly webhookEndpoints: Table<WebhookEndpointRow>;
  /** Ids that exist in the other mode of the account: live for a test sandbox. */
  readonly otherModeIds: Set<string>;
}

export function createStore(): Store {
  return {
    customers: createTable<CustomerRow>(),
    charges: createTable<ChargeRow>({ groupKey: (charge) => charge.paymentIntent }),
    paymentIntents: createTable<PaymentIntentRow>(),
    refunds: createTable<RefundRow>({ groupKey: (refund) => refund.charge }),
    disputes: createTable<DisputeRow>({ groupKey: (dispute) => dispute.charge }),
    balanceTransactions: createTable<BalanceTransactionRow>({ groupKey: (row) => row.source }),
    payouts: createTable<PayoutRow>(),
    products: createTable<ProductRow>(),
    prices: createTable<PriceRow>(),
    coupons: createTable<CouponRow>(),
    promotionCodes: createTable<PromotionCodeRow>(),
    discounts: createTable<DiscountRow>(),
    subscriptions: createTable<SubscriptionRow>(),
    schedules: createTable<ScheduleRow>(),
    invoices: createTable<InvoiceRow>(),
    invoiceItems: createTable<InvoiceItemRow>(),
    invoicePayments: createTable<InvoicePaymentRow>({ groupKey: (payment) => payment.invoice }),
    creditNotes: createTable<CreditNoteRow>({ groupKey: (note) => note.invoice }),
    checkoutSessions: createTable<CheckoutSessionRow>(),
    paymentLinks: createTable<PaymentLinkRow>(),
    events: createTable<EventRow>({ maxRows: MAX_EVENTS }),
    webhookEndpoints: createTable<WebhookEndpointRow>(),
    otherModeIds: new Set<string>(),
  };
}
