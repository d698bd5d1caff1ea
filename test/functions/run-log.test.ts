import type { CheckHealthReply, SyncRangeReply } from '@stripe-payments/core';
import { RUN_LOG_OBJECT, RUN_LOG_SCOPES, runLogDefinition } from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askRange } from './catching-up.ts';
import { useLinking } from './linking.ts';
import { succeeded } from './replies.ts';
import { demoNowMs, FUNCTION_CLOCK, loadMain, runMain } from './run-main.ts';
import { asReply } from './harness.ts';

type RangeStep = Extract<SyncRangeReply, { readonly ok: true }>;

const { world, newDeal } = useLinking();
const hubspot = () => world().world.hubspot;
let scopes: readonly string[];

beforeAll(() => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
});
beforeEach(() => {
  scopes =
    hubspot()
      .tokens.list()
      .find(({ isApp }) => isApp)?.scopes ?? [];
  hubspot().tokens.grant(undefined, [...new Set([...scopes, ...RUN_LOG_SCOPES])]);
});

const STARTED_MS = Date.UTC(2026, 10, 22, 12);

/** Anew: the tests of this file share an account. */
function turnOn(): void {
  const { store } = hubspot();
  const { customObjects, records } = store;
  const before = customObjects.find(`p_${RUN_LOG_OBJECT}`);
  if (before !== undefined) {
    for (const { id } of store.listObjects(before.typeId)) records.archive(before.typeId, id);
    customObjects.archive(before.typeId);
    customObjects.purge(before.typeId);
  }
  customObjects.create(runLogDefinition('en') as never);
}

const sync = (recordIds: readonly string[], given: object = {}) =>
  askRange(world(), {
    list: { objectType: 'deal', which: recordIds, where: {}, syncedBeforeMs: null },
    startedMs: STARTED_MS,
    ...given,
  });

const runs = () => {
  const { store } = hubspot();
  const { typeId } = store.customObjects.require(`p_${RUN_LOG_OBJECT}`);
  return store
    .listObjects(typeId)
    .map(({ id }) =>
      Object.fromEntries(
        ['run_id', 'state', 'records_looked_at', 'records_failed', 'stripe_reads'].map((name) => [
          name,
          store.valueOf(typeId, id, name),
        ]),
      ),
    );
};

const health = async () =>
  succeeded(
    asReply<Extract<CheckHealthReply, { ok: true }>>(
      await runMain(loadMain('check-health'), world().environment, { parameters: {} }),
    ),
  ).report.runLog;

test('without the object a run works as before, asks once, and health says that it is off', async () => {
  await world().hubspot.forgetRequests();
  const reply = succeeded(await sync([newDeal()]));
  expect(reply).toMatchObject({ runLog: 'off', continuation: null });
  const asked = (await world().hubspot.requests()).filter(({ path }) =>
    path.includes(`p_${RUN_LOG_OBJECT}`),
  );
  expect(asked).toHaveLength(1);
  expect(await health()).toMatchObject({ isReadable: true, isOn: false });
});

test('a run has one record, also after its answer was lost and it was asked for again', async () => {
  turnOn();
  const deals = [newDeal(), newDeal({ stripe_payment_ids: 'no id' })];
  expect(succeeded(await sync(deals)).runLog).toBe('saved');
  succeeded(await sync(deals));
  const stored = runs();
  expect(stored).toHaveLength(1);
  expect(stored[0]).toMatchObject({
    run_id: 'list_page test 2026-11-22T12:00:00.000Z',
    state: 'finished',
    records_looked_at: '2',
    records_failed: '1',
  });
  succeeded(await sync(deals, { startedMs: STARTED_MS + 1 }));
  expect(runs()).toHaveLength(2);
});

test('every step of a catch-up goes into its one record; health tells it and the reads of the runs of this month', async () => {
  turnOn();
  const asked = { sinceMs: Math.floor(world().nowMs()) - 1_000, startedMs: STARTED_MS };
  let reads = 0;
  for (let going: object | null = {}; going !== null;) {
    const step: RangeStep = succeeded(await askRange(world(), { ...asked, ...going }));
    reads += step.stripeCalls;
    going = step.continuation === null ? null : { continuation: step.continuation };
  }
  expect(runs()).toHaveLength(1);
  const list = succeeded(await sync([newDeal()]));
  await world().hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
  expect(await health()).toMatchObject({
    isOn: true,
    last: { door: 'catch_up_page', isFinished: true },
    month: { reads: reads + list.stripeCalls, runs: 2, isAll: true },
  });
});

test('a log that is full or not granted fails no sync', async () => {
  turnOn();
  const deal = newDeal();
  hubspot().behavior.change({ customRecordLimit: 0 });
  expect(succeeded(await sync([deal]))).toMatchObject({
    runLog: 'failed',
    records: [{ status: 'synced' }],
  });
  hubspot().tokens.grant(
    undefined,
    scopes.filter((scope) => !scope.includes('custom')),
  );
  expect(succeeded(await sync([deal])).runLog).toBe('off');
  expect(await health()).toMatchObject({
    isReadable: false,
    error: { code: 'hubspot-permission', scopes: ['crm.objects.custom.read'] },
  });
});

test('where HubSpot does not answer the write, it is not known whether the account has a log', async () => {
  const deal = newDeal();
  const pathPattern = `p_${RUN_LOG_OBJECT}/batch/upsert`;
  await world().hubspot.fault({ status: 503, pathPattern });
  expect(succeeded(await sync([deal]))).toMatchObject({
    runLog: 'unknown',
    records: [{ status: 'synced' }],
  });
  await world().hubspot.clearFaults();
});
