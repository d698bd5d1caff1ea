import { LANGUAGES, languageOf, setupTextsIn, textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';

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
  expect(textsIn('en').card.sync.button).toBe('Sync now');
  expect(textsIn('it').card.sync.button).toBe('Sincronizza ora');
});

test("texts quote the labels of the account language in every reader's language", () => {
  expect(textsIn('it', 'en').errors['unknown-customer'].nextStep).toContain('"Stripe customer"');
  expect(textsIn('it', 'it').errors['unknown-customer'].nextStep).toContain('"Cliente Stripe"');
  expect(setupTextsIn('it', 'en').setup.properties.intro).toContain('"Stripe payments"');
});
