import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { CATCH_UP } from '../../cli/refresh/programs.ts';
import { runParts } from '../../cli/refresh/run-parts.ts';
import type { FunctionsWorld } from '../functions/harness.ts';
import { startFunctionsWorld } from '../functions/harness.ts';
import { inVirtualTime } from '../functions/in-virtual-time.ts';
import { VIRTUAL_TIME } from '../functions/run-main.ts';
import { fakeTerminal, flowing } from './fake-terminal.ts';

beforeAll(inVirtualTime);

let world: FunctionsWorld;
let deal: string;
let lost: string;

beforeAll(async () => {
  world = await startFunctionsWorld();
  // The demo's records were made before.
  await world.stripe.send('POST', '/clock/advance', { durationMs: 2 * 60 * 60_000 });
  const { store } = world.world.hubspot;
  const stripe = world.world.stripe.world;
  const customer = stripe.createCustomer({ name: 'Zoe', email: 'zoe@catch.example' });
  stripe.payByCard({ amount: 12_300, currency: 'usd', customer: customer.id });
  deal = store.createObject('deals', { stripe_customer_id: customer.id }).id;
  lost = store.createObject('deals', { stripe_customer_id: 'cus_Unknown00000' }).id;
  await world.stripe.send('POST', '/clock/advance', { durationMs: 120_000 });
});
afterAll(() => world.close());

async function run(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  on: FunctionsWorld = world,
) {
  const terminal = fakeTerminal({});
  const code = await runParts(CATCH_UP, argv, {
    environment: { ...on.environment, ...environment },
    readFile: () => undefined,
    terminal,
    clock: { nowMs: on.nowMs },
    elapsedMs: VIRTUAL_TIME.nowMs,
    random: () => 0.5,
    timeZone: 'UTC',
  });
  return {
    code,
    out: terminal.out(),
    said: flowing(terminal.out()),
    aside: flowing(terminal.err()),
  };
}

test('syncs what has happened, says how much, and names what it could not sync', async () => {
  const { code, said } = await run(['--since', '10m']);
  expect(world.storedOf(deal)).toMatchObject({ stripe_amount_paid: '123.00' });
  expect(said).toMatch(/^\d+ records? synced, of which \d+ had new figures\./);
  expect(said).toMatch(new RegExp(`Deals: ${lost} This customer doesn't exist in Stripe\\.`));
  expect(code).toBe(1);
});

test('before the setup, says the command that creates the properties, once for each kind of record', async () => {
  const bare = await startFunctionsWorld({ isSetUp: false });
  onTestFinished(() => bare.close());
  const { code, said } = await run(['--since', '30d'], {}, bare);
  expect(code).toBe(1);
  expect(said).toMatch(/^0 records synced.* (\d+) records weren't synced: Deals: /);
  expect(said.split("The Stripe properties don't exist").length - 1).toBeLessThanOrEqual(3);
  expect(said).toContain('Create them: run `npm run setup -- apply`.');
});

test('prints JSON for a script, in Italian where it is asked for', async () => {
  const { out } = await run(['--since', '10m', '--json']);
  const given = JSON.parse(out) as { readonly records: readonly object[] };
  expect(given).toMatchObject({ ok: true, isBeyondEvents: false });
  expect(given.records).toContainEqual({
    objectType: 'deal',
    recordId: lost,
    status: 'failed',
    error: expect.objectContaining({
      code: 'unknown-customer',
      message: expect.stringContaining("doesn't exist in Stripe") as unknown,
    }) as unknown,
  });
  expect((await run(['--since', '10m', '--lang', 'it'])).said).toContain('record');
});

test.each([
  ['an unknown option', ['--frequently'], '"--frequently" isn\'t known here'],
  ['an option without its value', ['--since'], '"--since" isn\'t known here, or has no value.'],
  ['a word', ['now'], '"now" isn\'t known here'],
  ['no time', ['--since', 'yesterday'], '"yesterday" isn\'t a time'],
  ['no time at all', ['--since', '0h'], '"0h" isn\'t a time'],
  ['more than Stripe keeps', ['--since', '31d'], '--since takes 30d at most, not 31d'],
  ['a language that is none', ['--lang', 'fr'], '"fr" is no language of this program.'],
])('refuses %s, says once how it is used, and has exit code 2', async (_name, argv, text) => {
  const { code, aside } = await run(argv);
  expect(code).toBe(2);
  expect(aside).toContain(text);
  expect(aside.split('Usage: npm run catch-up')).toHaveLength(2);
});

test('a setting that is none is named before anything is read', async () => {
  const { code, aside } = await run([], { METADATA_KEYS: 'deal_id' });
  expect(code).toBe(2);
  expect(aside).toContain('METADATA_KEYS: "deal_id" must begin with deal:');
});

test('a service that does not answer is exit code 3, and a key that is missing or refused is 2', async () => {
  await world.stripe.fault({ status: 500, pathPattern: '/v1/events' });
  expect((await run(['--since', '10m'])).code).toBe(3);
  await world.stripe.clearFaults();
  for (const key of ['rk_test_51Q7unknownKey000', 'pk_test_51Q7publishable', '']) {
    expect((await run([], { STRIPE_SECRET_KEY: key })).code).toBe(2);
  }
});
