import { afterEach, beforeEach, expect, test } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import { serveOnLoopback } from '../../../sandbox/http/serve.ts';
import { createStripeSandbox } from '../../../sandbox/stripe/index.ts';
import type { ContractParts } from '../../../scripts/contract/run.ts';
import type { SandboxWorld } from '../../../scripts/contract/sandbox/world.ts';
import { startSandbox } from '../../../scripts/contract/sandbox/world.ts';
import type { Run } from './run-against.ts';
import { inject, leftIn, requestsOf, runAgainst } from './run-against.ts';

let sandbox: SandboxWorld;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

const run = (args: readonly string[], parts: Partial<ContractParts> = {}): Promise<Run> =>
  runAgainst(sandbox, args, parts);

const left = (): readonly string[] => leftIn(sandbox);

const LIVE_KEY = 'sk_live_sandbox51DemoKeyForLocalUseOnly';

test('a live key is refused before anything is sent', async () => {
  const environment = { STRIPE_SECRET_KEY: LIVE_KEY };
  const { exitCode, said } = await run([], { environment });
  expect(exitCode).toBe(1);
  expect(said.join()).toContain('ALLOW_LIVE_STRIPE_KEY=yes');
  expect(await requestsOf(sandbox.addresses.stripe)).toEqual([]);
});

test('a live key that is allowed is used to read only', async () => {
  const clock = createManualClock(sandbox.time.nowMs());
  const monotonicNowMs = (): number => clock.nowMs();
  const live = createStripeSandbox({ clock, monotonicNowMs, seed: 1, livemode: true });
  const server = await serveOnLoopback(live.app);
  const { printed } = await run([], {
    environment: { STRIPE_SECRET_KEY: LIVE_KEY, ALLOW_LIVE_STRIPE_KEY: 'yes' },
    addresses: { stripe: server.url },
  });
  const requests = await requestsOf(server.url);
  await server.close();
  expect(printed).toMatch(/holds +stripe-version/);
  expect(printed).toMatch(/could not be tried +stripe-fields-charge +a live key is only used/);
  expect(requests.length).toBeGreaterThan(3);
  expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a HubSpot account in use is refused after its kind was read', async () => {
  sandbox.world.hubspot.store.changeAccount({ accountType: 'STANDARD' });
  const { exitCode, said } = await run([]);
  expect(exitCode).toBe(1);
  expect(said.join()).toContain('of type STANDARD');
  const paths = (await requestsOf(sandbox.addresses.hubspot)).map(({ path }) => path);
  expect(paths).toEqual(['/account-info/2026-03/details']);
  expect(left()).toEqual([]);
});

test('a HubSpot account whose kind cannot be read is refused', async () => {
  await inject(sandbox.addresses.hubspot, { pathPattern: '^/account-info', status: 403 });
  const { exitCode, said } = await run([]);
  expect(exitCode).toBe(1);
  expect(said.join()).toContain('could not be read');
});

test('a HubSpot account in use that is allowed is read only', async () => {
  sandbox.world.hubspot.store.changeAccount({ accountType: 'STANDARD' });
  const environment = { ...sandbox.environment, ALLOW_LIVE_HUBSPOT_ACCOUNT: 'yes' };
  const { printed } = await run([], { environment });
  expect(printed).toMatch(/holds +hubspot-property-fields/);
  const changing = (await requestsOf(sandbox.addresses.hubspot)).filter(
    ({ method, path }) => method !== 'GET' && !/search|batch\/read|access-token-info/.test(path),
  );
  expect(changing).toEqual([]);
});
