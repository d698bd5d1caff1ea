import type { ErrorCode, ExistingProperties } from '@stripe-payments/core';
import { OBJECT_TYPES, PROPERTY_GROUP, PROPERTY_NAMES } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { applySteps } from '../../../../src/app/packages/sync/src/use-cases/setup/apply-setup.ts';
import { removeProperties } from '../../../../src/app/packages/sync/src/use-cases/setup/remove-properties.ts';
import { contractProperty, existingAs, setUp } from '../../../builders/existing-property.ts';
import { fc, test } from '../../../builders/laws.ts';
import { failureOf } from '../../fake-ports.ts';
import type { SchemaBehavior } from './fake-schema.ts';
import { continued, everywhere, fakeSchema, freshAccounts } from './fake-schema.ts';
import { FEW, planOf, someAccounts, statesOf } from './plans.ts';

const isOurs = ({ name, groupName }: { name: string; groupName: string }): boolean =>
  groupName === PROPERTY_GROUP.name && PROPERTY_NAMES.some((each) => each === name);

test("removal archives the app's properties and removes their groups", async () => {
  const schema = fakeSchema(everywhere(setUp));
  const { removed, failed } = await removeProperties({ schema });
  expect(failed).toEqual([]);
  expect(removed).toHaveLength(3 * PROPERTY_NAMES.length);
  for (const objectType of OBJECT_TYPES) {
    const { live, archived, hasGroup } = schema.accounts[objectType];
    expect({ live, hasGroup }).toEqual({ live: [], hasGroup: false });
    expect(archived).toHaveLength(PROPERTY_NAMES.length);
  }
});

test('without properties only reads are made', async () => {
  const schema = fakeSchema(freshAccounts);
  expect(await removeProperties({ schema })).toEqual({ removed: [], failed: [] });
  expect(new Set(schema.calls.map(({ method }) => method))).toEqual(new Set(['read']));
});

test.prop([someAccounts], FEW)(
  "only properties of the contract in the app's group are archived",
  async (accounts) => {
    const schema = fakeSchema(accounts);
    const { removed } = await removeProperties({ schema });
    for (const objectType of OBJECT_TYPES) {
      const before = accounts[objectType].live;
      expect(schema.accounts[objectType].live).toEqual(before.filter((each) => !isOurs(each)));
      expect(
        removed
          .filter((each) => each.objectType === objectType)
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(
        before
          .filter(isOurs)
          .map(({ name }) => name)
          .toSorted(),
      );
    }
  },
);

test.prop([someAccounts], FEW)('setup after a removal restores everything', async (accounts) => {
  const whole = fakeSchema(accounts, { restores: 'kept' });
  await applySteps({ schema: whole }, planOf(accounts));
  await removeProperties({ schema: whole });
  await applySteps({ schema: whole }, planOf(whole.accounts));
  expect(statesOf(whole.accounts).filter(({ status }) => status === 'archived')).toEqual([]);
  expect(planOf(whole.accounts)).toEqual([]);
});

const beside = existingAs(contractProperty('stripe_mode'), { name: 'own_property' });
const withBeside: ExistingProperties = { ...setUp, live: [...setUp.live, beside] };

test('a group with another property is kept, with that property', async () => {
  const schema = fakeSchema(everywhere(withBeside));
  const { failed } = await removeProperties({ schema });
  expect(failed).toEqual([]);
  expect(schema.accounts.deal).toMatchObject({ live: [beside], hasGroup: true });
  expect(schema.calls.map(({ method }) => method)).not.toContain('removeGroup');
});

test('a group that gets a property during the removal is kept', async () => {
  const schema = fakeSchema(everywhere(setUp), {
    before: ({ method, objectType }, filled) => {
      if (method !== 'removeGroup') return;
      filled.edit(objectType, (account) => ({ ...account, live: [...account.live, beside] }));
    },
  });
  expect((await removeProperties({ schema })).failed).toEqual([]);
  expect(schema.accounts.deal).toMatchObject({ live: [beside], hasGroup: true });
});

test('a property that HubSpot keeps is reported with its message, and the others are archived', async () => {
  const schema = fakeSchema(everywhere(setUp), { inUse: ['stripe_payment_status'] });
  const { removed, failed } = await removeProperties({ schema });
  expect(removed).toHaveLength(3 * (PROPERTY_NAMES.length - 1));
  expect(failed).toMatchObject(
    OBJECT_TYPES.map((objectType) => ({
      objectType,
      name: 'stripe_payment_status',
      error: {
        code: 'hubspot-refused',
        detail: 'Property stripe_payment_status is used by LIST Paid deals',
      },
    })),
  );
  expect(schema.accounts.deal.hasGroup).toBe(true);
  expect(schema.calls.map(({ method }) => method)).not.toContain('removeGroup');
});

test('an amount is archived before its currency property', async () => {
  const schema = fakeSchema(everywhere(setUp), { inUse: ['stripe_match'] });
  await removeProperties({ schema });
  const alone = schema.calls
    .filter(({ method }) => method === 'archive')
    .map(({ names }) => names[0]);
  expect(alone.indexOf('stripe_amount_paid')).toBeLessThan(alone.indexOf('stripe_currency'));
});

describe('a scope that is missing for one object type', () => {
  const forbidding = (methods: readonly string[]): SchemaBehavior => ({
    before: ({ method, objectType }) => {
      if (objectType !== 'contact' || !methods.includes(method)) return;
      throw new SyncError('hubspot-permission', { detail: 'crm.schemas.contacts.write' });
    },
  });
  const permission = { code: 'hubspot-permission', detail: 'crm.schemas.contacts.write' };

  test('to write is reported for each of its properties, and the others are archived', async () => {
    const schema = fakeSchema(everywhere(setUp), forbidding(['archiveMany', 'archive']));
    const { removed, failed } = await removeProperties({ schema });
    expect(removed).toHaveLength(2 * PROPERTY_NAMES.length);
    expect(failed).toHaveLength(PROPERTY_NAMES.length);
    for (const each of failed)
      expect(each).toMatchObject({ objectType: 'contact', error: permission });
    expect(schema.calls.map(({ method }) => method)).not.toContain('archive');
  });

  test('to read is reported for its group, and the others are archived', async () => {
    const schema = fakeSchema(everywhere(setUp), forbidding(['read']));
    const { removed, failed } = await removeProperties({ schema });
    expect(removed).toHaveLength(2 * PROPERTY_NAMES.length);
    expect(failed).toMatchObject([
      { objectType: 'contact', name: PROPERTY_GROUP.name, error: permission },
    ]);
  });
});

describe.each<ErrorCode>(['timeout', 'hubspot-rate-limited', 'hubspot-unreachable'])(
  'a removal that %s interrupts',
  (code) => {
    const interrupting = (index: number, when: 'before' | 'after'): SchemaBehavior => ({
      [when]: (_call: unknown, { calls }: { calls: readonly unknown[] }) => {
        if (calls.length > index) throw new SyncError(code);
      },
    });

    test('reports setup-unfinished and keeps what is done', async () => {
      const schema = fakeSchema(everywhere(setUp), interrupting(5, 'before'));
      const failure = await failureOf(removeProperties({ schema }));
      expect(failure.code).toBe(code === 'timeout' ? 'setup-unfinished' : code);
      expect(schema.accounts.deal.live).toEqual([]);
      expect(schema.accounts.company.live).toEqual(setUp.live);
    });

    test.prop(
      [someAccounts, fc.nat(14), fc.constantFrom('before' as const, 'after' as const)],
      FEW,
    )(
      'at any call is completed by removing again, to the same end',
      async (accounts, index, when) => {
        const whole = fakeSchema(accounts, { inUse: ['stripe_match'] });
        await removeProperties({ schema: whole });
        const schema = fakeSchema(accounts, {
          inUse: ['stripe_match'],
          ...interrupting(index, when),
        });
        await removeProperties({ schema }).catch(() => undefined);
        const next = continued(schema, { inUse: ['stripe_match'] });
        await removeProperties({ schema: next });
        const sorted = ({ accounts: end }: typeof next) =>
          OBJECT_TYPES.map((type) => ({
            ...end[type],
            archived: end[type].archived.toSorted((a, b) => a.name.localeCompare(b.name)),
          }));
        expect(sorted(next)).toEqual(sorted(whole));
      },
    );
  },
);

test('an invalid token ends the removal', async () => {
  const schema = fakeSchema(everywhere(setUp), {
    before: () => {
      throw new SyncError('hubspot-unauthorized');
    },
  });
  expect((await failureOf(removeProperties({ schema }))).code).toBe('hubspot-unauthorized');
});
