import { PROOF_PROPERTIES } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { readViewedRecord } from '../../../src/app/packages/sync/src/use-cases/viewed-record.ts';
import { failureOf, fakePorts, stored, viewed } from '../fake-ports.ts';

const createdMs = Date.parse('2026-01-02T03:04:05Z');

test.each([
  '2026-01-02T03:04:05Z',
  '2026-01-02T03:04:05.000Z',
  '2026-01-02T03:04:05.000+00:00',
  String(createdMs),
])('a record created at %s is the one on the screen', async (createdAt) => {
  const read = await readViewedRecord(fakePorts(), { ...viewed, createdAt }, ['amount']);
  expect(read).toBe(stored);
});

test.each([
  '2026-01-02T03:04:06Z',
  '2026-01-02',
  String(createdMs / 1_000),
  '',
  'null',
  'NaN',
  'Invalid Date',
])('a record sent as created at "%s" is another one', async (createdAt) => {
  const failure = await failureOf(readViewedRecord(fakePorts(), { ...viewed, createdAt }, []));
  expect(failure.code).toBe('bad-request');
});

test.each([
  ['another id', { ...stored, hs_object_id: '9002' }],
  ['no id', { ...stored, hs_object_id: null }],
  ['no creation time', { ...stored, createdate: null }],
  ['an unreadable creation time', { ...stored, createdate: 'soon' }],
  ['nothing', {}],
])('a record with %s is not the one on the screen', async (_name, answered) => {
  const ports = fakePorts({ stored: answered });
  expect((await failureOf(readViewedRecord(ports, viewed, []))).code).toBe('bad-request');
});

test('two unreadable times prove nothing', async () => {
  const ports = fakePorts({ stored: { ...stored, createdate: 'soon' } });
  const failure = await failureOf(readViewedRecord(ports, { ...viewed, createdAt: 'soon' }, []));
  expect(failure.code).toBe('bad-request');
});

test('the proof is read with the requested properties', async () => {
  const asked: (readonly string[])[] = [];
  const ports = fakePorts({
    crm: {
      read: (_record, properties) => {
        asked.push(properties);
        return Promise.resolve(stored);
      },
    },
  });
  await readViewedRecord(ports, viewed, ['amount']);
  expect(asked).toEqual([[...PROOF_PROPERTIES, 'amount']]);
});
