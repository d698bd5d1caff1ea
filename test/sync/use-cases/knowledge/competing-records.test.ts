import type { StoredProperties } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { getPayments } from '../../../../src/app/packages/sync/src/use-cases/get-payments.ts';
import { syncPayments } from '../../../../src/app/packages/sync/src/use-cases/sync-payments.ts';
import { charge } from '../../../builders/charge.ts';
import type { FakePorts } from '../../fake-ports.ts';
import { failureOf, fakePorts, stored, viewed } from '../../fake-ports.ts';

const charges = { cus_1: [charge()] };

function portsWith(others: Readonly<Record<string, StoredProperties>>): FakePorts {
  const records = new Map(Object.entries(others));
  return fakePorts({ charges, crm: fakeSearch(() => Promise.resolve({ records, isCut: false })) });
}

function fakeSearch(searchClaims: FakePorts['crm']['searchClaims']): Partial<FakePorts['crm']> {
  return { read: () => Promise.resolve(stored), searchClaims };
}

test('a deal that the search finds by a part of an id does not compete', async () => {
  const ports = portsWith({ '7': { stripe_customer_id: 'cus_1_old', stripe_payment_ids: null } });
  expect((await getPayments(ports, viewed)).payments).toHaveLength(1);
});

test('a deal that links the same customer makes the payment ambiguous', async () => {
  const ports = portsWith({ '7': { dealname: 'Seven', stripe_customer_id: 'cus_1' } });
  const { payments, needsReview } = await getPayments(ports, viewed);
  expect(payments).toEqual([]);
  expect(needsReview).toMatchObject([{ status: 'ambiguous', others: [{ recordId: '7' }] }]);
});

/** More claims than can be read, unless an id is asked for. */
function crowded(byId: Readonly<Record<string, StoredProperties>>): Partial<FakePorts['crm']> {
  return fakeSearch(({ conditions }) => {
    const isById = conditions.every(({ is }) => is !== 'set');
    return Promise.resolve({
      records: new Map(isById ? Object.entries(byId) : []),
      isCut: !isById,
    });
  });
}

test('with more claims than can be read, the claims of the read payments are searched by id', async () => {
  const competing = { dealname: 'Seven', stripe_customer_id: null, stripe_payment_ids: 'ch_1' };
  const ports = fakePorts({
    charges: { cus_1: [charge({ id: 'ch_1' }), charge({ id: 'ch_2' })] },
    crm: crowded({ '7': competing }),
  });
  const { payments, problems } = await getPayments(ports, viewed);
  expect(payments.map(({ id }) => id)).toEqual(['ch_2']);
  expect(problems).toEqual([]);
});

test('a deal that links the same customer alone is found where HubSpot finds no parts of a text', async () => {
  const competing = { dealname: 'Seven', stripe_customer_id: 'cus_1', stripe_payment_ids: null };
  const search: FakePorts['crm']['searchClaims'] = ({ conditions }) => {
    const isFound = conditions.some(
      (condition) => condition.is === 'one-of' && condition.values.includes('cus_1'),
    );
    const records = new Map<string, StoredProperties>(isFound ? [['7', competing]] : []);
    return Promise.resolve({ records, isCut: false });
  };
  const { needsReview } = await getPayments(
    fakePorts({ charges, crm: fakeSearch(search) }),
    viewed,
  );
  expect(needsReview).toMatchObject([{ status: 'ambiguous', others: [{ recordId: '7' }] }]);
});

test('with more customers than are searched one by one, all links of the account are read', async () => {
  const ids = Array.from({ length: 41 }, (_, index) => `cus_${String(index)}`);
  const competing = { dealname: 'Seven', stripe_customer_id: 'cus_40', stripe_payment_ids: null };
  const search: FakePorts['crm']['searchClaims'] = ({ conditions }) => {
    const isFound = conditions.some(
      (condition) => condition.is === 'set' && condition.property === 'stripe_customer_id',
    );
    expect(conditions.length).toBeLessThan(5);
    return Promise.resolve({ records: new Map(isFound ? [['7', competing]] : []), isCut: false });
  };
  const ports = fakePorts({
    charges: Object.fromEntries(
      ids.map((id) => [id, [charge({ id: `ch_${id}`, customerId: id })]]),
    ),
    crm: {
      read: () => Promise.resolve({ ...stored, stripe_customer_id: ids.join(',') }),
      searchClaims: search,
    },
  });
  const { payments, needsReview, problems } = await getPayments(ports, viewed);
  expect(problems).toEqual([]);
  expect(payments).toHaveLength(40);
  expect(needsReview).toMatchObject([{ payment: { id: 'ch_cus_40' }, status: 'ambiguous' }]);
});

const manyCharges = Array.from({ length: 101 }, (_, index) =>
  charge({ id: `ch_${String(index)}` }),
);

test.each([
  [
    'more claims than are read and more payments than are asked for',
    fakePorts({ charges: { cus_1: manyCharges }, crm: crowded({}) }),
    'too-many-claims',
  ],
  [
    'a search that fails for good',
    fakePorts({
      charges,
      crm: fakeSearch(() => Promise.reject(new SyncError('claims-unchecked'))),
    }),
    'claims-unchecked',
  ],
])('%s leave a view with a problem, and a sync writes no figures', async (_name, ports, code) => {
  const { payments, problems } = await getPayments(ports, viewed);
  expect(payments).not.toEqual([]);
  expect(problems).toMatchObject([{ code }]);
  const failure = await failureOf(syncPayments(ports, viewed));
  expect(failure.code).toBe(code);
  expect(ports.writes.map((values) => Object.keys(values))).toEqual([['stripe_sync_error']]);
});
