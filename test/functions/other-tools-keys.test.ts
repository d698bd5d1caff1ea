import { createWarmMemory, syncPayments, wirePorts } from '@stripe-payments/sync';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { useLinking } from './linking.ts';
import { parseRequest } from '../../src/app/functions/lib/request.ts';
import { catchUp } from './catching-up.ts';
import { sentFor } from './harness.ts';

const { world, stripe, newDeal, payment, letSearchesCatchUp } = useLinking();

const METADATA_KEYS = 'deal: deal_id, dealId; contact: contactId';

const NONE = z.looseObject({});

/** A sync by the sources: a built function has the keys of its build. */
async function synced(recordId: string, objectType: 'deal' | 'company' = 'deal') {
  const ports = wirePorts(
    {
      environment: { ...world().environment, METADATA_KEYS },
      clock: { nowMs: () => world().nowMs() },
      elapsedMs: () => performance.now(),
      random: () => 0,
    },
    createWarmMemory(),
  );
  const sent = sentFor(world().world, recordId, objectType);
  const { viewed } = parseRequest({ propertiesToSend: sent, parameters: { objectType } }, NONE);
  const { view } = await syncPayments(ports, viewed);
  return {
    counted: view.payments.map(({ id, reason }) => [id, reason.evidence]),
    review: view.needsReview.map(({ payment: { id } }) => id),
    problems: view.problems,
  };
}

test("metadata under another tool's key is evidence, also by the id of a merged deal and behind the own key", async () => {
  const [deal, former, other] = [newDeal(), newDeal(), newDeal()];
  const { store } = world().world.hubspot;
  const named = payment({ dealId: former }).charge;
  const corrected = payment({ deal_id: other, hubspot_deal_id: deal }).charge;
  const now = store.mergeObjects('deals', deal, former).id;
  await letSearchesCatchUp();
  const { counted, problems } = await synced(now);
  expect(new Set(counted)).toEqual(
    new Set([
      [named.id, 'metadata'],
      [corrected.id, 'metadata'],
    ]),
  );
  expect(problems).toEqual([]);
  expect((await synced(other)).counted).toEqual([]);
});

test.each(['4711', 'DEAL-7', '0', '9'.repeat(25)])(
  'a value that names no deal of the account takes nothing from the deal of the customer: %s',
  async (value) => {
    const { charge } = payment({ deal_id: value });
    const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
    await letSearchesCatchUp();
    expect((await synced(deal)).counted).toEqual([[charge.id, 'linked']]);
  },
);

test("a payment that another tool's key gives to an existing deal counts there and nowhere else", async () => {
  const there = newDeal();
  const { charge } = payment({ deal_id: there });
  const linked = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  expect((await synced(linked)).counted).toEqual([]);
  expect((await synced(there)).counted).toEqual([[charge.id, 'metadata']]);
});

test('two keys that name two deals need review on both', async () => {
  const [one, two] = [newDeal(), newDeal()];
  const { charge } = payment({ deal_id: one, dealId: two });
  await letSearchesCatchUp();
  for (const deal of [one, two]) {
    expect(await synced(deal)).toMatchObject({ counted: [], review: [charge.id] });
  }
});

test("a payment counts on one company where another tool's key names a contact of the other", async () => {
  const { store } = world().world.hubspot;
  const company = store.createObject('companies', { name: 'One' }).id;
  const [own, foreign] = ['a@one.example', 'b@two.example'].map(
    (email) => store.createObject('contacts', { email }).id,
  ) as [string, string];
  store.associate('companies', company, 'contacts', own);
  const { id: customer } = stripe().createCustomer({ email: 'a@one.example', atMs: 0 });
  const pay = (metadata: Record<string, string>) =>
    stripe().payByCard({ amount: 700, currency: 'usd', customer, metadata }).charge.id;
  pay({ contactId: foreign });
  const kept = pay({ contactId: '4711' });
  await letSearchesCatchUp();
  expect((await synced(company, 'company')).counted).toEqual([[kept, 'email']]);
});

test('without the setting no key of another tool is read', async () => {
  const deal = newDeal();
  payment({ deal_id: deal });
  await letSearchesCatchUp();
  const { synced: all, failed } = await catchUp(world(), 9);
  expect(all.length).toBeGreaterThan(0);
  expect([...all, ...failed].filter((name) => name.includes(deal))).toEqual([]);
  expect(world().storedOf(deal)['stripe_match']).toBeNull();
});
