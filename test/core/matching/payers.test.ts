import type { RecordKnowledge } from '@stripe-payments/core';
import { matchObjects } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../../builders/charge.ts';
import { checkout } from '../../builders/checkout.ts';
import { customer } from '../../builders/customer.ts';
import { matchOf } from '../../builders/match-of.ts';
import { dealKnowledge, recordClaims, payer } from '../../builders/record-knowledge.ts';
import { stripeObjects } from '../../builders/stripe-objects.ts';

const deal = (recordId: string) => ({ objectType: 'deal', recordId }) as const;
const unlinked = { linkedCustomerIds: new Set<string>() };
const contactWithAddress = (recordId: string, ...dealIds: readonly string[]) =>
  payer('contact', recordId, dealIds, {
    name: `Contact ${recordId}`,
    addresses: new Set(['ada@example.com']),
  });
const ada = { customers: [customer({ email: 'Ada@Example.com' })] };

test('payments of a contact with one deal count on the deal', () => {
  const knowledge = dealKnowledge(unlinked, { payers: [contactWithAddress('7', '1')] });
  expect(matchOf(ada, knowledge)).toEqual({
    status: 'counted',
    reason: {
      evidence: 'email',
      via: 'Ada@Example.com',
      payer: { objectType: 'contact', recordId: '7' },
    },
  });
});

test('payments of a contact with three deals need review', () => {
  const knowledge = dealKnowledge(unlinked, { payers: [contactWithAddress('7', '1', '2', '3')] });
  expect(matchOf(ada, knowledge)).toMatchObject({
    status: 'candidate',
    others: [deal('2'), deal('3')],
  });
});

test('a candidate that another deal claims is that deal’s', () => {
  const competingRecords = [recordClaims('deal', '2', { assignedIds: new Set(['ch_1']) })];
  const payers = [contactWithAddress('7', '1', '2')];
  expect(matchOf(ada, dealKnowledge(unlinked, { competingRecords, payers }))).toMatchObject({
    status: 'elsewhere',
    others: [deal('2')],
  });
});

test("a deal with a linked customer counts no payments of its contacts' other customers", () => {
  const record = { linkedCustomerIds: new Set(['cus_2']) };
  const payers = [contactWithAddress('7', '1')];
  expect(matchOf(ada, dealKnowledge(record, { payers }))).toEqual({ status: 'unrelated' });
});

test('a payment of a payer known only by metadata is at most a candidate', () => {
  const claims = (['7', '8'] as const).map(
    (recordId) => ({ objectType: 'contact', recordId }) as const,
  );
  const payers = [contactWithAddress('7', '1')];
  const matchFor = (recordClaims: typeof claims) =>
    matchOf({ charges: [charge({ recordClaims })] }, dealKnowledge(unlinked, { payers }))?.status;
  expect(matchFor(claims.slice(0, 1))).toBe('counted');
  expect(matchFor(claims)).toBe('candidate');
  expect(matchFor(claims.slice(1))).toBe('unrelated');
});

const companyKnowledge = (overrides: Partial<RecordKnowledge>): RecordKnowledge => ({
  record: recordClaims('company', '5', { name: 'Acme', domains: new Set(['example.com']) }),
  competingRecords: [],
  payers: [],
  ...overrides,
});

test('a customer shared by two contacts of a company counts once', () => {
  const payers = [contactWithAddress('8', '1'), contactWithAddress('7', '1')];
  const { charges } = matchObjects(
    stripeObjects({ charges: [charge()], ...ada }),
    companyKnowledge({ payers }),
  );
  expect(charges).toHaveLength(1);
  expect(charges[0]?.match).toMatchObject({
    status: 'counted',
    reason: { evidence: 'email', payer: { recordId: '7' } },
  });
});

test.each<[string, Partial<RecordKnowledge>, string]>([
  ['by its domain', {}, 'domain'],
  ['by a contact’s address rather than its domain', { payers: [contactWithAddress('7')] }, 'email'],
  [
    'by its domain where a contact of another company has the address',
    { payers: [contactWithAddress('7')], competingRecords: [contactWithAddress('9')] },
    'domain',
  ],
])('a company has a payment %s', (_name, knowledge, evidence) => {
  expect(matchOf(ada, companyKnowledge(knowledge))).toMatchObject({
    status: 'counted',
    reason: { evidence },
  });
});

test('a contact’s linked customer replaces the match by email', () => {
  const contact = recordClaims('contact', '7', { addresses: new Set(['ada@example.com']) });
  const linked = { ...contact, linkedCustomerIds: new Set(['cus_2']) };
  const statusFor = (record: typeof contact) =>
    matchOf(ada, { record, competingRecords: [], payers: [] })?.status;
  expect(statusFor(contact)).toBe('counted');
  expect(statusFor(linked)).toBe('unrelated');
});

test.each([
  ['a guest is found by the address of the checkout', null, 'guest@example.com', 'counted'],
  ['a plus makes it another address', null, 'guest+1@example.com', 'unrelated'],
  ['the customer’s own address is what counts', 'cus_1', 'guest@example.com', 'unrelated'],
])('%s', (_name, customerId, email, status) => {
  const record = recordClaims('contact', '7', { addresses: new Set(['guest@example.com']) });
  const objects = { charges: [charge({ customerId })], checkouts: [checkout({ email })], ...ada };
  expect(matchOf(objects, { record, competingRecords: [], payers: [] })?.status).toBe(status);
});

test('an email with quotes and a backslash is compared like any other', () => {
  const email = String.raw`"a\"b"@example.com`;
  const record = recordClaims('contact', '7', { addresses: new Set([email]) });
  const objects = { customers: [customer({ email: email.toUpperCase() })] };
  expect(matchOf(objects, { record, competingRecords: [], payers: [] })?.status).toBe('counted');
});
