import type {
  Checkout,
  Discount,
  Invoice,
  StripeObjects,
  Subscription,
} from '@stripe-payments/core';
import { someCharges, someCurrency } from './arbitraries.ts';
import { checkout } from './checkout.ts';
import { invoice } from './invoice.ts';
import { fc } from './laws.ts';
import { amountOff, percentOff, price, subscription, subscriptionItem } from './subscription.ts';

const NEXT_YEAR = 'a_status_of_next_year';

const someCustomerId = fc.constantFrom('cus_1', 'cus_2');

const someClaims = fc.array(
  fc.record({
    objectType: fc.constantFrom('deal', 'contact'),
    recordId: fc.constantFrom('1', '2'),
  }),
  { maxLength: 2 },
);

const someSeconds = fc.integer({ min: 1_795_368_590, max: 1_795_368_610 });

const maybeSeconds = fc.option(someSeconds);

/** Each object with a distinct id. */
function numbered<T>(prefix: string, some: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc
    .array(some, { maxLength: 4 })
    .map((items) => items.map((item, index) => ({ ...item, id: `${prefix}_${String(index)}` })));
}

const someInvoices: fc.Arbitrary<Invoice[]> = numbered(
  'in',
  fc
    .record({
      customerId: someCustomerId,
      status: fc.constantFrom('draft', 'open', 'open', 'open', 'paid', 'void', NEXT_YEAR, null),
      currency: someCurrency,
      totalMinor: fc.nat(100_000),
      amountPaidMinor: fc.nat(50_000),
      dueDate: maybeSeconds,
      paidOn: maybeSeconds,
      nextPaymentAttempt: maybeSeconds,
      attemptCount: fc.nat(3),
      recordClaims: someClaims,
    })
    .map((facts) => invoice(facts)),
);

const someDiscount: fc.Arbitrary<Discount> = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((percent) => percentOff(percent)),
  fc
    .record({ duration: fc.constantFrom('once', 'repeating', 'forever'), endsAt: maybeSeconds })
    .map((facts) => amountOff(300, facts)),
);

const someSubscriptions: fc.Arbitrary<Subscription[]> = numbered(
  'sub',
  fc
    .record({
      currency: someCurrency,
      unitAmountDecimal: fc.nat(100_000).map(String),
      usageType: fc.constantFrom('licensed', 'licensed', 'metered'),
      status: fc.constantFrom('active', 'active', 'trialing', 'past_due', 'canceled', NEXT_YEAR),
      discounts: fc.array(someDiscount, { maxLength: 2 }),
      isCollectionPaused: fc.boolean(),
      cancelAtPeriodEnd: fc.boolean(),
      currentPeriodEnd: someSeconds,
      customerId: someCustomerId,
      recordClaims: someClaims,
    })
    .map(({ unitAmountDecimal, usageType, currentPeriodEnd, ...facts }) =>
      subscription({
        ...facts,
        trialEnd: currentPeriodEnd,
        items: [
          subscriptionItem({
            currentPeriodEnd,
            price: price({ currency: facts.currency, unitAmountDecimal, usageType }),
          }),
        ],
      }),
    ),
);

const someCheckouts: fc.Arbitrary<Checkout[]> = numbered(
  'cs',
  fc
    .record({
      customerId: fc.option(someCustomerId),
      status: fc.constantFrom('complete', 'open', null),
      paymentStatus: fc.constantFrom('paid', 'no_payment_required'),
      amountMinor: fc.constantFrom(0, 0, 2_000, null),
      currency: fc.option(someCurrency),
      recordClaims: someClaims,
    })
    .map((facts) => checkout({ ...facts, paymentIntentId: null })),
);

/** Payments, invoices, subscriptions and checkouts in every state, of two customers. */
export const someObjects: fc.Arbitrary<StripeObjects> = fc.record({
  customers: fc.constant([]),
  charges: someCharges,
  invoices: someInvoices,
  subscriptions: someSubscriptions,
  checkouts: someCheckouts,
});

/** The same objects under ids that no other suffix gives; customers and records keep theirs. */
export function renamed(objects: StripeObjects, suffix: string): StripeObjects {
  const ids = /^(?:ch|pi|txn|re|dp|in|sub|si|cs)(?:_|$)/;
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.test(value) ? `${value}_${suffix}` : value;
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rename(inner)]));
  };
  return rename(objects) as StripeObjects;
}

/** Both, one after the other. */
export function together(first: StripeObjects, second: StripeObjects): StripeObjects {
  return {
    customers: [...first.customers, ...second.customers],
    charges: [...first.charges, ...second.charges],
    invoices: [...first.invoices, ...second.invoices],
    subscriptions: [...first.subscriptions, ...second.subscriptions],
    checkouts: [...first.checkouts, ...second.checkouts],
  };
}
