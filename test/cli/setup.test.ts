import { execFile } from 'node:child_process';
import path from 'node:path';
import { PROPERTIES } from '@stripe-payments/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createManualClock } from '../../sandbox/http/clock.ts';
import { ROOT } from '../../sandbox/build/project.ts';
import type { World } from '../../sandbox/world/world.ts';
import { SANDBOX_HUBSPOT_TOKEN, startWorld } from '../../sandbox/world/world.ts';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let world: World;

beforeAll(async () => {
  world = await startWorld({
    clock: createManualClock(1_795_348_800_000),
    monotonicNowMs: () => performance.now(),
    seed: 1,
    isSetUp: false,
  });
});

afterAll(() => world.close());

function setUp(token: string | undefined, ...flags: readonly string[]): Promise<Outcome> {
  const program = path.join(ROOT, 'node_modules/.bin/tsx');
  const { PATH } = process.env;
  const env = {
    PATH,
    HUBSPOT_API_BASE_URL: world.hubspot.url,
    ...(token === undefined ? {} : { HUBSPOT_ACCESS_TOKEN: token }),
  };
  return new Promise((resolve) => {
    execFile(program, ['cli/setup.ts', ...flags], { cwd: ROOT, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const stripeProperties = (objectType: 'deals' | 'contacts' | 'companies'): readonly string[] =>
  PROPERTIES.map(({ name }) => name).filter(
    (name) => world.hubspot.store.properties(objectType).find(name) !== undefined,
  );

test('setup says what it would create, creates it when told to, and then has nothing to do', async () => {
  const dry = await setUp(SANDBOX_HUBSPOT_TOKEN);
  expect(dry.stdout).toContain(`deals: ${String(PROPERTIES.length)} properties to create`);
  expect(dry.stdout).toContain('Nothing was created.');
  expect(stripeProperties('deals')).toEqual([]);

  const applied = await setUp(SANDBOX_HUBSPOT_TOKEN, '--apply');
  expect(applied).toMatchObject({ code: 0, stderr: '' });
  const names = PROPERTIES.map(({ name }) => name);
  expect(stripeProperties('deals')).toEqual(names);
  expect(stripeProperties('contacts')).toEqual(names);
  expect(stripeProperties('companies')).toEqual(names);

  const again = await setUp(SANDBOX_HUBSPOT_TOKEN, '--apply');
  expect(again.stdout).toBe('All Stripe properties exist. There is nothing to do.\n');
});

test('setup without a token says how to give one', async () => {
  const { code, stderr } = await setUp(undefined);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^HUBSPOT_ACCESS_TOKEN is not set\. .*\n$/);
});

test('setup with a wrong token says so and does not repeat it', async () => {
  const { code, stderr } = await setUp('pat-na1-wrong-canary-9f2b');
  expect(code).toBe(1);
  expect(stderr).toMatch(/did not accept the access token/);
  expect(stderr).not.toContain('canary');
});
