import type { RecordKnowledge } from '@stripe-payments/core';
import { attribute } from '@stripe-payments/core';
import { expect } from 'vitest';
import { shuffledWithDuplicates, someCharges } from '../../builders/arbitraries.ts';
import { charge } from '../../builders/charge.ts';
import { fc, test } from '../../builders/laws.ts';
import { dealKnowledge } from '../../builders/record-knowledge.ts';

const someRecord: fc.Arbitrary<RecordKnowledge> = fc.record({
  objectType: fc.constantFrom('deal', 'contact', 'company'),
  recordId: fc.constantFrom('1', '2', '3'),
  linkedCustomerIds: fc.subarray(['cus_1', 'cus_2', 'cus_3']).map((ids) => new Set(ids)),
  assignedPaymentIds: fc.subarray(['ch_0', 'ch_1', 'pi_1', 'pi_2']).map((ids) => new Set(ids)),
});

test.prop([
  someCharges.chain((charges) => fc.tuple(fc.constant(charges), shuffledWithDuplicates(charges))),
  someRecord,
])('neither order nor duplicates change what a record has', ([charges, shuffled], record) => {
  expect(attribute(shuffled, record)).toEqual(attribute(charges, record));
});

test.prop([someCharges, someRecord])('a payment is on a record at most once', (charges, record) => {
  const { counted, ambiguous } = attribute(charges, record);
  const ids = [...counted.map(({ charge: { id } }) => id), ...ambiguous];
  expect(new Set(ids).size).toBe(ids.length);
});

test.prop([someCharges, someRecord])('payments come newest first', (charges, record) => {
  const times = attribute(charges, record).counted.map((each) => each.charge.created);
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test.prop([someCharges, someRecord])(
  'a payment that another record of the type claims is never linked',
  (charges, record) => {
    const linked = attribute(charges, record).counted.filter(
      ({ evidence }) => evidence === 'linked',
    );
    const claims = linked.flatMap((each) => each.charge.recordClaims);
    expect(claims.filter(({ objectType }) => objectType === record.objectType)).toEqual([]);
  },
);

test.prop([someCharges, someRecord])(
  'without a person’s word no payment counts on two records of a type',
  (charges, record) => {
    const unassigned = { ...record, assignedPaymentIds: new Set<string>() };
    const onRecords = ['1', '2', '3'].flatMap((recordId) =>
      attribute(charges, { ...unassigned, recordId })
        .counted.filter(({ evidence }) => evidence === 'metadata')
        .map((each) => each.charge.id),
    );
    expect(new Set(onRecords).size).toBe(onRecords.length);
  },
);

const deal = (recordId: string) => ({ objectType: 'deal', recordId }) as const;
const contact = { objectType: 'contact', recordId: '2' } as const;
const assigned = dealKnowledge({ assignedPaymentIds: new Set(['pi_of_ch_1']) });

test.each([
  ['its id is assigned', {}, dealKnowledge({ assignedPaymentIds: new Set(['ch_1']) }), 'assigned'],
  ['its PaymentIntent is assigned', {}, assigned, 'assigned'],
  ['assigned and claimed', { recordClaims: [deal('1')] }, assigned, 'assigned'],
  ['assigned and claimed by another deal', { recordClaims: [deal('2')] }, assigned, 'assigned'],
  ['claimed by two and assigned', { recordClaims: [deal('1'), deal('2')] }, assigned, 'assigned'],
  ['claimed and of a linked customer', { recordClaims: [deal('1')] }, dealKnowledge(), 'metadata'],
  ['claimed twice', { recordClaims: [deal('1'), deal('1')] }, dealKnowledge(), 'metadata'],
  [
    'claimed, of a guest',
    { customerId: null, recordClaims: [deal('1')] },
    dealKnowledge(),
    'metadata',
  ],
  ['of a linked customer', {}, dealKnowledge(), 'linked'],
  [
    'of a linked customer, naming a contact',
    { recordClaims: [contact] },
    dealKnowledge(),
    'linked',
  ],
])('a payment %s', (_name, overrides, record, evidence) => {
  const { counted, ambiguous } = attribute([charge(overrides)], record);
  expect(counted.map((each) => each.evidence)).toEqual([evidence]);
  expect(ambiguous).toEqual([]);
});

test.each([
  ['of a linked customer that another deal claims', { recordClaims: [deal('2')] }],
  ['of another customer', { customerId: 'cus_2' }],
  ['of a guest', { customerId: null }],
  ['that names a contact with the same id', { customerId: null, recordClaims: [contact] }],
])('a payment %s is not on the deal', (_name, overrides) => {
  expect(attribute([charge(overrides)], dealKnowledge())).toEqual({ counted: [], ambiguous: [] });
});

test('a payment that names this deal and another is ambiguous on both', () => {
  const both = charge({ recordClaims: [deal('1'), deal('2')] });
  const expected = { counted: [], ambiguous: ['ch_1'] };
  expect(attribute([both], dealKnowledge())).toEqual(expected);
  expect(attribute([both], dealKnowledge({ recordId: '2' }))).toEqual(expected);
});

test('of two readings of a payment the later one decides', () => {
  const stale = charge({ recordClaims: [deal('1'), deal('2')] });
  const fresh = charge({ recordClaims: [deal('1')] });
  expect(attribute([stale, fresh], dealKnowledge())).toEqual({
    counted: [{ charge: fresh, evidence: 'metadata' }],
    ambiguous: [],
  });
});
