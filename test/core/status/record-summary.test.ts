import type {
  Charge,
  Invoice,
  RecordKnowledge,
  RecordSummary,
  StripeObjects,
  Subscription,
} from '@stripe-payments/core';
import { matchObjects, summarize } from '@stripe-payments/core';
import { expect } from 'vitest';
import { shuffledWithDuplicates, someCharges } from '../../builders/arbitraries.ts';
import { authorization, charge, declined, pendingDebit } from '../../builders/charge.ts';
import { fc, test } from '../../builders/laws.ts';
import { invoice } from '../../builders/invoice.ts';
import { dealKnowledge, payer } from '../../builders/record-knowledge.ts';
import { stripeObjects } from '../../builders/stripe-objects.ts';
import { price, subscription, subscriptionItem } from '../../builders/subscription.ts';
import { NOW_SECONDS, summaryOf } from '../../builders/summary.ts';

test.prop([
  someCharges.chain((charges) => fc.tuple(fc.constant(charges), shuffledWithDuplicates(charges))),
])('neither order nor duplicates change a summary', ([charges, shuffled]) => {
  expect(summaryOf(shuffled)).toEqual(summaryOf(charges));
});

test('captured payments are counted and dated, and nothing else', () => {
  const summary = summaryOf([
    charge({ created: 1_700_000_200 }),
    charge({ id: 'ch_2', created: 1_700_000_100 }),
    declined({ id: 'ch_3', created: 1_700_000_000 }),
    authorization({ id: 'ch_4', created: 1_700_000_300 }),
    pendingDebit({ id: 'ch_5', created: 1_700_000_400 }),
  ]);
  expect(summary).toMatchObject({
    paymentCount: 2,
    firstPaymentOn: 1_700_000_100,
    lastPaymentOn: 1_700_000_200,
    latestFailure: null,
  });
});

test('the failure of the latest attempt is shown', () => {
  const failed = declined({ id: 'ch_2', created: 1_800_000_000 });
  expect(summaryOf([charge(), failed]).latestFailure).toEqual(failed.failure);
});

test('a failure before the latest attempt is not shown', () => {
  const failed = declined({ id: 'ch_2', created: 1_700_000_000 });
  expect(summaryOf([charge(), failed]).latestFailure).toBeNull();
});

test('a failure without a reason is shown as one', () => {
  expect(summaryOf([declined({ failure: null })]).latestFailure).toEqual({
    code: null,
    reason: null,
    message: null,
  });
});

test('of two attempts in one second the failed one is shown', () => {
  const failed = declined({ id: 'ch_0' });
  expect(summaryOf([charge(), failed]).latestFailure).toEqual(failed.failure);
  expect(summaryOf([failed, charge()]).latestFailure).toEqual(failed.failure);
});

const claimsOf = (...recordIds: readonly string[]): Partial<Charge> => ({
  recordClaims: recordIds.map((recordId) => ({ objectType: 'deal', recordId })),
});

const summaryFor = (
  objects: Partial<StripeObjects>,
  knowledge: RecordKnowledge = dealKnowledge(),
): RecordSummary => summarize(matchObjects(stripeObjects(objects), knowledge), NOW_SECONDS);

test('the weakest evidence tells how the payments were found', () => {
  const charges = [charge(claimsOf('1')), charge({ id: 'ch_2' })];
  const assigned = dealKnowledge({ assignedIds: new Set(['ch_2']) });
  expect(summaryFor({ charges }, assigned)).toMatchObject({
    match: 'metadata',
    evidence: ['assigned', 'metadata'],
  });
  expect(summaryFor({ charges }).match).toBe('linked');
});

test('a subscription without payments tells how it was found', () => {
  expect(summaryFor({ subscriptions: [subscription()] }).match).toBe('linked');
});

test('a draft of nothing is no evidence', () => {
  expect(summaryFor({ invoices: [invoice({ status: 'draft', totalMinor: 0 })] }).match).toBe(
    'none',
  );
});

test('the match is that of what counts beside an ambiguous payment, which waits for a person', () => {
  const charges = [charge(), charge({ id: 'ch_2', ...claimsOf('1', '2') })];
  expect(summaryFor({ charges })).toMatchObject({
    match: 'linked',
    needsReviewCount: 1,
    paymentCount: 1,
  });
});

test('where nothing counts a candidate makes the match ambiguous', () => {
  const contact = payer('contact', '7', ['1', '2'], { linkedCustomerIds: new Set(['cus_1']) });
  const knowledge = dealKnowledge({ linkedCustomerIds: new Set() }, { payers: [contact] });
  expect(summaryFor({ charges: [charge()] }, knowledge)).toMatchObject({
    match: 'ambiguous',
    needsReviewCount: 1,
    paymentCount: 0,
  });
});

test('a payment that another deal claims does not need review here', () => {
  expect(summaryFor({ charges: [charge(claimsOf('2'))] })).toMatchObject({
    match: 'none',
    needsReviewCount: 0,
  });
});

const dueIn = (id: string, overrides: Partial<Invoice>): Invoice => invoice({ id, ...overrides });

test('open amounts are added up per currency, with the earliest due date', () => {
  const invoices = [
    dueIn('in_1', { totalMinor: 5_000, amountPaidMinor: 2_000, dueDate: 1_796_000_000 }),
    dueIn('in_2', { totalMinor: 1_000, dueDate: 1_795_000_000 }),
    dueIn('in_3', { currency: 'eur', totalMinor: 700, dueDate: null }),
    dueIn('in_4', { status: 'paid', dueDate: 1_700_000_000 }),
    dueIn('in_5', { status: 'void', dueDate: 1_700_000_000 }),
    dueIn('in_6', { status: 'uncollectible', dueDate: 1_700_000_000 }),
    dueIn('in_7', { status: 'draft', dueDate: 1_700_000_000 }),
  ];
  expect(summaryFor({ invoices })).toMatchObject({
    due: [
      { currency: 'eur', dueMinor: 700, pastDueMinor: 0 },
      { currency: 'usd', dueMinor: 4_000, pastDueMinor: 1_000 },
    ],
    nextDueOn: 1_795_000_000,
  });
});

test.each<[string, readonly Partial<Subscription>[], string]>([
  ['none', [], 'none'],
  ['one in its trial', [{ status: 'trialing' }], 'trialing'],
  ['an active one and one past due', [{}, { status: 'past_due' }], 'past_due'],
  ['an active one and an unpaid one', [{}, { status: 'unpaid' }], 'unpaid'],
  ['an active one and one in its trial', [{ status: 'trialing' }, {}], 'active'],
  ['a canceled one and an active one', [{ status: 'canceled' }, {}], 'active'],
  ['a canceled one and a paused one', [{ status: 'canceled' }, { status: 'paused' }], 'paused'],
  ['one that is not collected', [{ isCollectionPaused: true }], 'paused'],
  ['one of next year', [{ status: 'a_status_of_next_year' }], 'unknown'],
])('subscriptions: %s', (_name, overrides, status) => {
  const subscriptions = overrides.map((each, index) =>
    subscription({ id: `sub_${String(index)}`, ...each }),
  );
  expect(summaryFor({ subscriptions }).recurring.status).toBe(status);
});

test('monthly revenue is added up per currency, with the next renewal', () => {
  const euros = price({ currency: 'eur', unitAmountDecimal: '500' });
  const subscriptions = [
    subscription(),
    subscription({ id: 'sub_2' }),
    subscription({ id: 'sub_3', currency: 'eur', items: [subscriptionItem({ price: euros })] }),
    subscription({ id: 'sub_4', status: 'canceled', currency: 'gbp' }),
  ];
  expect(summaryFor({ subscriptions }).recurring).toEqual({
    status: 'active',
    mrr: [
      { currency: 'eur', minor: 500, exact: '500/1' },
      { currency: 'usd', minor: 2_000, exact: '2000/1' },
    ],
    isMetered: false,
    nextBillingOn: 1_797_292_800,
    firstBill: null,
  });
});

test('what is metered has no revenue beforehand, and says so', () => {
  const metered = subscriptionItem({ quantity: null, price: price({ usageType: 'metered' }) });
  expect(
    summaryFor({ subscriptions: [subscription({ items: [metered] })] }).recurring,
  ).toMatchObject({
    mrr: [],
    isMetered: true,
  });
});
