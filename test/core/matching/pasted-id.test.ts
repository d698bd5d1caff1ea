import { parsePastedId } from '@stripe-payments/core';
import { expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

const HOME = 'https://dashboard.stripe.com';

test.each([
  ['ch_1Ab', 'charge', 'ch_1Ab', undefined],
  [' py_1Ab\n', 'charge', 'py_1Ab', undefined],
  ['pi_1Ab', 'payment-intent', 'pi_1Ab', undefined],
  ['in_1Ab', 'invoice', 'in_1Ab', undefined],
  ['sub_1Ab', 'subscription', 'sub_1Ab', undefined],
  ['cus_1Ab', 'customer', 'cus_1Ab', undefined],
  ['cs_test_a1', 'checkout', 'cs_test_a1', 'test'],
  ['cs_live_a1', 'checkout', 'cs_live_a1', 'live'],
  [`${HOME}/payments/pi_1`, 'payment-intent', 'pi_1', undefined],
  [`${HOME}/test/payments/ch_1`, 'charge', 'ch_1', 'test'],
  [`${HOME}/acct_1Ab/test/payments/py_1?tab=logs#top`, 'charge', 'py_1', 'test'],
  [`${HOME}/acct_1Ab/invoices/in_1/`, 'invoice', 'in_1', undefined],
  [`${HOME}/test/subscriptions/sub_1`, 'subscription', 'sub_1', 'test'],
  [`  ${HOME}/customers/cus_1 `, 'customer', 'cus_1', undefined],
  [`${HOME}/checkout/sessions/cs_live_1`, 'checkout', 'cs_live_1', 'live'],
  ['HTTPS://Dashboard.Stripe.com/payments/pi_1', 'payment-intent', 'pi_1', undefined],
])('%j names the %s %s', (text, kind, id, mode) => {
  expect(parsePastedId(text)).toEqual({ kind, id, mode });
});

test.each([
  '',
  'pi_',
  'PI_1',
  'pi_1 pi_2',
  're_1',
  'evt_1',
  'sub_sched_1',
  'pi_1_secret_2',
  'pi_1/../x',
  'http://dashboard.stripe.com/payments/pi_1',
  'https://dashboard.stripe.com.evil.example/payments/pi_1',
  'https://evil.example/dashboard.stripe.com/payments/pi_1',
  'https://user@dashboard.stripe.com/payments/pi_1',
  'https://dashboard.stripe.com:8443/payments/pi_1',
  `${HOME}/payments/cus_1`,
  `${HOME}/customers/pi_1`,
  `${HOME}/connect/payments/pi_1`,
  `${HOME}/payments/pi_1/refunds`,
  `${HOME}/payments`,
  `${HOME}/test/checkout/sessions/cs_live_1`,
  `${HOME}/search?query=pi_1`,
])('%j references no object', (text) => {
  expect(parsePastedId(text)).toBeUndefined();
});

const garbage = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .tuple(
      fc.constantFrom(HOME, 'https://stripe.com', 'pi_', 'cs_test_', ''),
      fc.string({ unit: fc.constantFrom('/', 'a', '_', '?', '#', '%', '\n', '.', 'pi_', 'test/') }),
    )
    .map((parts) => parts.join('')),
);

test.prop([garbage])('an id parsed from any text has its kind and is part of the text', (text) => {
  const parsed = parsePastedId(text);
  if (parsed === undefined) return;
  expect(parsed.id).toMatch(/^(?:ch|py|pi|in|sub|cs|cus)_\w{1,250}$/);
  expect(text).toContain(parsed.id);
  expect(parsePastedId(parsed.id)).toMatchObject({ kind: parsed.kind, id: parsed.id });
});
