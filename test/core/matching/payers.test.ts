import type { RecordClaims, RecordKnowledge } from '@stripe-payments/core';
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

const acme = { name: 'Acme', domains: new Set(['example.com']) };

const companyKnowledge = (
  payers: RecordKnowledge['payers'],
  deals: RecordKnowledge['deals'] = [],
): RecordKnowledge => ({
  record: recordClaims('company', '5', acme),
  competingRecords: [],
  payers: [payer('company', '5', [], acme), ...payers],
  deals,
});
const contactOf = (companyId: string | null, recordId: string, ...dealIds: readonly string[]) => ({
  ...contactWithAddress(recordId, ...dealIds),
  companyId,
});
const dealOf = (companyId: string | null, overrides: Partial<RecordClaims> = {}) => ({
  ...recordClaims('deal', '1', { name: 'Deal 1', ...overrides }),
  companyId,
});
const linkedDealOf = (companyId: string | null) =>
  dealOf(companyId, { linkedCustomerIds: new Set(['cus_1']) });

test('a customer shared by two contacts of a company counts once', () => {
  const payers = [contactOf('5', '8', '1'), contactOf('5', '7', '1')];
  const { charges } = matchObjects(
    stripeObjects({ charges: [charge()], ...ada }),
    companyKnowledge(payers),
  );
  expect(charges).toHaveLength(1);
  expect(charges[0]?.match).toMatchObject({
    status: 'counted',
    reason: { evidence: 'email', payer: { recordId: '7' } },
  });
});

const counted = (evidence: string, payerId: string | null) => ({
  status: 'counted',
  reason: { evidence, payer: payerId === null ? null : { recordId: payerId } },
});
const elsewhere = { status: 'elsewhere', others: [{ objectType: 'company', recordId: '6' }] };

test.each<[string, RecordKnowledge, object]>([
  ['its domain', companyKnowledge([]), counted('domain', null)],
  [
    'a contact’s email rather than its domain',
    companyKnowledge([contactOf('5', '7')]),
    counted('email', '7'),
  ],
  [
    'its domain where a contact of another company has the email too',
    companyKnowledge([contactOf('5', '7'), contactOf('6', '9')]),
    counted('domain', null),
  ],
  ['the primary company of the contact', companyKnowledge([contactOf('6', '7')]), elsewhere],
  [
    'its deal rather than who paid',
    companyKnowledge([contactOf('6', '7')], [linkedDealOf('5')]),
    counted('linked', '1'),
  ],
  [
    'the deal of another company rather than who paid',
    companyKnowledge([contactOf('5', '7')], [linkedDealOf('6')]),
    elsewhere,
  ],
  [
    'who paid where the deal has no company',
    companyKnowledge([contactOf('5', '7')], [linkedDealOf(null)]),
    counted('email', '7'),
  ],
  [
    'the only deal of another company’s contact',
    companyKnowledge([contactOf('6', '7', '1')], [dealOf('5')]),
    counted('email', '7'),
  ],
  [
    'who paid where the payer has two deals',
    companyKnowledge([contactOf('5', '7', '1', '2')], [dealOf('6')]),
    counted('email', '7'),
  ],
  [
    'what is assigned to the company rather than a deal that links the customer',
    companyKnowledge(
      [payer('company', '6', [], { assignedIds: new Set(['ch_1']) })],
      [linkedDealOf('5')],
    ),
    elsewhere,
  ],
  [
    'a person where another company has the same domain',
    companyKnowledge([payer('company', '6', [], acme)]),
    { status: 'ambiguous', others: elsewhere.others },
  ],
])('a payment is of a company by %s', (_name, knowledge, match) => {
  expect(matchOf(ada, knowledge)).toMatchObject(match);
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
