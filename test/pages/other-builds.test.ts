import { openChecked } from './setup-page.tsx';
import type { SetupReport } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { setupReport } from '../builders/setup-report.ts';
import { applied, checked, previewed } from '../builders/setup-replies.ts';
import { foundRecord } from './found-record.ts';
import type { PageOptions, SetupPage } from './setup-page.tsx';
import { sentSteps } from './sent-steps.ts';
import { isShown, rowsAt, textAt } from './texts-at.ts';

/** What a function of another build answers: its types are not this build's. */
type Changes = (report: SetupReport) => Readonly<Partial<Record<keyof SetupReport, unknown>>>;

const open = (changes: Changes, options: PageOptions = {}): Promise<SetupPage> => {
  const report = setupReport();
  return openChecked({
    ...options,
    checks: [{ ok: true, report: { ...report, ...changes(report) } }, checked()],
  });
};

const keyOf =
  (changes: object): Changes =>
  ({ stripeKey }) => ({
    stripeKey: { ...stripeKey, ...changes },
  });

const statesOf =
  (...states: readonly object[]): Changes =>
  () => ({
    properties: { isReadable: true, objects: [{ objectType: 'deal', states }] },
  });

const crmOf =
  (changes: object): Changes =>
  ({ crm }) => ({ crm: { ...crm, ...changes } });

test('an unknown permission is shown by its slug', async () => {
  const page = await open(
    keyOf({
      permissions: [
        { permission: 'tax_read', status: 'missing', detail: 'Needs tax.' },
        { permission: 'charge_read', status: 'expiring' },
      ],
    }),
  );
  expect(rowsAt(page, 'missing-permission-table')).toEqual([
    ['tax_read', 'rak_tax_read', 'Missing', 'Needs tax.'],
  ]);
  expect(rowsAt(page, 'untested-permission-table')).toEqual([
    ['Charges and Refunds', 'rak_charge_read', 'expiring', "Payments and refunds can't be read."],
  ]);
  expect(textAt(page, 'permission-count')).toBe('0 of 2');
});

test('fewer permissions than this build knows are shown as sent', async () => {
  const page = await open(
    keyOf({ permissions: [{ permission: 'charge_read', status: 'present' }] }),
  );
  expect(textAt(page, 'permission-count')).toBe('1 of 1');
  expect(textAt(page, 'verdict-stripeKey')).toBe('Done');
});

test.each([
  ['kind', { kind: 'organization' }, 'key-kind', 'organization'],
  ['mode', { mode: 'sandbox' }, 'mode', 'sandbox'],
  ['mode, at the key', { mode: 'sandbox' }, 'key-mode', 'sandbox'],
])('an unknown %s is shown as sent', async (_, changes, testId, text) => {
  expect(textAt(await open(keyOf(changes)), testId)).toBe(text);
});

test('an unknown key status shows its problem', async () => {
  const error = { code: 'stripe-key-expired', message: 'The key expired.', nextStep: 'Renew it.' };
  const page = await open(() => ({ stripeKey: { status: 'expired', error } }));
  expect(textAt(page, 'key-problem')).toContain('The key expired. Renew it.');
  expect(isShown(page, 'mode')).toBe(false);
});

const NEW = { name: 'stripe_future_amount' };
const difference = { field: 'label', from: 'A', to: 'B' };

test('an unknown property is shown by its name and can be created', async () => {
  const page = await open(statesOf({ ...NEW, status: 'missing' }), {
    changes: [applied(['deal/stripe_future_amount/create'])],
  });
  expect(rowsAt(page, 'plan')).toEqual([
    ['Deals', 'stripe_future_amount', 'stripe_future_amount', 'Create'],
  ]);
  await page.click('apply');
  expect(sentSteps(page)).toEqual([['deal/stripe_future_amount/create']]);
});

test('an unknown property is shown by its name when foreign, modified or archived', async () => {
  const page = await open(
    statesOf(
      { ...NEW, status: 'archived', differences: [] },
      { name: 'stripe_future_rate', status: 'different', differences: [difference] },
      {
        name: 'stripe_tax_id',
        status: 'foreign',
        groupName: 'other',
        isUsable: true,
        differences: [],
      },
    ),
  );
  expect(rowsAt(page, 'plan').map((row) => row[2])).toEqual([
    'stripe_future_amount',
    'stripe_future_rate',
  ]);
  expect(textAt(page, 'foreign-deal/stripe_tax_id')).toContain('Deals: stripe_tax_id');
});

test('an unknown property status has no step', async () => {
  const page = await open(
    statesOf({ name: 'stripe_mode', status: 'locked' }, { name: 'stripe_mrr', status: 'missing' }),
  );
  expect(rowsAt(page, 'plan').map((row) => row[2])).toEqual(['stripe_mrr']);
  expect(textAt(page, 'properties-deal')).toBe('1 to create');
});

test('an unknown difference is restored without a description', async () => {
  const page = await open(
    statesOf({
      name: 'stripe_mode',
      status: 'different',
      differences: [{ field: 'icon' }, difference],
    }),
  );
  expect(rowsAt(page, 'plan')).toEqual([
    ['Deals', 'Stripe mode', 'stripe_mode', 'Reset', 'Label "A" becomes "B"'],
  ]);
});

test('an unknown object type is shown as sent', async () => {
  const page = await open(() => ({
    properties: {
      isReadable: true,
      objects: [{ objectType: 'ticket', states: [{ name: 'stripe_mode', status: 'missing' }] }],
    },
  }));
  expect(textAt(page, 'properties-ticket')).toContain('1 to create');
  expect(rowsAt(page, 'plan')[0]?.[0]).toBe('ticket');
});

test('an unknown account type and scope are shown as sent', async () => {
  const page = await open(
    crmOf({
      account: {
        isReadable: true,
        portalId: 7,
        accountType: 'GALACTIC',
        timeZone: 'Mars/Olympus',
        currency: 'XXX',
        additionalCurrencies: [],
      },
      scopes: [
        { name: 'crm.objects.rockets.read', status: 'missing' },
        { name: 'oauth', status: 'revoked' },
      ],
    }),
  );
  expect(textAt(page, 'portal')).toBe('7, GALACTIC');
  expect(textAt(page, 'missing-scopes')).toContain('crm.objects.rockets.read');
  expect(textAt(page, 'scopes')).toBe('0 of 2');
});

test.each(['constructor', '__proto__', 'toString'])(
  'the status %s is treated as unknown',
  async (word) => {
    const page = await open(
      crmOf({
        account: {
          isReadable: true,
          portalId: 7,
          accountType: word,
          timeZone: '',
          currency: '',
          additionalCurrencies: [],
        },
        records: { isReadable: true, counts: [{ objectType: word, synced: 3, ofOtherMode: 3 }] },
      }),
    );
    expect(textAt(page, 'portal')).toBe(`7, ${word}`);
    expect(isShown(page, 'other-mode')).toBe(false);
  },
);

test('counts of an unknown object type are left out', async () => {
  const counts = [
    { objectType: 'deal', synced: 2, ofOtherMode: 0 },
    { objectType: 'ticket', synced: 9, ofOtherMode: 9 },
  ];
  const page = await open(crmOf({ records: { isReadable: true, counts } }));
  expect(textAt(page, 'hidden-by-removal')).toContain('the figures on 2 deals.');
  expect(isShown(page, 'other-mode')).toBe(false);
});

test('an unknown error code keeps its message', async () => {
  const error = { code: 'hubspot-asleep', message: 'HubSpot sleeps.', nextStep: 'Wake it.' };
  const page = await open(() => ({ crm: { isReadable: false, error } }));
  expect(textAt(page, 'crm-problem')).toContain('HubSpot sleeps. Wake it.');
});

test('a change of an unknown property is listed like the others', async () => {
  const changes = [{ name: 'stripe_future_amount', from: '', to: '3.00' }];
  const page = await openChecked({
    search: () => [foundRecord(1, { dealname: 'Annual plan' })],
    previews: [previewed(changes as never)],
  });
  await page.click('preview-1');
  expect(rowsAt(page, 'changes')).toEqual([['stripe_future_amount', 'empty', '3.00']]);
});
