import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StripeWorld } from '../../sandbox/stripe/world/index.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { loadMain } from './run-main.ts';

const main = loadMain('sync-payments');
const HOUR_MS = 60 * 60 * 1_000;

let world: FunctionsWorld;
let stripe: StripeWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
  stripe = world.world.stripe.world;
});

afterAll(() => world.close());

interface Claims {
  readonly onIntent?: string;
  readonly onCharge?: string;
}

const claim = (dealId: string | undefined): Readonly<Record<string, string>> =>
  dealId === undefined ? {} : { hubspot_deal_id: dealId };

/** A settled payment of a new customer. */
function paid(amount: number, { onIntent, onCharge }: Claims = {}) {
  const customer = stripe.createCustomer({ name: 'Payer', atMs: NOW_MS - 9 * HOUR_MS });
  return stripe.payByCard({
    amount,
    currency: 'usd',
    customer: customer.id,
    metadata: claim(onIntent),
    chargeMetadata: claim(onCharge),
    atMs: NOW_MS - 8 * HOUR_MS,
  });
}

/** A deal without a customer has only the payments that match it by assignment or metadata. */
function link(dealId: string, customerId: string | null, paymentIds = ''): void {
  for (const type of ['contacts', 'companies'] as const) {
    for (const { id } of world.world.hubspot.store.associatedWith('deals', dealId, type)) {
      world.world.hubspot.store.associations.dissociate(
        { objectType: 'deals', id: dealId },
        { objectType: type, id },
      );
    }
  }
  world.edit(dealId, {
    stripe_customer_id: customerId ?? '',
    stripe_payment_ids: paymentIds,
  });
}

async function synced(dealId: string) {
  const { view } = succeeded(await world.syncPayments(dealId, { main }));
  const { stripe_match: match, stripe_amount_paid: amountPaid } = world.storedOf(dealId);
  const reasons = view.payments.map(({ id, reason }) => [id, reason.evidence]);
  const needsReview = view.needsReview.map(({ payment, status }) => [payment.id, status]);
  return { match, amountPaid, notes: view.notes, reasons, needsReview };
}

test.each([
  ['the charge', { onCharge: '9001' }],
  ['the PaymentIntent', { onIntent: '9001' }],
  ['both', { onIntent: '9001', onCharge: '9001' }],
])('a payment belongs to the deal that the metadata of %s names', async (_name, claims) => {
  const { charge } = paid(11_100, claims);
  link('9001', null);
  const { match, reasons } = await synced('9001');
  expect(match).toBe('metadata');
  expect(reasons).toContainEqual([charge.id, 'metadata']);
});

test('metadata that a PaymentIntent gets after its charge is found, once the search knows it', async () => {
  const { charge, paymentIntent } = paid(22_200);
  link('9002', null);
  stripe.changePaymentIntent(paymentIntent.id, { metadata: claim('9002') });
  expect(await synced('9002')).toMatchObject({ match: 'none', reasons: [] });
  await world.stripe.send('POST', '/clock/advance', { durationMs: 61_000 });
  expect(await synced('9002')).toMatchObject({
    match: 'metadata',
    amountPaid: '222.00',
    reasons: [[charge.id, 'metadata']],
  });
});

test('every attempt of such a PaymentIntent is found, also declined ones', async () => {
  const customer = stripe.createCustomer({ name: 'Payer', atMs: NOW_MS - 9 * HOUR_MS });
  const payment = { amount: 33_300, currency: 'usd', customer: customer.id };
  const first = stripe.payDeclined({ ...payment, atMs: NOW_MS - 8 * HOUR_MS });
  const paymentIntent = first.paymentIntent.id;
  const second = stripe.payByCard({ ...payment, paymentIntent, atMs: NOW_MS - 7 * HOUR_MS });
  stripe.changePaymentIntent(paymentIntent, { metadata: claim('9003') }, NOW_MS - 6 * HOUR_MS);
  link('9003', null);
  expect(await synced('9003')).toMatchObject({
    amountPaid: '333.00',
    reasons: [
      [second.charge.id, 'metadata'],
      [first.charge.id, 'metadata'],
    ],
  });
});

test("a linked customer's payment that names another deal is that deal's", async () => {
  const own = paid(44_400);
  const { charge } = stripe.payByCard({
    amount: 55_500,
    currency: 'usd',
    customer: own.charge.customer ?? '',
    metadata: claim('9005'),
    atMs: NOW_MS - 7 * HOUR_MS,
  });
  link('9004', own.charge.customer);
  link('9005', null);
  expect(await synced('9004')).toEqual({
    match: 'linked',
    amountPaid: '444.00',
    notes: [
      {
        kind: 'claimed-elsewhere',
        count: 1,
        others: [{ objectType: 'deal', recordId: '9005' }],
      },
    ],
    needsReview: [],
    reasons: [[own.charge.id, 'linked']],
  });
  expect(await synced('9005')).toMatchObject({
    match: 'metadata',
    amountPaid: '555.00',
    reasons: [[charge.id, 'metadata']],
  });
});

test('metadata that names a deleted deal leaves the payment to the deal of its customer', async () => {
  const { id: deleted } = world.world.hubspot.store.createObject('deals', { dealname: 'Deleted' });
  const { charge } = paid(56_700, { onIntent: deleted });
  link('9041', charge.customer);
  expect(await synced('9041')).toMatchObject({ match: 'none', amountPaid: null, reasons: [] });
  world.world.hubspot.store.records.archive('deals', deleted);
  expect(await synced('9041')).toMatchObject({
    match: 'linked',
    amountPaid: '567.00',
    reasons: [[charge.id, 'linked']],
  });
});

test('a payment whose metadata references two deals counts on neither, and both show it', async () => {
  const { charge } = paid(66_600, { onIntent: '9006', onCharge: '9011' });
  for (const dealId of ['9006', '9011']) {
    link(dealId, charge.customer);
    expect(await synced(dealId)).toEqual({
      match: 'ambiguous',
      amountPaid: null,
      notes: [],
      reasons: [],
      needsReview: [[charge.id, 'ambiguous']],
    });
  }
});

test('assigning an ambiguous payment makes it count', async () => {
  const { charge, paymentIntent } = paid(77_700, { onIntent: '9012', onCharge: '9013' });
  link('9012', charge.customer, paymentIntent.id);
  expect(await synced('9012')).toEqual({
    match: 'assigned',
    amountPaid: '777.00',
    notes: [],
    reasons: [[charge.id, 'assigned']],
    needsReview: [],
  });
});

test('an assignment outweighs metadata of another deal', async () => {
  const { charge } = paid(88_800, { onIntent: '9013' });
  link('9014', null, charge.id);
  expect(await synced('9014')).toMatchObject({
    match: 'assigned',
    amountPaid: '888.00',
    reasons: [[charge.id, 'assigned']],
  });
});

test('a payment found in three ways counts once, for the strongest reason', async () => {
  const { charge, paymentIntent } = paid(99_900, { onIntent: '9021', onCharge: '9021' });
  link('9021', charge.customer, `${charge.id}, ${paymentIntent.id}`);
  expect(await synced('9021')).toMatchObject({
    match: 'assigned',
    amountPaid: '999.00',
    reasons: [[charge.id, 'assigned']],
  });
});

test('the match of a deal is the weakest of the reasons that were used', async () => {
  const linked = paid(1_000);
  const assigned = paid(2_000);
  paid(4_000, { onIntent: '9022' });
  link('9022', linked.charge.customer, assigned.charge.id);
  expect(await synced('9022')).toMatchObject({ match: 'linked', amountPaid: '70.00' });
});

test('a late search answer does not replace newer data of a list', async () => {
  const { charge } = stripe.payByCard({
    amount: 50_000,
    currency: 'usd',
    customer: stripe.createCustomer({ name: 'Payer', atMs: NOW_MS - HOUR_MS }).id,
    metadata: claim('9023'),
    atMs: NOW_MS - HOUR_MS / 4,
  });
  stripe.settleFee(charge.id);
  link('9023', charge.customer);
  await world.stripe.fault({ pathPattern: '^/v1/charges/search$', delayMs: 300, times: 1 });
  expect(await synced('9023')).toMatchObject({ match: 'metadata', amountPaid: '500.00' });
  expect(world.storedOf('9023')).toMatchObject({
    stripe_fee_status: 'final',
    stripe_net_amount: '485.20',
  });
});
