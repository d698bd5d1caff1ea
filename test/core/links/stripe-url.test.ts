import { stripeUrl } from '@stripe-payments/core';
import { expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

test.each([
  'https://stripe.com',
  'https://stripe.com/x',
  'https://invoice.stripe.com/i/acct_1/test_YWNjdA,_L4bo200wpY?s=ap',
  'https://pay.stripe.com/invoice/acct_1/test_YWNjdA/pdf?s=ap',
  'https://checkout.stripe.com/c/pay/cs_test_a1#fidkdWxOYHwnPyd1%2FblpxYHZxWjA0',
  'https://dashboard.stripe.com/test/payments/pi_1',
])('%s is kept', (url) => {
  expect(stripeUrl(url)).toBe(url);
});

test.each([
  '',
  'no address',
  '//stripe.com/i',
  'stripe.com/i',
  'http://invoice.stripe.com/i',
  'HTTPS://invoice.stripe.com/i',
  'https:/stripe.com/i',
  'https:\\\\stripe.com/i',
  'https://STRIPE.com/i',
  'https://stripe.com.evil.example/i',
  'https://stripe.com./i',
  'https://stripe.com../i',
  'https://evilstripe.com/i',
  'https://evil.example/stripe.com',
  'https://evil.example?stripe.com',
  'https://evil.example#.stripe.com/',
  'https://stripe.com@evil.example/i',
  'https://stripe.com:pw@evil.example/i',
  'https://user@stripe.com/i',
  'https://:pw@stripe.com/i',
  'https://stripe.com:443/i',
  'https://stripe.com:8443/i',
  'https://stripe.com\\@evil.example/i',
  'https://evil.example\\.stripe.com/i',
  'https://stripe.com%2eevil.example/i',
  'https://evil.example%2f.stripe.com/i',
  'https://stripe。com/i',
  'https://stripe.com。evil.example/i',
  'https://ѕtripe.com/i',
  'https://stripe.com\u200b.evil.example/i',
  'https://stri\npe.com/i',
  ' https://stripe.com/i',
  'https://stripe.com/i\n',
  'https://stripe.com/i\n//evil.example',
  'https://stripe.com/"onmouseover="alert(1)',
  'https://stripe.com/\u202etxt.exe',
  'https://[::1].stripe.com/i',
  'https://.stripe.com/i',
  'javascript:alert(1)//https://stripe.com/',
  'javascript://stripe.com/%0aalert(1)',
  'data:text/html,https://stripe.com/',
  'blob:https://stripe.com/1',
  `https://stripe.com/${'a'.repeat(5_000)}`,
  null,
  undefined,
])('%j is left out', (url) => {
  expect(stripeUrl(url)).toBeNull();
});

const piece = fc.oneof(
  fc.constantFrom(
    'https://',
    'HTTPS://',
    'http://',
    'javascript:',
    '//',
    '\\\\',
    '@',
    ':',
    '#',
    '?',
  ),
  fc.constantFrom(
    'stripe.com',
    '.stripe.com',
    'evil.example',
    'user',
    'invoice.',
    ':8443',
    '/',
    '\\',
  ),
  fc.constantFrom(
    '%2e',
    '。',
    '．',
    '\t',
    '\n',
    '\u200b',
    '\u202e',
    'xn--',
    '[::1]',
    '127.1',
    '..',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);

const someAddress = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 6 }).map((pieces) => `https://${pieces.join('')}`),
  fc.array(piece, { maxLength: 4 }).map((pieces) => `https://stripe.com/${pieces.join('')}`),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
);

test.prop([someAddress], { numRuns: 5_000 })(
  'a browser opens every kept URL at Stripe, and the URL is unchanged',
  (text) => {
    const kept = stripeUrl(text);
    if (kept === null) return;
    expect(kept).toBe(text);
    const { protocol, host, username, password, origin } = new URL(kept);
    expect(protocol).toBe('https:');
    expect(`.${host}`).toMatch(/\.stripe\.com$/);
    expect([username, password]).toEqual(['', '']);
    expect(kept.startsWith(origin)).toBe(true);
    expect(kept).not.toMatch(/[\s"<>\\`]/);
  },
);

test.prop([fc.webPath(), fc.webQueryParameters(), fc.constantFrom('', 'pay.', 'files.', 'a.b-1.')])(
  'every ordinary URL below stripe.com is kept',
  (path, query, name) => {
    const url = `https://${name}stripe.com${path === '' ? '/' : path}?${query}`;
    expect(stripeUrl(url)).toBe(url);
  },
);
