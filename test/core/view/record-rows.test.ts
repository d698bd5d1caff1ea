import type { RecordKnowledge, RecordRows, StripeObjects } from '@stripe-payments/core';
import { matchObjects, recordRows } from '@stripe-payments/core';
import { expect } from 'vitest';
import { someObjects } from '../../builders/arbitrary-objects.ts';
import { charge } from '../../builders/charge.ts';
import { checkout, freeCheckout } from '../../builders/checkout.ts';
import { customer } from '../../builders/customer.ts';
import { invoice } from '../../builders/invoice.ts';
import { test } from '../../builders/laws.ts';
import { dealKnowledge, recordClaims, payer } from '../../builders/record-knowledge.ts';
import { stripeObjects } from '../../builders/stripe-objects.ts';
import { amountOff, price, subscription, subscriptionItem } from '../../builders/subscription.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

function rowsOf(
  objects: Partial<StripeObjects>,
  knowledge: RecordKnowledge = dealKnowledge(),
): RecordRows {
  return recordRows(matchObjects(stripeObjects(objects), knowledge), knowledge, NOW_SECONDS);
}

test.prop([someObjects])('rows survive JSON, which is how they reach the card', (objects) => {
  const rows = rowsOf(objects);
  expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
});

test.prop([someObjects])('a payment either counts or needs review', (objects) => {
  const { payments, needsReview } = rowsOf(objects);
  const ids = [...payments, ...needsReview.map(({ payment }) => payment)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

const unlinked = { linkedCustomerIds: new Set<string>() };
const adasDeals = payer('contact', '7', ['1', '2'], {
  name: 'Ada',
  addresses: new Set(['ada@example.com']),
});

test('a candidate needs review, with the other deals it matches', () => {
  const knowledge = dealKnowledge(unlinked, { payers: [adasDeals] });
  const rows = rowsOf({ charges: [charge()], customers: [customer()] }, knowledge);
  expect(rows).toMatchObject({
    payments: [],
    customers: [],
    needsReview: [
      {
        status: 'candidate',
        payment: { id: 'ch_1', reason: { evidence: 'email', payer: { recordId: '7' } } },
        others: [{ objectType: 'deal', recordId: '2' }],
      },
    ],
  });
});

test('a linked customer is listed without payments, also where it could not be read', () => {
  const linkedCustomerIds = new Set(['cus_1', 'cus_2']);
  const { customers } = rowsOf({ customers: [customer()] }, dealKnowledge({ linkedCustomerIds }));
  expect(customers).toEqual([
    {
      id: 'cus_1',
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      isLinked: true,
      reason: { evidence: 'linked', via: 'cus_1', payer: null },
    },
    {
      id: 'cus_2',
      name: null,
      email: null,
      isLinked: true,
      reason: { evidence: 'linked', via: 'cus_2', payer: null },
    },
  ]);
});

test('the customer of an assigned payment is listed once, with that reason', () => {
  const knowledge = dealKnowledge({ ...unlinked, assignedIds: new Set(['ch_1', 'ch_2']) });
  const charges = [charge(), charge({ id: 'ch_2', created: 1 })];
  expect(rowsOf({ charges, customers: [customer()] }, knowledge).customers).toMatchObject([
    { id: 'cus_1', isLinked: false, reason: { evidence: 'assigned', via: 'ch_1' } },
  ]);
});

test('a customer that matches by itself is listed with its own reason', () => {
  const contact = recordClaims('contact', '7', {
    addresses: new Set(['ada@example.com']),
    assignedIds: new Set(['ch_1']),
  });
  const knowledge = { record: contact, competingRecords: [], payers: [] };
  expect(
    rowsOf({ charges: [charge()], customers: [customer()] }, knowledge).customers,
  ).toMatchObject([{ reason: { evidence: 'email', via: 'ada@example.com' } }]);
});

test('open invoices are first, then the newest; zero drafts are left out', () => {
  const invoices = [
    invoice({ id: 'in_paid', status: 'paid', created: 9 }),
    invoice({ id: 'in_open', created: 2 }),
    invoice({ id: 'in_late', created: 3, dueDate: 1 }),
    invoice({ id: 'in_void', status: 'void', created: 8 }),
    invoice({ id: 'in_empty', status: 'draft', totalMinor: 0, created: 7 }),
    invoice({ id: 'in_draft', status: 'draft', created: 1 }),
    invoice({ id: 'in_elsewhere', customerId: 'cus_9' }),
  ];
  expect(rowsOf({ invoices }).invoices.map(({ id, status }) => [id, status])).toEqual([
    ['in_late', 'past_due'],
    ['in_open', 'open'],
    ['in_paid', 'paid'],
    ['in_void', 'void'],
    ['in_draft', 'draft'],
  ]);
});

test('an invoice paid in part says what is left', () => {
  const part = invoice({ amountPaidMinor: 500, creditedMinor: 100, amountRemainingMinor: 1_400 });
  expect(rowsOf({ invoices: [part] }).invoices[0]).toMatchObject({
    total: { minor: 2_000, currency: 'usd' },
    paid: { minor: 500 },
    remaining: { minor: 1_400 },
    credited: { minor: 100 },
    dueOn: 1_796_083_200,
    lines: ['Consulting'],
    reason: { evidence: 'linked' },
  });
});

test('a subscription has its monthly amount, its metered items and its renewal', () => {
  const metered = subscriptionItem({
    id: 'si_2',
    quantity: null,
    price: price({ name: 'Calls', usageType: 'metered', unitAmountDecimal: '0.5' }),
  });
  const each = subscription({ items: [subscriptionItem(), metered], discounts: [amountOff(250)] });
  expect(rowsOf({ subscriptions: [each] }).subscriptions).toMatchObject([
    {
      id: 'sub_1',
      status: 'active',
      mrr: { minor: 750, currency: 'usd' },
      isMetered: true,
      items: [
        { name: 'Basic', quantity: 1, isMetered: false, unitAmountDecimal: '1000' },
        { name: 'Calls', quantity: null, isMetered: true, unitAmountDecimal: '0.5' },
      ],
      hasDiscount: true,
      renewsOn: 1_797_292_800,
      endsOn: null,
    },
  ]);
});

test('a discount that applies once is not shown', () => {
  const each = subscription({ discounts: [amountOff(250, { duration: 'once' })] });
  expect(rowsOf({ subscriptions: [each] }).subscriptions[0]?.hasDiscount).toBe(false);
});

test('only completed free checkouts are listed', () => {
  const checkouts = [
    freeCheckout({ customerId: 'cus_1' }),
    freeCheckout({ id: 'cs_open', customerId: 'cus_1', status: 'open' }),
    freeCheckout({ id: 'cs_setup', customerId: 'cus_1', amountMinor: null, currency: null }),
    checkout({ id: 'cs_paid', customerId: 'cus_1' }),
    freeCheckout({ id: 'cs_elsewhere' }),
  ];
  expect(rowsOf({ checkouts }).freeCheckouts).toMatchObject([
    { id: 'cs_free', amount: { minor: 0, currency: 'usd' }, name: 'Grace Hopper' },
  ]);
});
