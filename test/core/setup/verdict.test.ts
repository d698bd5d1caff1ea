import type {
  ObjectProperties,
  PropertyState,
  SetupReport,
  StripeKeyCheck,
  StripePermission,
  Verdict,
} from '@stripe-payments/core';
import { propertyStates, REQUIRED_SCOPES, verdictsOf } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { setUp } from '../../builders/existing-property.ts';
import {
  accountFacts,
  crmCheck,
  setupReport,
  unreadable,
  usableKey,
} from '../../builders/setup-report.ts';

const DONE = { stripeKey: 'done', stripeAccount: 'done', crm: 'done', properties: 'done' };

test('a complete account is done', () => {
  expect(verdictsOf(setupReport())).toEqual(DONE);
});

const without = (permission: StripePermission, status: 'missing' | 'unknown'): StripeKeyCheck => {
  const { permissions } = usableKey();
  return usableKey({
    permissions: permissions.map((each) =>
      each.permission === permission ? { permission, status } : each,
    ),
  });
};

const unusable: StripeKeyCheck = { status: 'unusable', error: { code: 'not-configured' } };

describe('the Stripe key', () => {
  test.each<readonly [string, StripeKeyCheck, Verdict]>([
    ['is unusable', unusable, 'blocked'],
    ['may do everything', usableKey({ kind: 'full' }), 'attention'],
    ['is of live mode', usableKey({ mode: 'live' }), 'done'],
    ['lacks what a sync needs', without('charge_read', 'missing'), 'blocked'],
    ['lacks what only this page shows', without('balance_read', 'missing'), 'attention'],
    ['hides its account', without('accounts_kyc_basic_read', 'missing'), 'attention'],
    ['could not be tried for one thing', without('charge_read', 'unknown'), 'attention'],
  ])('%s', (_name, stripeKey, verdict) => {
    expect(verdictsOf(setupReport({ stripeKey })).stripeKey).toBe(verdict);
  });
});

describe('the Stripe account', () => {
  const facts = accountFacts();
  const { requirements } = facts;
  test.each<readonly [string, StripeKeyCheck, Verdict]>([
    ['cannot be looked at without a key', unusable, 'blocked'],
    ['is not readable', usableKey({ account: unreadable }), 'attention'],
    [
      'keeps its requirements to itself',
      usableKey({ account: { isReadable: true, ...facts, requirements: null } }),
      'attention',
    ],
    [
      'has something due',
      usableKey({
        account: {
          isReadable: true,
          ...facts,
          requirements: requirements && { ...requirements, currentlyDue: ['email'] },
        },
      }),
      'attention',
    ],
    ['tells no currencies', usableKey({ settlementCurrencies: unreadable }), 'done'],
  ])('%s', (_name, stripeKey, verdict) => {
    expect(verdictsOf(setupReport({ stripeKey })).stripeAccount).toBe(verdict);
  });
});

const scope = (name: string, status: 'missing' | 'unknown') => [
  { name: 'oauth', status: 'granted' } as const,
  { name, status },
];

const counting = (ofOtherMode: number) => ({
  isReadable: true as const,
  counts: [{ objectType: 'deal' as const, synced: 7, ofOtherMode }],
});

describe('the HubSpot account', () => {
  test.each<readonly [string, SetupReport['crm'], Verdict]>([
    ['cannot be read', unreadable, 'blocked'],
    [
      'did not grant a scope',
      crmCheck({ scopes: scope('crm.objects.deals.read', 'missing') }),
      'blocked',
    ],
    [
      'does not tell of a scope',
      crmCheck({ scopes: scope('crm.objects.deals.read', 'unknown') }),
      'attention',
    ],
    [
      'does not tell of a scope that no call can tell either',
      crmCheck({ scopes: scope('crm.schemas.deals.read', 'unknown') }),
      'done',
    ],
    ['tells nothing of itself', crmCheck({ account: unreadable }), 'attention'],
    ['holds figures of this mode', crmCheck({ records: counting(0) }), 'done'],
    ['holds figures of the other mode', crmCheck({ records: counting(2) }), 'attention'],
    ['could not be searched', crmCheck({ records: unreadable }), 'done'],
  ])('%s', (_name, crm, verdict) => {
    expect(verdictsOf(setupReport({ crm })).crm).toBe(verdict);
  });

  test.each(REQUIRED_SCOPES)('without $name it is blocked', ({ name }) => {
    const report = setupReport({ crm: crmCheck({ scopes: [{ name, status: 'missing' }] }) });
    expect(verdictsOf(report).crm).toBe('blocked');
  });
});

const withState = (changed: PropertyState): SetupReport['properties'] => {
  const objects: readonly ObjectProperties[] = [
    { objectType: 'deal', states: propertyStates(setUp) },
    {
      objectType: 'contact',
      states: propertyStates(setUp).map((state) => (state.name === changed.name ? changed : state)),
    },
  ];
  return { isReadable: true, objects };
};

describe('the properties', () => {
  const name = 'stripe_mode';
  const label = [{ field: 'label', from: 'Modus', to: 'Mode' }] as const;
  const type = [{ field: 'type', from: 'string/text', to: 'enumeration/select' }] as const;
  const options = [
    { field: 'options', missing: [{ value: 'live', label: 'Live' }], relabelled: [] },
  ] as const;
  const relabelled = [
    { field: 'options', missing: [], relabelled: [{ value: 'live', from: 'Echt', to: 'Live' }] },
  ] as const;
  const groupName = 'theirs';
  const foreign = { name, status: 'foreign', groupName } as const;
  test.each<readonly [string, SetupReport['properties'], Verdict]>([
    ['cannot be read', unreadable, 'blocked'],
    ['are there', withState({ name, status: 'present' }), 'done'],
    ['are missing', withState({ name, status: 'missing' }), 'blocked'],
    ['are archived', withState({ name, status: 'archived', differences: [] }), 'blocked'],
    [
      'are called otherwise',
      withState({ name, status: 'different', differences: label }),
      'attention',
    ],
    [
      'have options that are called otherwise',
      withState({ name, status: 'different', differences: relabelled }),
      'attention',
    ],
    ['are of another type', withState({ name, status: 'different', differences: type }), 'blocked'],
    ['lack an option', withState({ name, status: 'different', differences: options }), 'blocked'],
    [
      'are foreign and usable',
      withState({ ...foreign, isUsable: true, differences: label }),
      'done',
    ],
    [
      'are foreign and not usable',
      withState({ ...foreign, isUsable: false, differences: type }),
      'blocked',
    ],
  ])('%s', (_name, properties, verdict) => {
    expect(verdictsOf(setupReport({ properties })).properties).toBe(verdict);
  });
});

test('a blocked part does not change the others', () => {
  expect(verdictsOf(setupReport({ crm: unreadable }))).toEqual({ ...DONE, crm: 'blocked' });
  expect(verdictsOf(setupReport({ properties: unreadable }))).toEqual({
    ...DONE,
    properties: 'blocked',
  });
});

test('payments can sync without the property in which users confirm actions, as the part says', () => {
  const objects: readonly ObjectProperties[] = (['deal', 'company'] as const).map((objectType) => ({
    objectType,
    states: propertyStates(setUp, 'en', objectType, true),
  }));
  const missing = objects.flatMap(({ states }) =>
    states.filter(({ status }) => status !== 'present'),
  );
  expect(missing).toEqual([{ name: 'stripe_confirmation', status: 'missing' }]);
  const properties = { isReadable: true, objects } as const;
  expect(verdictsOf(setupReport({ properties })).properties).toBe('attention');
});
