import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  appPageHref,
  appPageLocationOf,
  linkTarget,
  parseRoute,
} from '../../../sandbox/record-page/format/hrefs.ts';

test.each([
  { to: '/', params: undefined, href: '#/app' },
  { to: '', params: undefined, href: '#/app' },
  { to: 'backfill', params: undefined, href: '#/app/backfill' },
  { to: '/backfill/', params: { run: '7' }, href: '#/app/backfill?run=7' },
  { to: '/c/:id/p/:page', params: { id: 'a/b', page: '2' }, href: '#/app/c/a%2Fb/p/2' },
  { to: '/c/:id', params: { id: 'x', tab: 'a b' }, href: '#/app/c/x?tab=a+b' },
])('the page $to with $params is at $href', ({ to, params, href }) => {
  expect(appPageHref({ to, params })).toBe(href);
});

test('a path parameter without a value has no URL', () => {
  expect(() => appPageHref({ to: '/c/:id', params: { page: '2' } })).toThrow('a value for :id');
});

test.each(['', '#/deals', '#/apple', '#/deals/app'])('%s is not a page of the app', (hash) => {
  expect(appPageLocationOf(hash)).toBeNull();
  expect(parseRoute(hash).kind).not.toBe('app');
});

test.prop({
  segments: fc.array(fc.stringMatching(/^[a-z0-9-]+$/), { maxLength: 4 }),
  params: fc.dictionary(
    fc.string().filter((name) => name !== '__proto__'),
    fc.string(),
  ),
})('a URL contains the path and the parameters that it was made of', ({ segments, params }) => {
  const to = `/${segments.join('/')}`;
  expect(parseRoute(appPageHref({ to, params }))).toEqual({
    kind: 'app',
    location: { path: to, params },
  });
});

describe('linkTarget', () => {
  it.each([
    { href: 'https://dashboard.stripe.com/payments/ch_1', opensNewTab: true },
    { href: 'https://app.hubspot.com/contacts/1', opensNewTab: false },
    { href: '/contacts/1', opensNewTab: false },
    { href: { url: '/contacts/1', external: true }, opensNewTab: true },
    { href: { url: 'https://stripe.com', external: false }, opensNewTab: false },
    { href: 'https://nothubspot.com', opensNewTab: true },
  ])('opens $href in a new tab: $opensNewTab', ({ href, opensNewTab }) => {
    expect(linkTarget(href)?.opensNewTab).toBe(opensNewTab);
  });

  it.each([
    { href: 'https://app.hubspot.com/app/4242/1', url: '#/app' },
    { href: 'https://app-eu1.hubspot.com/app/4242/1/backfill?run=7', url: '#/app/backfill?run=7' },
    { href: 'https://app.hubspot.com/app/4242/1/a:b', url: '#/app/a:b' },
    { href: 'https://app.hubspot.com/contacts/4242/record/0-3/9001', url: '#/deals/9001' },
    {
      href: 'https://app.hubspot.com/apps/4242/1',
      url: 'https://app.hubspot.com/apps/4242/1',
    },
  ])('is $url for $href', ({ href, url }) => {
    expect(linkTarget(href)).toEqual({ url, opensNewTab: false });
  });

  it.each([
    ['https://buy.stripe.com/test_aEU00abc', '/pay/link/aEU00abc'],
    ['https://invoice.stripe.com/i/test_Key1?s=ap', '/pay/invoice/Key1'],
    ['https://buy.stripe.com/aEU00abc', 'https://buy.stripe.com/aEU00abc'],
    [
      'https://invoice.stripe.com.evil.example/i/test_a',
      'https://invoice.stripe.com.evil.example/i/test_a',
    ],
  ])('opens %s at %s in a new tab', (href, url) => {
    expect(linkTarget(href)).toEqual({ url, opensNewTab: true });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x'])('refuses %s', (href) => {
    expect(linkTarget(href)).toBeNull();
  });
});
