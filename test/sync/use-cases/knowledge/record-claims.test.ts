import { expect, test } from 'vitest';
import { claimsOf } from '../../../../src/app/packages/sync/src/use-cases/collect/record-claims.ts';

const domainsOf = (domain: string | null, additional: string | null = null): readonly string[] => {
  const stored = { domain, hs_additional_domains: additional };
  const company = claimsOf({ objectType: 'company', recordId: '1' }, stored, () => false);
  return [...company.domains];
};

test.each([
  ['northwind.example', ['northwind.example']],
  [' NorthWind.example ', ['northwind.example']],
  ['bücher.example', ['bücher.example']],
  ['xn--bcher-kva.example', ['xn--bcher-kva.example']],
  ['a.b', ['a.b']],
])('a company whose domain is %j has %j', (domain, expected) => {
  expect(domainsOf(domain)).toEqual(expected);
});

test.each([
  '',
  'com',
  'x',
  'https://northwind.example/',
  'ada@northwind.example',
  '" OR created>0 OR email~"evil.example',
  'two words.example',
  '.example',
  'northwind.',
  'a..b',
  `${'x'.repeat(300)}.example`,
])('%j is not a domain and is not searched', (text) => {
  expect(domainsOf(text)).toEqual([]);
  expect(domainsOf('northwind.example', text)).toEqual(['northwind.example']);
});
