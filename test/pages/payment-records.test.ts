import { openChecked } from './setup-page.tsx';
import type { PaymentObjectCheck, SetupReport } from '@stripe-payments/core';
import { RUN_LOG_SCOPES } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { checked } from '../builders/setup-replies.ts';
import type { SetupPage } from './setup-page.tsx';
import { isShown, textAt } from './texts-at.ts';

const COMMAND = '"npm run setup -- payment-records on"';

const object = (changes: Partial<PaymentObjectCheck> = {}): PaymentObjectCheck => ({
  status: 'on',
  records: 1_204,
  missingProperties: 0,
  missingAssociations: 0,
  recordLimit: { limit: 1_500_000, usage: 4_321 },
  ...changes,
});

const open = (changes: Partial<PaymentObjectCheck>, language = 'en'): Promise<SetupPage> =>
  openChecked({
    language,
    checks: [checked({ paymentRecords: { isReadable: true, ...object(changes) } })],
  });

test('says how many there are and what they count against', async () => {
  const page = await open({});
  expect(textAt(page, 'payment-records-status')).toBe('On');
  expect(textAt(page, 'payment-records-count')).toBe('1,204 payments have a record.');
  expect(textAt(page, 'payment-records-record-limit')).toBe(
    'Records of custom objects: 4,321 of 1,500,000 used.',
  );
  expect(isShown(page, 'payment-records-step')).toBe(false);
});

test.each([
  ['off', 'Off', `Optional. For a record of each payment, run ${COMMAND}.`],
  ['archived', 'Off', `Optional. For a record of each payment, run ${COMMAND}.`],
  ['foreign', 'Off', `Optional. For a record of each payment, run ${COMMAND}.`],
  ['later status', 'Off', `Optional. For a record of each payment, run ${COMMAND}.`],
] as const)('%s is shown as %s with its next step', async (status, verdict, step) => {
  const page = await open({
    status: status as PaymentObjectCheck['status'],
    records: null,
    recordLimit: null,
  });
  expect(textAt(page, 'payment-records-status')).toBe(verdict);
  expect(textAt(page, 'payment-records-step')).toContain(step);
  expect(isShown(page, 'payment-records-count')).toBe(false);
});

test('says where they are kept, and what is left in the other place with the command that deletes it', async () => {
  const page = await open({ kind: 'hubspot-payments', unusedRecords: 3, recordLimit: null });
  expect(textAt(page, 'payment-records-kind')).toBe('Kept in HubSpot Payments.');
  expect(textAt(page, 'payment-records-unused')).toBe(
    '3 payments also have an older record in the other place. To delete them, run "npm run setup -- payment-records clean-up".',
  );
  const other = await open({ kind: 'custom-object', unusedRecords: 0 });
  expect(isShown(other, 'payment-records-kind')).toBe(false);
  expect(isShown(other, 'payment-records-unused')).toBe(false);
});

test('what is missing is counted, with the command that adds it', async () => {
  const changes = { status: 'incomplete', missingProperties: 3, missingAssociations: 1 } as const;
  const page = await open(changes);
  expect(textAt(page, 'payment-records-status')).toBe('Incomplete');
  expect(textAt(page, 'payment-records-step')).toBe(
    `Missing properties and associations: 4. To add them, run ${COMMAND}.`,
  );
  const italian = await open(changes, 'it');
  expect(textAt(italian, 'payment-records-step')).toContain(
    'Proprietà e associazioni mancanti: 4.',
  );
});

const refused = (code: 'hubspot-permission' | 'hubspot-unreachable'): SetupReport =>
  ({ paymentRecords: { isReadable: false, error: { code } } }) as unknown as SetupReport;

test('without their scopes they are off, and the scopes are named', async () => {
  const page = await openChecked({ checks: [checked(refused('hubspot-permission'))] });
  expect(textAt(page, 'payment-records-status')).toBe('Off');
  expect(textAt(page, 'payment-records')).toContain(RUN_LOG_SCOPES.join(', '));
});

test('where HubSpot cannot be read nothing is claimed', async () => {
  const page = await openChecked({ checks: [checked(refused('hubspot-unreachable'))] });
  expect(isShown(page, 'payment-records-status')).toBe(false);
  expect(textAt(page, 'payment-records-step')).toBe("Couldn't be read");
});

test('a function of an earlier version tells nothing of them, and nothing is shown', async () => {
  const page = await openChecked({ checks: [checked()] });
  expect(isShown(page, 'payment-records')).toBe(false);
});
