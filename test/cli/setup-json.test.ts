import { isErrorCode, STRIPE_PERMISSIONS, propertyNamesOf } from '@stripe-payments/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startHubSpotWith } from '../functions/other-hubspot.ts';
import { inVirtualTime } from '../functions/in-virtual-time.ts';
import type { SetupWorld } from './setup-harness.ts';
import { startSetupWorld } from './setup-harness.ts';
import { PROPERTY_COUNT } from '../builders/existing-property.ts';

beforeAll(inVirtualTime);

const problem = z.strictObject({
  code: z.string().refine(isErrorCode),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  scopes: z.array(z.string()).optional(),
});
const unreadable = z.strictObject({ isReadable: z.literal(false), error: problem });
const verdict = z.enum(['done', 'attention', 'blocked']);
const outcomes = <T extends z.ZodRawShape>(shape: T) =>
  z.union([z.strictObject({ isReadable: z.literal(true), ...shape }), unreadable]);

const permission = z.strictObject({
  permission: z.enum(STRIPE_PERMISSIONS),
  status: z.enum(['present', 'missing', 'unknown']),
  detail: z.string().optional(),
});
const stripeKey = z.union([
  z.strictObject({ status: z.literal('unusable'), error: problem }),
  z.strictObject({
    status: z.literal('usable'),
    mode: z.enum(['live', 'test']),
    kind: z.enum(['restricted', 'full']),
    permissions: z.array(permission).length(STRIPE_PERMISSIONS.length),
    account: z.union([z.looseObject({ isReadable: z.literal(true), id: z.string() }), unreadable]),
    settlementCurrencies: outcomes({ codes: z.array(z.string()) }),
    accountFees: outcomes({ areSeen: z.boolean() }),
  }),
]);
const objects = z.array(
  z.strictObject({
    objectType: z.enum(['deal', 'contact', 'company']),
    states: z
      .array(z.looseObject({ name: z.string(), status: z.string() }))
      .min(propertyNamesOf('company').length),
  }),
);
const usage = z.strictObject({ limit: z.number(), usage: z.number() }).nullable();
const checkJson = z.strictObject({
  ok: z.literal(true),
  report: z.strictObject({
    asOfMs: z.number(),
    stripeKey,
    crm: outcomes({
      scopes: z.array(z.strictObject({ name: z.string(), status: z.string() })),
      account: z.union([z.looseObject({ portalId: z.number() }), unreadable]),
      records: outcomes({
        counts: z.array(
          z.strictObject({
            objectType: z.string(),
            synced: z.number(),
            ofOtherMode: z.number(),
          }),
        ),
      }),
    }),
    properties: outcomes({ objects }),
    paymentRecords: outcomes({
      status: z.enum(['off', 'archived', 'foreign', 'on', 'incomplete']),
      records: z.number().nullable(),
      missingProperties: z.number(),
      missingAssociations: z.number(),
      recordLimit: usage,
    }),
    actions: z.array(z.enum(['links', 'invoices', 'subscriptions', 'refunds'])),
  }),
  verdicts: z.strictObject({
    stripeKey: verdict,
    stripeAccount: verdict,
    crm: verdict,
    properties: verdict,
  }),
});
const step = z.strictObject({
  objectType: z.string(),
  name: z.string(),
  action: z.enum(['create', 'restore', 'change']),
  differences: z.array(z.looseObject({ field: z.string() })),
});
const planJson = z.strictObject({
  ok: z.literal(true),
  mode: z.enum(['live', 'test']).nullable(),
  steps: z.array(step),
  properties: objects,
});
const applyJson = z.strictObject({
  ok: z.boolean(),
  action: z.literal('apply'),
  done: z.array(z.string()),
  failed: z.array(z.looseObject({ name: z.string(), error: problem })),
  left: z.array(z.string()),
  error: problem.nullable(),
});
const removeJson = z.strictObject({
  ok: z.literal(true),
  action: z.literal('remove'),
  removed: z.array(z.strictObject({ objectType: z.string(), name: z.string() })),
  failed: z.array(z.unknown()),
});
const failedJson = z.strictObject({
  ok: z.literal(false),
  error: z.looseObject({ code: z.string(), message: z.string() }),
});

// Made for this file. The token is of no known form, so only the setup itself can know it for one.
const KEY = 'rk_test_51Q7jsonCanaryZr8VbXw2LmNpT4yGh6KdJs9FqUe3R';
const TOKEN = 'odd.token.jsonCanary.Hu5WcEo1';
const CANARY = /jsonCanary|Zr8VbXw2|Hu5WcEo1|FqUe3R/;

let world: SetupWorld;

beforeAll(async () => {
  world = await startSetupWorld();
});

afterAll(() => world.close());

test('the JSON of each command has the documented form', async () => {
  const checked = await world.run(['check', '--json']);
  const { report, verdicts } = checkJson.parse(JSON.parse(checked.out));
  expect(verdicts).toMatchObject({ stripeKey: 'done', properties: 'blocked' });
  expect(report.stripeKey).toMatchObject({ mode: 'test', kind: 'restricted' });
  expect(checked.err).toBe('');

  const planned = planJson.parse(JSON.parse((await world.run(['plan', '--json'])).out));
  expect(planned.steps).toHaveLength(PROPERTY_COUNT);

  const applied = applyJson.parse(JSON.parse((await world.run(['apply', '--yes', '--json'])).out));
  expect(applied.done).toHaveLength(planned.steps.length);
  const again = applyJson.parse(JSON.parse((await world.run(['apply', '--yes', '--json'])).out));
  expect(again).toEqual({ ok: true, action: 'apply', done: [], failed: [], left: [], error: null });

  const removal = ['remove', '--confirm', 'stripe_payments', '--json'];
  const removed = removeJson.parse(JSON.parse((await world.run(removal)).out));
  expect(removed.removed).toHaveLength(planned.steps.length);
  expect(removeJson.parse(JSON.parse((await world.run(removal)).out)).removed).toEqual([]);
});

test.each([
  [
    'no token',
    ['plan', '--json'],
    { HUBSPOT_ACCESS_TOKEN: '', PRIVATE_APP_ACCESS_TOKEN: '' },
    'usage',
    2,
  ],
  ['no terminal to ask on', ['apply', '--json'], {}, 'cannot-ask', 2],
  ['a missing file', ['--keys-file', 'no.env', '--json'], {}, 'usage', 2],
  [
    'HubSpot out of reach',
    ['plan', '--json'],
    { HUBSPOT_API_BASE_URL: 'http://127.0.0.1:9' },
    'hubspot-unreachable',
    3,
  ],
  [
    'a wrong token',
    ['remove', '--json'],
    { PRIVATE_APP_ACCESS_TOKEN: 'pat-na1-wrong' },
    'hubspot-unauthorized',
    1,
  ],
] as const)(
  '%s is JSON on standard output, with the message on standard error',
  async (_name, argv, environment, code, exitCode) => {
    const ran = await world.run(argv, { environment });
    expect(ran.code).toBe(exitCode);
    expect(failedJson.parse(JSON.parse(ran.out)).error.code).toBe(code);
    expect(ran.err).not.toBe('');
  },
);

test('with a question on a terminal the plan is printed beside the JSON', async () => {
  const ran = await world.run(['apply', '--json'], { isTerminal: true, answers: ['n'] });
  expect(failedJson.parse(JSON.parse(ran.out)).error.code).toBe('declined');
  expect(ran.aside).toContain('Plan for the HubSpot account');
});

test('no output contains a key, not even where a service repeats it', async () => {
  const other = await startHubSpotWith(world, TOKEN, ['oauth', 'crm.objects.deals.read']);
  await world.stripe.send('POST', '/keys', { key: KEY, permissions: ['charge_read'] });
  const environment = {
    STRIPE_SECRET_KEY: KEY,
    HUBSPOT_ACCESS_TOKEN: TOKEN,
    HUBSPOT_API_BASE_URL: other.url,
  };
  const commands = [
    ['check'],
    ['plan'],
    ['apply', '--yes'],
    ['remove', '--confirm', 'stripe_payments'],
  ];
  const said: string[] = [];
  const run = async (environmentOfRun: Readonly<Record<string, string>>): Promise<void> => {
    for (const command of commands) {
      for (const flags of [[], ['--json']]) {
        const { out, err } = await world.run([...command, ...flags], {
          environment: environmentOfRun,
        });
        said.push(out, err);
      }
    }
  };
  await run(environment);
  await run({
    ...environment,
    HUBSPOT_ACCESS_TOKEN: `${TOKEN}wrong`,
    STRIPE_SECRET_KEY: `${KEY}wrong`,
  });
  const repeated = `Bearer ${TOKEN}, ${TOKEN}, ${KEY}: refused`;
  await fetch(`${other.url}/_sandbox/faults`, {
    method: 'POST',
    body: JSON.stringify({
      status: 400,
      body: { status: 'error', message: repeated, category: 'VALIDATION_ERROR' },
    }),
  });
  await world.stripe.fault({
    status: 400,
    body: { error: { type: 'invalid_request_error', message: repeated } },
  });
  await run(environment);
  await other.close();
  await world.stripe.clearFaults();
  expect(said.join('\n')).toContain('[hidden], [hidden], [hidden]: refused');
  expect(said.filter((text) => CANARY.test(text))).toEqual([]);
});

test('a key pasted into a label is not printed', async () => {
  const set = await startSetupWorld({ isSetUp: true });
  set.world.hubspot.store.updateProperty('deals', 'stripe_mode', { label: KEY });
  const environment = { STRIPE_SECRET_KEY: 'rk_test_51Q7setupAnother' };
  for (const argv of [['check'], ['plan'], ['check', '--json'], ['plan', '--json']]) {
    const { out, err } = await set.run(argv, { environment });
    expect(out).toContain('[hidden]');
    expect(`${out}${err}`).not.toMatch(CANARY);
  }
  await set.close();
});
