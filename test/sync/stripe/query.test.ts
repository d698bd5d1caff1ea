import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../sandbox/stripe/search/parse.ts';
import {
  anyOf,
  contains,
  equals,
  metadataClauses,
} from '../../../src/app/packages/sync/src/stripe/query.ts';

property.prop([fc.string({ unit: 'grapheme' })])('no text breaks out of its clause', (text) => {
  for (const clause of [
    equals('email', text),
    contains('name', text),
    ...metadataClauses('deal', text, [{ objectType: 'deal', key: 'HubSpot "Deal\\ ID' }]),
  ]) {
    expect(parseQuery(clause).clauses).toHaveLength(1);
  }
});

property.prop([fc.array(fc.constantFrom('"', '\\', "'", ' OR ', 'a', ':', '~', '\n'))])(
  'a value is read as it was written, but for control characters',
  (parts) => {
    const text = parts.join('');
    const [clause] = parseQuery(equals('email', text)).clauses;
    expect(clause?.value).toBe(text.replaceAll('\n', ' '));
  },
);

test('a query has at most ten alternatives, and none is lost', () => {
  const clauses = Array.from({ length: 23 }, (_, index) => equals('email', String(index)));
  const queries = anyOf(clauses);
  expect(queries.map((query) => parseQuery(query).clauses.length)).toEqual([10, 10, 3]);
  expect(queries.join(' OR ').split(' OR ')).toEqual(clauses);
});
