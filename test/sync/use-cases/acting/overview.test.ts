import type { AskedPayment } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { confirmRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/make-request.ts';
import { requestOverview } from '../../../../src/app/packages/sync/src/use-cases/acting/overview.ts';
import { prepareRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/planned-request.ts';
import { requestBasis } from '../../../../src/app/packages/sync/src/use-cases/acting/request-basis.ts';
import type { World } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';

const subject = {
  kind: 'amount',
  amount: '250.00',
  currency: 'usd',
  description: 'Setup',
} as const;

const link: AskedPayment = { method: 'link', subject, collectsTax: false };

const invoice = {
  ...{ method: 'invoice', subject, collectsTax: false, daysUntilDue: 30, delivery: 'copy' },
  payee: { customerId: 'cus_1' },
} as const satisfies AskedPayment;

async function requested(world: World, asked: AskedPayment) {
  const { digest } = await prepareRequest(world.ports(), deal, asked);
  return confirmRequest(world.ports(), deal, asked, { digest });
}

test('the form has the lines, the payees and what is outstanding', async () => {
  const world = fakeWorld();
  world.items = [{ id: '1', properties: { name: 'Seat', quantity: '4', price: '100' } }];
  world.contacts = new Map([
    ['51', { email: 'new@example.com', firstname: 'Grace', lastname: 'Hopper' }],
  ]);
  const basis = await requestBasis(world.ports(), deal);
  expect(basis).toMatchObject({
    currency: 'usd',
    dealAmount: { minor: 100_000 },
    standing: { outstanding: { minor: 40_000 }, asOfMs: null },
    total: { minor: 40_000 },
    linesProblem: null,
  });
  expect(basis.payees.map(({ customerId, name }) => [customerId, name])).toEqual([
    ['cus_1', 'Ada'],
    [null, 'Grace Hopper'],
  ]);
});

describe('the overview', () => {
  test('has what was requested, without reading the payments', async () => {
    const world = fakeWorld();
    await requested(world, link);
    await requested(world, invoice);
    const ports = world.ports();
    const overview = await requestOverview(
      { ...ports, view: () => Promise.reject(new Error('The payments are not to be read.')) },
      deal,
    );
    expect(overview.requests.map(({ kind }) => kind).toSorted()).toEqual(['invoice', 'link']);
  });

  test('has what the last minutes brought for a customer that is not linked', async () => {
    const world = fakeWorld();
    const { request } = await requested(world, invoice);
    const ofOther = { ...request, customer: { id: 'cus_2', name: null, email: null } };
    Object.assign(world.stripe.requests.get(request.id) ?? {}, ofOther);
    expect((await requestOverview(world.ports(), deal)).requests).toEqual([]);
    world.stripe.events.push({
      id: 'evt_1',
      created: 1,
      touched: {
        ...{ customerIds: [], paymentIds: [], addresses: [], documentIds: [request.id] },
        claims: [{ objectType: 'deal', recordId: deal.recordId }],
      },
    });
    const { requests } = await requestOverview(world.ports(), deal);
    expect(requests.map(({ id }) => id)).toEqual([request.id]);
    // Deleted since.
    world.stripe.requests.clear();
    expect(await requestOverview(world.ports(), deal)).toMatchObject({
      requests: [],
      requestsProblem: null,
    });
  });

  test('names the part that fails, and has the others', async () => {
    const ports = fakeWorld().ports();
    const reads = { ...ports.reads, links: () => Promise.reject(new SyncError('timeout')) };
    expect(await requestOverview({ ...ports, reads }, deal)).toMatchObject({
      requestsProblem: { code: 'timeout' },
      subscriptionsProblem: null,
      subscriptions: [{ id: 'sub_1' }],
    });
  });

  test('finds invoices by the lists of its contacts where the account has no search', async () => {
    const world = fakeWorld();
    world.contacts = new Map([['51', { email: 'eve@example.com' }]]);
    world.stripe.customers.set('cus_2', {
      ...{ id: 'cus_2', name: 'Eve', email: 'eve@example.com' },
      ...{ fingerprint: null, isDelinquent: false },
    });
    await requested(world, { ...invoice, payee: { customerId: 'cus_2' } });
    const ports = world.ports();
    const reads = { ...ports.reads, findInvoices: () => Promise.resolve(null) };
    expect((await requestOverview(ports, deal)).requests).toEqual([]);
    expect((await requestOverview({ ...ports, reads }, deal)).requests).toHaveLength(1);
  });
});
