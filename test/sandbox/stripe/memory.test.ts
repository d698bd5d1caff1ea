import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import {
  createRecorder,
  MAX_BODY_CHARACTERS,
  MAX_REQUESTS,
} from '../../../sandbox/http/recorder.ts';
import { createIdempotencyMemory, MAX_KEYS } from '../../../sandbox/stripe/api/idempotency.ts';
import type { Row } from '../../../sandbox/stripe/entities/row.ts';
import { createTable, SEARCH_LAG_MS } from '../../../sandbox/stripe/store/table.ts';
import { DAY_MS } from './start-sandbox.ts';

function recordingApp() {
  const recorder = createRecorder(() => 0);
  const app = new Hono();
  app.use(recorder.middleware);
  app.all('*', (context) => context.body(null));
  return { app, recorder };
}

test('the newest requests are kept, with the number of dropped ones', async () => {
  const { app, recorder } = recordingApp();
  for (let index = 0; index < MAX_REQUESTS + 3; index += 1) await app.request(`/${String(index)}`);
  expect(recorder.requests).toHaveLength(MAX_REQUESTS);
  expect(recorder.requests[0]?.path).toBe('/3');
  expect(recorder.requests.at(-1)?.sequence).toBe(MAX_REQUESTS + 3);
  expect(recorder.dropped).toBe(3);
  recorder.clear();
  expect(recorder.dropped).toBe(0);
});

test('long bodies drop older requests', async () => {
  const { app, recorder } = recordingApp();
  const body = 'x'.repeat(MAX_BODY_CHARACTERS / 2);
  for (const path of ['/1', '/2', '/3']) await app.request(path, { method: 'POST', body });
  expect(recorder.requests.map(({ path }) => path)).toEqual(['/2', '/3']);
});

const answer = { requestId: 'req_1', status: 200, body: {} };
const requestWith = (key: string) => ({ key, path: '/v1/refunds', parameters: '' });

test('idempotency keys are forgotten after a day, and the oldest of too many before it', () => {
  const clock = createManualClock(0);
  const memory = createIdempotencyMemory(clock);
  for (let index = 0; index <= MAX_KEYS; index += 1) {
    memory.remember(requestWith(String(index)), answer);
  }
  expect(memory.recall(requestWith('0'))).toBeUndefined();
  expect(memory.recall(requestWith('1'))).toMatchObject(answer);
  clock.advanceBy(DAY_MS + 1);
  expect(memory.recall(requestWith('1'))).toBeUndefined();
});

test('a table with a limit drops its oldest rows', () => {
  const table = createTable<Row>({ maxRows: 2 });
  for (const created of [3, 1, 2]) table.insert({ id: String(created), created }, 0);
  expect(table.newestFirst().map(({ id }) => id)).toEqual(['3', '2']);
  expect(table.get('1')).toBeUndefined();
});

test('a row that changes often keeps the version that a search still shows', () => {
  const table = createTable<Row & { readonly version: number }>();
  table.insert({ id: 'a', created: 0, version: 0 }, 0);
  for (let version = 1; version <= 200; version += 1) {
    table.update('a', { version }, version * 1000);
  }
  const [shown] = table.asOf(200_000 - SEARCH_LAG_MS);
  expect(shown?.version).toBe(140);
});
