import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Given } from '../services.ts';
import { serve, settled, wired } from '../services.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const page = (ids: readonly string[], total: number = ids.length): Given => ({
  status: 200,
  body: { total, results: ids.map((id) => ({ id, properties: {} })) },
});

const listed = (afterId: string | null = null) =>
  settled(
    wired().crm.recordsAfter({
      objectType: 'deal',
      having: ['stripe_customer_id'],
      where: { dealstage: 'won' },
      afterId,
    }),
  );

test('asks for the next ids, so that no list is too long for the pages of a search', async () => {
  const bodies: string[] = [];
  serve(({ body }) => {
    bodies.push(body);
    return page(['12', '100']);
  });
  expect((await listed('9')).value).toEqual({ recordIds: ['12', '100'], isLast: true });
  expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
    filterGroups: [
      {
        filters: [
          { propertyName: 'stripe_customer_id', operator: 'HAS_PROPERTY' },
          { propertyName: 'dealstage', operator: 'EQ', value: 'won' },
          { propertyName: 'hs_object_id', operator: 'GT', value: '9' },
        ],
      },
    ],
    sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
  });
});

test.each([
  ['ids that are not in order', page(['100', '12'])],
  ['an id twice', page(['12', '12'])],
  ['an id from before', page(['9'])],
  ['fewer than it says', page(['12'], 3)],
])('refuses %s: a record would be missed or synced for ever', async (_name, given) => {
  serve(() => given);
  expect((await listed('9')).error).toMatchObject({ code: 'hubspot-wrong-answer' });
});

test('goes on after a full page', async () => {
  serve(() =>
    page(
      Array.from({ length: 200 }, (_, index) => String(index + 10)),
      450,
    ),
  );
  expect((await listed()).value?.isLast).toBe(false);
});

const members = (after: string | null = null) =>
  settled(wired().crm.listMembers({ objectType: 'deal', listId: '7', after }));

const membersPage = (ids: readonly string[], after?: string): Given => ({
  status: 200,
  body: {
    results: ids.map((recordId) => ({ recordId })),
    ...(after !== undefined && { paging: { next: { after } } }),
  },
});

test('the members of a list go on at the cursor, after its type was looked at once', async () => {
  const paths: string[] = [];
  serve(({ path, search }) => {
    paths.push(path + search);
    return path.endsWith('/memberships')
      ? membersPage(['4', '5'], 'abc')
      : { status: 200, body: { list: { objectTypeId: '0-3' } } };
  });
  expect((await members()).value).toEqual({ recordIds: ['4', '5'], next: 'abc' });
  expect((await members('xyz')).value).toEqual({ recordIds: ['4', '5'], next: 'abc' });
  expect(paths).toEqual([
    '/crm/lists/2026-03/7',
    '/crm/lists/2026-03/7/memberships?limit=250',
    '/crm/lists/2026-03/7/memberships?limit=250&after=xyz',
  ]);
});

test.each([
  ['the same cursor again', membersPage(['4'], 'abc')],
  ['a cursor without a member', membersPage([], 'def')],
])('a list of members with %s is refused: it would be read for ever', async (_name, given) => {
  serve(() => given);
  expect((await members('abc')).error).toMatchObject({ code: 'hubspot-wrong-answer' });
});

const SINCE_MS = Date.parse('2026-11-20T00:00:00Z');

const deletedPage = (
  records: readonly { readonly at: string; readonly syncedAt?: string }[],
  after?: string,
): Given => ({
  status: 200,
  body: {
    results: records.map(({ at, syncedAt }, index) => ({
      id: String(index + 1),
      archivedAt: at,
      properties: syncedAt === undefined ? {} : { stripe_last_synced_at: syncedAt },
    })),
    ...(after !== undefined && { paging: { next: { after } } }),
  },
});

const deleted = () =>
  settled(
    wired().crm.deletedSince('deal', ['stripe_customer_id', 'stripe_last_synced_at'], SINCE_MS),
  );

test('deleted records of before are left out', async () => {
  const at = '2026-11-20T00:00:00Z';
  serve(() => deletedPage([{ at: '2026-11-19T23:59:59Z' }, { at, syncedAt: at }]));
  expect((await deleted()).value).toEqual({
    records: [{ deletedAtMs: SINCE_MS, stored: { stripe_last_synced_at: at } }],
    isCut: false,
  });
});

test('deleted records are read page by page, a thousand at most', async () => {
  const paths: string[] = [];
  serve(({ path, search }) => {
    paths.push(path + search);
    return deletedPage([{ at: '2026-11-21T00:00:00Z' }], String(paths.length));
  });
  const { value } = await deleted();
  expect([value?.records.length, value?.isCut]).toEqual([10, true]);
  expect(paths).toHaveLength(10);
  expect(paths[1]).toBe(
    '/crm/objects/2026-03/0-3?archived=true&properties=stripe_customer_id&properties=stripe_last_synced_at&limit=100&after=1',
  );
});

test('a list of deleted records that does not go on is refused', async () => {
  serve(() => deletedPage([{ at: '2026-11-01T00:00:00Z' }], 'abc'));
  expect((await deleted()).error).toMatchObject({ code: 'hubspot-wrong-answer' });
});
