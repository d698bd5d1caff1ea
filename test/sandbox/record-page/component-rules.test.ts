import { describe, expect, it } from 'vitest';
import { readSdkComponentNames } from '../../../sandbox/dev-server/sdk-component-names.ts';
import { declaredNames } from '../../../sandbox/record-page/extension-host/declared-names.ts';
import { linkTarget } from '../../../sandbox/record-page/components/link-target.ts';
import { shortSize } from '../../../sandbox/record-page/components/sizes.ts';

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

  it.each(['javascript:alert(1)', 'data:text/html,x'])('refuses %s', (href) => {
    expect(linkTarget(href)).toBeNull();
  });
});

describe('declaredNames', () => {
  it.each([
    { declared: null, names: ['a', 'b'], expected: ['a', 'b'] },
    { declared: [], names: ['a'], expected: [] },
    { declared: [['a', 'b']], names: ['b', 'a'], expected: ['b', 'a'] },
    { declared: [['a', 'b']], names: ['a'], expected: [] },
    { declared: [['a'], ['a', 'b']], names: ['a', 'b', 'c'], expected: ['a', 'b'] },
  ])('gives $expected of $names when $declared is declared', ({ declared, names, expected }) => {
    expect(declaredNames(declared, names)).toEqual(expected);
  });
});

describe('shortSize', () => {
  it('knows both names of a size and falls back for a wrong one', () => {
    const sizes = [shortSize('extra-small', 'md'), shortSize('xs', 'md'), shortSize('huge', 'md')];
    expect(sizes).toEqual(['xs', 'xs', 'md']);
  });
});

describe('the SDK’s component names', () => {
  it('include compound parts and those whose export shares a line with a comment', async () => {
    const names = await readSdkComponentNames();
    expect(names).toEqual(expect.arrayContaining(['Alert', 'DropdownButtonItem', 'Inline']));
    expect(names.length).toBeGreaterThan(90);
    expect(new Set(names).size).toBe(names.length);
  });
});
