import { openChecked } from './setup-page.tsx';
import { expect, test } from 'vitest';
import { checked } from '../builders/setup-replies.ts';
import { fresh, keyOf, propertiesOf } from '../builders/setup-states.ts';
import { elementAt, elementsOn, isShown, textAt } from './texts-at.ts';

const FRESH = checked({ properties: propertiesOf(fresh) });

const placeOf = (testIds: readonly unknown[], testId: string): number => testIds.indexOf(testId);

test('a user who may not manage integrations sees everything, no button that changes, and why', async () => {
  const page = await openChecked({ checks: [FRESH], permissions: ['crm-edit'] });
  expect(textAt(page, 'read-only')).toContain('permission to manage integrations');
  expect(isShown(page, 'plan')).toBe(true);
  expect(isShown(page, 'apply')).toBe(false);
});

test.each([[['integrations-management-write']], [undefined]])(
  'a user with the permissions %j can apply, above the plan',
  async (permissions) => {
    const page = await openChecked({ checks: [FRESH], ...(permissions && { permissions }) });
    expect(isShown(page, 'read-only')).toBe(false);
    const testIds = elementsOn(page).map(({ props }) => props['testId']);
    expect(placeOf(testIds, 'apply')).toBeGreaterThan(-1);
    expect(placeOf(testIds, 'apply')).toBeLessThan(placeOf(testIds, 'plan'));
  },
);

test('a rejected Stripe account is the banner, before the setup and without green', async () => {
  const off = { chargesEnabled: false, payoutsEnabled: false };
  const stripeKey = keyOf(off, { disabledReason: 'rejected.fraud' });
  const page = await openChecked({ checks: [checked({ stripeKey })] });
  expect(elementAt(page, 'restricted')?.props['variant']).toBe('danger');
  expect(textAt(page, 'restricted')).toMatch(
    /^Stripe has restricted this account\nDisabled: Stripe suspects fraud \(rejected\.fraud\)\./,
  );
  expect(elementAt(page, 'summary')?.props['variant']).not.toBe('success');
});

test('an account with information due that can still transact is no banner', async () => {
  const stripeKey = keyOf({}, { currentlyDue: ['external_account'] });
  const page = await openChecked({ checks: [checked({ stripeKey })] });
  expect(isShown(page, 'restricted')).toBe(false);
  expect(elementAt(page, 'summary')?.props['variant']).toBe('success');
});

test('how to add the cards is shown once payments can sync, and not before', async () => {
  const ready = await openChecked();
  expect(textAt(ready, 'add-cards')).toMatch(
    /^Now add the cards to your records\n.*Customize record/,
  );
  expect(textAt(ready, 'add-cards')).not.toContain('Stripe actions');
  const blocked = await openChecked({ checks: [FRESH] });
  expect(isShown(blocked, 'add-cards')).toBe(false);
});

test('where actions are on, their card is one of those to add', async () => {
  const page = await openChecked({ checks: [checked({ actions: ['links'] })] });
  expect(textAt(page, 'add-cards')).toMatch(/\nOn deals and contacts, add the card Stripe actions/);
});
