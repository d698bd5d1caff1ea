import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractParts } from '../../../scripts/contract/run.ts';
import type { SandboxWorld } from '../../../scripts/contract/sandbox/world.ts';
import { startSandbox } from '../../../scripts/contract/sandbox/world.ts';
import type { Run } from './run-against.ts';
import { inject, leftIn, runAgainst } from './run-against.ts';

let sandbox: SandboxWorld;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

const run = (args: readonly string[], parts: Partial<ContractParts> = {}): Promise<Run> =>
  runAgainst(sandbox, args, parts);

/** Rows that need an object of each kind. */
const SOME = [
  'stripe-fields-dispute',
  'stripe-search-metadata',
  'stripe-checkout-by-email',
  'hubspot-association-ids',
  'hubspot-contains-token',
].flatMap((id) => ['--only', id]);

const left = (): readonly string[] => leftIn(sandbox);

test('each row holds against the stand-ins, or is stated as not modelled', async () => {
  const { exitCode, printed } = await run(['--sandbox', '--json']);
  const report = JSON.parse(printed) as {
    platforms: { rows: { id: string; status: string; detail: string }[] }[];
  };
  const rows = report.platforms.flatMap((platform) => platform.rows);
  const isRight = ({ status }: { status: string }): boolean =>
    status === 'holds' || status === 'not modelled';
  expect(rows.filter((row) => !isRight(row))).toEqual([]);
  expect(rows.length).toBeGreaterThan(75);
  expect(exitCode).toBe(0);
});

describe('without a key', () => {
  test('is skipped with one line that says what to set', async () => {
    const { exitCode, printed } = await run([], { environment: {} });
    expect(printed.trim().split('\n')).toHaveLength(1);
    expect(printed).toMatch(/^Skipped: set STRIPE_SECRET_KEY .*HUBSPOT_ACCESS_TOKEN/);
    expect(exitCode).toBe(0);
  });

  test('for HubSpot, its rows could not be tried', async () => {
    const { STRIPE_SECRET_KEY } = sandbox.environment;
    const { printed } = await run(['--only', 'hubspot-contains-token'], {
      environment: { STRIPE_SECRET_KEY },
    });
    expect(printed).toMatch(/could not be tried +hubspot-contains-token +HUBSPOT_ACCESS_TOKEN/);
  });
});

describe('clean-up', () => {
  test('everything removable is removed', async () => {
    const before = sandbox.world.stripe.world.store.customers.newestFirst().length;
    await run([]);
    expect(sandbox.world.stripe.world.store.customers.newestFirst().length).toBeGreaterThan(before);
    expect(left()).toEqual([]);
    expect(sandbox.world.hubspot.store.listObjects('deals').length).toBeGreaterThan(0);
  });

  test('an interrupted run removes what it created and checks nothing more', async () => {
    let stop = (): void => undefined;
    const { exitCode, printed } = await run(SOME, {
      onInterrupt: (callback) => {
        stop = callback;
      },
      say: (line) => {
        if (line.startsWith('stripe-search-metadata')) stop();
      },
    });
    expect(exitCode).toBe(130);
    expect(printed).toContain('stripe-search-metadata');
    expect(printed).not.toContain('hubspot-contains-token');
    expect(left()).toEqual([]);
  });

  test('a run in which a service fails removes what it created', async () => {
    await inject(sandbox.addresses.stripe, { pathPattern: '^/v1/disputes', status: 500 });
    await inject(sandbox.addresses.hubspot, { pathPattern: '/search$', status: 500 });
    const { printed } = await run(SOME);
    expect(printed).toMatch(/could not be tried +stripe-fields-dispute/);
    expect(left()).toEqual([]);
  });

  test('a run finds and removes what a killed run left', async () => {
    await inject(sandbox.addresses.stripe, { method: 'DELETE', status: 400 });
    await inject(sandbox.addresses.hubspot, { method: 'DELETE', status: 400 });
    const died = await run(SOME, { runId: 'died' });
    expect(died.exitCode).toBe(1);
    expect(died.printed).toContain('Could not be removed:');
    expect(left()).not.toEqual([]);
    for (const url of [sandbox.addresses.stripe, sandbox.addresses.hubspot]) {
      await fetch(`${String(url)}/_sandbox/faults`, { method: 'DELETE' });
    }
    const { printed } = await run(['--only', 'stripe-version'], { runId: 'next' });
    expect(printed).toContain('Removed, left by an earlier run:');
    expect(left()).toEqual([]);
  });
});

describe('the table', () => {
  test('a row that does not hold shows the assumption and the consequence', async () => {
    await inject(sandbox.addresses.stripe, {
      pathPattern: '^/v1/balance$',
      status: 200,
      headers: { 'stripe-version': '2020-01-01' },
      body: { object: 'balance', available: [], pending: [] },
    });
    const { exitCode, printed } = await run(['--only', 'stripe-version']);
    expect(exitCode).toBe(1);
    expect(printed).toMatch(
      /does not hold +stripe-version +2020-01-01\n +Assumed: .*\n +Otherwise: /,
    );
    expect(printed).toContain('1 does not hold');
  });

  test('refuses an id without a row', async () => {
    const { exitCode, said } = await run(['--only', 'stripe-moon']);
    expect(exitCode).toBe(1);
    expect(said).toEqual(['No such row: stripe-moon.']);
  });
});

test('a temporary refusal is retried after a wait', async () => {
  await inject(sandbox.addresses.stripe, { pathPattern: '^/v1/balance$', status: 429, times: 3 });
  const startMs = sandbox.time.nowMs();
  const { printed } = await run(['--only', 'stripe-version']);
  expect(printed).toMatch(/holds +stripe-version/);
  expect(sandbox.time.nowMs() - startMs).toBeGreaterThan(7_000);
});
