import { afterAll, beforeAll, expect, test } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { forgetRequests } from './requests.ts';
import { loadMain } from './run-main.ts';

const main = loadMain('get-payments');
const { deal, contact } = STORY_IDS.oneDeal;
const HOUR_MS = 60 * 60 * 1_000;

let world: FunctionsWorld;
let customerId: string;

beforeAll(async () => {
  world = await startFunctionsWorld();
  const customers = world.world.stripe.world.store.customers.newestFirst();
  customerId = customers.find(({ email }) => email === 'tomas@herrera-bikes.example')?.id ?? '';
});

afterAll(() => world.close());

const read = async (recordId: string, objectType: 'deal' | 'contact') =>
  succeeded(await world.getPayments(recordId, { main, objectType })).view;

// What people, or a shop that copies what a customer typed, may have put where an id belongs.
const NO_IDS = [
  '<img src=x onerror=alert(1)>',
  '../../contacts/1',
  '9001,9002',
  '__proto__',
  '9'.repeat(500),
  '\u202e9001',
];

test.each(NO_IDS)('metadata with the record id %j references no record', async (text) => {
  const { charge } = world.world.stripe.world.payByCard({
    amount: 1_000,
    currency: 'usd',
    customer: customerId,
    metadata: {
      hubspot_deal_id: text,
      hubspot_contact_id: text,
      hubspot_company_id: text,
      ['__proto__']: text,
      constructor: text,
    },
    atMs: NOW_MS - 2 * HOUR_MS,
  });
  await forgetRequests(world);
  for (const view of [await read(deal, 'deal'), await read(contact, 'contact')]) {
    expect(view.problems).toEqual([]);
    expect(view.notes).toEqual([]);
    expect(view.payments.map(({ id }) => id)).toContain(charge.id);
    const payment = view.payments.find(({ id }) => id === charge.id);
    expect(payment?.reason.evidence).toBe('email');
  }
  for (const { path, query, body } of await world.hubspot.requests()) {
    expect(body).not.toContain(JSON.stringify(text));
    expect(`${path}${query}`).not.toContain(`/${encodeURIComponent(text)}`);
  }
});
