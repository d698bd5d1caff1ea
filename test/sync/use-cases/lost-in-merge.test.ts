import { expect, test } from 'vitest';
import { unreadRecord } from '@stripe-payments/core';
import { lostInMerge } from '../../../src/app/packages/sync/src/use-cases/lost-in-merge.ts';
import { fakePorts } from '../fake-ports.ts';

const MINUTE_MS = 60_000;
const MERGED_MS = 100 * MINUTE_MS;

/** Values of `stripe_customer_id`, oldest first, each with its minute; the merge is in minute 100. */
type History = readonly (readonly [minute: number, value: string])[];

async function offered(history: History, current: string): Promise<readonly string[]> {
  const ports = fakePorts({
    crm: {
      saved: (_record, _properties, versionsOf) => {
        const written = versionsOf === 'stripe_customer_id' ? history : [];
        const versions = written.map(([minute, value]) => ({
          value,
          writtenAtMs: minute * MINUTE_MS,
        }));
        return Promise.resolve({
          stored: { stripe_customer_id: current },
          versions:
            versionsOf === 'hs_merged_object_ids'
              ? [{ value: '1;2', writtenAtMs: MERGED_MS }]
              : versions.toReversed(),
        });
      },
    },
  });
  const record = {
    ...unreadRecord('deal', '3'),
    mergedIds: new Set(['1', '2']),
  };
  const notes = await lostInMerge(ports, record);
  return notes.flatMap((note) =>
    note.kind === 'lost-in-merge' ? note.customers.map(({ id }) => id) : [],
  );
}

test.each<[string, History, string, readonly string[]]>([
  [
    'what the other record linked is',
    [
      [1, 'cus_a'],
      [2, 'cus_b'],
      [100, 'cus_a'],
    ],
    'cus_a',
    ['cus_b'],
  ],
  [
    'what was removed before is not, also where the first record was changed in between',
    [
      [1, 'cus_b'],
      [1, 'cus_a'],
      [2, ''],
      [3, 'cus_c'],
      [100, 'cus_a'],
    ],
    'cus_a',
    ['cus_c'],
  ],
  [
    'what may be removed is, where the change could be of either record',
    [
      [1, 'cus_a'],
      [2, 'cus_b'],
      [3, ''],
      [100, ''],
    ],
    '',
    ['cus_a', 'cus_b'],
  ],
  [
    'what was linked and removed after the merge is not',
    [
      [1, 'cus_a'],
      [2, 'cus_b'],
      [100, 'cus_a'],
      [110, 'cus_a, cus_b'],
      [120, 'cus_a'],
    ],
    'cus_a',
    [],
  ],
  [
    'what was added to the list of the record is not',
    [
      [1, 'cus_a'],
      [2, 'cus_a, cus_b'],
    ],
    'cus_a, cus_b',
    [],
  ],
])('of a merge, %s offered', async (_name, history, current, ids) => {
  expect(await offered(history, current)).toEqual(ids);
});
