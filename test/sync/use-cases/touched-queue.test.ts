import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type {
  TouchedAt,
  TouchedSlice,
} from '../../../src/app/packages/sync/src/use-cases/refresh/touched-queue.ts';
import {
  MAX_OBJECTS,
  smallerSlice,
  takeSome,
} from '../../../src/app/packages/sync/src/use-cases/refresh/touched-queue.ts';

const ids = (prefix: string) =>
  fc.array(
    fc.nat(9).map((index) => `${prefix}_${String(index)}`),
    { maxLength: 4 },
  );

const entry: fc.Arbitrary<TouchedAt> = fc.record({
  changedAtMs: fc.nat(5),
  touched: fc.record({
    customerIds: ids('cus'),
    wholeCustomerIds: ids('whole'),
    paymentIds: ids('pi'),
    documentIds: ids('in'),
    addresses: ids('address'),
    claims: fc.array(
      fc.record({
        objectType: fc.constant('deal' as const),
        recordId: fc.nat(3).map((id) => String(id + 1)),
      }),
      { maxLength: 2 },
    ),
  }),
});

const keysOf = ({ touched }: Pick<TouchedAt, 'touched'>): readonly string[] => [
  ...touched.customerIds,
  ...(touched.wholeCustomerIds ?? []),
  ...touched.paymentIds,
  ...touched.documentIds,
  ...touched.addresses,
  ...touched.claims.map(({ recordId }) => recordId),
];

test.prop([fc.array(entry, { maxLength: 12 }), fc.integer({ min: 1, max: 9 })])(
  'everything touched is taken, with the newest of its changes',
  (queue, maxObjects) => {
    const taken: TouchedSlice[] = [];
    let rest: readonly TouchedAt[] = queue;
    while (rest.length > 0) {
      const before: number = rest.length;
      const part = takeSome(rest, maxObjects);
      taken.push(part.some);
      rest = part.rest;
      expect(rest.length).toBeLessThan(before);
    }
    for (const each of queue) {
      for (const key of keysOf(each)) {
        expect(
          taken.some((some) => keysOf(some).includes(key) && some.entries.includes(each)),
        ).toBe(true);
      }
    }
  },
);

test('several events of one payment are one read', () => {
  const touched = {
    customerIds: ['cus_1'],
    wholeCustomerIds: [],
    paymentIds: ['pi_1'],
    documentIds: [],
    addresses: [],
    domains: [],
    claims: [],
  };
  const queue = [
    { changedAtMs: 2, touched },
    { changedAtMs: 2, touched: { ...touched, paymentIds: ['pi_2'] } },
    { changedAtMs: 1, touched },
  ];
  const { some, rest } = takeSome(queue, 1);
  expect(some).toEqual({ touched, entries: [queue[0], queue[2]] });
  expect(rest).toEqual([queue[1]]);
});

test('a slice gets smaller until it is as small as it gets', () => {
  const sizes: number[] = [];
  for (let size: number | undefined = MAX_OBJECTS; size !== undefined; size = smallerSlice(size)) {
    sizes.push(size);
  }
  expect(sizes).toEqual([20, 10, 5]);
});
