import type { RepliedFailure } from '@stripe-payments/core';
import { ERROR_CODES, errorTexts, LANGUAGES, textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';

test.each(LANGUAGES)('in %s every code has its own text, whatever words came along', (language) => {
  const texts = textsIn(language);
  for (const code of ERROR_CODES) {
    expect(errorTexts({ code, message: 'Other words.' }, texts)).toEqual(texts.errors[code]);
  }
});

/** What a function of next year answers. */
const foreign = (code: string): RepliedFailure =>
  JSON.parse(
    JSON.stringify({ code, message: 'Stripe moved.', nextStep: 'Follow it.' }),
  ) as RepliedFailure;

test.each(['from-next-year', 'constructor', '__proto__', ''])(
  'the code %j, which this build does not know, keeps what came along',
  (code) => {
    expect(errorTexts(foreign(code), textsIn('it'))).toMatchObject({
      message: 'Stripe moved.',
      nextStep: 'Follow it.',
    });
  },
);

test('a code that this build does not know, with no text beside it, is an unexpected error', () => {
  const failure = { code: 'from-next-year' } as unknown as RepliedFailure;
  expect(errorTexts(failure, textsIn('it'))).toEqual(textsIn('it').errors.unexpected);
});
