import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WEBHOOK_EVENTS } from '@stripe-payments/core';
import { webhookSecret } from '@stripe-payments/sync';
import { expect, test } from 'vitest';
import { webhook } from '../../cli/webhook/run.ts';
import { useLinking } from './linking.ts';
import type { Environment } from './run-main.ts';

const { world, stripe } = useLinking();

const said: string[] = [];
const complained: string[] = [];

const command = (
  args: readonly string[],
  given: { readonly root?: string; readonly environment?: Environment } = {},
): Promise<number> => {
  said.length = 0;
  complained.length = 0;
  return webhook(args, {
    root: given.root ?? '',
    environment: { ...world().environment, ...given.environment },
    timeZone: 'UTC',
    readFile: () => undefined,
    clock: { nowMs: world().nowMs },
    elapsedMs: () => performance.now(),
    random: () => 0.5,
    say: (line) => {
      said.push(line);
    },
    complain: (line) => {
      complained.push(line);
    },
  });
};

const secret = (): string => webhookSecret(world().environment['STRIPE_SECRET_KEY'] ?? '');

test('the command adds the declaration, leaves it out again, and says how it is used', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'webhook-'));
  const functions = path.join(root, 'src/app/functions');
  mkdirSync(functions, { recursive: true });
  const file = path.join(functions, 'stripe-webhook-hsmeta.json');
  expect(await command(['on'], { root })).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    config: { endpoint: { path: 'stripe-webhook', methods: ['POST'] } },
  });
  expect(await command(['off'], { root })).toBe(0);
  expect(existsSync(file)).toBe(false);
  const odd = [
    ['register', 'www.acme.example', '--now'],
    ['url', 'www.acme.example', '--apply'],
  ];
  for (const args of [[], ['url'], ['url', 'https://x'], ['later'], ...odd]) {
    expect(await command(args)).toBe(2);
    expect([said.length, complained.join('\n')]).toEqual([
      0,
      expect.stringContaining('npm run webhook -- register DOMAIN') as unknown,
    ]);
  }
  for (const args of [['--help'], ['url', '-h']]) expect(await command(args)).toBe(0);
  expect(said.join('\n')).toContain('npm run webhook -- register DOMAIN');
});

const DOMAIN = 'www.acme.example';
const endpoints = () => stripe().store.webhookEndpoints.newestFirst();
const asked = (...args: readonly string[]) => command(['register', DOMAIN, ...args]);

test('prints the URL and the events to paste', async () => {
  expect(await command(['url', DOMAIN])).toBe(0);
  expect(said).toContain(`  https://${DOMAIN}/hs/serverless/stripe-webhook?secret=${secret()}`);
  expect(said).toContain('  charge.updated');
});

test('creates the endpoint only when it is approved, and once', async () => {
  expect(await asked()).toBe(1);
  expect(endpoints()).toEqual([]);
  expect(await asked('--apply')).toBe(0);
  expect(endpoints()).toMatchObject([{ enabledEvents: WEBHOOK_EVENTS, isEnabled: true }]);
  expect(await asked('--apply')).toBe(0);
  expect(endpoints()).toHaveLength(1);
});

test('says what differs, and puts that right when it is approved', async () => {
  const [own] = endpoints();
  const others = { url: `https://other.example/hs/serverless/stripe-webhook?secret=theirs` };
  stripe().registerWebhook({ ...others, enabledEvents: ['*'] });
  stripe().changeWebhook(own?.id ?? '', {
    url: `https://${DOMAIN}/hs/serverless/stripe-webhook?secret=old`,
    enabledEvents: [...WEBHOOK_EVENTS.slice(1), 'payout.created'],
    isEnabled: false,
  });
  expect(await asked()).toBe(1);
  expect(said.join('\n')).toMatch(
    /secret of another key[^]*disabled[^]*1 event type missing: charge.succeeded[^]*not needed: payout.created/,
  );
  expect(await asked('--apply')).toBe(0);
  expect(stripe().store.webhookEndpoints.get(own?.id ?? '')).toMatchObject({
    enabledEvents: WEBHOOK_EVENTS,
    isEnabled: true,
  });
  expect(await asked()).toBe(0);
  expect(endpoints()).toMatchObject([{ ...others, enabledEvents: ['*'] }, {}]);
});

test('with a key that may only read, or not even that, says what to paste', async () => {
  const read = 'rk_test_51Q7readsendpoints';
  await world().stripe.send('POST', '/keys', { key: read, permissions: ['webhook_read'] });
  const none = 'rk_test_51Q7withoutendpoints';
  await world().stripe.send('POST', '/keys', { key: none, permissions: ['event_read'] });
  const before = endpoints();
  for (const [key, text] of [
    [read, "can't write"],
    [none, "can't read"],
  ] as const) {
    const environment = { STRIPE_SECRET_KEY: key };
    expect(await command(['register', DOMAIN, '--apply'], { environment })).toBe(1);
    expect(complained.at(-1)).toContain(text);
    expect(complained.at(-1)).toContain('npm run webhook -- url DOMAIN');
  }
  expect(endpoints()).toEqual(before);
});

test('with a key of its own for this, the URL has the secret of the app', async () => {
  const app = 'rk_test_51Q7appreadsonly00';
  await world().stripe.send('POST', '/keys', { key: app, permissions: ['event_read'] });
  const environment = {
    STRIPE_SECRET_KEY: app,
    STRIPE_SETUP_KEY: world().environment['STRIPE_SECRET_KEY'] ?? '',
  };
  expect(await command(['register', DOMAIN, '--apply'], { environment })).toBe(0);
  expect(endpoints().map(({ url }) => url)).toContain(
    `https://${DOMAIN}/hs/serverless/stripe-webhook?secret=${webhookSecret(app)}`,
  );
});

test('what Stripe refuses is said without the URL, and nothing is called done', async () => {
  for (let left = 16 - endpoints().length; left > 0; left -= 1) {
    stripe().registerWebhook({ url: `https://${String(left)}.example/x`, enabledEvents: ['*'] });
  }
  const key = 'rk_test_51Q7anotherkey0000';
  await world().stripe.send('POST', '/keys', { key, permissions: ['webhook_write'] });
  const environment = { STRIPE_SECRET_KEY: key };
  const args = ['register', 'shop.example', '--apply'];
  expect(await command(args, { environment })).toBe(1);
  expect(complained.join('\n')).toContain('maximum of 16');
  expect([...said, ...complained].join('\n')).not.toContain(webhookSecret(key));
  expect(said.join('\n')).not.toContain('Done');
});

test('what is wrong with the key that is for this only is said of that key', async () => {
  world().world.stripe.keys.add('rk_test_setup0000000000000', ['webhook_read']);
  for (const key of ['rk_test_unknown00000000000', 'rk_test_setup0000000000000']) {
    const environment = { STRIPE_SETUP_KEY: key };
    expect(await command(['register', 'new.acme.example', '--apply'], { environment })).toBe(1);
    const text = complained.join('\n');
    expect(text).toContain('STRIPE_SETUP_KEY');
    expect(text).not.toContain('STRIPE_SECRET_KEY');
    expect(text).not.toContain(key);
  }
});

test('an endpoint for a project without the webhook is not created without a word', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'webhook-'));
  mkdirSync(path.join(root, 'src/app/functions'), { recursive: true });
  await command(['register', DOMAIN], { root });
  expect(complained.join('\n')).toContain('Run `npm run webhook -- on`');
  await command(['on'], { root });
  await command(['register', DOMAIN], { root });
  expect(complained).toEqual([]);
});
