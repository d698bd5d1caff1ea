import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { failureOf, succeeded } from './replies.ts';
import { loadMain } from './run-main.ts';

const getMain = loadMain('get-payments');
const syncMain = loadMain('sync-payments');

/** The longest text that HubSpot keeps. */
const MAX_TEXT_LENGTH = 65_536;

const MAX_DETAIL = 1_000;

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterAll(() => world.close());

const whatNot = (length: number): readonly (readonly [string, string])[] => [
  ['one word', 'x'.repeat(length)],
  ['many words', 'no '.repeat(length / 3)],
  ['different words', Array.from({ length: length / 8 }, (_, at) => `n${String(at)}`).join(' ')],
];

test.each(whatNot(MAX_TEXT_LENGTH - 1))(
  'an id property full of %s fails the sync with a message that fits the property',
  async (_name, text) => {
    world.edit('9002', { stripe_payment_ids: text, stripe_sync_error: '' });
    const error = failureOf(await world.syncPayments('9002', { main: syncMain }));
    expect(error.code).toBe('bad-id');
    expect(error.detail?.length).toBeLessThanOrEqual(MAX_DETAIL);
    const { stripe_sync_error: noted } = world.storedOf('9002');
    expect(noted).toContain(error.message);
    expect(noted?.length).toBeLessThan(2 * MAX_DETAIL);
    const { view } = succeeded(await world.getPayments('9002', { main: getMain }));
    expect(view.problems[0]?.detail?.length).toBeLessThanOrEqual(MAX_DETAIL);
  },
);

test('a long refusal of a service is shortened', async () => {
  const message = `${'Property values were not valid. '.repeat(400)}\u202eend`;
  await world.hubspot.fault({ status: 400, body: { status: 'error', message }, times: 1 });
  const error = failureOf(await world.getPayments('9003', { main: getMain }));
  expect(error.detail).toMatch(/^Property values were not valid\. Property/);
  expect(error.detail?.length).toBeLessThanOrEqual(MAX_DETAIL);
});
