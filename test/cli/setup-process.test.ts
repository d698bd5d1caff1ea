import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { propertyNamesOf } from '@stripe-payments/core';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveOnLoopback } from '../../sandbox/http/serve.ts';
import type { World } from '../../sandbox/world/world.ts';
import { flowing } from './fake-terminal.ts';
import type { SetupWorld } from './setup-harness.ts';
import { READING_KEY, startSetupWorld } from './setup-harness.ts';
import type { Running } from './spawn-setup.ts';
import { startOnTerminal, startSetup } from './spawn-setup.ts';
import { PROPERTY_COUNT } from '../builders/existing-property.ts';

/** On deals, contacts and companies. */
const ALL = String(PROPERTY_COUNT);

let folder: string;
let world: SetupWorld;
let environment: Readonly<Record<string, string | undefined>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'setup-'));
  world = await startSetupWorld({ isSetUp: true });
  environment = { ...world.environment, LANG: 'en_US.UTF-8' };
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

const ESCAPE = '\u001b[';

test('a script gets the report without colors, and nothing on standard error', async () => {
  const { code, stdout, stderr } = await startSetup([], { environment, folder }).ended;
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(stdout).not.toContain(ESCAPE);
  expect(stdout).toMatch(/Setup is complete\. Cards show your payments\.\n$/);
});

test('a wrong command exits with code 2 and an empty report', async () => {
  const { code, stdout, stderr } = await startSetup(['aply'], { environment, folder }).ended;
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^Invalid command: unknown command 'aply'/);
});

test('keys are read from the current folder, after the environment', async () => {
  const own = mkdtempSync(path.join(folder, 'own-'));
  mkdirSync(path.join(own, 'src/app/functions'), { recursive: true });
  const token = environment['PRIVATE_APP_ACCESS_TOKEN'] ?? '';
  const others = {
    ...environment,
    PRIVATE_APP_ACCESS_TOKEN: undefined,
    STRIPE_SECRET_KEY: undefined,
  };
  writeFileSync(path.join(own, '.env'), `HUBSPOT_ACCESS_TOKEN=${token}\n`);
  writeFileSync(path.join(own, 'src/app/functions/.env'), `STRIPE_SECRET_KEY=${READING_KEY}\n`);
  const found = await startSetup([], { environment: others, folder: own }).ended;
  expect(found.code).toBe(0);
  expect(flowing(found.stdout)).toContain('Read from src/app/functions/.env');
  const overruled = { ...others, HUBSPOT_ACCESS_TOKEN: 'pat-na1-of-the-environment' };
  const refused = await startSetup(['plan'], { environment: overruled, folder: own }).ended;
  expect(refused.code).toBe(1);
  expect(flowing(refused.stderr)).toMatch(/^HubSpot doesn't accept this access token\./);
});

test('an Italian terminal reads Italian', async () => {
  const italian = { ...environment, LANG: 'it_IT.UTF-8' };
  const { stdout } = await startSetup(['plan'], { environment: italian, folder }).ended;
  expect(stdout).toMatch(/^Modalità di test\./);
  expect(stdout).toMatch(/Non serve alcuna modifica\.\n$/);
});

test('a closed pipe causes no stack trace', async () => {
  const options = { environment, folder, isReaderGone: true };
  const { signal, stderr } = await startSetup(['plan'], options).ended;
  expect({ signal, stderr }).toEqual({ signal: null, stderr: '' });
});

test('a terminal gets colors, a question and a progress bar that is cleared', async () => {
  const fresh = await startSetupWorld();
  const own = { ...environment, ...fresh.environment };
  const run = startOnTerminal(['apply'], { environment: own, folder, input: 'y\n' });
  const { code, stdout } = await run.ended;
  await fresh.close();
  expect(code).toBe(0);
  expect(stdout).toContain(`${ESCAPE}32mCreate "Fees"${ESCAPE}39m`);
  expect(stdout).toContain('Apply these changes? (y/N)');
  expect(stdout).toContain(`░ 0 of ${ALL} applied`);
  expect(stdout).toContain(`█ ${ALL} of ${ALL} applied`);
  expect(stdout).toContain(`${ALL} properties are set up.`);
  const cleared = stdout.slice(stdout.lastIndexOf(`${ALL} applied`) + `${ALL} applied`.length);
  expect(cleared).toContain(`${ESCAPE}2K`);
});

test.each([
  ['NO_COLOR', { NO_COLOR: '1' }, []],
  ['a dumb terminal', { TERM: 'dumb' }, []],
  ['--no-color', {}, ['--no-color']],
])('with %s a terminal gets no colors', async (_name, variables, flags) => {
  const own = { ...environment, ...variables };
  const { stdout } = await startOnTerminal(['plan', ...flags], { environment: own, folder }).ended;
  expect(stdout).toContain('No changes needed.');
  expect(stdout).not.toMatch(/\u001b\[\d+m/);
});

/** HubSpot, but for the second batch of deals: the program is killed before or after it took effect. */
async function startDeadly(hubspot: World['hubspot'], isServed: boolean, kill: () => void) {
  let batches = 0;
  const app = new Hono();
  app.all('*', async ({ req }) => {
    const { pathname, search } = new URL(req.url);
    const forward = async (): Promise<Response> =>
      fetch(`${hubspot.url}${pathname}${search}`, {
        method: req.method,
        headers: req.raw.headers,
        ...(req.method === 'GET' ? {} : { body: await req.text() }),
      });
    if (pathname.endsWith('/deals/batch/create')) batches += 1;
    if (batches < 2) return forward();
    if (isServed) await forward();
    kill();
    return new Response(null, { status: 503 });
  });
  return serveOnLoopback(app);
}

test.each([
  ['before HubSpot has its second part', false, 14],
  ['after HubSpot did it, and before the answer', true, 28],
])('a run killed %s is completed by a second run', async (_name, isServed, left) => {
  const fresh = await startSetupWorld();
  const { hubspot } = fresh.world;
  const runs: Running[] = [];
  const deadly = await startDeadly(hubspot, isServed, () => {
    for (const run of runs) run.kill('SIGKILL');
  });
  const own = { ...environment, ...fresh.environment, HUBSPOT_API_BASE_URL: deadly.url };
  const first = startSetup(['apply', '--yes'], { environment: own, folder });
  runs.push(first);
  expect(await first.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
  await deadly.close();
  const dealProperties = (): number =>
    hubspot.store
      .properties('deals')
      .list(false)
      .filter(({ groupName }) => groupName === 'stripe_payments').length;
  expect(dealProperties()).toBe(left);

  const second = await fresh.run(['apply', '--yes']);
  expect(second.code).toBe(0);
  expect(dealProperties()).toBe(propertyNamesOf('deal').length);
  expect(await fresh.run(['plan'])).toMatchObject({
    code: 0,
    said: expect.stringMatching(/No changes needed\.$/) as unknown,
  });
  await fresh.close();
});
