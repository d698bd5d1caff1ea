import type { ObjectType } from '@stripe-payments/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyWithContacts } from '../../bench/accounts.ts';
import { catchUp } from './catching-up.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { forgetRequests } from './requests.ts';
import { demoNowMs, FUNCTION_CLOCK, loadMain } from './run-main.ts';

const main = loadMain('get-payments');
const HOUR_MS = 60 * 60 * 1_000;

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
  FUNCTION_CLOCK.nowMs = () => world.nowMs();
});

afterAll(async () => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
  await world.close();
});

type Properties = Readonly<Record<string, string>>;
type Type = 'deals' | 'contacts' | 'companies';

/** A record, associated with others in this order: of a record's companies the first one is the primary one. */
function create(type: Type, properties: Properties, with_: Partial<Record<Type, string[]>> = {}) {
  const { store } = world.world.hubspot;
  const { id } = store.createObject(type, properties);
  for (const toType of ['deals', 'contacts', 'companies'] as const) {
    for (const other of with_[toType] ?? []) store.associate(type, id, toType, other);
  }
  return id;
}

const company = (name: string, properties: Properties = {}): string =>
  create('companies', { name, ...properties });

let amount = 10_000;

/** A customer, and a payment of theirs. */
function paidBy(email: string) {
  const { world: stripe } = world.world.stripe;
  const customer = stripe.createCustomer({ email, atMs: world.nowMs() - 9 * HOUR_MS });
  amount += 1;
  const paid = {
    amount,
    currency: 'usd',
    customer: customer.id,
    atMs: world.nowMs() - 8 * HOUR_MS,
  };
  return { customer: customer.id, charge: stripe.payByCard(paid).charge.id };
}

const letSearchesCatchUp = () =>
  world.hubspot.send('POST', '/clock/advance', { durationMs: 61_000 });

async function rowsOn(recordId: string, objectType: ObjectType = 'company') {
  const { view } = succeeded(await world.getPayments(recordId, { main, objectType }));
  expect(view.problems).toEqual([]);
  return view.payments.map(({ id, reason }) => [id, reason.evidence, reason.payer?.recordId]);
}

test('a company has what its deal’s own customer has paid, who is no contact', async () => {
  const { customer, charge } = paidBy('billing@agency.example');
  const acme = company('Acme');
  const deal = create('deals', { stripe_customer_id: customer }, { companies: [acme] });
  expect(await rowsOn(acme)).toEqual([[charge, 'linked', deal]]);
  succeeded(await world.syncPayments(acme, { objectType: 'company' }));
  expect(world.storedOf(acme, 'company')).toMatchObject({
    stripe_payment_status: 'paid',
    stripe_match: 'linked',
  });
});

test('what is assigned to a deal, or names it, counts on its company once, also where a contact paid it', async () => {
  const acme = company('Acme');
  const ada = paidBy('ada@assigned.example');
  const contact = create('contacts', { email: 'ada@assigned.example' }, { companies: [acme] });
  const named = paidBy('other@assigned.example');
  const deal = create(
    'deals',
    { stripe_payment_ids: ada.charge },
    { companies: [acme], contacts: [contact] },
  );
  const { charge } = world.world.stripe.world.payByCard({
    amount: 700,
    currency: 'usd',
    customer: named.customer,
    metadata: { hubspot_deal_id: deal },
    atMs: world.nowMs() - HOUR_MS,
  });
  await letSearchesCatchUp();
  const rows = await rowsOn(acme);
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual([ada.charge, 'assigned', deal]);
  expect(rows).toContainEqual([charge.id, 'metadata', deal]);
});

test('the only deal of a contact brings its company the payment, not the contact’s primary company', async () => {
  const [ofDeal, ofContact] = [company('Buyer'), company('Agency')];
  const { charge } = paidBy('agent@only.example');
  const deal = create('deals', { dealname: 'Only' }, { companies: [ofDeal] });
  const contact = create(
    'contacts',
    { email: 'agent@only.example' },
    { deals: [deal], companies: [ofContact] },
  );
  expect(await rowsOn(deal, 'deal')).toEqual([[charge, 'email', contact]]);
  expect(await rowsOn(ofDeal)).toEqual([[charge, 'email', contact]]);
  expect(await rowsOn(ofContact)).toEqual([]);
});

test('a contact or deal of two companies counts for its primary company only', async () => {
  const [first, second] = [company('First'), company('Second')];
  const { charge } = paidBy('both@primary.example');
  create('contacts', { email: 'both@primary.example' }, { companies: [first, second] });
  const linked = paidBy('billing@primary.example');
  const deal = create(
    'deals',
    { stripe_customer_id: linked.customer },
    { companies: [second, first] },
  );
  expect((await rowsOn(first)).map(([id]) => id)).toEqual([charge]);
  expect(await rowsOn(second)).toEqual([[linked.charge, 'linked', deal]]);
});

test('what names a contact or deal that was merged into another is of the company of that one', async () => {
  const acme = company('Merged');
  const contacts = [0, 1].map(() => create('contacts', {}, { companies: [acme] }));
  const deals = [0, 1].map(() => create('deals', {}, { companies: [acme] }));
  const names = [
    { hubspot_contact_id: contacts[1] ?? '' },
    { hubspot_deal_id: deals[1] ?? '' },
  ] as const;
  const { world: stripe } = world.world.stripe;
  const charges = names.map((metadata) => {
    const paid = { amount: 900, currency: 'usd', metadata, atMs: world.nowMs() - HOUR_MS };
    return stripe.payByCard(paid).charge.id;
  });
  const { store } = world.world.hubspot;
  const contact = store.mergeObjects('contacts', contacts[0] ?? '', contacts[1] ?? '').id;
  const deal = store.mergeObjects('deals', deals[0] ?? '', deals[1] ?? '').id;
  await letSearchesCatchUp();
  const rows = await rowsOn(acme);
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual([charges[0], 'metadata', contact]);
  expect(rows).toContainEqual([charges[1], 'metadata', deal]);
});

test('a payment of two companies’ domain waits for a person on both, and counts where it is assigned', async () => {
  const domain = 'twice.example';
  const companies = [company('One', { domain }), company('Two', { domain })];
  const { charge } = paidBy(`anyone@${domain}`);
  await letSearchesCatchUp();
  for (const [nth, id] of companies.entries()) {
    const { view } = succeeded(await world.getPayments(id, { main, objectType: 'company' }));
    expect(view.payments).toEqual([]);
    expect(view.needsReview).toMatchObject([
      { payment: { id: charge }, status: 'ambiguous', others: [{ recordId: companies[1 - nth] }] },
    ]);
  }
  world.edit(companies[0] ?? '', { stripe_payment_ids: charge }, 'company');
  await letSearchesCatchUp();
  expect(await rowsOn(companies[0] ?? '')).toEqual([[charge, 'assigned', undefined]]);
  expect(await rowsOn(companies[1] ?? '')).toEqual([]);
});

test('where the claims of other records cannot be read, nothing of a company is decided', async () => {
  const { customer } = paidBy('billing@unread.example');
  const acme = company('Unread');
  create('deals', { stripe_customer_id: customer }, { companies: [acme] });
  await world.hubspot.fault({ pathPattern: '/0-3/search$', status: 500, times: 99 });
  const reply = await world.syncPayments(acme, { objectType: 'company' });
  await world.hubspot.clearFaults();
  expect(reply).toMatchObject({ ok: false, error: { code: 'claims-unchecked' } });
  expect(world.storedOf(acme, 'company')['stripe_payment_status'] ?? '').toBe('');
});

test('a deal that links a customer no more leaves its companies right after one catch-up', async () => {
  const [ofDeal, ofContact] = [company('Moved from'), company('Moved to')];
  const { charge } = paidBy('ada@moved.example');
  const contact = create('contacts', { email: 'ada@moved.example' }, { companies: [ofContact] });
  const other = paidBy('billing@moved.example');
  const deal = create(
    'deals',
    { stripe_customer_id: other.customer },
    { companies: [ofDeal], contacts: [contact] },
  );
  succeeded(await world.syncPayments(deal));
  for (const id of [ofDeal, ofContact]) {
    succeeded(await world.syncPayments(id, { objectType: 'company' }));
  }
  expect((await rowsOn(ofContact)).map(([id]) => id)).toEqual([charge]);
  await world.stripe.send('POST', '/clock/advance', { durationMs: HOUR_MS });
  // Now what its contact paid counts on it.
  world.edit(deal, { stripe_customer_id: '' });
  await world.stripe.send('POST', '/clock/advance', { durationMs: HOUR_MS });
  const { synced } = await catchUp(world, 1.5);
  expect(synced).toEqual(expect.arrayContaining([`company/${ofDeal}`, `company/${ofContact}`]));
  expect(world.storedOf(ofContact, 'company')['stripe_payment_count']).toBe('0');
  expect(await rowsOn(ofDeal)).toEqual([[charge, 'email', contact]]);
});

test('a company’s nine deals cost no more searches than the company alone', async () => {
  const { recordId } = companyWithContacts(world.world, 50, NOW_MS);
  const callsOf = async (): Promise<number> => {
    await forgetRequests(world);
    succeeded(await world.getPayments(recordId, { objectType: 'company' }));
    return (await world.stripe.requests()).length;
  };
  const alone = await callsOf();
  for (let nth = 0; nth < 9; nth += 1) {
    create('deals', { dealname: `Deal ${String(nth)}` }, { companies: [recordId] });
  }
  expect(alone).toBeLessThanOrEqual(97);
  expect(await callsOf()).toBe(alone);
});
