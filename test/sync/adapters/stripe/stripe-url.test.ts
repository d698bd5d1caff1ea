import { expect, test } from 'vitest';
import { stripeUrl } from '../../../../src/app/packages/sync/src/adapters/stripe/map-invoice.ts';

test.each([
  'https://invoice.stripe.com/i/acct_1/test_1',
  'https://stripe.com/x',
  'https://pay.stripe.com/a?b=c',
])('%s is kept', (url) => {
  expect(stripeUrl(url)).toBe(url);
});

test.each([
  'http://invoice.stripe.com/i',
  'https://stripe.com.evil.example/i',
  'https://evilstripe.com/i',
  'https://stripe.com@evil.example/i',
  'https://user@stripe.com/i',
  'javascript:alert(1)//stripe.com',
  'no address',
  '',
  null,
  undefined,
])('%s is left out', (url) => {
  expect(stripeUrl(url)).toBeNull();
});
