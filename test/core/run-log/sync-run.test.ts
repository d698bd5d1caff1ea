import {
  afterRunStep,
  beginRun,
  functionTextsIn,
  LANGUAGES,
  runIn,
  runLogDefinition,
  runValues,
} from '@stripe-payments/core';
import type { Language, RangeRecord } from '@stripe-payments/core';
import { expect, test } from 'vitest';

const STARTED_MS = Date.UTC(2026, 10, 22, 12);
const TIMES = { mode: 'live' as const, askedMs: STARTED_MS - 1, nowMs: STARTED_MS };
const ENDED = { isFinished: true, nowMs: STARTED_MS + 5_000, coveredSinceMs: null };

const RECORDS: readonly RangeRecord[] = [
  { objectType: 'deal', recordId: '1', status: 'synced', changes: 3 },
  { objectType: 'deal', recordId: '2', status: 'synced', changes: 0 },
  { objectType: 'deal', recordId: '3', status: 'failed', error: { code: 'bad-id' } },
  { objectType: 'deal', recordId: '4', status: 'failed', error: { code: 'timeout' } },
];

const run = () => {
  const begun = beginRun('catch_up_page', { sinceMs: STARTED_MS - 60_000 }, TIMES);
  const first = afterRunStep(begun, { records: RECORDS.slice(0, 3), stripeCalls: 4 });
  return afterRunStep(first, { records: RECORDS.slice(2), stripeCalls: 3 });
};

test.each(LANGUAGES)('what a run stores in %s is read back, reasons included', (language) => {
  const values = runValues(run(), ENDED, functionTextsIn(language));
  expect(values).toMatchObject({ records_failed: '3', stripe_reads: '7', selection: '' });
  expect(values.run_id).toBe('catch_up_page live 2026-11-22T11:59:59.999Z');
  expect(runIn(values)).toEqual({
    door: 'catch_up_page',
    isFinished: true,
    startedMs: STARTED_MS,
    endedMs: ENDED.nowMs,
    lookedAt: 5,
    changed: 1,
    failures: [
      { code: 'bad-id', count: 2 },
      { code: 'timeout', count: 1 },
    ],
  });
});

test('a run that goes on has no end, and a list says what it is of', () => {
  const where = { dealstage: 'won' };
  const list = { objectType: 'deal', which: 'linked', where, syncedBeforeMs: null } as const;
  const values = runValues(
    beginRun('list_terminal', { list }, TIMES),
    { ...ENDED, isFinished: false },
    functionTextsIn('en'),
  );
  expect(values).toMatchObject({ state: 'goes_on', ended_at: '', since: '' });
  expect(values.selection).toBe('deal: linked, dealstage won');
});

test('what people made of a record is no number and no reason of ours', () => {
  expect(runIn({ started_at: '' })).toBeNull();
  const edited = { started_at: String(STARTED_MS), records_changed: '-1', door: 'by hand' };
  const failures_by_reason = 'ask Ada\n2 × something (not-a-code)';
  expect(runIn({ ...edited, failures_by_reason })).toMatchObject({
    door: 'by hand',
    isFinished: false,
    changed: 0,
    failures: [{ code: 'unexpected', count: 2 }],
  });
});

test('every value of a run has a property in both languages, and one is unique', () => {
  const values = runValues(run(), ENDED, functionTextsIn('en'));
  const labelsOf = (language: Language) => {
    const { properties } = runLogDefinition(language) as {
      readonly properties: readonly { name: string; label: string; hasUniqueValue?: boolean }[];
    };
    expect(properties.map(({ name }) => name)).toEqual(Object.keys(values));
    expect(properties.filter(({ hasUniqueValue }) => hasUniqueValue)).toHaveLength(1);
    return properties.map(({ label }) => label);
  };
  expect(labelsOf('it')).not.toEqual(labelsOf('en'));
});
