import type { ExistingProperties, ExistingProperty, PropertyState } from '@stripe-payments/core';
import { propertyNamesOf, propertyStates } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import {
  contractProperty,
  existingAs,
  setUp,
  someAccount,
  withoutCurrencies,
} from '../../builders/existing-property.ts';
import { test } from '../../builders/laws.ts';

const MODE = contractProperty('stripe_mode');
const PAID = contractProperty('stripe_amount_paid');

/** An account set up but for one property. */
const accountWith = (
  name: string,
  standing: Partial<Pick<ExistingProperties, 'live' | 'archived'>>,
): ExistingProperties => ({
  ...setUp,
  live: [...setUp.live.filter((property) => property.name !== name), ...(standing.live ?? [])],
  archived: standing.archived ?? [],
});

const stateIn = (account: ExistingProperties, name: string): PropertyState | undefined =>
  propertyStates(account).find((state) => state.name === name);

const modeAs = (changes: Partial<ExistingProperty>): PropertyState | undefined =>
  stateIn(accountWith('stripe_mode', { live: [existingAs(MODE, changes)] }), 'stripe_mode');

test('after the setup everything is present, in the order of the contract', () => {
  expect(propertyStates(setUp)).toEqual(
    propertyNamesOf('deal').map((name) => ({ name, status: 'present' })),
  );
});

test('in a fresh account everything is missing', () => {
  expect(propertyStates({ live: [], archived: [], hasGroup: false })).toEqual(
    propertyNamesOf('deal').map((name) => ({ name, status: 'missing' })),
  );
});

test.prop([someAccount])('each property of the contract has one state, in its order', (account) => {
  expect(propertyStates(account).map(({ name }) => name)).toEqual(propertyNamesOf('deal'));
});

describe('a property', () => {
  test('with another label is modified', () => {
    expect(modeAs({ label: 'Modus' })).toEqual({
      name: 'stripe_mode',
      status: 'different',
      differences: [{ field: 'label', from: 'Modus', to: MODE.label }],
    });
  });

  test('with added, hidden or sorted options is present', () => {
    const own = { value: 'own', label: 'Own', displayOrder: 7, hidden: false, description: 'Ours' };
    const options = existingAs(MODE).options.map((option) => ({ ...option, hidden: true }));
    expect(modeAs({ options: [own, ...options.toReversed()] })?.status).toBe('present');
  });

  test('that is archived can be restored with its differences', () => {
    const archived = [existingAs(MODE, { label: 'Modus' })];
    expect(stateIn(accountWith('stripe_mode', { archived }), 'stripe_mode')).toEqual({
      name: 'stripe_mode',
      status: 'archived',
      differences: [{ field: 'label', from: 'Modus', to: MODE.label }],
    });
  });

  test('that is archived without its group can be restored where it can be written', () => {
    const lost = { groupName: 'dealinformation', label: 'Modus' };
    const account = accountWith('stripe_mode', { archived: [existingAs(MODE, lost)] });
    expect(stateIn(account, 'stripe_mode')?.status).toBe('archived');
  });

  test('that is archived with another type is foreign', () => {
    const theirs = { groupName: 'theirs', type: 'string', fieldType: 'text', options: [] };
    const account = accountWith('stripe_mode', { archived: [existingAs(MODE, theirs)] });
    expect(stateIn(account, 'stripe_mode')).toMatchObject({
      status: 'foreign',
      groupName: 'theirs',
      isUsable: false,
    });
  });

  test('that is live is never archived, whatever was archived under its name', () => {
    const account = accountWith('stripe_mode', {
      live: [existingAs(MODE)],
      archived: [existingAs(MODE, { type: 'string', fieldType: 'text' })],
    });
    expect(stateIn(account, 'stripe_mode')?.status).toBe('present');
  });
});

describe('a property in another group is foreign, and usable', () => {
  const foreign = { groupName: 'dealinformation' };
  const [live] = existingAs(MODE).options;

  test.each<readonly [string, Partial<ExistingProperty>, boolean]>([
    ['as it should be', {}, true],
    ['with another label and description', { label: 'Modus', description: '' }, true],
    ['entered by radio buttons', { fieldType: 'radio' }, true],
    ['with options beside ours', { options: [...existingAs(MODE).options, own('x')] }, true],
    ['without one of our options', { options: live === undefined ? [] : [live] }, false],
    ['as text', { type: 'string', fieldType: 'text', options: [] }, false],
    ['as a type that begins like ours', { type: 'enum', fieldType: 'select' }, false],
  ])('%s: %j is %s', (_name, changes, isUsable) => {
    expect(modeAs({ ...foreign, ...changes })).toMatchObject({ status: 'foreign', isUsable });
  });

  test('a foreign amount property is usable in any currency', () => {
    const theirs = existingAs(PAID, { ...foreign, currencyPropertyName: 'deal_currency_code' });
    const account = accountWith('stripe_amount_paid', { live: [theirs] });
    expect(stateIn(account, 'stripe_amount_paid')).toEqual({
      name: 'stripe_amount_paid',
      status: 'foreign',
      groupName: 'dealinformation',
      isUsable: true,
      differences: [{ field: 'currency', from: 'deal_currency_code', to: 'stripe_currency' }],
    });
  });
});

function own(value: string) {
  return { value, label: value, displayOrder: 9, hidden: false };
}

describe('the currency of an amount', () => {
  const unset = existingAs(PAID, { currencyPropertyName: null });

  test('that HubSpot returns for no property is no difference', () => {
    expect(propertyStates(withoutCurrencies(setUp))).toEqual(propertyStates(setUp));
  });

  test('that HubSpot returns for other properties is a difference where it is missing', () => {
    const account = accountWith('stripe_amount_paid', { live: [unset] });
    expect(stateIn(account, 'stripe_amount_paid')?.status).toBe('different');
  });

  test('is also known from archived properties', () => {
    const live = withoutCurrencies(setUp).live.filter(({ name }) => name !== 'stripe_mrr');
    const archived = [existingAs(contractProperty('stripe_mrr'))];
    const states = propertyStates({ live, archived, hasGroup: true });
    expect(states.find(({ name }) => name === 'stripe_amount_paid')?.status).toBe('different');
  });
});

test.prop([someAccount])('a state other than present lists its differences', (account) => {
  for (const state of propertyStates(account)) {
    if (state.status === 'different') expect(state.differences.length).toBeGreaterThan(0);
  }
});

test('the states cover the whole contract', () => {
  expect(propertyStates(setUp)).toHaveLength(propertyNamesOf('deal').length);
});
