import { declineText, declineTextsIn, storedDeclineIn, valueTextsIn } from '@stripe-payments/core';
import { expect } from 'vitest';
import { EXPLAINED } from '../../../src/app/packages/core/src/texts/declines.ts';
import { fc, test } from '../../builders/laws.ts';

const english = valueTextsIn('en');

const DECLINE_CODES = Object.keys(EXPLAINED);

const someCode = fc.option(
  fc.oneof(
    fc.string(),
    fc.constantFrom('', 'constructor', '__proto__', 'toString', ...DECLINE_CODES),
  ),
);

test.prop([someCode, someCode, someCode])(
  'any failure has a text and a next step',
  (code, reason, message) => {
    const text = declineText({ code, reason, message }, english);
    expect(text.reason.trim()).not.toBe('');
    expect(Object.values(english.declines.nextSteps)).toContain(text.nextStep);
  },
);

test.each([
  ['the reason of the issuer', 'card_declined', 'insufficient_funds', 'Insufficient funds'],
  ['the code, where there is no reason', 'expired_card', null, 'The card has expired'],
  ['the code, where the reason is new', 'expired_card', 'of_next_year', 'The card has expired'],
  ['the code, where the reason is empty', 'expired_card', '', 'The card has expired'],
  ['a new reason as it is', null, 'of_next_year', 'Declined (of_next_year)'],
  ['a new code as it is', 'of_next_year', '', 'Declined (of_next_year)'],
  ['that there is none', null, null, 'The payment failed, and Stripe gave no reason'],
  [
    'that there is none, also for empty texts',
    '',
    '',
    'The payment failed, and Stripe gave no reason',
  ],
])('a failure shows %s', (_name, code, reason, text) => {
  expect(declineText({ code, reason, message: null }, english).reason).toBe(text);
});

test.each(['lost_card', 'stolen_card', 'pickup_card'])(
  'a card reported as stolen is not named so: %s',
  (reason) => {
    const text = declineText({ code: 'card_declined', reason, message: null }, english);
    expect(text.reason).toBe('The bank declined the card');
  },
);

test('a stored reason reads the same in the other language, with the same advice as when it was new', () => {
  for (const language of ['en', 'it'] as const) {
    const other = language === 'en' ? 'it' : 'en';
    const texts = declineTextsIn(language);
    for (const code of DECLINE_CODES) {
      const failure = { code, reason: null, message: null };
      const stored = declineText(failure, declineTextsIn(other)).reason;
      const shown = storedDeclineIn(language, stored);
      expect([code, shown]).toEqual([code, declineText(failure, texts)]);
      expect(storedDeclineIn(other, stored).reason).toBe(stored);
    }
  }
  expect(storedDeclineIn('it', 'Declined (code_of_2030)')).toEqual({
    reason: 'Declined (code_of_2030)',
    nextStep: 'Controlla il pagamento in Stripe.',
  });
});
