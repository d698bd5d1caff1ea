import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Ports } from '../../../src/app/packages/sync/src/ports.ts';
import { serve, settled, wired } from '../services.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Crm = Ports['crm'];
type Read = (crm: Crm) => Promise<unknown>;

const DEAL = { objectType: 'deal', recordId: '1' } as const;
const record = (id: string) => ({ id, properties: { dealname: 'A' } });
const place = (after: string) => ({ next: { after } });
const link = {
  toObjectId: 7,
  associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' }],
};
const GONE = { category: 'OBJECT_NOT_FOUND', context: { ids: ['2'] } };
const UNLINKED = { category: 'OBJECT_NOT_FOUND', context: { fromObjectId: ['2'] } };

interface Case {
  readonly read: Read;
  /** Answers that are so. */
  readonly right: readonly object[];
  /** Answers that are not. */
  readonly wrong: readonly (readonly [string, object])[];
}

/** What a gateway, or a failing service, answers whatever is asked. */
const FOREIGN: readonly (readonly [string, object])[] = [
  ['empty', {}],
  ['an envelope', { status: 'error', message: 'No.' }],
  ['results that are text', { results: 'ok' }],
  ['results that are null', { results: null }],
];

const READS: Readonly<Record<string, Case>> = {
  'one record': {
    read: (crm) => crm.read(DEAL, ['dealname']),
    right: [record('1'), { ...record('5'), properties: { hs_merged_object_ids: '9;1' } }],
    wrong: [
      ['another record', record('2')],
      ['no properties', { id: '1' }],
    ],
  },
  'many records': {
    read: (crm) => crm.readMany('deal', ['1', '2'], ['dealname']),
    right: [
      { results: [record('1'), record('2')] },
      { results: [record('1')], errors: [GONE] },
      {
        results: [record('1'), { ...record('5'), properties: { hs_merged_object_ids: '2' } }],
      },
    ],
    wrong: [
      ['one missing without an error', { results: [record('1')] }],
      ['none', { results: [] }],
      ['another record', { results: [record('1'), record('2'), record('3')] }],
      ['a record without an ID', { results: [record('1'), { properties: {} }] }],
    ],
  },
  associations: {
    read: (crm) => crm.associated(DEAL, 'contact'),
    right: [{ results: [link] }, { results: [] }],
    wrong: [
      ['a place that does not move', { results: [link], paging: place('7') }],
      ['nothing, and more', { results: [], paging: place('7') }],
      ['a row without an ID', { results: [{}] }],
    ],
  },
  'associations of many': {
    read: (crm) => crm.associatedWithMany('deal', ['1', '2'], 'contact'),
    right: [
      {
        results: [
          { from: { id: '1' }, to: [link] },
          { from: { id: '2' }, to: [] },
        ],
      },
      { results: [{ from: { id: '1' }, to: [link] }], errors: [UNLINKED] },
    ],
    wrong: [
      ['one missing without an error', { results: [{ from: { id: '1' }, to: [] }] }],
      ['none', { results: [] }],
      [
        "another record's",
        {
          results: ['1', '2', '3'].map((id) => ({ from: { id }, to: [] })),
        },
      ],
      [
        'a place that does not move',
        {
          results: [{ from: { id: '1' }, to: [link], paging: place('7') }],
          errors: [UNLINKED],
        },
      ],
    ],
  },
};

describe.each(Object.entries(READS))('%s', (_name, { read, right, wrong }) => {
  const outcome = (body: object) => {
    const requests = serve(() => ({ status: 200, body }));
    return settled(read(wired().crm)).then((settledAs) => ({ ...settledAs, requests }));
  };

  test.each(right)('as %j is read', async (body) => {
    expect((await outcome(body)).error).toBeUndefined();
  });

  test.each([...FOREIGN, ...wrong])('as %s is refused: %j', async (_what, body) => {
    const { error, requests, elapsedMs } = await outcome(body);
    expect(error).toMatchObject({ code: 'hubspot-wrong-answer' });
    expect(requests.length).toBeLessThan(4);
    expect(elapsedMs).toBeLessThan(1_000);
  });
});

describe('a search for claims', () => {
  const found = async (...pages: readonly object[]) => {
    const requests = serve(() => ({
      status: 200,
      body: pages[Math.min(requests.length, pages.length) - 1] ?? {},
    }));
    const { error } = await settled(
      wired().crm.searchClaims({
        objectType: 'deal',
        conditions: [{ property: 'stripe_payment_ids', is: 'set' }],
        properties: [],
      }),
    );
    return { error, calls: requests.length };
  };

  test('of several pages is read', async () => {
    const first = { total: 2, results: [record('1')], paging: place('1') };
    const second = { total: 2, results: [record('2')] };
    expect(await found(first, second)).toEqual({ error: undefined, calls: 2 });
  });

  test.each<readonly [string, object]>([
    ...FOREIGN,
    ['fewer than it says', { total: 2, results: [record('1')] }],
    ['nothing, and more', { total: 2, results: [], paging: place('1') }],
    ['a place that does not move', { total: 9, results: [record('1')], paging: place('1') }],
  ])('that is %s leaves the claims unchecked', async (_what, body) => {
    const { error, calls } = await found(body);
    expect(error).toMatchObject({ code: 'claims-unchecked' });
    expect(calls).toBeLessThan(3);
  });
});
