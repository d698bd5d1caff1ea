import { afterAll, beforeAll, expect, test } from 'vitest';
import { askRange } from './catching-up.ts';
import { useLinking } from './linking.ts';
import { failureOf, succeeded } from './replies.ts';
import { demoNowMs, FUNCTION_CLOCK } from './run-main.ts';

const { world, newDeal, payment } = useLinking();

beforeAll(() => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
});

const deals = (which: unknown, given: object = {}) =>
  askRange(world(), {
    list: { objectType: 'deal', which, where: {}, syncedBeforeMs: null, ...given },
  });

const newList = (recordIds: readonly string[]): string =>
  world().world.hubspot.store.lists.create({ name: 'Picked', objectType: 'deals', recordIds });

test('the members of a HubSpot list are synced once, page after page, and one that is deleted is not', async () => {
  const { charge } = payment();
  const paid = newDeal({ stripe_customer_id: charge.customer ?? '' });
  const deleted = newDeal();
  world().world.hubspot.store.records.archive('deals', deleted);
  const reply = succeeded(await deals({ listId: newList([paid, deleted, newDeal()]) }));
  expect(reply).toMatchObject({ eventsRead: 0, waiting: 0, continuation: null });
  expect(reply.records).toHaveLength(2);
  expect(world().storedOf(paid)).toMatchObject({ stripe_amount_paid: '123.00' });
});

test('picked records are synced, and what failed is named with the reason', async () => {
  const broken = newDeal({ stripe_payment_ids: 'no id' });
  const { records } = succeeded(await deals([newDeal(), broken]));
  expect(records.map(({ status }) => status).toSorted()).toEqual(['failed', 'synced']);
  expect(records).toContainEqual(
    expect.objectContaining({
      recordId: broken,
      error: expect.objectContaining({ code: 'bad-id' }) as object,
    }),
  );
});

test('a list that does not exist, or has other records, says so', async () => {
  expect(failureOf(await deals({ listId: '1' })).code).toBe('unknown-list');
  const contacts = { objectType: 'contact' };
  expect(failureOf(await deals({ listId: newList([]) }, contacts)).code).toBe('unknown-list');
});

test('an account that has not granted the optional scope gets its name', async () => {
  const { tokens } = world().world.hubspot;
  const listId = newList([]);
  const token = world().environment['PRIVATE_APP_ACCESS_TOKEN'] ?? '';
  tokens.grant(token, ['oauth', 'crm.objects.deals.read', 'crm.objects.deals.write']);
  expect(failureOf(await deals({ listId }))).toMatchObject({ code: 'hubspot-permission' });
});

test.each([
  ['no record', []],
  ['a path', ['1/../2']],
  ['a list that is no id', { listId: '../9' }],
  ['a word', 'mine'],
])('%s is refused', async (_name, which) => {
  expect(failureOf(await deals(which)).code).toBe('bad-request');
});

test('another property than pipeline and stage is no filter', async () => {
  expect(failureOf(await deals('all', { where: { dealname: 'x' } })).code).toBe('bad-request');
});
