import type { Charge } from '@stripe-payments/core';
import type { StripeEvent } from '../../../../src/app/packages/sync/src/ports.ts';
import { money } from '@stripe-payments/core';
import type {
  StoredCustomer,
  StoredRefund,
  StoredRequest,
  StoredSubscription,
  SubscriptionToMake,
} from '../../../../src/app/packages/sync/src/use-cases/acting/acting-ports.ts';
import type { CouponState } from './fake-coupons.ts';
import { couponState } from './fake-coupons.ts';

export interface Ending {
  readonly id: string;
  readonly status: 'canceled' | 'paid' | 'uncollectible';
}

/** What a Stripe account holds, and what was sent to customers. */
export interface StripeState extends CouponState {
  nowMs: number;
  readonly charges: Map<string, Charge>;
  readonly refunds: (StoredRefund & { readonly chargeId: string })[];
  readonly requests: Map<string, StoredRequest>;
  readonly customers: Map<string, StoredCustomer>;
  /** Invoices of which a bank debit is on its way. */
  readonly beingPaid: Set<string>;
  /** Of the last minutes: what a search does not know yet. */
  readonly events: StripeEvent[];
  /** What the key for writing may not do. */
  readonly forbidden: Set<string>;
  readonly emails: { readonly invoiceId: string; readonly key: string }[];
  /** Invoices that were ended, each time. */
  readonly endings: Ending[];
  readonly subscriptions: Map<string, StoredSubscription>;
  /** Subscriptions that were begun, as they were asked for. */
  /** By the id of the link. */
  readonly begunWithLinks: Map<string, readonly StoredSubscription[]>;
  readonly begun: Omit<SubscriptionToMake, 'key'>[];
  /** What was billed for changes of items at once, and is with the next invoice, by subscription. */
  readonly differences: { readonly now: number; readonly next: number }[];
  /** True where the customer's card is declined. */
  isDeclined: boolean;
  readonly subscriptionChanges: { readonly what: string; readonly confirmation: string | null }[];
  /** The customers for whom a page to update the card was made. */
  readonly cardLinks: string[];
  readonly keys: Map<
    string,
    { readonly params: string; readonly result: unknown; readonly atMs: number }
  >;
  count: number;
}

const SUBSCRIPTION: StoredSubscription = {
  id: 'sub_1',
  items: [
    {
      id: 'si_1',
      productId: 'prod_1',
      priceId: 'price_1',
      quantity: 2,
      unit: money(2_500, 'usd'),
      interval: 'month',
      intervalCount: 1,
      taxBehavior: 'exclusive',
      periodStart: 1_794_400_000,
      periodEnd: 1_797_000_000,
    },
  ],
  isCharged: true,
  status: 'active',
  price: money(5_000, 'usd'),
  interval: 'month',
  intervalCount: 1,
  periodEnd: 1_797_000_000,
  endsAt: null,
  isCollectionPaused: false,
  customer: { id: 'cus_1', name: 'Ada', email: 'ada@example.com' },
  confirmation: null,
  userId: null,
  records: [],
};

export const stripeState = (nowMs: number): StripeState => ({
  ...couponState(),
  nowMs,
  charges: new Map(),
  refunds: [],
  requests: new Map(),
  customers: new Map([
    [
      'cus_1',
      { id: 'cus_1', name: 'Ada', email: 'ada@example.com', fingerprint: null, isDelinquent: true },
    ],
  ]),
  beingPaid: new Set(),
  events: [],
  forbidden: new Set(),
  emails: [],
  endings: [],
  subscriptions: new Map([['sub_1', SUBSCRIPTION]]),
  begunWithLinks: new Map(),
  begun: [],
  differences: [],
  isDeclined: false,
  subscriptionChanges: [],
  cardLinks: [],
  keys: new Map(),
  count: 100,
});
