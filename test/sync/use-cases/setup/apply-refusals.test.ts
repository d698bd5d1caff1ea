import { OBJECT_TYPES, propertyNamesOf } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { applySteps } from '../../../../src/app/packages/sync/src/use-cases/setup/apply-setup.ts';
import {
  contractProperty,
  existingAs,
  setUp,
  setUpWithout,
  PROPERTY_COUNT,
} from '../../../builders/existing-property.ts';
import type { SchemaBehavior, SchemaCall } from './fake-schema.ts';
import { everywhere, fakeSchema, freshAccounts } from './fake-schema.ts';
import { planOf } from './plans.ts';

describe('what HubSpot refuses', () => {
  const words = 'The limit of 1000 custom properties for this object type has been reached';

  test.each(['each-input', 'all-or-nothing'] as const)(
    'in a batch is reported by name with its message, and the rest is done (%s)',
    async (batch) => {
      const schema = fakeSchema(freshAccounts, { batch, refused: { stripe_match: words } });
      const plan = planOf(freshAccounts);
      const { done, failed, left } = await applySteps({ schema }, plan);
      expect(failed.map(({ objectType, name }) => `${objectType}/${name}`)).toEqual(
        OBJECT_TYPES.map((objectType) => `${objectType}/stripe_match`),
      );
      for (const { error } of failed) {
        expect(error).toMatchObject({ code: 'hubspot-refused', detail: words });
      }
      expect(done).toHaveLength(plan.length - 3);
      expect(left).toEqual([]);
    },
  );

  test('of the currency property also stops the amounts, each with its message', async () => {
    const refused = { stripe_currency: words };
    const schema = fakeSchema(freshAccounts, { refused, checksCurrency: true });
    const { failed } = await applySteps({ schema }, planOf(freshAccounts));
    const deals = failed.filter(({ objectType }) => objectType === 'deal');
    const details = new Map(deals.map(({ name, error }) => [name, error.detail]));
    expect(details.get('stripe_currency')).toBe(words);
    expect(details.get('stripe_amount_paid')).toContain('stripe_currency');
    expect(details.has('stripe_gross_amount')).toBe(false);
  });

  test('of a change is reported, and the others are done', async () => {
    const live = setUp.live.map((property) =>
      ['stripe_mode', 'stripe_match'].includes(property.name)
        ? { ...property, label: 'Other' }
        : property,
    );
    const accounts = { ...everywhere(setUp), deal: { ...setUp, live } };
    const schema = fakeSchema(accounts, { refused: { stripe_mode: 'It has too many options.' } });
    const { done, failed } = await applySteps({ schema }, planOf(accounts));
    expect(done).toEqual(['deal/stripe_match/change']);
    expect(failed).toMatchObject([
      { name: 'stripe_mode', error: { detail: 'It has too many options.' } },
    ]);
  });

  test('of a property restored with another type is reported', async () => {
    const archived = [
      existingAs(contractProperty('stripe_mode'), {
        type: 'string',
        fieldType: 'text',
        options: [],
      }),
    ];
    const account = { ...setUp, live: setUpWithout('stripe_mode').live, archived };
    const schema = fakeSchema(everywhere(account), {
      restores: 'kept',
      before: ({ method, names }) => {
        if (method === 'change' && names.includes('stripe_mode')) {
          throw new SyncError('hubspot-refused', { detail: 'The type cannot be changed' });
        }
      },
    });
    const { failed } = await applySteps({ schema }, ['deal/stripe_mode/restore']);
    expect(failed).toMatchObject([{ error: { detail: 'The type cannot be changed' } }]);
  });

  test('of the group is reported for every property in it, without a batch', async () => {
    const schema = fakeSchema(freshAccounts, {
      before: ({ method }) => {
        if (method === 'createGroup')
          throw new SyncError('hubspot-refused', { detail: 'No more.' });
      },
    });
    const { failed } = await applySteps({ schema }, planOf(freshAccounts));
    expect(failed).toHaveLength(PROPERTY_COUNT);
    expect(new Set(failed.map(({ error }) => error.detail))).toEqual(new Set(['No more.']));
    expect(schema.calls.map(({ method }) => method)).not.toContain('createMany');
  });

  test('without an error is still reported as a failure', async () => {
    const live = setUp.live.map((property) =>
      property.name === 'stripe_mode' ? { ...property, label: 'Other' } : property,
    );
    const accounts = { ...everywhere(setUp), deal: { ...setUp, live } };
    const schema = fakeSchema(accounts, {
      after: ({ method }, ignoring) => {
        if (method === 'change') ignoring.edit('deal', () => ({ ...setUp, live }));
      },
    });
    const { done, failed } = await applySteps({ schema }, planOf(accounts));
    expect(done).toEqual([]);
    expect(failed).toMatchObject([{ name: 'stripe_mode', error: { code: 'hubspot-refused' } }]);
  });
});

describe('a scope that is missing for one object type', () => {
  const forbidding = (methods: readonly SchemaCall['method'][]): SchemaBehavior => ({
    before: ({ method, objectType }) => {
      if (objectType !== 'contact' || !methods.includes(method)) return;
      throw new SyncError('hubspot-permission', { detail: `crm.schemas.contacts.write` });
    },
  });
  const WRITES: readonly SchemaCall['method'][] = ['createGroup', 'createMany', 'create', 'change'];

  test.each<readonly [string, readonly SchemaCall['method'][]]>([
    ['to write', WRITES],
    ['to write, where the group is there', ['createMany', 'create', 'change']],
    ['to read', ['read', ...WRITES]],
  ])(
    '%s is reported for each of its properties, and the others are done',
    async (_name, methods) => {
      const accounts = { ...freshAccounts, contact: { ...freshAccounts.contact, hasGroup: true } };
      const schema = fakeSchema(accounts, forbidding(methods));
      const plan = planOf(accounts);
      const { done, failed, left } = await applySteps({ schema }, plan);
      const isOfContacts = (id: string): boolean => id.startsWith('contact/');
      expect(done).toEqual(plan.filter((id) => !isOfContacts(id)));
      expect(failed).toHaveLength(propertyNamesOf('contact').length);
      for (const { objectType, error } of failed) {
        expect(objectType).toBe('contact');
        expect(error).toMatchObject({
          code: 'hubspot-permission',
          detail: 'crm.schemas.contacts.write',
        });
      }
      expect(left).toEqual([]);
      const refused = schema.calls.filter(
        ({ method, objectType }) => objectType === 'contact' && methods.includes(method),
      );
      expect(refused).toHaveLength(1);
    },
  );
});
