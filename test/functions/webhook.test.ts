import { isDeepStrictEqual } from 'node:util';
import { webhookSecret } from '@stripe-payments/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useLinking } from './linking.ts';
import { roundTrips } from '../../bench/measure.ts';
import { forgetRequests, requestsOf } from './requests.ts';
import { demoNowMs, FUNCTION_CLOCK, loadMain, runMain } from './run-main.ts';

const { world, newDeal, stripe } = useLinking();

beforeAll(() => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
});

const secret = (): string => webhookSecret(world().environment['STRIPE_SECRET_KEY'] ?? '');

/** What HubSpot hands to an endpoint function. */
const delivery = (id: string, given: object = {}): object => ({
  method: 'POST',
  params: { secret: [secret()] },
  body: { id, object: 'event', type: 'charge.refunded', data: { object: { amount: 1 } } },
  headers: {},
  accountId: 4242,
  ...given,
});

const deliver = (context: object, main = loadMain('stripe-webhook')): Promise<unknown> =>
  runMain(main, world().environment, context);

async function newestEvent(type: string): Promise<string> {
  const response = await fetch(`${world().stripe.url}/v1/events?type=${type}&limit=1`, {
    headers: { authorization: `Bearer ${world().environment['STRIPE_SECRET_KEY'] ?? ''}` },
  });
  const { data } = (await response.json()) as { data: { id: string }[] };
  await world().stripe.forgetRequests();
  return data[0]?.id ?? '';
}

const OK = { statusCode: 200, body: { received: true } };

/** Now, with its event as the newest. */
const pay = (metadata: Readonly<Record<string, string>> = {}) => {
  const { id: customer } = stripe().createCustomer({ name: 'Mo', email: 'mo@now.example' });
  return stripe().payByCard({ amount: 12_300, currency: 'usd', customer, metadata }).charge;
};

test('a payment reaches the deal that its metadata names, before a search knows the payment', async () => {
  const deal = newDeal();
  pay({ hubspot_deal_id: deal });
  expect(await deliver(delivery(await newestEvent('charge.succeeded')))).toMatchObject(OK);
  expect(world().storedOf(deal)).toMatchObject({ stripe_amount_paid: '123.00' });
});

test('a refund reaches the deal that links its customer, and a second delivery changes nothing', async () => {
  const charge = pay();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await world().hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
  stripe().refund(charge.id, { amount: 2_300 });
  const id = await newestEvent('refund.created');
  for (const records of [1, 1]) {
    const answer = await deliver(delivery(id));
    expect(answer).toMatchObject({ ...OK, body: { records } });
    expect(world().storedOf(deal)).toMatchObject({ stripe_amount_refunded: '23.00' });
  }
});

/** An open invoice of a new customer, of whom no record knows. */
const invoiceOf = (metadata: Readonly<Record<string, string>> = {}) => {
  const { id: customer } = stripe().createCustomer({ name: 'Mo', email: 'mo@invoiced.example' });
  const { id } = stripe().createInvoice({ customer, lines: [{ amount: 12_300 }], metadata });
  return stripe().finalizeInvoice(id).id;
};

test('a bank debit on its way reaches the deal that only the metadata of its invoice names', async () => {
  const deal = newDeal();
  stripe().startInvoiceDebit(invoiceOf({ hubspot_deal_id: deal }));
  expect(await deliver(delivery(await newestEvent('payment_intent.processing')))).toMatchObject(OK);
  expect(world().storedOf(deal)).toMatchObject({
    stripe_payment_status: 'processing',
    stripe_amount_processing: '123.00',
  });
});

test.each([
  ['names', (deal: string) => invoiceOf({ hubspot_deal_id: deal })],
  [
    'is assigned to',
    (deal: string) => {
      const invoice = invoiceOf();
      world().edit(deal, { stripe_payment_ids: invoice });
      return invoice;
    },
  ],
])('a refund reaches the deal that the invoice of its payment %s', async (_name, invoiceFor) => {
  const deal = newDeal();
  const { charge } = stripe().payInvoice(invoiceFor(deal)).payment;
  await world().hubspot.send('POST', '/clock/advance', { durationMs: 3_600_000 });
  stripe().refund(charge.id, { amount: 2_300 });
  expect(await deliver(delivery(await newestEvent('refund.created')))).toMatchObject(OK);
  expect(world().storedOf(deal)).toMatchObject({ stripe_amount_refunded: '23.00' });
});

test('an event that touches one linked deal takes five round trips', async () => {
  const customer = stripe().createCustomer({ name: 'Ida' }).id;
  const { charge } = stripe().payByCard({ amount: 12_300, currency: 'usd', customer });
  const deal = newDeal({ stripe_customer_id: customer });
  await world().hubspot.send('POST', '/clock/advance', { durationMs: 3_600_000 });
  stripe().refund(charge.id, { amount: 2_300 });
  await world().hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
  const id = await newestEvent('refund.created');
  const context = delivery(id);
  await Promise.all([world().stripe.setLatency(150), world().hubspot.setLatency(150)]);
  await forgetRequests(world());
  expect(await deliver(context)).toMatchObject({ ...OK, body: { records: 1 } });
  await Promise.all([world().stripe.setLatency(0), world().hubspot.setLatency(0)]);
  expect(world().storedOf(deal)).toMatchObject({ stripe_amount_refunded: '23.00' });
  const requests = await requestsOf(world());
  expect(roundTrips(requests)).toBeLessThanOrEqual(5);
});

test.each([
  ['another secret', { params: { secret: ['guess'] } }],
  ['no secret', { params: {} }],
  ['two secrets', { params: { secret: ['a', 'b'] } }],
  ['a secret that is no text', { params: { secret: [7] } }],
])('%s is refused without a call to Stripe', async (_name, given) => {
  await world().stripe.forgetRequests();
  const answer = await deliver(delivery('evt_1', given));
  expect(answer).toEqual({ statusCode: 403, body: { received: false } });
  expect(await requestsOf(world())).toEqual([]);
});

test.each([
  ['no id', { body: {} }],
  ['a text', { body: 'evt_1' }],
  ['an id of something else', { body: { id: 'ch_1' } }],
  ['a path', { body: { id: 'evt_1/../../charges' } }],
  ['another method', { method: 'GET' }],
])('%s is answered with 200 and does nothing', async (_name, given) => {
  await world().stripe.forgetRequests();
  expect(await deliver(delivery('evt_1', given))).toMatchObject({ statusCode: 200 });
  expect(await requestsOf(world())).toEqual([]);
});

test('a flood of unknown IDs costs one small call each, and 30 a minute; genuine ones are sent again', async () => {
  const main = loadMain('stripe-webhook');
  await world().stripe.forgetRequests();
  await world().hubspot.forgetRequests();
  const ids = Array.from({ length: 40 }, (_, nth) => `evt_unknown${String(nth)}`);
  const answers = await Promise.all(ids.map((id) => deliver(delivery(id), main)));
  const asked = await requestsOf(world());
  expect(asked.map(({ path }) => path).toSorted()).toEqual(
    ids
      .slice(0, 30)
      .map((id) => `/v1/events/${id}`)
      .toSorted(),
  );
  pay();
  const genuine = await deliver(delivery(await newestEvent('charge.succeeded')), main);
  const later = { statusCode: 503, body: { received: false } };
  expect([...answers, genuine].filter((answer) => !isDeepStrictEqual(answer, later))).toHaveLength(
    30,
  );
  expect(genuine).toEqual(later);
});

test('genuine events, and failures of Stripe, are no flood', async () => {
  const main = loadMain('stripe-webhook');
  pay();
  const id = await newestEvent('charge.succeeded');
  await world().stripe.fault({ status: 503 });
  for (let nth = 0; nth < 31; nth += 1) await deliver(delivery(id), main);
  await world().stripe.clearFaults();
  for (let nth = 0; nth < 31; nth += 1) await deliver(delivery(id), main);
  expect(await deliver(delivery(id), main)).toMatchObject({ statusCode: 200 });
});

test('Stripe is asked to send the event again while Stripe or HubSpot cannot be reached', async () => {
  pay();
  const id = await newestEvent('charge.succeeded');
  await world().stripe.fault({ status: 503 });
  expect(await deliver(delivery(id))).toEqual({ statusCode: 503, body: { received: false } });
  await world().stripe.clearFaults();
});

test('Stripe is asked to send the event again while HubSpot does not take the figures', async () => {
  const deal = newDeal();
  pay({ hubspot_deal_id: deal });
  const id = await newestEvent('charge.succeeded');
  await world().hubspot.fault({ status: 503, method: 'PATCH' });
  expect(await deliver(delivery(id))).toEqual({ statusCode: 503, body: { received: false } });
  await world().hubspot.clearFaults();
  expect(await deliver(delivery(id))).toMatchObject({ statusCode: 200 });
  expect(world().storedOf(deal)).toMatchObject({ stripe_amount_paid: '123.00' });
});
