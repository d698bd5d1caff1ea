import { REQUIRED_SCOPES } from '@stripe-payments/core';
import { beforeEach, expect, test } from 'vitest';
import { NOW_MS } from './harness.ts';
import { useLinking } from './linking.ts';
import { succeeded } from './replies.ts';
import { forgetRequests, requestsOf } from './requests.ts';

const { world, newDeal, payment, letSearchesCatchUp } = useLinking();

const PAYMENTS = 'crm.objects.commercepayments.read';

const grant = (...more: readonly string[]): void => {
  world().world.hubspot.tokens.grant(undefined, [
    ...REQUIRED_SCOPES.map(({ name }) => name),
    ...more,
  ]);
};

beforeEach(() => {
  grant(PAYMENTS);
});

let count = 0;

/** A payment that HubSpot took, as its own connection leaves it in Stripe. */
function taken() {
  count += 1;
  const hs_pmguid = `0f8fad5b-d9cb-469f-a165-${String(count).padStart(12, '0')}`;
  return { ...payment({ portalID: '4242', hs_pmguid }), hs_pmguid };
}

/** HubSpot's payment record, on deals. */
function recorded(values: Record<string, string>, ...deals: readonly string[]): void {
  const { store } = world().world.hubspot;
  const { id } = store.createObject('commerce_payments', {
    hs_processor_type: 'byo_stripe',
    ...values,
  });
  for (const deal of deals) store.associate('commerce_payments', id, 'deals', deal);
}

async function shownOn(deal: string) {
  const { view } = succeeded(await world().syncPayments(deal));
  expect(view.problems).toEqual([]);
  return {
    counted: view.payments.map(({ reason, hubSpotRecord }) => [reason.evidence, hubSpotRecord]),
    review: view.needsReview.length,
  };
}

test.each(['paymentIntent', 'charge', 'guid'] as const)(
  "a payment that HubSpot took counts on the deal of HubSpot's payment record and on no other, by the record's %s",
  async (kind) => {
    const { charge, paymentIntent, hs_pmguid } = taken();
    const reference = { paymentIntent: paymentIntent.id, charge: charge.id, guid: hs_pmguid }[kind];
    const linked = newDeal({ stripe_customer_id: charge.customer ?? '' });
    const there = newDeal({ stripe_customer_id: charge.customer ?? '' });
    const property = kind === 'charge' ? 'hs_reference_number' : 'hs_payment_id';
    recorded({ [property]: reference }, there);
    await letSearchesCatchUp();
    expect(await shownOn(there)).toEqual({ counted: [['metadata', 'tied']], review: 0 });
    expect(await shownOn(linked)).toEqual({ counted: [], review: 0 });
    expect(world().storedOf(there)).toMatchObject({ stripe_match: 'metadata' });
  },
);

test('a payment whose record is on two deals needs review', async () => {
  const { charge, paymentIntent } = taken();
  const [one, two] = [newDeal({ stripe_customer_id: charge.customer ?? '' }), newDeal()];
  recorded({ hs_payment_id: paymentIntent.id }, one, two);
  await letSearchesCatchUp();
  expect(await shownOn(one)).toEqual({ counted: [], review: 1 });
});

test('without the scope, or without a record of it, the payment matches as any other, and says so', async () => {
  const { charge, paymentIntent } = taken();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  expect(await shownOn(deal)).toEqual({ counted: [['linked', 'untied']], review: 0 });
  recorded({ hs_payment_id: paymentIntent.id }, newDeal());
  await letSearchesCatchUp();
  grant();
  expect(await shownOn(deal)).toEqual({ counted: [['linked', 'no-access']], review: 0 });
});

test("the app's own metadata and an assignment come before HubSpot's record", async () => {
  const { charge, paymentIntent } = taken();
  const [recordedOn, assigned] = [newDeal(), newDeal({ stripe_payment_ids: charge.id })];
  recorded({ hs_payment_id: paymentIntent.id }, recordedOn);
  await letSearchesCatchUp();
  expect((await shownOn(assigned)).counted).toEqual([['assigned', 'tied']]);
});

test('an account that can not search for the references still shows the payment', async () => {
  const { charge } = taken();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  await world().hubspot.fault({
    status: 400,
    pathPattern: '/0-101/search$',
    body: { status: 'error', message: 'No such property', category: 'VALIDATION_ERROR' },
  });
  expect((await shownOn(deal)).counted).toEqual([['linked', 'untied']]);
  await world().hubspot.clearFaults();
});

test('records that could not be read decide nothing', async () => {
  const { charge } = taken();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  await world().hubspot.fault({ status: 502, pathPattern: '/0-101/search$' });
  expect(await world().syncPayments(deal)).toMatchObject({ ok: false });
  expect(world().storedOf(deal)).toMatchObject({ stripe_amount_paid: null });
  await world().hubspot.clearFaults();
});

test('a payment that HubSpot did not take costs no search of payment records', async () => {
  const { charge } = payment({ portalID: '4242' });
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  expect((await shownOn(deal)).counted).toEqual([['linked', null]]);
  const asked = await requestsOf(world());
  expect(asked.filter(({ path }) => path.includes('0-101/search'))).toEqual([]);
});

test("a deal without a customer has the payments of HubSpot's payment records on it", async () => {
  const deal = newDeal();
  const { paymentIntent } = taken();
  recorded({ hs_payment_id: paymentIntent.id }, deal);
  recorded({ hs_payment_id: 'pi_OfTheOtherMode', hs_reference_number: 'INV-7' }, deal);
  await letSearchesCatchUp();
  expect(await shownOn(deal)).toEqual({ counted: [['metadata', 'tied']], review: 0 });
});

test('many payments stay within the body of a search', async () => {
  const { charge } = taken();
  const customer = charge.customer ?? '';
  const { world: stripe } = world().world.stripe;
  const deal = newDeal({ stripe_customer_id: customer });
  for (let each = 0; each < 30; each += 1) {
    const hs_pmguid = `7c9e6679-7425-40de-944b-${String(each).padStart(12, '0')}`;
    const metadata = { portalID: '4242', hs_pmguid };
    const atMs = NOW_MS - 3_600_000;
    const made = stripe.payByCard({ amount: 100, currency: 'usd', customer, metadata, atMs });
    recorded({ hs_payment_id: made.paymentIntent.id }, deal);
  }
  await letSearchesCatchUp();
  const { counted } = await shownOn(deal);
  expect(counted.filter(([, record]) => record === 'tied')).toHaveLength(30);
  const searches = (await requestsOf(world())).filter(({ path }) => path.includes('0-101/search'));
  expect(Math.max(...searches.map(({ body }) => body.length))).toBeLessThan(3_000);
});

/** What the opened payment says of HubSpot, and the searches for its record. */
async function opened(deal: string) {
  const [row] = succeeded(await world().getPayments(deal)).view.payments;
  const asked = { paymentId: row?.id, ticket: row?.ticket, locale: 'en-US' };
  await letSearchesCatchUp();
  await forgetRequests(world());
  const { notes, problems } = succeeded(await world().getPayment(deal, { parameters: asked }));
  const searches = (await requestsOf(world())).filter(({ path }) => path.includes('/0-101'));
  return { notes: notes.filter((note) => note.includes('HubSpot')), problems, searches };
}

test("an opened payment shows HubSpot's fee and figures beside Stripe's", async () => {
  const { charge, paymentIntent } = taken();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  recorded(
    {
      hs_payment_id: paymentIntent.id,
      hs_currency_code: 'USD',
      hs_initial_amount: '123.00',
      hs_settlement_currency_code: 'USD',
      hs_net_amount_in_settlement_currency: '118.21',
      hs_platform_fee: '0.92',
    },
    deal,
  );
  await letSearchesCatchUp();
  const { notes, problems } = await opened(deal);
  expect(problems).toEqual([]);
  expect(notes).toEqual([
    expect.stringMatching(/^HubSpot's own record: /),
    "HubSpot's fee, by its record: $0.92 (0.75%).",
    expect.stringMatching(/^Net received: \$118\.21 in HubSpot's record, \$\d+\.\d\d in Stripe\.$/),
  ]);
});

test("where two of HubSpot's records have the payment, no figures are shown", async () => {
  const { charge, paymentIntent } = taken();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  for (const fee of ['0.92', '0.93']) {
    const values = { hs_currency_code: 'USD', hs_platform_fee: fee };
    recorded({ hs_payment_id: paymentIntent.id, ...values }, deal);
  }
  await letSearchesCatchUp();
  expect((await opened(deal)).notes).toHaveLength(1);
});

test('without the scope the opened payment is still named, and is asked for once', async () => {
  const { charge } = taken();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  grant();
  await letSearchesCatchUp();
  const { notes, problems, searches } = await opened(deal);
  expect(notes).toEqual([expect.stringMatching(/^HubSpot's own record: /)]);
  expect(problems).toEqual([]);
  expect(searches).toHaveLength(1);
});

test('an opened payment that HubSpot did not take asks nothing of payment records', async () => {
  const { charge } = payment();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  const { notes, searches } = await opened(deal);
  expect(notes).toEqual([]);
  expect(searches).toEqual([]);
});
