import type { StripeWorld } from '../../sandbox/stripe/world/index.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';
import { linkedDeal } from './linked-deal.ts';
import { succeeded } from './replies.ts';
import { loadMain } from './run-main.ts';

const main = loadMain('sync-payments');
const DAY_MS = 24 * 60 * 60 * 1_000;

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterAll(() => world.close());

test("a partly paid invoice has the rest due, with Stripe's payment link", async () => {
  const { stripe, customer, dealId } = linkedDeal(world);
  const dueMs = NOW_MS + 14 * DAY_MS;
  const lines = [{ description: 'Workshop', amount: 50_000 }];
  const { id } = stripe.createInvoice({ customer, lines, dueMs });
  stripe.finalizeInvoice(id);
  stripe.payInvoice(id, { amount: 20_000 });
  const { view } = succeeded(await world.syncPayments(dealId, { main }));
  const [invoice] = view.invoices;
  expect(invoice).toMatchObject({ status: 'open', remaining: { minor: 30_000 } });
  expect(invoice?.hostedUrl).toMatch(/^https:\/\/[a-z.]*stripe\.com\//);
  expect(view.payments[0]?.invoices).toMatchObject([{ id, lines: ['Workshop'] }]);
  expect(world.storedOf(dealId)).toMatchObject({
    stripe_amount_due: '300.00',
    stripe_amount_paid: '200.00',
    stripe_next_due_date: new Date(dueMs).toISOString().slice(0, 10),
  });
});

test('an invoice whose debit is pending is processing, and past due once it failed', async () => {
  const { stripe, customer, dealId } = linkedDeal(world);
  const { id } = stripe.createInvoice({ customer, lines: [{ amount: 50_000 }] });
  stripe.finalizeInvoice(id);
  const { charge } = stripe.startInvoiceDebit(id).payment;
  const read = async () => succeeded(await world.syncPayments(dealId, { main })).view.invoices[0];
  expect(await read()).toMatchObject({ status: 'processing', attemptCount: 1 });
  expect(world.storedOf(dealId)).toMatchObject({ stripe_payment_status: 'processing' });
  stripe.bankDebitFails(charge.id);
  expect(await read()).toMatchObject({ status: 'past_due' });
});

test.each<[string, (world: StripeWorld, customer: string, id: string) => void]>([
  [
    'out of band',
    (stripe, _customer, id) => {
      stripe.finalizeInvoice(id);
      stripe.payInvoiceOutside(id);
    },
  ],
  [
    'from credit',
    (stripe, customer, id) => {
      stripe.changeBalance(customer, -50_000);
      stripe.finalizeInvoice(id);
    },
  ],
])('an invoice paid %s counts as covered, and as no payment', async (_name, pay) => {
  const { stripe, customer, dealId } = linkedDeal(world);
  const { id } = stripe.createInvoice({ customer, lines: [{ amount: 50_000 }] });
  pay(stripe, customer, id);
  const { view } = succeeded(await world.syncPayments(dealId, { main }));
  expect(view.invoices).toMatchObject([{ status: 'paid', paidOutside: { minor: 50_000 } }]);
  expect(world.storedOf(dealId)).toMatchObject({
    stripe_payment_status: 'paid',
    stripe_amount_paid: '0.00',
    stripe_amount_paid_outside: '500.00',
    stripe_payment_count: '0',
  });
});

const order = { amount: 100_000, currency: 'usd' };

test.each<[string, (stripe: StripeWorld, customer: string) => void, object, string]>([
  [
    'a failed authentication is a failed payment with its reason',
    (stripe, customer) => {
      const { id } = stripe.awaitCustomer({ ...order, customer, awaits: 'authentication' });
      stripe.failAuthentication(id);
    },
    { status: 'failed', failure: { code: 'payment_intent_authentication_failure' } },
    'failed',
  ],
  [
    'a voucher waits for the customer',
    (stripe, customer) => stripe.awaitCustomer({ ...order, customer, awaits: 'boleto' }),
    { status: 'waiting', method: { type: 'boleto' }, unapplied: { minor: 0 } },
    'processing',
  ],
  [
    'a part of a bank transfer is received and not applied',
    (stripe, customer) => {
      const { id } = stripe.awaitCustomer({ ...order, customer, awaits: 'bank-transfer' });
      stripe.receiveTransfer(id, 60_000);
    },
    { status: 'waiting', method: { type: 'customer_balance' }, unapplied: { minor: 60_000 } },
    'processing',
  ],
])('%s', async (_name, happen, row, status) => {
  const { stripe, customer, dealId } = linkedDeal(world);
  happen(stripe, customer);
  const { view } = succeeded(await world.syncPayments(dealId, { main }));
  expect(view.payments).toMatchObject([{ ...row, amount: { minor: 100_000 } }]);
  expect(world.storedOf(dealId)).toMatchObject({
    stripe_payment_status: status,
    stripe_failure_reason: status === 'failed' ? "The customer couldn't be authenticated" : null,
    stripe_amount_paid: '0.00',
    stripe_payment_count: '0',
  });
});

test('a PaymentIntent without a charge is found by its own id and by its metadata', async () => {
  const { hubspot } = world.world;
  const { stripe } = linkedDeal(world);
  const { id } = stripe.awaitCustomer({ ...order, awaits: 'boleto' });
  const assigned = hubspot.store.createObject('deals', { stripe_payment_ids: id }).id;
  const named = hubspot.store.createObject('deals', {}).id;
  const metadata = { hubspot_deal_id: named };
  // Search is a minute behind.
  const atMs = NOW_MS - DAY_MS;
  const other = stripe.awaitCustomer({ ...order, awaits: 'boleto', metadata, atMs });
  for (const [dealId, intent] of [
    [assigned, id],
    [named, other.id],
  ] as const) {
    const { view } = succeeded(await world.syncPayments(dealId, { main }));
    expect(view.payments).toMatchObject([{ id: intent, status: 'waiting' }]);
  }
});

test('a free checkout is shown', async () => {
  const { stripe, customer, dealId } = linkedDeal(world);
  const coupon = stripe.createCoupon({ percentOff: 100, duration: 'once' }).id;
  const { session } = stripe.completeCheckout({ customer, amount: 9_900, currency: 'usd', coupon });
  const { view } = succeeded(await world.syncPayments(dealId, { main }));
  expect(view.freeCheckouts).toMatchObject([{ id: session.id, amount: { minor: 0 } }]);
  expect(view.payments).toEqual([]);
});

test('fees of the account itself are named beside net, once they are seen', async () => {
  const kinds = async (): Promise<readonly string[]> => {
    const { view } = succeeded(await world.getPayments('9001', { main: loadMain('get-payments') }));
    return view.notes.map(({ kind }) => kind);
  };
  expect(await kinds()).not.toContain('account-fees');
  world.world.stripe.world.takeAccountFee({ amount: 700, description: 'Radar' });
  expect(await kinds()).toContain('account-fees');
  await world.stripe.fault({ pathPattern: '^/v1/balance_transactions', status: 500 });
  expect(await kinds()).not.toContain('account-fees');
  await world.stripe.clearFaults();
});
