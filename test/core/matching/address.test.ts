import { comparableAddress, domainOfAddress } from '@stripe-payments/core';
import { expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

test.each([
  ['case', 'Ada@Example.COM', 'ada@example.com'],
  ['blanks around it', ' ada@example.com\n', 'ada@example.com'],
  ['a dotted capital I', 'İpek@example.com', 'i\u0307pek@example.com'],
  ['a capital sharp s', 'STRAẞE@example.com', 'straße@example.com'],
  ['a sigma at the end of a word', 'ΟΔΟΣ@example.gr', 'οδοσ@example.gr'],
  ['letters with their marks apart', 'Zoe\u0308@example.com', 'zoë@example.com'],
  ['a sign that is a letter', '\u212Aate@example.com', 'kate@example.com'],
])('%s does not make two emails different', (_name, left, right) => {
  expect(comparableAddress(left)).toBe(comparableAddress(right));
});

test.each([
  ['a plus', 'ada+invoices@example.com', 'ada@example.com'],
  ['a dot', 'a.da@example.com', 'ada@example.com'],
  ['a dotless i', 'ıpek@example.com', 'ipek@example.com'],
  ['a sharp s', 'straße@example.com', 'strasse@example.com'],
  ['quotes', '"ada"@example.com', 'ada@example.com'],
  ['an accent', 'zoë@example.com', 'zoe@example.com'],
])('%s makes two emails different', (_name, left, right) => {
  expect(comparableAddress(left)).not.toBe(comparableAddress(right));
});

test.prop([fc.string({ unit: 'binary' })])(
  'an email compares like itself in lower case',
  (text) => {
    const comparable = comparableAddress(text);
    expect(comparableAddress(comparable)).toBe(comparable);
    expect(comparableAddress(text.toLowerCase())).toBe(comparable);
    expect(comparableAddress(text.normalize('NFD'))).toBe(comparable);
  },
);

test.each([
  ['ada@Example.com', 'example.com'],
  ['"a@b"@example.com', 'example.com'],
  ['ada@', undefined],
  ['@example.com', undefined],
  ['example.com', undefined],
  ['', undefined],
])('the domain of %j is %s', (address, domain) => {
  expect(domainOfAddress(address)).toBe(domain);
});
