import type { ErrorCode } from '@stripe-payments/core';
import { isErrorCode, problemText, problemTitle, textsIn } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';

const english = textsIn('en');
const { states } = english.card;

test.each<readonly [ErrorCode, string]>([
  ['not-configured', states.setupTitle],
  ['stripe-key-invalid', states.setupTitle],
  ['hubspot-unauthorized', states.setupTitle],
  ['stripe-permission', states.permissionTitle],
  ['hubspot-permission', states.permissionTitle],
  ['stripe-unreachable', states.stripeTitle],
  ['timeout', states.stripeTitle],
  ['hubspot-unreachable', states.crmTitle],
  ['hubspot-refused', states.crmTitle],
  ['bad-id', states.unreadableTitle],
])('%s is titled by where the obstacle is', (code, title) => {
  expect(problemTitle(code, english)).toBe(title);
});

test('a code of a newer function has a title too', () => {
  expect(problemTitle('brand-new' as ErrorCode, english)).toBe(states.unreadableTitle);
});

describe('a problem reads as what happened, its facts, the next step and what to quote', () => {
  const { message, nextStep } = english.errors['stripe-permission'];

  test('with all of them', () => {
    const problem = { code: 'stripe-permission', detail: 'rak_x.', requestId: 'req_1' } as const;
    expect(problemText(problem, english)).toBe(
      [message, 'rak_x.', nextStep, states.reference('req_1')].join(' '),
    );
  });

  test.each([
    ["No such customer: 'cus_1'", "No such customer: 'cus_1'."],
    ['rak_charge_read', 'rak_charge_read.'],
    ['Is it there?', 'Is it there?'],
    ['(See the log.)', '(See the log.)'],
    ['まだです。', 'まだです。'],
    ['לא נמצא.', '\u2068לא נמצא.\u2069'],
    ['x'.repeat(20).concat(' y'.repeat(200)), expect.stringMatching(/… /) as string],
  ])('what a service said is a sentence: %s', (detail, said) => {
    const text = problemText({ code: 'stripe-permission', detail }, english);
    expect(text).toEqual(typeof said === 'string' ? `${message} ${said} ${nextStep}` : said);
  });

  test('with none', () => {
    expect(problemText({ code: 'stripe-permission' }, english)).toBe(`${message} ${nextStep}`);
  });

  test('in the language of the reader', () => {
    const italian = textsIn('it');
    expect(problemText({ code: 'stripe-permission' }, italian)).toBe(
      `${italian.errors['stripe-permission'].message} ${italian.errors['stripe-permission'].nextStep}`,
    );
  });
});

test.each(['toString', '__proto__', 'brand-new', ''])('%j is no code', (code) => {
  expect(isErrorCode(code)).toBe(false);
});
