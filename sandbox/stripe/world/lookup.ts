import type { CheckoutSessionRow } from '../entities/checkout-session.ts';
import type { ChargeRow } from '../entities/charge.ts';
import type { CouponRow } from '../entities/coupon.ts';
import type { CustomerRow } from '../entities/customer.ts';
import type { DisputeRow } from '../entities/dispute.ts';
import type { InvoiceRow } from '../entities/invoice.ts';
import type { PaymentIntentRow } from '../entities/payment-intent.ts';
import type { PriceRow } from '../entities/price.ts';
import type { ProductRow } from '../entities/product.ts';
import type { RefundRow } from '../entities/refund.ts';
import type { Row } from '../entities/row.ts';
import type { SubscriptionRow } from '../entities/subscription.ts';
import type { Store } from '../store/store.ts';
import type { Table } from '../store/table.ts';
import { WorldRefusal } from './world-refusal.ts';

function existing<R extends Row>(table: Table<R>, id: string, kind: string): R {
  const row = table.get(id);
  if (row === undefined) throw new WorldRefusal(`There is no ${kind} ${id}.`);
  return row;
}

export const theCharge = (store: Store, id: string): ChargeRow =>
  existing(store.charges, id, 'charge');

export const thePaymentIntent = (store: Store, id: string): PaymentIntentRow =>
  existing(store.paymentIntents, id, 'PaymentIntent');

export const theRefund = (store: Store, id: string): RefundRow =>
  existing(store.refunds, id, 'refund');

export const theDispute = (store: Store, id: string): DisputeRow =>
  existing(store.disputes, id, 'dispute');

export function theCustomer(store: Store, id: string): CustomerRow {
  const row = existing(store.customers, id, 'customer');
  if (row.isDeleted) throw new WorldRefusal(`The customer ${id} was deleted.`);
  return row;
}

export const theProduct = (store: Store, id: string): ProductRow =>
  existing(store.products, id, 'product');

export const thePrice = (store: Store, id: string): PriceRow => existing(store.prices, id, 'price');

export const theCoupon = (store: Store, id: string): CouponRow =>
  existing(store.coupons, id, 'coupon');

export const theSubscription = (store: Store, id: string): SubscriptionRow =>
  existing(store.subscriptions, id, 'subscription');

export const theInvoice = (store: Store, id: string): InvoiceRow =>
  existing(store.invoices, id, 'invoice');

export const theCheckoutSession = (store: Store, id: string): CheckoutSessionRow =>
  existing(store.checkoutSessions, id, 'checkout session');
