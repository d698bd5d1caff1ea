import type { ErrorCode, RepliedFailure } from '@stripe-payments/core';
import {
  ERROR_CODES,
  failureMessage,
  functionTextsIn,
  failureText,
  isErrorCode,
  LANGUAGES,
  PERMISSION_NAMES,
  failureParagraph,
  savedFailureMessage,
  setupTextsIn,
  STRIPE_PERMISSIONS,
  textsIn,
} from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';

const english = setupTextsIn('en');
const { states } = english.card;

/** What a function newer than this build answers. */
const unknown = (code: string, texts: object = {}): RepliedFailure =>
  JSON.parse(JSON.stringify({ code, ...texts })) as RepliedFailure;

describe('title', () => {
  test.each<readonly [ErrorCode, string]>([
    ['not-set-up', states.setupTitle],
    ['not-configured', states.notConnectedTitle],
    ['stripe-key-invalid', states.notConnectedTitle],
    ['hubspot-unauthorized', states.hubspotTitle],
    ['stripe-permission', states.permissionTitle],
    ['hubspot-permission', states.permissionTitle],
    ['stripe-unreachable', states.stripeTitle],
    ['timeout', states.stripeTitle],
    ['hubspot-unreachable', states.hubspotTitle],
    ['hubspot-refused', states.hubspotTitle],
    ['bad-id', states.unreadableTitle],
  ])('of %s names the part that failed', (code, title) => {
    expect(failureText({ code }, english).title).toBe(title);
  });

  test('exists for the code of a newer function', () => {
    expect(failureText(unknown('brand-new'), english).title).toBe(states.unreadableTitle);
  });
});

describe('message and next step', () => {
  test.each(LANGUAGES)('are the code’s own in %s, also where the reply has a text', (language) => {
    const texts = functionTextsIn(language);
    for (const code of ERROR_CODES) {
      expect(failureMessage({ code, message: 'Other words.' }, texts)).toEqual(texts.errors[code]);
    }
  });

  test.each(['from-next-year', 'constructor', '__proto__', ''])(
    'are those of the reply for the unknown code %j',
    (code) => {
      const came = { message: 'Stripe moved.', nextStep: 'Follow it.' };
      expect(failureMessage(unknown(code, came), textsIn('it'))).toMatchObject(came);
    },
  );

  test('are those of an unexpected error where an unknown code has no text', () => {
    const { errors } = textsIn('it');
    expect(failureMessage(unknown('from-next-year'), textsIn('it'))).toEqual(errors.unexpected);
  });

  test('name the missing permission as Stripe does', () => {
    const failure = {
      code: 'stripe-permission',
      permission: 'charge_read',
      detail: "This key is missing 'rak_charge_read'.",
    } as const;
    expect(failureText(failure, setupTextsIn('en'))).toEqual({
      title: 'A permission is missing',
      message: 'Your Stripe key needs read access to Charges and Refunds.',
      nextStep: 'Edit the key in Stripe, then sync again.',
      detail: "This key is missing 'rak_charge_read'.",
    });
    expect(failureText(failure, textsIn('it')).message).toContain('Charges and Refunds');
  });

  test.each(STRIPE_PERMISSIONS)('name %s without its slug', (permission) => {
    const { message } = failureText({ code: 'stripe-permission', permission }, english);
    expect(message).toContain(PERMISSION_NAMES[permission]);
    expect(message).not.toContain('_');
  });

  test('name write access, and a permission that has no name by its slug', () => {
    const said = (permission: string): string =>
      failureText(unknown('stripe-permission', { permission }), english).message;
    expect(said('charge_write')).toBe('Your Stripe key needs write access to Charges and Refunds.');
    expect(said('brand_new_read')).toBe('Your Stripe key needs read access to brand_new_read.');
  });

  test('name the missing scopes as HubSpot does', () => {
    const scopes = ['crm.objects.deals.read', 'crm.objects.deals.write'];
    expect(failureText({ code: 'hubspot-permission', scopes }, english).message).toBe(
      'The app needs these HubSpot scopes: crm.objects.deals.read, crm.objects.deals.write.',
    );
  });

  test('offer "Try again" only where it can help', () => {
    const again = ERROR_CODES.filter((code) => /try again/i.test(english.errors[code].nextStep));
    expect(again).toEqual([
      'bad-request',
      'claims-unchecked',
      'stripe-unreachable',
      'stripe-wrong-answer',
      'stripe-rate-limited',
      'hubspot-unreachable',
      'hubspot-wrong-answer',
      'hubspot-rate-limited',
      'removal-not-confirmed',
      'setup-too-slow',
      'timeout',
      'no-answer',
      'unexpected',
    ]);
  });
});

describe('detail', () => {
  test.each([
    ["No such customer: 'cus_1'", "No such customer: 'cus_1'."],
    ['rak_charge_read', 'rak_charge_read.'],
    ['Is it there?', 'Is it there?'],
    ['(See the log.)', '(See the log.)'],
    ['まだです。', 'まだです。'],
    ['לא נמצא.', '\u2068לא נמצא.\u2069'],
  ])('is a sentence: %s', (detail, sentence) => {
    expect(failureText({ code: 'stripe-refused', detail }, english).detail).toBe(sentence);
  });

  test('is shortened', () => {
    const detail = 'x'.repeat(20).concat(' y'.repeat(200));
    const text = failureText({ code: 'stripe-refused', detail }, english).detail ?? '';
    expect(text.length).toBeLessThan(detail.length);
    expect(text).toMatch(/…$/);
  });

  test('names the properties it is about', () => {
    const failure = { code: 'not-set-up', properties: ['stripe_mrr', 'stripe_mode'] } as const;
    expect(failureText(failure, english).detail).toBe('Properties: stripe_mrr, stripe_mode.');
  });

  test('has the request id', () => {
    const failure = { code: 'stripe-refused', detail: 'No.', requestId: 'req_1' } as const;
    expect(failureText(failure, english).detail).toBe('No. Request ID: req_1');
  });

  test('is absent where the service said nothing', () => {
    expect(failureText({ code: 'timeout' }, english).detail).toBeUndefined();
  });
});

test('a paragraph holds message, next step and detail in the reader’s language', () => {
  const italian = textsIn('it');
  const { message, nextStep } = italian.errors['stripe-refused'];
  const failure = { code: 'stripe-refused', detail: 'No.', requestId: 'req_1' } as const;
  expect(failureParagraph(failure, italian)).toBe(`${message} ${nextStep} No. ID richiesta: req_1`);
});

describe('what is saved about a failure', () => {
  test.each(LANGUAGES)('in %s is read in the other language, without its facts', (saved) => {
    const read = textsIn(saved === 'en' ? 'it' : 'en');
    for (const [code, { message }] of Object.entries(textsIn(saved).errors)) {
      const { message: expected } = read.errors[code as keyof typeof read.errors];
      expect(savedFailureMessage(message, read)).toBe(expected);
      expect(savedFailureMessage(`${message} (Request req_1.)`, read)).toBe(expected);
    }
  });

  test.each(['Some other sentence.', '', 'toString'])('stays as it is: %j', (saved) => {
    expect(savedFailureMessage(saved, english)).toBe(saved);
  });
});

test.each(['toString', '__proto__', 'brand-new', ''])('%j is not an error code', (code) => {
  expect(isErrorCode(code)).toBe(false);
});
