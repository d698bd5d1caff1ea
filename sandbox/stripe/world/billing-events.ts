import type Stripe from 'stripe';
import type { CheckoutSessionRow } from '../entities/checkout-session.ts';
import type { CouponRow } from '../entities/coupon.ts';
import type { CreditNoteRow } from '../entities/credit-note.ts';
import type { InvoicePaymentRow } from '../entities/invoice-payment.ts';
import type { InvoiceRow } from '../entities/invoice.ts';
import type { PriceRow } from '../entities/price.ts';
import type { ProductRow } from '../entities/product.ts';
import type { SubscriptionRow } from '../entities/subscription.ts';
import { formatCheckoutSession } from '../formatters/checkout-session.ts';
import { formatCoupon } from '../formatters/coupon.ts';
import { formatCreditNote } from '../formatters/credit-note.ts';
import { formatInvoicePayment } from '../formatters/invoice-payment.ts';
import { formatInvoice } from '../formatters/invoice.ts';
import { formatPrice } from '../formatters/price.ts';
import { formatProduct } from '../formatters/product.ts';
import { formatSubscription } from '../formatters/subscription.ts';
import { viewAt, type WorldContext } from './context.ts';
import { record } from './events.ts';
import { thePrice } from './lookup.ts';

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
export const recordInvoice = recorder<InvoiceRow>(formatInvoice);
export const recordInvoicePayment = recorder<InvoicePaymentRow>(formatInvoicePayment);
export const recordCreditNote = recorder<CreditNoteRow>(formatCreditNote);
export const recordCheckout = recorder<CheckoutSessionRow>(formatCheckoutSession);

export const recordSubscription: Recorder<SubscriptionRow> = (context, type, row, atMs, before) => {
  const formatted = (): object =>
    formatSubscription(row, (id) => thePrice(context.store, id), viewAt(context, atMs));
  record(context, type, formatted, atMs, before);
};
