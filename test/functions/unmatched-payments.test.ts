import { OBJECT_TYPES } from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catchUp, HOUR_MS } from './catching-up.ts';
import { useLinking } from './linking.ts';
import { paymentRecordsIn } from './payment-records.ts';
import { succeeded } from './replies.ts';
import { demoNowMs, FUNCTION_CLOCK } from './run-main.ts';

const { world, stripe, newDeal, payer, changed, letSearchesCatchUp } = useLinking();
const records = paymentRecordsIn(world);

beforeAll(async () => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
  await records.turnOn();
  // What the demo holds is no news then.
  await world().hubspot.send('POST', '/clock/advance', { durationMs: 3 * HOUR_MS });
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
});
beforeEach(() => {
  records.deleteAll();
});

const pay = (customer: string, amount = 12_300) =>
  stripe().payByCard({ amount, currency: 'usd', customer, atMs: world().nowMs() - 1_000 }).charge;

const sync = async (deal: string) => succeeded(await world().syncPayments(deal));

const HOURS = 1;

test('a payment that no record has gets a record of its own from the catch-up, which knows its refund later', async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  await catchUp(world(), HOURS);
  const [record, ...others] = records.of(id);
  expect(others).toEqual([]);
  expect(record?.value('stripe_match')).toBe('none');
  expect(record?.value('stripe_payer_name')).toBe('Zelda Quartermaine');
  for (const type of OBJECT_TYPES) expect(record?.tiedTo(type)).toEqual([]);
  stripe().refund(id, { amount: 2_300, atMs: world().nowMs() });
  await catchUp(world(), HOURS);
  expect(records.of(id).map(({ value }) => value('stripe_amount_refunded'))).toEqual(['23.00']);
});

test('a payment whose domain is that of a company that links another customer is unmatched', async () => {
  const { store } = world().world.hubspot;
  const linked = payer().id;
  const domain = 'linked-company.example';
  store.createObject('companies', { name: 'Linked', domain, stripe_customer_id: linked });
  const customer = stripe().createCustomer({ name: 'Una', email: `una@${domain}` }).id;
  const { id } = pay(customer);
  await letSearchesCatchUp();
  await catchUp(world(), HOURS);
  expect(records.of(id).map(({ value }) => value('stripe_match'))).toEqual(['none']);
});

test('a payment that only its invoice ties to a deal is at no moment unmatched', async () => {
  const customer = payer().id;
  const metadata = { hubspot_deal_id: newDeal() };
  const lines = [{ amount: 4_200, currency: 'usd' }];
  const { id } = stripe().createInvoice({ customer, lines, metadata });
  stripe().finalizeInvoice(id);
  stripe().payInvoice(id);
  const charge = stripe().store.charges.newestFirst()[0]?.id ?? '';
  await letSearchesCatchUp();
  await catchUp(world(), HOURS);
  const [record] = records.of(charge);
  expect(record?.history('stripe_match')).toEqual(['metadata']);
});

test('a payment of a linked customer waits for the sync of its deal: it is never unmatched', async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await letSearchesCatchUp();
  await sync(deal);
  records.deleteAll();
  await catchUp(world(), HOURS);
  const matches = records.of(id).map(({ value }) => value('stripe_match'));
  expect(matches).not.toContain('none');
});

test.each(['sync', 'catch-up'] as const)(
  'a payment that a person associates with a deal in HubSpot is assigned to it by the %s',
  async (by) => {
    const customer = payer().id;
    const { id } = pay(customer);
    await catchUp(world(), HOURS);
    const deal = newDeal();
    records.associate(id, deal);
    await letSearchesCatchUp();
    if (by === 'sync') await sync(deal);
    else await catchUp(world(), HOURS);
    const stored = world().storedOf(deal);
    expect(stored['stripe_payment_ids']).toBe(id);
    expect(stored['stripe_amount_paid']).toBe('123.00');
    const [record] = records.of(id);
    expect(record?.tiedTo('deal')).toEqual([deal]);
    expect(record?.value('stripe_deal_match')).toBe('assigned');
  },
);

test('a payment that counted on a deal once is not assigned to one that only kept the association', async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  await letSearchesCatchUp();
  await changed(deal, { action: 'unlink', customerId: customer });
  // As if two syncs had met: one took it off, the other associated it.
  records.associate(id, deal);
  await sync(deal);
  expect(world().storedOf(deal)['stripe_payment_ids']).toBeNull();
  expect(records.of(id).map((record) => record.tiedTo('deal'))).toEqual([[]]);
});

test('a payment that was removed from a deal is assigned again by an association', async () => {
  const customer = payer().id;
  const { id, paymentIntent } = pay(customer);
  await catchUp(world(), HOURS);
  const deal = newDeal({ stripe_excluded_payment_ids: paymentIntent });
  records.associate(id, deal);
  await sync(deal);
  const stored = world().storedOf(deal);
  expect(stored['stripe_amount_paid']).toBe('123.00');
  expect(stored['stripe_excluded_payment_ids'] ?? '').toBe('');
});

describe('a payment of a deal that is deleted in HubSpot', () => {
  const isLongAgo = () =>
    world().hubspot.send('POST', '/clock/advance', { durationMs: 3 * HOUR_MS });
  const deleted = async (deal: string) => {
    await isLongAgo();
    world().world.hubspot.store.records.archive('deals', deal);
    await letSearchesCatchUp();
    await catchUp(world(), HOURS);
  };

  test('is unmatched after the next catch-up', async () => {
    const customer = payer().id;
    const { id } = pay(customer);
    const deal = newDeal({ stripe_customer_id: customer });
    await sync(deal);
    await deleted(deal);
    const [record] = records.of(id);
    expect(record?.tiedTo('deal')).toEqual([]);
    expect(record?.value('stripe_deal_match') ?? '').toBe('');
    expect(record?.value('stripe_match')).toBe('none');
  });

  test('counts on the deal that has it then', async () => {
    const customer = payer().id;
    const { id } = pay(customer);
    const assigned = newDeal({ stripe_payment_ids: id });
    const linked = newDeal({ stripe_customer_id: customer });
    await letSearchesCatchUp();
    for (const deal of [assigned, linked]) await sync(deal);
    expect(world().storedOf(linked)['stripe_payment_count']).toBe('0');
    await deleted(assigned);
    expect(world().storedOf(linked)['stripe_amount_paid']).toBe('123.00');
    expect(records.of(id)[0]?.tiedTo('deal')).toEqual([linked]);
  });
});
