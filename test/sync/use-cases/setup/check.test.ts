import type { ObjectType } from '@stripe-payments/core';
import { OBJECT_TYPES, REQUIRED_SCOPES, verdictsOf, propertyNamesOf } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { checkSetup } from '../../../../src/app/packages/sync/src/use-cases/setup/check-setup.ts';
import { accountFacts } from '../../../builders/setup-report.ts';
import { fakeSchema, freshAccounts } from './fake-schema.ts';
import type { SetupFakes } from './fake-setup.ts';
import { ACCOUNT, allPresent, failing, fakeSetup, NOW_MS } from './fake-setup.ts';

const DONE = { stripeKey: 'done', stripeAccount: 'done', crm: 'done', properties: 'done' };

test('a complete account is reported as done in every part', async () => {
  const report = await checkSetup(fakeSetup());
  expect(report).toEqual({
    asOfMs: NOW_MS,
    actions: [],
    stripeKey: {
      status: 'usable',
      mode: 'test',
      kind: 'restricted',
      permissions: allPresent,
      account: { isReadable: true, ...accountFacts() },
      settlementCurrencies: { isReadable: true, codes: ['usd', 'eur'] },
      accountFees: { isReadable: true, areSeen: false },
    },
    crm: {
      isReadable: true,
      scopes: REQUIRED_SCOPES.map(({ name }) => ({ name, status: 'granted' })),
      account: { isReadable: true, ...ACCOUNT },
      records: {
        isReadable: true,
        counts: OBJECT_TYPES.map((objectType) => ({ objectType, synced: 0, ofOtherMode: 0 })),
      },
    },
    properties: {
      isReadable: true,
      objects: OBJECT_TYPES.map((objectType) => ({
        objectType,
        states: propertyNamesOf(objectType).map((name) => ({ name, status: 'present' })),
      })),
    },
    paymentRecords: {
      kind: 'custom-object',
      unusedRecords: 0,
      isReadable: true,
      status: 'off',
      records: null,
      missingProperties: 0,
      missingAssociations: 0,
      recordLimit: null,
    },
  });
  expect(verdictsOf(report)).toEqual(DONE);
});

test('a check changes nothing', async () => {
  const schema = fakeSchema(freshAccounts);
  await checkSetup({ ...fakeSetup(), schema });
  expect(new Set(schema.calls.map(({ method }) => method))).toEqual(new Set(['read']));
});

describe('each part fails alone', () => {
  const down = failing('hubspot-unreachable');
  const readsOf = (objectType: ObjectType) => ({
    before: (call: { objectType: ObjectType }) => {
      if (call.objectType === objectType) throw new SyncError('hubspot-permission');
    },
  });

  test.each<readonly [string, SetupFakes, Partial<typeof DONE>]>([
    [
      'there is no key',
      { stripe: new SyncError('not-configured') },
      { stripeKey: 'blocked', stripeAccount: 'blocked' },
    ],
    [
      'the account hides itself',
      { stripe: { account: failing('stripe-permission') } },
      { stripeAccount: 'attention' },
    ],
    ['the balance hides itself', { stripe: { settlementCurrencies: failing('timeout') } }, {}],
    [
      'the account does not come',
      { stripe: { account: failing('stripe-unreachable') } },
      { stripeAccount: 'attention' },
    ],
    ['HubSpot tells nothing of itself', { crm: { account: down } }, { crm: 'attention' }],
    ['HubSpot tells no scopes', { crm: { grantedScopes: down } }, { crm: 'attention' }],
    ['HubSpot counts nothing', { crm: { countRecords: down } }, {}],
    ['definitions are not readable', { schema: readsOf('deal') }, { properties: 'blocked' }],
    [
      'definitions of one type are not readable',
      { schema: readsOf('company') },
      { properties: 'blocked' },
    ],
  ])('where %s', async (_name, fakes, changed) => {
    expect(verdictsOf(await checkSetup(fakeSetup(fakes)))).toEqual({ ...DONE, ...changed });
  });

  test('a programming error is no finding', async () => {
    const broken = fakeSetup({ crm: { account: () => Promise.reject(new TypeError('a fault')) } });
    await expect(checkSetup(broken)).rejects.toThrow(TypeError);
  });
});

test('a timeout is reported as an unreachable service', async () => {
  const { stripeKey, crm, properties } = await checkSetup(
    fakeSetup({
      stripe: { account: failing('timeout') },
      crm: { account: failing('timeout') },
      schema: {
        before: () => {
          throw new SyncError('timeout');
        },
      },
    }),
  );
  expect(stripeKey).toMatchObject({ account: { error: { code: 'stripe-unreachable' } } });
  expect(crm).toMatchObject({ account: { error: { code: 'hubspot-unreachable' } } });
  expect(properties).toMatchObject({ error: { code: 'hubspot-unreachable' } });
});

test('the HubSpot account and the properties are read at the same time', async () => {
  const order: string[] = [];
  await checkSetup(
    fakeSetup({
      crm: {
        account: () => {
          order.push('account');
          return Promise.resolve(ACCOUNT);
        },
      },
      schema: {
        after: () => {
          order.push('properties');
        },
      },
    }),
  );
  expect(order[0]).toBe('account');
});
