import type { CheckHealthReply, OpenPaymentsReply } from '@stripe-payments/core';
import { RUN_LOG_OBJECT, RUN_LOG_SCOPES, runLogDefinition } from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createManualClock } from '../../sandbox/http/clock.ts';
import { createStripeSandbox } from '../../sandbox/stripe/index.ts';
import { SANDBOX_STRIPE_KEY } from '../../sandbox/world/world.ts';
import { catchUp } from './catching-up.ts';
import { controlOf } from './control.ts';
import { asReply } from './harness.ts';
import { useLinking } from './linking.ts';
import { succeeded } from './replies.ts';
import { forgetRequests, named } from './requests.ts';
import { demoNowMs, FUNCTION_CLOCK, loadMain, runMain, VIRTUAL_TIME } from './run-main.ts';
import { serveStraight } from './straight.ts';

const MINUTE_MS = 60_000;

const { world, newDeal, payment } = useLinking();
const log = () => world().world.hubspot.store.customObjects.find(`p_${RUN_LOG_OBJECT}`);

beforeAll(() => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
});

beforeEach(() => {
  const { store, tokens } = world().world.hubspot;
  const scopes = tokens.list().find(({ isApp }) => isApp)?.scopes ?? [];
  tokens.grant(undefined, [...new Set([...scopes, ...RUN_LOG_SCOPES])]);
  if (log() === undefined) store.customObjects.create(runLogDefinition('en') as never);
});

/** A deal that was synced some time ago. */
async function syncedDeal(): Promise<string> {
  const dealId = newDeal({ stripe_payment_ids: payment().charge.id, amount: '123' });
  world().passTime(10 * MINUTE_MS);
  succeeded(await world().syncPayments(dealId));
  world().passTime(30 * MINUTE_MS);
  return dealId;
}

/** What opening the deal brings, and what it asks of Stripe. */
async function opened(dealId: string) {
  const savedAtMs = Date.parse(world().storedOf(dealId)['stripe_last_synced_at'] ?? '');
  await forgetRequests(world());
  const reply = await world().getPayments(dealId, {
    parameters: { objectType: 'deal', savedAtMs },
  });
  const answer = succeeded(reply as OpenPaymentsReply);
  const calls = named(await world().stripe.requests()).length;
  return 'view' in answer
    ? { is: 'read', calls, savedAtMs }
    : { is: 'current', calls, savedAtMs, asOfMs: answer.currentAsOfMs };
}

test('a deal that is kept current is opened without a call to Stripe, until the catch-up is 20 minutes old', async () => {
  const dealId = await syncedDeal();
  expect(await opened(dealId)).toMatchObject({ is: 'read' });
  const startedMs = world().nowMs();
  await catchUp(world(), 1);
  world().passTime(MINUTE_MS);
  const first = await opened(dealId);
  expect(first).toMatchObject({ is: 'current', calls: 0 });
  expect(first.asOfMs).toBeGreaterThan(first.savedAtMs);
  expect(first.asOfMs).toBeLessThanOrEqual(startedMs);
  world().passTime(20 * MINUTE_MS);
  const later = await opened(dealId);
  expect(later.is).toBe('read');
  expect(later.calls).toBeGreaterThan(0);
});

test('a deal that was changed since, or of which the card shows older figures, is read', async () => {
  const dealId = await syncedDeal();
  await catchUp(world(), 1);
  world().passTime(MINUTE_MS);
  const { is, savedAtMs } = await opened(dealId);
  expect(is).toBe('current');
  const older = { parameters: { objectType: 'deal', savedAtMs: savedAtMs - 1 } };
  expect(succeeded(await world().getPayments(dealId, older))).toHaveProperty('view');
  world().edit(dealId, { dealname: 'Another name' });
  world().passTime(MINUTE_MS);
  expect((await opened(dealId)).is).toBe('read');
});

test('a catch-up that begins after the sync says nothing of the time between', async () => {
  const dealId = await syncedDeal();
  await catchUp(world(), 0.1);
  world().passTime(MINUTE_MS);
  expect((await opened(dealId)).is).toBe('read');
});

test('a deal with what the catch-up found is opened with the figures that it saved', async () => {
  const dealId = await syncedDeal();
  const { stripe } = world().world;
  const [chargeId = ''] = (world().storedOf(dealId)['stripe_payment_ids'] ?? '').split(';');
  stripe.world.refund(chargeId, { amount: 2_300, atMs: world().nowMs() });
  world().passTime(5 * MINUTE_MS);
  await catchUp(world(), 1);
  world().passTime(MINUTE_MS);
  expect((await opened(dealId)).is).toBe('current');
  expect(world().storedOf(dealId)['stripe_amount_refunded']).toBe('23.00');
});

/** For runs with the live key of the account, which has payments of its own: none. */
function withLiveKey(): Record<string, string> {
  const live = createStripeSandbox({
    clock: createManualClock(world().nowMs()),
    monotonicNowMs: VIRTUAL_TIME.nowMs,
    wait: VIRTUAL_TIME.wait,
    seed: 2,
    livemode: true,
  });
  const url = 'http://127.0.0.1:9';
  serveStraight(controlOf(url), live.app);
  return {
    STRIPE_API_BASE_URL: url,
    STRIPE_SECRET_KEY: SANDBOX_STRIPE_KEY.replace('_test_', '_live_'),
  };
}

test('a catch-up with the live key says nothing of payments in test mode', async () => {
  const dealId = await syncedDeal();
  const live = withLiveKey();
  await catchUp(world(), 1, live);
  world().passTime(MINUTE_MS);
  expect((await opened(dealId)).is).toBe('read');
  await catchUp(world(), 1);
  world().passTime(MINUTE_MS);
  expect((await opened(dealId)).is).toBe('current');
});

test('Health tells the last catch-up of its own key', async () => {
  const last = async (environment: object = {}) => {
    const given = { ...world().environment, ...environment };
    const reply = await runMain(loadMain('check-health'), given, { parameters: {} });
    const { runLog } = succeeded(asReply<Extract<CheckHealthReply, { ok: true }>>(reply)).report;
    return runLog.isReadable ? runLog.last?.startedMs : undefined;
  };
  const live = withLiveKey();
  const startedMs = world().nowMs();
  await catchUp(world(), 1);
  world().passTime(MINUTE_MS);
  await catchUp(world(), 1, live);
  world().passTime(MINUTE_MS);
  expect(await last()).toBe(startedMs);
  expect(await last(live)).toBe(startedMs + MINUTE_MS);
});

test('in an account without a log it is read', async () => {
  const { store } = world().world.hubspot;
  const { typeId } = store.customObjects.require(`p_${RUN_LOG_OBJECT}`);
  for (const { id } of store.listObjects(typeId)) store.records.archive(typeId, id);
  store.customObjects.archive(typeId);
  store.customObjects.purge(typeId);
  const dealId = await syncedDeal();
  await catchUp(world(), 1);
  expect((await opened(dealId)).is).toBe('read');
});
