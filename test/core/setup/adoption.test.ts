import { adoptionsOf, isCustomerText } from '@stripe-payments/core';
import { expect, test } from 'vitest';

const stored = (recordId: string, written: string | null, own: string | null = null) => ({
  recordId,
  written,
  own,
});

test.each([
  ['an id and an empty property', [stored('1', ' cus_A ')], ['to-link']],
  ['several ids', [stored('1', 'cus_A;cus_B')], ['to-link']],
  ['the same link', [stored('1', 'cus_A', 'cus_A')], ['linked']],
  ['the same link beside another', [stored('1', 'cus_A', 'cus_B, cus_A')], ['linked']],
  ['another link', [stored('1', 'cus_A', 'cus_B')], ['linked-to-other']],
  ['a part of its ids linked', [stored('1', 'cus_A, cus_B', 'cus_A')], ['linked-to-other']],
  ['other text in the property', [stored('1', 'cus_A', 'ask Ada')], ['linked-to-other']],
  ['no id', [stored('1', 'n/a')], ['not-an-id']],
  ['an id of another kind beside', [stored('1', 'cus_A, sub_B')], ['not-an-id']],
  ['no value', [stored('1', null, 'cus_A'), stored('2', ' ')], []],
  [
    'an id on two records',
    [stored('1', 'cus_A'), stored('2', 'cus_A')],
    ['on-two-records', 'on-two-records'],
  ],
  [
    'an id that another record links',
    [stored('1', 'cus_A'), stored('2', null, 'cus_A')],
    ['on-two-records'],
  ],
])('a record with %s', (_name, records, adoptions) => {
  expect(adoptionsOf(records).map(({ adoption }) => adoption)).toEqual(adoptions);
});

test('a value is a customer only where nothing else is in it', () => {
  expect(['cus_A', 'cus_A, cus_B', '', 'Ada cus_A', 'cus_', 'acct_A'].map(isCustomerText)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
