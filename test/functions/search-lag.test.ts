import { webhookSecret } from '@stripe-payments/sync';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { useLinking } from './linking.ts';
import { failureOf, succeeded } from './replies.ts';
import { demoNowMs, FUNCTION_CLOCK, loadMain, runMain } from './run-main.ts';

// Stripe's searches are a minute behind: what came since, or changed, is in its events.

const { world, newDeal, stripe, letSearchesCatchUp } = useLinking();

beforeAll(() => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
});
beforeEach(() => world().stripe.clearFaults());

/** A payment of someone of whom no record knows. */
const pay = (deal: string, amount = 12_300) =>
  stripe().payByCard({
    amount,
    currency: 'usd',
    customer: stripe().createCustomer({ name: 'Mo', email: 'mo@now.example' }).id,
    metadata: { hubspot_deal_id: deal },
  }).charge;

const paidOn = (deal: string) => world().storedOf(deal)['stripe_amount_paid'];

const sync = async (deal: string) => succeeded(await world().syncPayments(deal));

async function deliverNewest(type: string): Promise<void> {
  const { environment } = world();
  const key = environment['STRIPE_SECRET_KEY'] ?? '';
  const response = await fetch(`${world().stripe.url}/v1/events?type=${type}&limit=1`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const { data } = (await response.json()) as { data: { id: string }[] };
  const context = {
    method: 'POST',
    params: { secret: [webhookSecret(key)] },
    body: { id: data[0]?.id },
  };
  expect(await runMain(loadMain('stripe-webhook'), environment, context)).toMatchObject({
    statusCode: 200,
  });
}

test('a sync right after the webhook leaves a payment that only its metadata ties', async () => {
  const deal = newDeal();
  pay(deal);
  await deliverNewest('charge.succeeded');
  expect(paidOn(deal)).toBe('123.00');
  const { view } = await sync(deal);
  expect(view.payments).toHaveLength(1);
  expect(paidOn(deal)).toBe('123.00');
});

test('two payments within a minute both count, whichever event comes', async () => {
  const deal = newDeal();
  pay(deal);
  pay(deal, 10_000);
  await deliverNewest('charge.succeeded');
  expect(paidOn(deal)).toBe('223.00');
});

test('a live view has the payment of a moment ago, with what it paid', async () => {
  const deal = newDeal();
  pay(deal);
  const { view } = succeeded(await world().getPayments(deal));
  expect(view.problems).toEqual([]);
  expect(view.payments).toHaveLength(1);
});

test('what was captured a moment ago is paid, though the search has it as it was', async () => {
  const deal = newDeal();
  const metadata = { hubspot_deal_id: deal };
  const { charge } = stripe().authorize({ amount: 12_300, currency: 'usd', metadata });
  await letSearchesCatchUp();
  stripe().capture(charge.id);
  await sync(deal);
  expect(world().storedOf(deal)).toMatchObject({
    stripe_payment_status: 'paid',
    stripe_amount_paid: '123.00',
  });
});

/** What a program with a key that may write asks of Stripe. */
async function send(method: string, path: string, body: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${world().stripe.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${world().environment['STRIPE_SECRET_KEY'] ?? ''}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    ...(method === 'POST' && { body: new URLSearchParams(body) }),
  });
  expect(response.status).toBe(200);
}

test('a payment that names two deals since a moment ago counts on neither', async () => {
  const [deal, other] = [newDeal(), newDeal()];
  const { id } = pay(deal);
  await letSearchesCatchUp();
  await sync(deal);
  await send('POST', `/v1/charges/${id}`, { 'metadata[hubspot_deal_id]': other });
  await sync(deal);
  await sync(other);
  expect([paidOn(deal), paidOn(other)]).toEqual([null, null]);
});

test('an invoice that was deleted a moment ago is gone, and nothing is incomplete', async () => {
  const deal = newDeal();
  const { id: customer } = stripe().createCustomer({ name: 'Mo', email: 'mo@drafts.example' });
  const invoice = stripe().createInvoice({
    customer,
    lines: [{ amount: 12_300 }],
    metadata: { hubspot_deal_id: deal },
  });
  await letSearchesCatchUp();
  await send('DELETE', `/v1/invoices/${invoice.id}`);
  const { view } = await sync(deal);
  expect(view.problems).toEqual([]);
});

test('without the events the read is incomplete, and nothing is written', async () => {
  const deal = newDeal();
  pay(deal);
  await letSearchesCatchUp();
  await sync(deal);
  pay(deal);
  await world().stripe.fault({ pathPattern: '^/v1/events', status: 500 });
  expect(failureOf(await world().syncPayments(deal)).code).toBe('stripe-unreachable');
  expect(paidOn(deal)).toBe('123.00');
});

test('a key that may not read events syncs what the searches know', async () => {
  const deal = newDeal();
  pay(deal);
  await letSearchesCatchUp();
  await world().stripe.fault({
    pathPattern: '^/v1/events',
    status: 403,
    body: {
      error: {
        type: 'invalid_request_error',
        message: "The provided key doesn't have the 'rak_event_read' permission.",
      },
    },
  });
  const { view } = await sync(deal);
  expect(view.problems).toEqual([]);
  expect(paidOn(deal)).toBe('123.00');
});
