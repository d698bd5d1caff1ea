import { isRecordId } from '@stripe-payments/core';
import { expect } from 'vitest';
import { fc, test } from '../builders/laws.ts';

test.each(['1', '9001', '9223372036854775807'])('%s can be the id of a record', (text) => {
  expect(isRecordId(text)).toBe(true);
});

test.each([
  '',
  ' 1',
  '1 ',
  '1\n',
  '0',
  '01',
  '-1',
  '1.5',
  '1e3',
  '١',
  '９',
  '../1',
  '1/2',
  '1'.repeat(20),
])('%j cannot be the id of a record', (text) => {
  expect(isRecordId(text)).toBe(false);
});

test.prop([fc.string({ unit: 'binary' })])(
  'an id has no special characters of a URL, path or query',
  (text) => {
    if (isRecordId(text)) expect(encodeURIComponent(text)).toBe(text);
  },
);

test.prop([fc.bigInt({ min: 1n, max: 2n ** 63n - 1n })])(
  'every id of HubSpot is accepted',
  (id) => {
    expect(isRecordId(String(id))).toBe(true);
  },
);
