import type { ListedBy } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import type { RecordList } from '../../../src/app/packages/sync/src/ports.ts';
import { syncList } from '../../../src/app/packages/sync/src/use-cases/refresh/sync-list.ts';
import { failureOf, fakePorts } from '../fake-ports.ts';

const EVERY_DEAL: ListedBy = {
  objectType: 'deal',
  which: 'all',
  where: {},
  syncedBeforeMs: null,
};

const IDS = ['1', '2', '3', '4', '5', '6', '7'];

/** Pages of two of seven deals. */
function sevenDeals(remainingMs?: readonly number[]) {
  const asked: RecordList[] = [];
  const ports = fakePorts({
    ...(remainingMs !== undefined && { remainingMs }),
    crm: {
      recordsAfter: (list) => {
        asked.push(list);
        const from = list.afterId === null ? 0 : IDS.indexOf(list.afterId) + 1;
        const recordIds = IDS.slice(from, from + 2);
        return Promise.resolve({ recordIds, isLast: from + 2 >= IDS.length });
      },
    },
  });
  return { ports, asked };
}

test('syncs every record of every page once', async () => {
  const { ports, asked } = sevenDeals();
  const step = await syncList(ports, EVERY_DEAL);
  expect(step.records.map(({ recordId }) => recordId)).toEqual(IDS);
  expect(step).toMatchObject({ waiting: 0, continuation: null });
  expect(asked.map(({ afterId }) => afterId)).toEqual([null, '2', '4', '6']);
});

test('goes on where the time of a call was over, with nothing twice and nothing left out', async () => {
  const synced: string[] = [];
  let continuation: string | undefined;
  let calls = 0;
  do {
    const { ports } = sevenDeals([0]);
    const step = await syncList(ports, EVERY_DEAL, continuation);
    synced.push(...step.records.map(({ recordId }) => recordId));
    continuation = step.continuation ?? undefined;
    calls += 1;
  } while (continuation !== undefined && calls < 20);
  expect(synced).toEqual(IDS);
  expect(calls).toBeGreaterThan(1);
});

test('syncs an id that is named twice once', async () => {
  const step = await syncList(sevenDeals().ports, { ...EVERY_DEAL, which: ['3', '3'] });
  expect(step.records.map(({ recordId }) => recordId)).toEqual(['3']);
});

test('asks for records with a link or an assignment, and for no others', async () => {
  const { ports, asked } = sevenDeals();
  const where = { dealstage: 'closedwon' };
  await syncList(ports, { ...EVERY_DEAL, which: 'linked', where });
  expect(asked[0]).toMatchObject({ having: ['stripe_customer_id', 'stripe_payment_ids'], where });
});

test.each([
  ['no.token'],
  [fakePorts().seal.close(JSON.stringify({ kind: 'range', mode: 'test' }))],
])('refuses a token that is not its own', async (token) => {
  const failed = await failureOf(syncList(sevenDeals().ports, EVERY_DEAL, token));
  expect(failed.code).toBe('bad-request');
});
