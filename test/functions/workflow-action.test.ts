import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { translate } from '@hubspot/project-parsing-lib/translate';
import { PROPERTIES, WORKFLOW_OUTPUTS } from '@stripe-payments/core';
import { webhookSecret } from '@stripe-payments/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workflowAction } from '../../cli/workflow-action/run.ts';
import { endpointAnswerSchema, endpointContext } from '../../sandbox/hubspot-workflows/endpoint.ts';
import type { StepOutcome } from '../../sandbox/hubspot-workflows/run-step.ts';
import { runWorkflowStep } from '../../sandbox/hubspot-workflows/run-step.ts';
import { seedManyPayments } from '../../sandbox/seed/index.ts';
import { SANDBOX_PORTAL_ID } from '../../sandbox/world/world.ts';
import { useLinking } from './linking.ts';
import { isWrite, requestsOf } from './requests.ts';
import { demoNowMs, FUNCTION_CLOCK, loadMain, runMain } from './run-main.ts';

const { world, newDeal, payment, stripe } = useLinking();
const root = mkdtempSync(path.join(tmpdir(), 'workflow-action-'));
const ACTION = path.join(root, 'src/app/workflow-actions/sync-payments-hsmeta.json');

const command = (...args: readonly string[]): number =>
  workflowAction(args, {
    root,
    environment: world().environment,
    timeZone: 'UTC',
    readFile: () => undefined,
    clock: { nowMs: world().nowMs },
    elapsedMs: () => performance.now(),
    random: () => 0.5,
    say: () => undefined,
    complain: () => undefined,
  });

const declared = (): { config: { actionUrl: string } } =>
  JSON.parse(readFileSync(ACTION, 'utf8')) as { config: { actionUrl: string } };

beforeAll(() => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
  command('on', 'www.acme.example');
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
  rmSync(root, { recursive: true });
});

/** As HubSpot calls the endpoint function; anything of it can be another. */
const call = async (url: string, body: unknown, given: object = {}) => {
  const headers = { 'x-hubspot-signature-v3': 'x', 'content-type': 'application/json' };
  const context = endpointContext({ url, body, headers, accountId: SANDBOX_PORTAL_ID });
  const answer = runMain(loadMain('sync-action'), world().environment, { ...context, ...given });
  return endpointAnswerSchema.parse(await answer);
};

const pauses: number[] = [];

const run = (
  recordId: string,
  { objectType = 'DEAL', wait }: { objectType?: string; wait?: () => Promise<void> } = {},
): Promise<StepOutcome> =>
  runWorkflowStep(
    declared(),
    { objectType, recordId },
    {
      portalId: SANDBOX_PORTAL_ID,
      post: call,
      wait: async (durationMs) => {
        pauses.push(durationMs);
        await wait?.();
      },
    },
  );

test('a step syncs a deal, and later steps get its figures', async () => {
  const { charge } = payment();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '', amount: '200' });
  expect(await run(deal)).toEqual({
    state: 'SUCCESS',
    attempts: 1,
    outputs: {
      sync_result: 'synced',
      stripe_payment_status: 'partially_paid',
      stripe_coverage: 'partly_paid',
      stripe_amount_outstanding: 77,
      stripe_currency: 'USD',
      stripe_amount_paid: 123,
      stripe_amount_refunded: 0,
      stripe_settlement_currency: 'USD',
      stripe_net_amount: 119.13,
      stripe_fee_amount: 3.87,
      stripe_amounts_by_currency: expect.stringContaining('USD') as string,
      stripe_last_payment_date: expect.any(Number) as number,
    },
  });
  expect(world().storedOf(deal)).toMatchObject({ stripe_net_amount: '119.13' });
});

test.each(['CONTACT', 'COMPANY'] as const)('a step syncs a %s', async (objectType) => {
  const store = objectType === 'CONTACT' ? 'contacts' : 'companies';
  const { id } = world().world.hubspot.store.createObject(store, {});
  expect(await run(id, { objectType })).toMatchObject({
    state: 'SUCCESS',
    outputs: { sync_result: 'synced', stripe_payment_status: 'none' },
  });
});

test('a step that is repeated writes nothing the second time', async () => {
  const deal = newDeal();
  await run(deal);
  await world().hubspot.forgetRequests();
  expect(await run(deal)).toMatchObject({ state: 'SUCCESS' });
  expect((await requestsOf(world())).filter(isWrite)).toEqual([]);
});

test('a step of a record that was merged into another syncs that one', async () => {
  const { charge } = payment();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  const { id } = world().world.hubspot.store.mergeObjects('deals', deal, newDeal());
  expect(await run(deal)).toMatchObject({ state: 'SUCCESS' });
  expect(world().storedOf(id)).toMatchObject({
    stripe_match: 'linked',
    stripe_amount_paid: '123.00',
    stripe_review_count: '0',
  });
});

test('a failed sync lets the workflow go on, with the reason', async () => {
  const deal = newDeal({ stripe_customer_id: 'cus_unknown123' });
  expect(await run(deal)).toMatchObject({
    state: 'FAIL_CONTINUE',
    outputs: {
      sync_result: 'failed',
      sync_reason: expect.stringContaining("doesn't exist in Stripe") as string,
    },
  });
  expect(await run('999999999')).toMatchObject({
    state: 'FAIL_CONTINUE',
    outputs: { sync_reason: expect.stringContaining('no longer exists') as string },
  });
});

describe('a caller that is no workflow of this account learns nothing', () => {
  const body = (given: object = {}): object => ({
    origin: { portalId: SANDBOX_PORTAL_ID, actionDefinitionId: 1 },
    object: { objectId: 9_001, objectType: 'DEAL' },
    ...given,
  });

  test.each([
    ['another secret', { params: { secret: ['guess'] } }, 403],
    ['no secret', { params: {} }, 403],
    ['two secrets', { params: { secret: ['a', 'b'] } }, 403],
    ["the webhook's secret", null, 403],
    ['another method', { method: 'GET' }, 400],
    ['another account', { body: body({ origin: { portalId: 1 } }) }, 400],
    ['no object', { body: body({ object: {} }) }, 400],
    ['a text', { body: 'x' }, 400],
    [
      'an id that is a path',
      { body: body({ object: { objectId: '1/..', objectType: 'DEAL' } }) },
      400,
    ],
  ])('%s', async (_name, given, statusCode) => {
    await world().stripe.forgetRequests();
    await world().hubspot.forgetRequests();
    const url = declared().config.actionUrl;
    const other = given ?? {
      params: { secret: [webhookSecret(world().environment['STRIPE_SECRET_KEY'] ?? '')] },
    };
    expect(await call(url, body(), other)).toEqual({ statusCode, body: {} });
    expect(await requestsOf(world())).toEqual([]);
  });

  test('a type of record that has no payments fails without a call', async () => {
    const url = declared().config.actionUrl;
    const ticket = body({ object: { objectId: 1, objectType: 'TICKET' } });
    expect(await call(url, ticket)).toMatchObject({
      statusCode: 200,
      body: { outputFields: { hs_execution_state: 'FAIL_CONTINUE', sync_result: 'failed' } },
    });
  });
});

test.each([
  ['whose first part takes all of it', 7_000],
  ['of which one part is read', 1_100],
])('a record %s is unchanged, and left to the catch-up', async (_name, latencyMs) => {
  const untilMs = world().nowMs();
  const { id } = seedManyPayments(stripe(), { count: 600, fromMs: untilMs - 1e9, untilMs });
  const deal = newDeal({ stripe_customer_id: id });
  await world().stripe.setLatency(latencyMs);
  const outcome = await run(deal);
  await world().stripe.setLatency(0);
  expect(outcome).toMatchObject({
    state: 'FAIL_CONTINUE',
    outputs: { sync_result: 'unfinished' },
  });
  expect(world().storedOf(deal)).toMatchObject({
    stripe_amount_paid: null,
    stripe_sync_error: expect.stringContaining('too slowly') as string,
  });
});

test('while Stripe cannot be reached HubSpot tries again, later and later', async () => {
  const deal = newDeal();
  await world().stripe.fault({ status: 503 });
  pauses.length = 0;
  const wait = async (): Promise<void> => {
    if (pauses.length === 2) await world().stripe.clearFaults();
  };
  expect(await run(deal, { wait })).toMatchObject({ state: 'SUCCESS', attempts: 3 });
  expect(pauses).toEqual([60_000, 120_000]);
});

test('each output has the kind of its property', () => {
  for (const [name, kind] of Object.entries(WORKFLOW_OUTPUTS)) {
    const type = PROPERTIES.find((property) => property.name === name)?.type;
    expect([type, name.endsWith('currency') ? 'string' : type], name).toContain(kind);
  }
});

test("HubSpot's parser accepts the project with the action, and the command takes it away", async () => {
  for (const file of ['src/app/app-hsmeta.json', 'src/app/functions/package.json']) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    copyFileSync(file, path.join(root, file));
  }
  writeFileSync(path.join(root, '.hsignore'), '');
  const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
    { projectSourceDir: path.join(root, 'src'), platformVersion: '2026.09' },
    { skipValidation: true },
  );
  expect(skippedHsMetaFiles).toEqual([]);
  expect(Object.keys(intermediateRepresentation.intermediateNodesIndexedByUid)).toEqual(
    expect.arrayContaining(['sync-action', 'sync-stripe-payments']),
  );
  expect(command('off')).toBe(0);
  expect(existsSync(ACTION)).toBe(false);
});
