import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { appPageHref, appPageLocationOf } from '../../../sandbox/record-page/format/hrefs.ts';
import { parseRoute } from '../../../sandbox/record-page/page/route.ts';

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

test('a path parameter without a value has no address', () => {
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
})('an address says the path and the parameters that it was made of', ({ segments, params }) => {
  const to = `/${segments.join('/')}`;
  expect(parseRoute(appPageHref({ to, params }))).toEqual({
    kind: 'app',
    location: { path: to, params },
  });
});
