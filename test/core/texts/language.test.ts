import { english, LANGUAGES, languageOf, textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { italian } from '../../../src/app/packages/core/src/texts/italian.ts';

test.each([
  ['it', 'it'],
  ['IT', 'it'],
  ['it-IT', 'it'],
  ['IT_it', 'it'],
  ['it-ch', 'it'],
  ['it-Latn-IT', 'it'],
  [' it ', 'it'],
  ['en', 'en'],
  ['en-gb', 'en'],
  ['en-IT', 'en'],
  ['de', 'en'],
  ['ja-jp', 'en'],
  // Other tags that only begin alike.
  ['ite', 'en'],
  ['in', 'en'],
  ['', 'en'],
  ['constructor', 'en'],
  ['__proto__', 'en'],
  [undefined, 'en'],
])('the language of %j is %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test('each language has its own catalogue', () => {
  expect(LANGUAGES).toEqual(['en', 'it']);
  expect(textsIn('en')).toBe(english);
  expect(textsIn('it')).toBe(italian);
});
