import { openChecked } from './setup-page.tsx';
import { Icon } from '@hubspot/ui-extensions';
import type { ObjectProperties } from '@stripe-payments/core';
import { OBJECT_TYPES, propertyNamesOf } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { PROPERTY_COUNT } from '../builders/existing-property.ts';
import { checked } from '../builders/setup-replies.ts';
import { archived, changed, fresh, objectsOf, propertiesOf } from '../builders/setup-states.ts';
import type { SetupPage } from './setup-page.tsx';
import { elementAt, isShown, rowsAt, textAt, turnTo } from './texts-at.ts';

const open = (objects: readonly ObjectProperties[]): Promise<SetupPage> =>
  openChecked({ checks: [checked({ properties: propertiesOf(objects) })] });

const STEPS = PROPERTY_COUNT;
const RECORDS = { deal: 'Deals', contact: 'Contacts', company: 'Companies' };
const PAGES = Math.ceil(STEPS / 14);

test('a fresh account: every property is planned, and nothing is created before the button', async () => {
  const page = await open(fresh);
  for (const objectType of OBJECT_TYPES) {
    const count = String(propertyNamesOf(objectType).length);
    expect(textAt(page, `properties-${objectType}`)).toBe(`${count} to create`);
  }
  expect(textAt(page, 'dry-run')).toBe(
    `${String(STEPS)} changes to review. Nothing is written until you apply.`,
  );
  expect(textAt(page, 'apply')).toBe(`Apply ${String(STEPS)} changes`);
  expect(textAt(page, 'verdict-properties')).toBe('To do');
  expect(page.calls).toEqual(['check-setup']);
});

test('the plan has pages: every step is on one of them, once, in order', async () => {
  const page = await open(fresh);
  expect(elementAt(page, 'plan')?.props).toMatchObject({ page: 1, pageCount: PAGES });
  const rows: (readonly string[])[] = [];
  for (let number = 1; number <= PAGES; number += 1) {
    turnTo(page, number);
    expect(elementAt(page, 'plan')?.props['page']).toBe(number);
    rows.push(...rowsAt(page, 'plan'));
  }
  expect(rows.map(([records, , name]) => `${records ?? ''} ${name ?? ''}`)).toEqual(
    (['deal', 'contact', 'company'] as const).flatMap((objectType) =>
      propertyNamesOf(objectType).map((name) => `${RECORDS[objectType]} ${name}`),
    ),
  );
  expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(['Create']));
});

test('a plan of one page has no page numbers', async () => {
  const page = await open(objectsOf({ deal: changed({ stripe_mode: { label: 'Mode' } }) }));
  expect(elementAt(page, 'plan')?.props).not.toHaveProperty('pageCount');
  expect(rowsAt(page, 'plan')).toHaveLength(1);
  expect(textAt(page, 'apply')).toBe('Apply 1 change');
});

test('all present: nothing to do, and no button', async () => {
  const page = await open(objectsOf({}));
  expect(textAt(page, 'properties-company')).toBe(
    `All ${String(propertyNamesOf('company').length)} present`,
  );
  expect(textAt(page, 'nothing-to-do')).toBe('All properties are set up. No changes needed.');
  expect(page.findAll(Icon)).toHaveLength(3);
  expect(page.find(Icon).props.screenReaderText).toBe('Done');
  expect(isShown(page, 'apply')).toBe(false);
  expect(textAt(page, 'verdict-properties')).toBe('Done');
});

const details = (page: SetupPage): readonly string[] => rowsAt(page, 'plan')[0]?.slice(3) ?? [];

test('a modified label is restored, with both labels shown', async () => {
  const page = await open(
    objectsOf({ deal: changed({ stripe_net_amount: { label: 'Netto', description: '' } }) }),
  );
  expect(rowsAt(page, 'plan')[0]?.slice(0, 3)).toEqual([
    'Deals',
    'Net received',
    'stripe_net_amount',
  ]);
  expect(details(page)).toEqual([
    'Reset',
    'Label "Netto" becomes "Net received"',
    'Description reset to default',
  ]);
  expect(textAt(page, 'properties-deal')).toBe('1 to reset');
  expect(textAt(page, 'verdict-properties')).toBe('Review');
});

test('removed and renamed options are restored, and added ones kept', async () => {
  const option = (value: string, label: string, displayOrder: number) => ({
    ...{ value, label, displayOrder },
    hidden: false,
  });
  const options = [option('live', 'Real', 0), option('both', 'Both', 1)];
  const page = await open(objectsOf({ deal: changed({ stripe_mode: { options } }) }));
  expect(details(page)).toEqual(['Reset', 'Options added: Test', 'Option "Real" becomes "Live"']);
  expect(textAt(page, 'part-properties')).toContain('Options you added are kept.');
  expect(textAt(page, 'verdict-properties')).toBe('To do');
});

test('a modified type is restored', async () => {
  const page = await open(
    objectsOf({
      deal: changed({ stripe_net_amount: { type: 'string', fieldType: 'text' } }),
    }),
  );
  expect(details(page)).toEqual(['Reset', 'Type string/text becomes number/number']);
  expect(textAt(page, 'verdict-properties')).toBe('To do');
});

test('an archived property is restored, with its values', async () => {
  const page = await open(objectsOf({ contact: archived('stripe_mode', 'stripe_mrr') }));
  expect(textAt(page, 'properties-contact')).toBe('2 to restore');
  expect(rowsAt(page, 'plan').map((row) => row[3])).toEqual([
    'Restore with the values saved on records, which are old until each is synced',
    'Restore with the values saved on records, which are old until each is synced',
  ]);
  expect(textAt(page, 'properties-deal')).toBe(
    `All ${String(propertyNamesOf('deal').length)} present`,
  );
});

test('a usable property of the same name is shown and used as it is', async () => {
  const page = await open(
    objectsOf({ deal: changed({ stripe_customer_id: { groupName: 'other_app' } }) }),
  );
  const alert = elementAt(page, 'foreign-deal/stripe_customer_id');
  expect(alert?.props).toMatchObject({
    variant: 'info',
    title: 'Deals: Stripe customer (stripe_customer_id)',
  });
  expect(textAt(page, 'foreign-deal/stripe_customer_id')).toContain(
    'Created outside this app, in the group "other_app". The app uses it and doesn\'t change it.',
  );
  expect(textAt(page, 'properties-deal')).toBe(
    `All ${String(propertyNamesOf('deal').length)} present`,
  );
  expect(isShown(page, 'nothing-to-do')).toBe(true);
  expect(textAt(page, 'verdict-properties')).toBe('Done');
});

test('an unusable property of the same name is shown with the solution, and is not called present', async () => {
  const page = await open(
    objectsOf({
      deal: changed({
        stripe_net_amount: { groupName: 'other_app', type: 'string', fieldType: 'text' },
        stripe_mode: { groupName: 'other_app', options: [] },
      }),
    }),
  );
  expect(textAt(page, 'foreign-deal/stripe_net_amount')).toContain(
    'Ask its owner whether it can be deleted for good, then check again.',
  );
  expect(elementAt(page, 'foreign-deal/stripe_mode')?.props['variant']).toBe('danger');
  expect(textAt(page, 'properties-deal')).toBe("2 the app can't write");
  expect(isShown(page, 'nothing-to-do')).toBe(false);
  expect(isShown(page, 'apply')).toBe(false);
  expect(page.findAll(Icon)).toHaveLength(2);
  expect(textAt(page, 'verdict-properties')).toBe('To do');
});

test('planned steps and unusable properties are both shown', async () => {
  const page = await open(
    objectsOf({
      deal: changed({
        stripe_mode: { groupName: 'other_app', options: [] },
        stripe_mrr: { label: 'MRR!' },
      }),
    }),
  );
  expect(textAt(page, 'properties-deal')).toBe("1 to reset, 1 the app can't write");
  expect(isShown(page, 'apply')).toBe(true);
});

test.each([
  ['hubspot-permission', 'A permission is missing\nThe app is missing a HubSpot scope'],
  ['hubspot-unreachable', "Couldn't read or update HubSpot\nHubSpot couldn't be reached."],
  ['timeout', "Couldn't read or update HubSpot\nStripe or HubSpot responded too slowly"],
] as const)('definitions that could not be read: %s', async (code, text) => {
  const page = await openChecked({
    checks: [checked({ properties: { isReadable: false, error: { code } } })],
  });
  expect(textAt(page, 'schema-problem')).toContain(text);
  expect(isShown(page, 'apply')).toBe(false);
  expect(textAt(page, 'verdict-properties')).toBe('To do');
});

test('the plan stays on its page after a check', async () => {
  const answer = checked({ properties: propertiesOf(fresh) });
  const page = await openChecked({ checks: [answer, answer] });
  turnTo(page, 3);
  await page.click('check-again');
  expect(elementAt(page, 'plan')?.props['page']).toBe(3);
});
