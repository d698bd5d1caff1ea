import type { ErrorCode, ObjectType } from '@stripe-payments/core';
import { isImplied, OBJECT_TYPES, REQUIRED_SCOPES } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import type { CrmInspector } from '../../../../src/app/packages/sync/src/use-cases/setup/setup-ports.ts';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { checkSetup } from '../../../../src/app/packages/sync/src/use-cases/setup/check-setup.ts';
import { contractProperty, existingAs, setUp } from '../../../builders/existing-property.ts';
import { everywhere, fakeSchema } from './fake-schema.ts';
import type { SetupFakes } from './fake-setup.ts';
import { failing, fakeSetup, fakeStripe } from './fake-setup.ts';

const scopesOf = async (fakes: SetupFakes): Promise<Readonly<Record<string, string>>> => {
  const { crm } = await checkSetup(fakeSetup(fakes));
  if (!crm.isReadable) throw new Error(crm.error.code);
  return Object.fromEntries(crm.scopes.map(({ name, status }) => [name, status]));
};

const names = REQUIRED_SCOPES.map(({ name }) => name);
const each = (status: (name: string) => string) =>
  Object.fromEntries(names.map((name) => [name, status(name)]));

describe('scopes', () => {
  test('are read from the token information, without test calls', async () => {
    const granted = names.filter((name) => !name.startsWith('crm.schemas.'));
    const ports = fakeSetup({
      crm: { grantedScopes: () => Promise.resolve([...granted, 'automation']) },
    });
    const { crm } = await checkSetup(ports);
    expect(crm).toMatchObject({
      scopes: names.map((name) => ({
        name,
        status: granted.includes(name) ? 'granted' : 'missing',
      })),
    });
    expect(ports.crm.tried).toEqual([]);
  });

  test('are tested by calls where the token information has none', async () => {
    const crm: Partial<CrmInspector> = {
      grantedScopes: () => Promise.resolve(null),
      tryScope: (scope) =>
        Promise.resolve(
          isImplied(scope) ? 'unknown' : scope.objectType === 'company' ? 'missing' : 'granted',
        ),
    };
    const ports = fakeSetup({ crm });
    await checkSetup(ports);
    expect(ports.crm.tried).toEqual(REQUIRED_SCOPES);
    expect(await scopesOf({ crm })).toEqual(
      each((name) => {
        if (/^crm\.schemas\..+\.read$/.test(name)) return 'unknown';
        return name.includes('companies') ? 'missing' : 'granted';
      }),
    );
  });

  test.each<ErrorCode>(['timeout', 'hubspot-rate-limited', 'hubspot-unreachable'])(
    'are unknown where the test call ends with %s',
    async (code) => {
      expect(await scopesOf({ crm: { grantedScopes: failing(code) } })).toEqual(
        each(() => 'unknown'),
      );
      const crm = {
        grantedScopes: () => Promise.resolve(null),
        tryScope: ({ name }: { name: string }) =>
          name === 'oauth' ? Promise.resolve('granted' as const) : failing(code)(),
      };
      expect(await scopesOf({ crm })).toEqual(
        each((name) => (name === 'oauth' ? 'granted' : 'unknown')),
      );
    },
  );
});

describe('HubSpot as a whole is unreadable', () => {
  test.each<readonly [string, ErrorCode, SetupFakes['crm']]>([
    [
      'where it does not take the token',
      'hubspot-unauthorized',
      { grantedScopes: failing('hubspot-unauthorized') },
    ],
    [
      'where it does not take the token to try with',
      'hubspot-unauthorized',
      {
        grantedScopes: () => Promise.resolve(null),
        tryScope: failing('hubspot-unauthorized'),
      },
    ],
    [
      'where nothing of it was to be had',
      'hubspot-unreachable',
      { grantedScopes: failing('timeout'), account: failing('timeout') },
    ],
  ])('%s', async (_name, code, crm = {}) => {
    const report = await checkSetup(fakeSetup({ crm }));
    expect(report.crm).toEqual({ isReadable: false, error: { code } });
  });
});

describe('synced records', () => {
  const countsOf = async (fakes: SetupFakes) => {
    const { crm } = await checkSetup(fakeSetup(fakes));
    if (!crm.isReadable || !crm.records.isReadable) throw new Error('They could not be counted.');
    return crm.records.counts;
  };
  const crm = {
    countRecords: (objectType: ObjectType, _property: string, value?: string) =>
      Promise.resolve(objectType === 'deal' ? (value === undefined ? 7 : 2) : 0),
  };

  test.each([
    ['live', 'test'],
    ['test', 'live'],
  ] as const)(
    'with a key for %s mode are counted, those of %s mode separately',
    async (mode, other) => {
      const ports = fakeSetup({ crm });
      await checkSetup({ ...ports, stripe: fakeStripe({ mode }) });
      // Where no record holds figures there is nothing of the other mode either.
      expect(ports.crm.counted.toSorted()).toEqual(
        [
          `deal stripe_mode ${other}`,
          ...OBJECT_TYPES.map((type) => `${type} stripe_mode`),
        ].toSorted(),
      );
      expect(await countsOf({ crm, stripe: { mode } })).toEqual([
        { objectType: 'deal', synced: 7, ofOtherMode: 2 },
        { objectType: 'contact', synced: 0, ofOtherMode: 0 },
        { objectType: 'company', synced: 0, ofOtherMode: 0 },
      ]);
    },
  );

  test('without a key are counted without another mode', async () => {
    const [deals] = await countsOf({ crm, stripe: new SyncError('not-configured') });
    expect(deals).toEqual({ objectType: 'deal', synced: 7, ofOtherMode: 0 });
  });

  const mode = contractProperty('stripe_mode');
  const others = setUp.live.filter(({ name }) => name !== 'stripe_mode');

  test.each([
    ['is missing', { ...setUp, live: others }],
    ['is archived', { ...setUp, live: others, archived: [existingAs(mode)] }],
    ['is foreign', { ...setUp, live: [...others, existingAs(mode, { groupName: 'theirs' })] }],
  ])('are not searched where the property %s', async (_name, account) => {
    const ports = fakeSetup();
    const schema = fakeSchema({ ...everywhere(setUp), contact: account });
    const report = await checkSetup({ ...ports, schema });
    expect(report.crm).toMatchObject({
      records: { counts: [{ objectType: 'deal' }, { objectType: 'company' }] },
    });
    expect(ports.crm.counted.filter((asked) => asked.startsWith('contact'))).toEqual([]);
  });

  test('are not searched where the definitions could not be read', async () => {
    const ports = fakeSetup({
      schema: {
        before: () => {
          throw new SyncError('hubspot-permission');
        },
      },
    });
    await checkSetup(ports);
    expect(ports.crm.counted).toEqual([]);
  });
});
