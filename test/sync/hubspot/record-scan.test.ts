import { createWarmMemory } from '@stripe-payments/sync';
import { wireAdoption } from '@stripe-payments/sync/setup';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { serve, settled } from '../services.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const asked = z.object({
  filterGroups: z.array(
    z.object({ filters: z.tuple([z.object({}), z.object({ value: z.coerce.number() })]) }),
  ),
  limit: z.number(),
});

/** A HubSpot of records by id that pages like a search, each page possibly spoiled. */
function serveRecords(ids: readonly number[], spoiled = (page: object): object => page): void {
  serve(({ body }) => {
    const { filterGroups, limit } = asked.parse(JSON.parse(body));
    const after = filterGroups[0]?.filters[1].value ?? 0;
    const left = ids.filter((id) => id > after);
    const results = left.slice(0, limit).map((id) => ({ id: String(id), properties: {} }));
    return { status: 200, body: spoiled({ total: left.length, results }) };
  });
}

const scanned = () => {
  const environment = { STRIPE_SECRET_KEY: 'rk_test_x', PRIVATE_APP_ACCESS_TOKEN: 'pat-x' };
  const ports = wireAdoption(
    {
      environment,
      clock: { nowMs: () => 0 },
      elapsedMs: () => performance.now(),
      random: () => 0,
      limits,
    },
    createWarmMemory(),
  );
  return settled(ports.scan.everyHaving('contact', ['a', 'b'], ['a']));
};
const limits = { budgetMs: 3_600_000 };

test('finds more records than a search pages through', async () => {
  const ids = Array.from({ length: 10_401 }, (_, index) => index * 3 + 1);
  serveRecords(ids);
  const { value } = await scanned();
  expect([...(value?.keys() ?? [])]).toEqual(ids.map(String));
});

test.each([
  ['is not in order', (page: object) => ({ ...page, results: [record(5), record(4)] })],
  ['does not go on', (page: object) => ({ ...page, results: [record(1)] })],
  ['is empty and has more', (page: object) => ({ ...page, results: [] })],
  ['has no total', () => ({ results: [record(1)] })],
])('a search that %s is a wrong answer', async (_name, spoiled) => {
  serveRecords([1, 4, 5], spoiled);
  expect((await scanned()).error).toMatchObject({ code: 'hubspot-wrong-answer' });
});

const record = (id: number) => ({ id: String(id), properties: {} });
