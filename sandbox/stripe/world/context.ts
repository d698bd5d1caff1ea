import type { SandboxClock } from '../../http/clock.ts';
import type { AccountFacts, PayoutSchedule } from '../entities/account.ts';
import type { CheckoutSessionRow, InvoiceRow, SubscriptionRow } from '../entities/billing.ts';
import type { CouponRow, PriceRow, ProductRow, PromotionCodeRow } from '../entities/catalogue.ts';
import type { PaymentLinkRow } from '../entities/payment-links.ts';
import type {
  ChargeRow,
  CustomerRow,
  DisputeRow,
  PaymentIntentRow,
  RefundRow,
} from '../entities/payments.ts';
import type { Row } from '../entities/row.ts';
import { secondsOf, type FormatView } from '../formatters/view.ts';
import type { IdMaker } from '../values/ids.ts';
import type { Store } from '../store/store.ts';
import type { Table } from '../store/table.ts';
import type { NewCheckout } from './checkout-requests.ts';
import type { PayoutStep } from './payouts.ts';

/** The requested action is impossible in the object's present state. */
export class WorldRefusal extends Error {
  override readonly name = 'WorldRefusal';
}

/** What has been paid out, and what is to happen to payouts. */
interface PayoutState {
  readonly schedule: PayoutSchedule;
  /** Its own sequence: payouts do not change the ids of what happens beside them. */
  readonly ids: IdMaker;
  readonly destination: string;
  /** Midnight of the last day of which all payouts are made; 0 before the first. */
  doneUntilMs: number;
  /** Ids of balance transactions that a payout has. */
  readonly paidOut: Set<string>;
  due: PayoutStep[];
}

export interface WorldContext {
  readonly clock: SandboxClock;
  readonly store: Store;
  readonly ids: IdMaker;
  readonly livemode: boolean;
  readonly account: AccountFacts;
  /** The currencies the account can hold; anything else is converted to its default currency. */
  readonly settlementCurrencies: readonly string[];
  /** When the balance transaction of an asynchronously captured charge is due, by charge id. */
  readonly dueSettlements: Map<string, number>;
  /** What was asked for with a checkout session that is still open, by its id. */
  readonly checkoutPlans: Map<string, NewCheckout>;
  readonly payouts: PayoutState;
  /** Whether webhook deliveries succeed at the moment. */
  readonly deliveries: { isWorking: boolean };
}

export const viewAt = (context: WorldContext, nowMs: number): FormatView => ({
  livemode: context.livemode,
  nowMs,
});

/** The time of an action: now, or a past moment that a seed gives. Nothing happens in the future. */
export function timeOf(context: WorldContext, atMs: number | undefined): number {
  const nowMs = context.clock.nowMs();
  if (atMs !== undefined && atMs > nowMs) {
    throw new WorldRefusal('Nothing can happen after the present moment of the sandbox clock.');
  }
  return atMs ?? nowMs;
}

export const createdAt = (atMs: number): number => secondsOf(atMs);

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

export const thePromotionCode = (store: Store, id: string): PromotionCodeRow =>
  existing(store.promotionCodes, id, 'promotion code');

export const theSubscription = (store: Store, id: string): SubscriptionRow =>
  existing(store.subscriptions, id, 'subscription');

export const theInvoice = (store: Store, id: string): InvoiceRow =>
  existing(store.invoices, id, 'invoice');

export const thePaymentLink = (store: Store, id: string): PaymentLinkRow =>
  existing(store.paymentLinks, id, 'payment link');

export const theCheckoutSession = (store: Store, id: string): CheckoutSessionRow =>
  existing(store.checkoutSessions, id, 'checkout session');
