import type { ObjectType } from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StripeWorld } from '../../sandbox/stripe/world/index.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { loadMain } from './run-main.ts';

const main = loadMain('get-payments');
const HOUR_MS = 60 * 60 * 1_000;

let world: FunctionsWorld;
let stripe: StripeWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
  stripe = world.world.stripe.world;
});

afterAll(() => world.close());

beforeEach(async () => {
  await world.stripe.send('PUT', '/search', { available: true });
});

type Properties = Readonly<Record<string, string>>;

function contact(properties: Properties, dealIds: readonly string[] = []): string {
  const { store } = world.world.hubspot;
  const { id } = store.createObject('contacts', properties);
  for (const dealId of dealIds) store.associate('contacts', id, 'deals', dealId);
  return id;
}

const deal = (properties: Properties = {}): string =>
  world.world.hubspot.store.createObject('deals', { dealname: 'A deal', ...properties }).id;

let amount = 10_000;

/** A customer with an address, and a payment of theirs. */
function paidBy(email: string, metadata: Properties = {}) {
  const customer = stripe.createCustomer({ email, metadata, atMs: NOW_MS - 9 * HOUR_MS });
  amount += 1;
  const { charge } = stripe.payByCard({
    amount,
    currency: 'usd',
    customer: customer.id,
    atMs: NOW_MS - 8 * HOUR_MS,
  });
  return { customer, charge };
}

async function reasonsOn(recordId: string, objectType: ObjectType = 'deal') {
  const { view } = succeeded(await world.getPayments(recordId, { main, objectType }));
  expect(view.problems).toEqual([]);
  return view.payments.map(({ id, reason }) => [id, reason.evidence]);
}

async function needsReviewOn(recordId: string) {
  const { view } = succeeded(await world.getPayments(recordId, { main }));
  expect(view.problems).toEqual([]);
  return view.needsReview.map(({ payment, status, others }) => ({
    id: payment.id,
    status,
    others: others.map(({ recordId: id }) => id),
  }));
}

test('a contact has the payments of its email, in any case', async () => {
  const lower = paidBy('mixed@case.example');
  const upper = paidBy('Mixed@Case.example');
  const id = contact({ email: 'mixed@case.example' });
  const found = await reasonsOn(id, 'contact');
  expect(found).toHaveLength(2);
  expect(new Set(found.map(([chargeId]) => chargeId))).toEqual(
    new Set([lower.charge.id, upper.charge.id]),
  );
});

test('an additional email counts, and an email with a plus is a different one', async () => {
  const additional = paidBy('second@address.example');
  paidBy('first+invoices@address.example');
  const id = contact({
    email: 'first@address.example',
    hs_additional_emails: 'second@address.example;third@address.example',
  });
  expect(await reasonsOn(id, 'contact')).toEqual([[additional.charge.id, 'email']]);
});

test.each([
  ['"a\\"ORemail~\\"exa"@hostile.example'],
  ['a\\@hostile.example'],
  ["o'hara@hostile.example"],
  ['a"ORmetadata["hubspot_deal_id"]:"1@hostile.example'],
])('the email %s finds only itself and does not break out of a query', async (email) => {
  const own = paidBy(email);
  const id = contact({ firstname: 'Mallory', hs_additional_emails: email });
  const found = await reasonsOn(id, 'contact');
  expect(found).toEqual([[own.charge.id, 'email']]);
});

test('a linked customer replaces the match by email', async () => {
  paidBy('linked@contact.example');
  const linked = paidBy('elsewhere@contact.example');
  const id = contact({
    email: 'linked@contact.example',
    stripe_customer_id: linked.customer.id,
  });
  expect(await reasonsOn(id, 'contact')).toEqual([[linked.charge.id, 'linked']]);
});

test("a guest's checkout is found by its email", async () => {
  const { payment } = stripe.completeCheckout({
    guest: { email: 'guest@checkout.example', name: 'Gus' },
    amount: 4_200,
    currency: 'usd',
  });
  const id = contact({ email: 'guest@checkout.example' });
  expect(await reasonsOn(id, 'contact')).toEqual([[payment?.charge.id, 'email']]);
});

test('a customer whose metadata references the contact counts for the contact', async () => {
  const id = contact({ email: 'named@contact.example' });
  const { charge } = paidBy('someone@else.example', { hubspot_contact_id: id });
  expect(await reasonsOn(id, 'contact')).toEqual([[charge.id, 'customer']]);
});

test('where Stripe offers no search, emails are found by list', async () => {
  const { charge } = paidBy('india@list.example');
  const id = contact({ email: 'india@list.example' });
  await world.stripe.send('PUT', '/search', { available: false });
  const { view } = succeeded(await world.getPayments(id, { main, objectType: 'contact' }));
  expect(view.payments.map((row) => row.id)).toEqual([charge.id]);
  expect(view.notes).toContainEqual({ kind: 'search-unavailable' });
});

test("the only deal of a contact has the contact's payments", async () => {
  const dealId = deal();
  const { charge } = paidBy('only@deal.example');
  contact({ email: 'only@deal.example', firstname: 'Olly' }, [dealId]);
  expect(await reasonsOn(dealId)).toEqual([[charge.id, 'email']]);
});

test('a payment of a contact with three deals counts on none, and each shows the others', async () => {
  const deals = [deal(), deal(), deal()];
  const { charge } = paidBy('three@deals.example');
  contact({ email: 'three@deals.example' }, deals);
  const [first = '', second = '', third = ''] = deals;
  expect(await reasonsOn(first)).toEqual([]);
  expect(await needsReviewOn(first)).toEqual([
    {
      id: charge.id,
      status: 'candidate',
      others: [second, third],
    },
  ]);
});

test('a payment that another deal claims is no candidate', async () => {
  const deals = [deal(), deal()];
  const { charge } = paidBy('claimed@deals.example');
  contact({ email: 'claimed@deals.example' }, deals);
  const claiming = deal({ stripe_payment_ids: charge.id });
  await world.hubspot.send('POST', '/clock/advance', { durationMs: 61_000 });
  expect(await needsReviewOn(deals[0] ?? '')).toEqual([]);
  expect(await reasonsOn(deals[0] ?? '')).toEqual([]);
  expect(await reasonsOn(claiming)).toEqual([[charge.id, 'assigned']]);
});

test('two deals with one linked customer count its payment on neither', async () => {
  const { customer, charge } = paidBy('both@linked.example');
  const deals = [deal(), deal()];
  for (const id of deals) world.edit(id, { stripe_customer_id: customer.id });
  await world.hubspot.send('POST', '/clock/advance', { durationMs: 61_000 });
  for (const id of deals) {
    expect(await reasonsOn(id)).toEqual([]);
    expect(await needsReviewOn(id)).toMatchObject([{ id: charge.id, status: 'ambiguous' }]);
  }
});

test('a customer linked to a contact of another deal does not count here', async () => {
  const here = deal();
  const there = deal();
  const { customer } = paidBy('shared@holder.example');
  contact({ email: 'shared@holder.example' }, [here]);
  contact({ email: 'x@holder.example', stripe_customer_id: customer.id }, [there]);
  await world.hubspot.send('POST', '/clock/advance', { durationMs: 61_000 });
  expect(await reasonsOn(here)).toEqual([]);
  expect(await reasonsOn(there)).toHaveLength(1);
});

function company(properties: Properties, contactIds: readonly string[]): string {
  const { store } = world.world.hubspot;
  const { id } = store.createObject('companies', properties);
  for (const contactId of contactIds) store.associate('companies', id, 'contacts', contactId);
  return id;
}

test('a company has its contacts’ payments once, its own, and those of its domain', async () => {
  const shared = paidBy('accounts@roll-up.example');
  const ofDomain = paidBy('unlisted@roll-up.example');
  const assigned = paidBy('far@away.example');
  const people = ['a', 'b'].map((name) =>
    contact({ email: `${name}@people.example`, stripe_customer_id: shared.customer.id }),
  );
  const id = company(
    { name: 'Roll up', domain: 'roll-up.example', stripe_payment_ids: assigned.charge.id },
    people,
  );
  const found = await reasonsOn(id, 'company');
  expect(new Map(found.map(([chargeId, evidence]) => [chargeId, evidence]))).toEqual(
    new Map([
      [shared.charge.id, 'linked'],
      [ofDomain.charge.id, 'domain'],
      [assigned.charge.id, 'assigned'],
    ]),
  );
  expect(found).toHaveLength(3);
});

test('a free-mail domain says nothing about a company', async () => {
  paidBy('unknown.payer@gmail.com');
  const id = company({ name: 'Sole trader', domain: 'gmail.com' }, []);
  expect(await reasonsOn(id, 'company')).toEqual([]);
});

test('every type of record gets all the properties, and a second sync changes none', async () => {
  const id = contact({ email: 'sync@contact.example' });
  paidBy('sync@contact.example');
  const companyId = company({ name: 'Synced' }, [id]);
  for (const [recordId, objectType] of [
    [id, 'contact'],
    [companyId, 'company'],
  ] as const) {
    succeeded(await world.syncPayments(recordId, { objectType }));
    expect(world.storedOf(recordId, objectType)).toMatchObject({
      stripe_payment_status: 'paid',
      stripe_payment_count: '1',
      stripe_match: 'email',
      stripe_subscription_status: 'none',
    });
    const again = succeeded(await world.syncPayments(recordId, { objectType }));
    expect(again.changes).toEqual([]);
  }
});
