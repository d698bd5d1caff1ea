import type { Charge } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import type {
  StoredCustomer,
  StoredRefund,
  StoredRequest,
  StoredSubscription,
  SubscriptionToMake,
} from '../../../../src/app/packages/sync/src/use-cases/acting/acting-ports.ts';

export interface Ending {
  readonly id: string;
  readonly status: 'canceled' | 'paid' | 'uncollectible';
}

/** What a Stripe account holds, and what was sent to customers. */
export interface StripeState {
  nowMs: number;
  readonly charges: Map<string, Charge>;
  readonly refunds: (StoredRefund & { readonly chargeId: string })[];
  readonly requests: Map<string, StoredRequest>;
  readonly customers: Map<string, StoredCustomer>;
  /** Invoices of which a bank debit is on its way. */
  readonly beingPaid: Set<string>;
  readonly emails: { readonly invoiceId: string; readonly key: string }[];
  /** Invoices that were ended, each time. */
  readonly endings: Ending[];
  readonly subscriptions: Map<string, StoredSubscription>;
  /** Subscriptions that were begun, as they were asked for. */
  readonly begun: Omit<SubscriptionToMake, 'key'>[];
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
  productIds: ['prod_1'],
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
  emails: [],
  endings: [],
  subscriptions: new Map([['sub_1', SUBSCRIPTION]]),
  begun: [],
  subscriptionChanges: [],
  cardLinks: [],
  keys: new Map(),
  count: 100,
});
