import type { LoggedStep } from '@stripe-payments/sync';
import { SyncError } from '@stripe-payments/sync';
import { expect, test } from 'vitest';
import { everyPart } from '../../cli/refresh/every-part.ts';
import { fakePorts } from '../sync/fake-ports.ts';

const STEP: LoggedStep = {
  eventsRead: 3,
  records: [],
  waiting: 0,
  isBeyondEvents: false,
  stripeCalls: 1,
  continuation: null,
  runLog: 'off',
};

/** A run whose first parts fail so, and how long it waited. */
async function run(...failures: readonly SyncError[]) {
  const left = [...failures];
  let waitedMs = 0;
  const time = {
    remainingMs: () => 60_000,
    wait: (ms: number) => {
      waitedMs += ms;
      return Promise.resolve();
    },
  };
  const ended = await everyPart(
    () => ({ ...fakePorts({}), time }),
    () => {
      const failure = left.shift();
      return failure === undefined ? Promise.resolve(STEP) : Promise.reject(failure);
    },
    () => undefined,
  );
  return { stoppedBy: ended.stoppedBy?.code, eventsRead: ended.total.eventsRead, waitedMs };
}

test("HubSpot's limit of ten seconds does not end a run, not even at its beginning", async () => {
  const { stoppedBy, eventsRead, waitedMs } = await run(new SyncError('claims-unchecked'));
  expect([stoppedBy, eventsRead]).toEqual([undefined, 3]);
  expect(waitedMs).toBeGreaterThan(10_000);
});

test('what fails again ends it, and what does not pass at once', async () => {
  const limited = new SyncError('hubspot-rate-limited');
  expect(await run(limited, limited)).toMatchObject({ stoppedBy: 'hubspot-rate-limited' });
  const used = new SyncError('hubspot-daily-limit');
  expect(await run(used)).toMatchObject({ stoppedBy: 'hubspot-daily-limit', waitedMs: 0 });
});
