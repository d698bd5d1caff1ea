import type { CrmAccountFacts, SyncedRecords } from '@stripe-payments/core';
import { crmAccountText, hiddenByRemoval, recordCounts, setupTextsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';

const texts = setupTextsIn('en');

const COUNTS: readonly SyncedRecords[] = [
  { objectType: 'deal', synced: 1_234, ofOtherMode: 1 },
  { objectType: 'contact', synced: 1, ofOtherMode: 0 },
  { objectType: 'company', synced: 0, ofOtherMode: 0 },
];

const scopes = { isReadable: false, error: { code: 'timeout', message: '' } } as const;
const withCounts = (counts: readonly SyncedRecords[]) => ({
  crm: {
    isReadable: true,
    scopes: [],
    account: scopes,
    records: { isReadable: true, counts },
  } as const,
});

test('records are counted by object type, without those that have no figures', () => {
  expect(recordCounts(COUNTS, 'synced', texts)).toBe('1,234 deals, 1 contact');
  expect(recordCounts(COUNTS, 'ofOtherMode', texts)).toBe('1 deal');
  expect(recordCounts([], 'synced', texts)).toBe('');
});

test('an unknown object type is left out', () => {
  const ticket = JSON.parse(
    '{"objectType":"constructor","synced":3,"ofOtherMode":3}',
  ) as SyncedRecords;
  expect(recordCounts([ticket, ...COUNTS], 'synced', texts)).toBe('1,234 deals, 1 contact');
});

test('the records of a removal are counted, none or unknown', () => {
  const { removal } = texts.setup;
  expect(hiddenByRemoval(withCounts(COUNTS), texts)).toBe(removal.hides('1,234 deals, 1 contact'));
  expect(hiddenByRemoval(withCounts([]), texts)).toBe(removal.hidesNothing);
  expect(hiddenByRemoval({ crm: scopes }, texts)).toBe(removal.hidesUnknown);
  const { crm } = withCounts([]);
  expect(hiddenByRemoval({ crm: { ...crm, records: scopes } }, texts)).toBe(removal.hidesUnknown);
});

test.each([
  ['DEVELOPER_TEST', '4242, Developer test account'],
  ['OF_NEXT_YEAR', '4242, OF_NEXT_YEAR'],
  ['constructor', '4242, constructor'],
  ['', '4242'],
])('an account of the type %j is shown by number and type', (accountType, text) => {
  const account: CrmAccountFacts = {
    portalId: 4242,
    accountType,
    timeZone: 'UTC',
    currency: 'EUR',
    additionalCurrencies: [],
  };
  expect(crmAccountText(account, texts)).toBe(text);
});
