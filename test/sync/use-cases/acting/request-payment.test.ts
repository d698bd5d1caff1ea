import type { AskedPayment, LineItem, RequestLine } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import type { InvoiceToMake } from '../../../../src/app/packages/sync/src/use-cases/acting/acting-ports.ts';
import { confirmRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/make-request.ts';
import { prepareRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/planned-request.ts';
import { failureOf } from '../../fake-ports.ts';
import type { Fault, World } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';

type AskedSubject = Extract<AskedPayment, { method: 'link' }>['subject'];

const amount: AskedSubject = {
  kind: 'amount',
  amount: '250.00',
  currency: 'usd',
  description: 'Setup',
};

const link = (subject: AskedSubject = amount): AskedPayment => ({
  method: 'link',
  subject,
  collectsTax: false,
});

type AskedInvoice = Extract<AskedPayment, { method: 'invoice' }>;

const invoice = (overrides: Partial<AskedInvoice> = {}): AskedInvoice => ({
  method: 'invoice',
  subject: amount,
  collectsTax: false,
  payee: { customerId: 'cus_1' },
  daysUntilDue: 30,
  delivery: 'copy',
  ...overrides,
});

const seat = (properties: LineItem['properties'] = {}): LineItem => ({
  id: '1',
  properties: { name: 'Seat', quantity: '4', price: '100', ...properties },
});

async function approvalOf(world: World, asked: AskedPayment) {
  const { digest, confirmation } = await prepareRequest(world.ports(), deal, asked);
  return { digest, confirmation: confirmation?.text };
}

async function requested(world: World, asked: AskedPayment, faults: readonly Fault[] = []) {
  const approval = await approvalOf(world, asked);
  if (approval.confirmation !== undefined) world.enter(approval.confirmation);
  return confirmRequest(world.ports(faults), deal, asked, approval);
}

const requestsIn = ({ stripe }: World) => [...stripe.requests.values()];

describe('a payment link', () => {
  test('is made once, and answered where it is asked for again', async () => {
    const world = fakeWorld();
    const first = await requested(world, link());
    const second = await requested(world, link());
    expect([first.isExisting, second.isExisting]).toEqual([false, true]);
    expect(second.request.url).toBe(first.request.url);
    expect(requestsIn(world)).toHaveLength(1);
  });

  test('is made anew after it was canceled', async () => {
    const world = fakeWorld();
    const { request } = await requested(world, link());
    await world.ports().writes.deactivateLink(request.id);
    const second = await requested(world, link());
    expect(second).toMatchObject({ isExisting: false, request: { status: 'open' } });
    expect(second.request.id).not.toBe(request.id);
  });

  test('of another amount is another', async () => {
    const world = fakeWorld();
    await requested(world, link());
    await requested(world, link({ ...amount, amount: '251.00' }));
    expect(requestsIn(world)).toHaveLength(2);
  });

  test('is not made where its lines are no longer those that were shown', async () => {
    const world = fakeWorld();
    world.items = [seat()];
    const approval = await approvalOf(world, link({ kind: 'lines' }));
    world.items = [seat({ price: '101' })];
    const failure = await failureOf(
      confirmRequest(world.ports(), deal, link({ kind: 'lines' }), approval),
    );
    expect(failure.code).toBe('preview-changed');
    expect(requestsIn(world)).toEqual([]);
  });
});

describe('an invoice', () => {
  test('is finalized with exactly the lines and the customer that were shown', async () => {
    const world = fakeWorld();
    world.items = [
      seat(),
      { id: '2', properties: { name: 'Setup', quantity: '1', price: '99.99' } },
    ];
    const done = await requested(world, invoice({ subject: { kind: 'lines' } }));
    expect(done).toMatchObject({
      request: { status: 'open', amount: { minor: 49_999 }, customer: { id: 'cus_1' } },
      delivery: 'not-asked',
      userId: null,
    });
    expect(world.stripe.emails).toEqual([]);
  });

  test('needs a confirmation to be sent, and is then sent once', async () => {
    const world = fakeWorld();
    const asked = invoice({ delivery: 'email' });
    const approval = await approvalOf(world, asked);
    expect(approval.confirmation).toMatch(/^SEND 250\.00 USD /);
    const confirm = () => confirmRequest(world.ports(), deal, asked, approval);
    expect((await failureOf(confirm())).code).toBe('confirmation-missing');
    expect(requestsIn(world)).toEqual([]);
    world.enter(approval.confirmation ?? '');
    expect(await confirm()).toMatchObject({ delivery: 'sent', userId: '77' });
    expect(await confirm()).toMatchObject({ delivery: 'sent', userId: '77', isExisting: true });
    expect(world.stripe.emails).toHaveLength(1);
  });

  test('of a contact makes it a customer once', async () => {
    const world = fakeWorld();
    world.contacts = new Map([
      ['51', { email: 'new@example.com', firstname: 'Grace', lastname: null }],
    ]);
    const asked = invoice({ payee: { contactId: '51' } });
    const approval = await approvalOf(world, asked);
    const [first, second] = [
      await confirmRequest(world.ports(), deal, asked, approval),
      await confirmRequest(world.ports(), deal, asked, approval),
    ];
    expect(second.request.id).toBe(first.request.id);
    expect(world.stripe.customers.size).toBe(2);
    expect([...world.stripe.customers.values()][1]).toMatchObject({ name: 'Grace' });
  });

  test.each([
    ['of a customer that is not of the deal', { customerId: 'cus_2' }, 'payee-not-of-record'],
    ['of a contact that is not of the deal', { contactId: '52' }, 'payee-not-of-record'],
    ['of a contact without an email', { contactId: '53' }, 'payee-without-email'],
    ['of a contact who is a customer', { contactId: '51' }, 'payee-is-customer'],
  ])('%s is refused', async (_name, payee, code) => {
    const world = fakeWorld();
    world.stripe.customers.set('cus_2', {
      id: 'cus_2',
      name: null,
      email: 'x@example.com',
      fingerprint: null,
      isDelinquent: false,
    });
    world.contacts = new Map([
      ['51', { email: 'ada@example.com' }],
      ['53', { email: null }],
    ]);
    expect((await failureOf(prepareRequest(world.ports(), deal, invoice({ payee })))).code).toBe(
      code,
    );
  });

  test('stays a draft where Stripe adds it up otherwise', async () => {
    const world = fakeWorld();
    const ports = world.ports();
    const writes = {
      ...world.ports().writes,
      createInvoice: (given: InvoiceToMake) => ports.writes.createInvoice(given),
      addLines: async (id: string, lines: readonly RequestLine[], key: string) => ({
        ...(await ports.writes.addLines(id, lines, key)),
        netMinor: 20_000,
      }),
    };
    const approval = await approvalOf(world, invoice());
    const failure = await failureOf(
      confirmRequest({ ...ports, writes }, deal, invoice(), approval),
    );
    expect(failure.code).toBe('invoice-differs');
    expect(requestsIn(world)).toMatchObject([{ status: 'draft' }]);
  });
});

describe.each(Array.from({ length: 14 }, (_, call) => call))('a fault at call %d', (call) => {
  test.each<Fault>(['lost', 'unanswered', 'killed-before', 'killed-after'])(
    '(%s) and the same again make one invoice, sent once',
    async (fault) => {
      const world = fakeWorld();
      const asked = invoice({ delivery: 'email' });
      const approval = await approvalOf(world, asked);
      world.enter(approval.confirmation ?? '');
      const faults = [...Array<Fault>(call).fill('none'), fault];
      await confirmRequest(world.ports(faults), deal, asked, approval).catch(() => undefined);
      const again = await confirmRequest(world.ports(), deal, asked, approval);
      expect(again).toMatchObject({ delivery: 'sent', request: { status: 'open' } });
      expect(requestsIn(world)).toHaveLength(1);
      expect(world.stripe.emails).toHaveLength(1);
    },
  );
});

test('two at once make one invoice', async () => {
  const world = fakeWorld();
  const approval = await approvalOf(world, invoice());
  const confirm = () => confirmRequest(world.ports(), deal, invoice(), approval);
  const [one, other] = await Promise.all([confirm(), confirm()]);
  expect(one.request.id).toBe(other.request.id);
  expect(requestsIn(world)).toHaveLength(1);
});
