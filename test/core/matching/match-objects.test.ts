import type { RecordKnowledge, StripeObjects } from '@stripe-payments/core';
import { matchObjects, countedOf } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../../builders/charge.ts';
import { checkout } from '../../builders/checkout.ts';
import { customer } from '../../builders/customer.ts';
import { invoice, invoicePayment } from '../../builders/invoice.ts';
import { matchOf } from '../../builders/match-of.ts';
import { dealKnowledge, recordClaims } from '../../builders/record-knowledge.ts';
import { stripeObjects } from '../../builders/stripe-objects.ts';
import { subscription } from '../../builders/subscription.ts';

const deal = (recordId: string) => ({ objectType: 'deal', recordId }) as const;
const named = (...recordIds: readonly string[]) => ({ recordClaims: recordIds.map(deal) });
const unlinked = { linkedCustomerIds: new Set<string>() };
const paidInvoice = invoice({
  subscriptionId: 'sub_1',
  payments: [invoicePayment('ch_1')],
});

test.each<[string, Partial<StripeObjects>, RecordKnowledge, string, string]>([
  ['its id is assigned', {}, dealKnowledge({ assignedIds: new Set(['ch_1']) }), 'assigned', 'ch_1'],
  [
    'its PaymentIntent is assigned',
    {},
    dealKnowledge({ assignedIds: new Set(['pi_of_ch_1']) }),
    'assigned',
    'pi_of_ch_1',
  ],
  [
    'its invoice is assigned',
    { invoices: [paidInvoice] },
    dealKnowledge({ assignedIds: new Set(['in_1']) }),
    'assigned',
    'in_1',
  ],
  [
    'its subscription is assigned, though that was not read',
    { invoices: [paidInvoice] },
    dealKnowledge({ assignedIds: new Set(['sub_1']) }),
    'assigned',
    'sub_1',
  ],
  [
    'its checkout is assigned',
    { checkouts: [checkout()] },
    dealKnowledge({ assignedIds: new Set(['cs_1']) }),
    'assigned',
    'cs_1',
  ],
  ['it names the deal', { charges: [charge(named('1'))] }, dealKnowledge(), 'metadata', 'ch_1'],
  [
    'its invoice names the deal',
    { invoices: [{ ...paidInvoice, ...named('1') }] },
    dealKnowledge(unlinked),
    'metadata',
    'in_1',
  ],
  [
    'its subscription named the deal when it was billed',
    { invoices: [{ ...paidInvoice, subscriptionClaims: [deal('1')] }] },
    dealKnowledge(unlinked),
    'metadata',
    'sub_1',
  ],
  ['its customer is linked', {}, dealKnowledge(), 'linked', 'cus_1'],
  [
    'its customer names the deal',
    { customers: [customer(named('1'))] },
    dealKnowledge(unlinked),
    'customer',
    'cus_1',
  ],
])('a payment counts where %s', (_name, objects, knowledge, evidence, via) => {
  expect(matchOf(objects, knowledge)).toEqual({
    status: 'counted',
    reason: { evidence, via, payer: null },
  });
});

test.each<[string, Partial<StripeObjects>, Partial<RecordKnowledge['record']>]>([
  ['of another customer', { charges: [charge({ customerId: 'cus_2' })] }, {}],
  ['of a guest', { charges: [charge({ customerId: null })] }, {}],
  [
    'that names a contact with the deal’s id',
    {
      charges: [charge({ recordClaims: [{ objectType: 'contact', recordId: '1' }] })],
    },
    unlinked,
  ],
  [
    'whose subscription no longer names the deal',
    {
      invoices: [{ ...paidInvoice, subscriptionClaims: [deal('1')] }],
      subscriptions: [subscription()],
    },
    unlinked,
  ],
])('a payment %s is not the deal’s', (_name, objects, record) => {
  expect(matchOf(objects, dealKnowledge(record))).toEqual({ status: 'unrelated' });
});

const both = ['1', '2'].map((recordId) => ({ objectType: 'deal', recordId }));

test('a payment that names two deals is ambiguous on both', () => {
  const objects = { charges: [charge(named('1', '2'))] };
  const reason = { evidence: 'metadata', via: 'ch_1', payer: null };
  expect(matchOf(objects, dealKnowledge())).toEqual({
    status: 'ambiguous',
    reason,
    others: [both[1]],
  });
  expect(
    matchOf(objects, { record: recordClaims('deal', '2'), competingRecords: [], payers: [] }),
  ).toEqual({
    status: 'ambiguous',
    reason,
    others: [both[0]],
  });
});

test('metadata that names another deal outweighs a linked customer', () => {
  expect(matchOf({ charges: [charge(named('2'))] }, dealKnowledge())).toEqual({
    status: 'elsewhere',
    reason: { evidence: 'metadata', via: 'ch_1', payer: null },
    others: [both[1]],
  });
});

test('an assignment outweighs metadata that names another deal', () => {
  const knowledge = dealKnowledge({ assignedIds: new Set(['ch_1']) });
  expect(matchOf({ charges: [charge(named('2'))] }, knowledge)?.status).toBe('counted');
});

test('one payment of a subscription on deal 2 can be assigned to deal 1', () => {
  const objects = {
    charges: [charge(), charge({ id: 'ch_2' })],
    invoices: [
      paidInvoice,
      invoice({ id: 'in_2', subscriptionId: 'sub_1', payments: [invoicePayment('ch_2')] }),
    ],
  };
  const first = recordClaims('deal', '1', { assignedIds: new Set(['pi_of_ch_1']) });
  const second = recordClaims('deal', '2', { assignedIds: new Set(['sub_1']) });
  const idsOn = (record: RecordKnowledge['record'], competing: RecordKnowledge['record']) =>
    countedOf(
      matchObjects(stripeObjects(objects), { record, competingRecords: [competing], payers: [] })
        .charges,
    ).map(({ id }) => id);
  expect(idsOn(first, second)).toEqual(['ch_1']);
  expect(idsOn(second, first)).toEqual(['ch_2']);
});

test('payments of a customer that two deals link count on neither', () => {
  const competingRecords = [
    recordClaims('deal', '2', { linkedCustomerIds: new Set(['cus_1']), name: 'Renewal' }),
  ];
  expect(matchOf({}, dealKnowledge({}, { competingRecords }))).toMatchObject({
    status: 'ambiguous',
    others: [{ objectType: 'deal', recordId: '2' }],
  });
});

test('of two versions of a payment the later one counts', () => {
  const charges = [charge(named('1', '2')), charge(named('1'))];
  expect(matchOf({ charges }, dealKnowledge())?.status).toBe('counted');
});

test('objects are sorted newest first', () => {
  const charges = [1, 3, 2].map((created) => charge({ id: `ch_${String(created)}`, created }));
  const attribution = matchObjects(stripeObjects({ charges }), dealKnowledge());
  expect(countedOf(attribution.charges).map(({ created }) => created)).toEqual([3, 2, 1]);
});

test('of two matching references the same one is the reason in any order', () => {
  const checkouts = [checkout({ id: 'cs_2' }), checkout({ id: 'cs_1' })];
  const knowledge = dealKnowledge({ assignedIds: new Set(['cs_1', 'cs_2']) });
  const matches = [checkouts, checkouts.toReversed()].map((each) =>
    matchOf({ checkouts: each }, knowledge),
  );
  expect(matches[0]).toMatchObject({ reason: { via: 'cs_1' } });
  expect(matches[1]).toEqual(matches[0]);
});
