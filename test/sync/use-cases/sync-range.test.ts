import { expect, test } from 'vitest';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';
import { syncRange } from '../../../src/app/packages/sync/src/use-cases/refresh/sync-range.ts';
import { failureOf, fakePorts, NOW_MS } from '../fake-ports.ts';

const PAYMENTS = 60;
const SINCE_MS = NOW_MS - 3_600_000;

/** Ports whose Stripe has a page of payments, and time for so many of them in one call. */
function slowPorts(read: Set<string>, maxReads: number) {
  let reads = 0;
  return fakePorts({
    stripe: {
      eventsPage: () =>
        Promise.resolve({
          events: Array.from({ length: PAYMENTS }, (_, index) => ({
            id: `evt_${String(index)}`,
            created: Math.floor(NOW_MS / 1_000) - index,
            touched: {
              customerIds: [],
              paymentIds: [`pi_${String(index)}`],
              documentIds: [],
              addresses: [],
              claims: [],
            },
          })),
          next: null,
        }),
      chargesOfPayment: (id) => {
        reads += 1;
        if (reads > maxReads) return Promise.reject(new SyncError('timeout'));
        read.add(id);
        return Promise.resolve([]);
      },
    },
  });
}

async function steps(maxReads: number): Promise<{ readonly read: number; readonly calls: number }> {
  const read = new Set<string>();
  let continuation: string | undefined;
  let calls = 0;
  do {
    const goingOn = continuation === undefined ? {} : { continuation };
    const step = await syncRange(slowPorts(read, maxReads), { sinceMs: SINCE_MS, ...goingOn });
    continuation = step.continuation ?? undefined;
    calls += 1;
  } while (continuation !== undefined && calls < 50);
  return { read: read.size, calls };
}

test.each([60, 30, 12, 5])(
  'a page of events ends where one call has time for %i payments',
  async (maxReads) => {
    const { read, calls } = await steps(maxReads);
    expect(read).toBe(PAYMENTS);
    expect(calls).toBeLessThan(50);
  },
);

test('where there is no time for anything, that is reported', async () => {
  expect((await failureOf(steps(0))).code).toBe('timeout');
});
