import type Stripe from 'stripe';
import type {
  CheckoutSessionRow,
  CreditNoteRow,
  InvoicePaymentRow,
  InvoiceRow,
  SubscriptionRow,
} from '../entities/billing.ts';
import type { PayoutRow } from '../entities/account.ts';
import type { CouponRow, PriceRow, ProductRow } from '../entities/catalogue.ts';
import type { PaymentLinkRow } from '../entities/payment-links.ts';
import type {
  ChargeRow,
  CustomerRow,
  DisputeRow,
  PaymentIntentRow,
  RefundRow,
} from '../entities/payments.ts';
import { formatCoupon, formatPrice, formatProduct } from '../formatters/catalogue.ts';
import { formatCheckoutSession } from '../formatters/checkout.ts';
import { formatCustomer } from '../formatters/customer.ts';
import { formatDispute } from '../formatters/disputes.ts';
import { formatCreditNote, formatInvoicePayment } from '../formatters/invoice-payments.ts';
import { formatInvoice } from '../formatters/invoices.ts';
import { formatPaymentIntent } from '../formatters/payment-intents.ts';
import { formatCharge, formatRefund } from '../formatters/payments.ts';
import { formatPaymentLink } from '../formatters/payment-links.ts';
import { formatPayout } from '../formatters/payouts.ts';
import { formatSubscription } from '../formatters/subscriptions.ts';
import { createdAt, thePrice, viewAt, type WorldContext } from './context.ts';

/** https://docs.stripe.com/api/events/list: events of the last 30 days. */
export const EVENTS_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

type Type = Stripe.Event.Type;

function record(
  context: WorldContext,
  type: Type,
  formatted: () => object,
  atMs: number,
  previousAttributes?: object,
): void {
  if (atMs < context.clock.nowMs() - EVENTS_KEPT_MS) return;
  const id = context.ids.next('evt_1');
  context.store.events.insert(
    {
      id,
      created: createdAt(atMs),
      type,
      object: formatted(),
      previousAttributes: previousAttributes ?? null,
      isDelivered: context.deliveries.isWorking,
    },
    atMs,
  );
}

export function recordCharge(
  context: WorldContext,
  type: Type,
  row: ChargeRow,
  atMs: number,
  previousAttributes?: object,
): void {
  const formatted = (): object => formatCharge(row, viewAt(context, atMs));
  record(context, type, formatted, atMs, previousAttributes);
}

export function recordPaymentIntent(
  context: WorldContext,
  type: Type,
  row: PaymentIntentRow,
  atMs: number,
): void {
  record(context, type, () => formatPaymentIntent(row, viewAt(context, atMs)), atMs);
}

export function recordCustomer(
  context: WorldContext,
  type: Type,
  row: CustomerRow,
  atMs: number,
  previousAttributes?: object,
): void {
  const formatted = (): object => formatCustomer(row, viewAt(context, atMs));
  record(context, type, formatted, atMs, previousAttributes);
}

export function recordRefund(
  context: WorldContext,
  type: Type,
  row: RefundRow,
  atMs: number,
): void {
  record(context, type, () => formatRefund(row), atMs);
}

export function recordDispute(
  context: WorldContext,
  type: Type,
  row: DisputeRow,
  atMs: number,
): void {
  const money = row.balanceTransactions.flatMap(
    (id) => context.store.balanceTransactions.get(id) ?? [],
  );
  record(context, type, () => formatDispute(row, money, viewAt(context, atMs)), atMs);
}

type Recorder<R> = (
  context: WorldContext,
  type: Stripe.Event.Type,
  row: R,
  atMs: number,
  previousAttributes?: object,
) => void;

type Format<R> = (row: R, view: ReturnType<typeof viewAt>) => object;

const recorder =
  <R>(format: Format<R>): Recorder<R> =>
  (context, type, row, atMs, previousAttributes) => {
    const formatted = (): object => format(row, viewAt(context, atMs));
    record(context, type, formatted, atMs, previousAttributes);
  };

export const recordProduct = recorder<ProductRow>(formatProduct);
export const recordPrice = recorder<PriceRow>(formatPrice);
export const recordCoupon = recorder<CouponRow>(formatCoupon);
export const recordPayout = recorder<PayoutRow>(formatPayout);
export const recordInvoice = recorder<InvoiceRow>(formatInvoice);
export const recordInvoicePayment = recorder<InvoicePaymentRow>(formatInvoicePayment);
export const recordCreditNote = recorder<CreditNoteRow>(formatCreditNote);
export const recordCheckout = recorder<CheckoutSessionRow>(formatCheckoutSession);
export const recordPaymentLink = recorder<PaymentLinkRow>(formatPaymentLink);

export const recordSubscription: Recorder<SubscriptionRow> = (context, type, row, atMs, before) => {
  const formatted = (): object =>
    formatSubscription(row, (id) => thePrice(context.store, id), viewAt(context, atMs));
  record(context, type, formatted, atMs, before);
};
