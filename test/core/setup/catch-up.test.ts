import type { RangeRecord, SyncRangeParameters, SyncRangeReply } from '@stripe-payments/core';
import { failuresByReason, runCatchUp, startCatchUp } from '@stripe-payments/core';
import { expect, test } from 'vitest';

const synced = (recordId: string, changes = 1): RangeRecord => ({
  objectType: 'deal',
  recordId,
  status: 'synced',
  changes,
});

const failed = (recordId: string): RangeRecord => ({
  objectType: 'deal',
  recordId,
  status: 'failed',
  error: { code: 'bad-id', detail: recordId },
});

const step = (
  continuation: string | null,
  records: readonly RangeRecord[],
  runLog: 'saved' | 'failed' = 'saved',
): SyncRangeReply => ({
  ok: true,
  eventsRead: 100,
  records,
  waiting: 3,
  isBeyondEvents: false,
  stripeCalls: 7,
  continuation,
  runLog,
});

const lost: SyncRangeReply = { ok: false, error: { code: 'no-answer' } };

/** Runs over the replies in their order. */
async function run(replies: readonly SyncRangeReply[], maxSteps = 100) {
  const due = [...replies];
  const sent: SyncRangeParameters[] = [];
  let steps = 0;
  const outcome = await runCatchUp(startCatchUp(5, 9), {
    send: (parameters) => {
      sent.push(parameters);
      return Promise.resolve(due.shift() ?? lost);
    },
    wait: () => Promise.resolve(),
    onStep: () => {
      steps += 1;
      return steps < maxSteps;
    },
  });
  return { ...outcome, sent };
}

test('goes on step after step and adds up what each did', async () => {
  const { catchUp, failure, sent } = await run([
    step('one', [synced('1'), synced('2', 0)]),
    step(null, [failed('3')]),
  ]);
  expect(sent).toEqual([
    { sinceMs: 5, startedMs: 9 },
    { sinceMs: 5, startedMs: 9, continuation: 'one' },
  ]);
  expect(catchUp).toMatchObject({ eventsRead: 200, synced: 2, changed: 1, isDone: true });
  expect(catchUp.failed.map(({ recordId }) => recordId)).toEqual(['3']);
  expect(failure).toBeNull();
});

test.each([
  [['failed', 'saved'] as const, false],
  [['saved', 'failed'] as const, true],
])('a log of %j is missing this run: %s', async ([first, last], isLogMissing) => {
  const { catchUp } = await run([step('one', [], first), step(null, [], last)]);
  expect(catchUp.isLogMissing).toBe(isLogMissing);
});

test('a step whose answer is lost is sent again as it was, and the loss is counted', async () => {
  const { catchUp, sent } = await run([step('one', []), lost, lost, step(null, [])]);
  expect(sent.map(({ continuation }) => continuation)).toEqual([undefined, 'one', 'one', 'one']);
  expect(catchUp).toMatchObject({ isDone: true, lostSteps: 2 });
});

test('three failures in a row stop it where it can go on', async () => {
  const slow: SyncRangeReply = { ok: false, error: { code: 'timeout' } };
  const { catchUp, failure, sent } = await run([step('one', [synced('1')]), slow, slow, slow]);
  expect(sent).toHaveLength(4);
  expect(failure).toEqual({ code: 'timeout' });
  expect(catchUp).toMatchObject({ synced: 1, continuation: 'one', isDone: false });
});

test('a refusal is not tried again', async () => {
  const refused: SyncRangeReply = {
    ok: false,
    error: { code: 'stripe-permission', permission: 'event_read' },
  };
  const { failure, sent } = await run([refused]);
  expect(sent).toHaveLength(1);
  expect(failure).toMatchObject({ permission: 'event_read' });
});

test('stops after a step when asked to, and is not done', async () => {
  const { catchUp, failure, sent } = await run([step('one', []), step(null, [])], 1);
  expect(sent).toHaveLength(1);
  expect(catchUp).toMatchObject({ isDone: false, continuation: 'one' });
  expect(failure).toBeNull();
});

test('failures are grouped by reason, whatever their details, the largest group first', () => {
  const wrong = ['1', '2'].map(failed);
  const other: RangeRecord = {
    objectType: 'contact',
    recordId: '9',
    status: 'failed',
    error: { code: 'wrong-mode' },
  };
  const groups = failuresByReason(
    [other, ...wrong].flatMap((record) => (record.status === 'failed' ? [record] : [])),
  );
  expect(groups.map(({ error, records }) => [error.code, records.length])).toEqual([
    ['bad-id', 2],
    ['wrong-mode', 1],
  ]);
});
