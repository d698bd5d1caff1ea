import type { ReplyError } from '@stripe-payments/core';
import { errorTexts, isErrorCode, LANGUAGES, replyError, textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';

const codes = Object.keys(textsIn('en').errors).filter(isErrorCode);

test.each(LANGUAGES)('in %s every code has its own text, whatever words came along', (language) => {
  const texts = textsIn(language);
  for (const code of codes) {
    expect(errorTexts({ code, message: 'Other words.' }, texts)).toEqual(texts.errors[code]);
  }
});

/** What a function of next year answers. */
const foreign = (code: string): ReplyError =>
  JSON.parse(
    JSON.stringify({ code, message: 'Stripe moved.', nextStep: 'Follow it.' }),
  ) as ReplyError;

test.each(['from-next-year', 'constructor', '__proto__', ''])(
  'the code %j, which this build does not know, keeps what came along',
  (code) => {
    expect(errorTexts(foreign(code), textsIn('it'))).toMatchObject({
      message: 'Stripe moved.',
      nextStep: 'Follow it.',
    });
  },
);

test('a reply itself speaks the language of the account', () => {
  expect(replyError('timeout')).toMatchObject(textsIn('en').errors.timeout);
});
