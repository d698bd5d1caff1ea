import { expect, test, describe } from 'vitest';
import type { SharedList } from '../../../src/app/packages/sync/src/stripe/batches.ts';
import { createSharedList, inBatches } from '../../../src/app/packages/sync/src/stripe/batches.ts';
import { fc, test as law } from '../../builders/laws.ts';

interface Item {
  readonly id: string;
  readonly owner: string;
}

const items = (count: number, owners: number): readonly Item[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `in_${String(index)}`,
    owner: `cus_${String(index % owners)}`,
  }));

/** A list of an account, and the calls that were made for it. */
function account(all: readonly Item[], given: Partial<SharedList<Item, string>> = {}) {
  const calls: string[] = [];
  const list: SharedList<Item, string> = {
    name: 'items',
    pageOfAll: ({ limit, starting_after: after }) => {
      calls.push('all');
      const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
      const data = all.slice(start, start + limit);
      return Promise.resolve({ data, has_more: start + limit < all.length });
    },
    listOf: (owner) => {
      calls.push(owner);
      return Promise.resolve(all.filter((item) => item.owner === owner));
    },
    isOf: (item, owner) => item.owner === owner,
    isInAll: () => true,
    ...given,
  };
  return { calls, list };
}

const sharing = (lengths = new Map<string, number>()) => ({ lengths, nowMs: () => 0 });

const owners = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `cus_${String(index)}`);

law.prop([fc.nat(450), fc.integer({ min: 1, max: 40 }), fc.nat(40)])(
  'has for each owner what the list of that owner has, at most a quarter more calls or one',
  async (count, ownerCount, asked) => {
    const all = items(count, ownerCount);
    const { calls, list } = account(all);
    const listOf = createSharedList(list, sharing());
    const found = await Promise.all(owners(asked).map(listOf));
    expect(found).toEqual(owners(asked).map((owner) => all.filter((item) => item.owner === owner)));
    expect(calls.length).toBeLessThanOrEqual(asked + Math.max(1, Math.floor(asked / 4)));
  },
);

test('a list that is short is read once, also for those who ask later', async () => {
  const { calls, list } = account(items(100, 5));
  const listOf = createSharedList(list, sharing());
  await Promise.all(owners(5).map(listOf));
  await listOf('cus_7');
  expect(calls).toEqual(['all']);
});

test('a list that was read a while ago is read again', async () => {
  const { calls, list } = account(items(10, 5));
  let nowMs = 0;
  const listOf = createSharedList(list, { lengths: new Map(), nowMs: () => nowMs });
  await Promise.all(owners(5).map(listOf));
  nowMs = 20_000;
  await Promise.all(owners(5).map(listOf));
  expect(calls).toEqual(['all', 'all']);
});

test('a single owner is asked for alone', async () => {
  const { calls, list } = account(items(10, 5));
  await createSharedList(list, sharing())('cus_1');
  expect(calls).toEqual(['cus_1']);
});

test('a list that was too long is not tried again, neither by the next invocation', async () => {
  const { calls, list } = account(items(300, 5));
  const lengths = new Map<string, number>();
  await Promise.all(owners(5).map(createSharedList(list, sharing(lengths))));
  await Promise.all(owners(5).map(createSharedList(list, sharing(lengths))));
  expect(calls.filter((call) => call === 'all')).toHaveLength(1);
});

describe('falls back to the list of each owner', () => {
  test.each<[string, Partial<SharedList<Item, string>>]>([
    ['where the whole list fails', { pageOfAll: () => Promise.reject(new Error('No.')) }],
    [
      'where an object is on two pages',
      {
        pageOfAll: () =>
          Promise.resolve({ data: [{ id: 'in_0', owner: 'cus_0' }], has_more: true }),
      },
    ],
    ['for customers that it leaves out', { isInAll: () => false }],
  ])('%s', async (_name, given) => {
    const all = items(9, 3);
    const { list } = account(all, given);
    const listOf = createSharedList(list, sharing());
    const found = await Promise.all(owners(9).map(listOf));
    expect(found.flat()).toHaveLength(9);
  });
});

test('a failure of one owner is not one of the others', async () => {
  const answer = inBatches<number, number>(
    () => (key) => (key === 2 ? Promise.reject(new Error('No.')) : Promise.resolve(key)),
  );
  const outcomes = await Promise.allSettled([1, 2, 3].map(answer));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('what is asked for while others are gathered is answered with them', async () => {
  const batches: (readonly string[])[] = [];
  let end = (): void => undefined;
  const gathered = new Promise<void>((resolve) => {
    end = resolve;
  });
  const answer = inBatches<string, string>(
    (keys) => {
      batches.push(keys);
      return (key) => Promise.resolve(key);
    },
    () => gathered,
  );
  const first = answer('first');
  await new Promise((resolve) => setImmediate(resolve));
  const second = answer('second');
  end();
  expect(await Promise.all([first, second])).toEqual(['first', 'second']);
  expect(batches).toEqual([['first', 'second']]);
});
