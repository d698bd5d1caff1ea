import { isolated, objectTypeOf, recordUrl } from '@stripe-payments/core';
import { expect, test } from 'vitest';

const deal = { objectType: 'deal', recordId: '9001' } as const;

test.each([
  ['deal', '0-3'],
  ['contact', '0-1'],
  ['company', '0-2'],
] as const)('a %s has the type %s in its URL, and is read back from it', (objectType, typeId) => {
  const url = recordUrl(4242, { ...deal, objectType });
  expect(url).toBe(`https://app.hubspot.com/contacts/4242/record/${typeId}/9001`);
  expect(objectTypeOf(typeId)).toBe(objectType);
});

test.each(['0-5', '', 'deal', 'constructor'])('%j is a type without payments', (typeId) => {
  expect(objectTypeOf(typeId)).toBeUndefined();
});

test('an invalid id has no URL', () => {
  expect(recordUrl(1, { ...deal, recordId: '../../@evil.example/?' })).toBeNull();
});

test.each([
  ['Nov 22, 2026', 'Nov 22, 2026'],
  ['شركة', '\u2068شركة\u2069'],
])('%j is isolated only where it is right-to-left', (text, expected) => {
  expect(isolated(text)).toBe(expected);
});
