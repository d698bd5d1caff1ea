import type { SetupStepId } from '@stripe-payments/core';
import { OBJECT_TYPES, propertyInput } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { applySteps } from '../../../../src/app/packages/sync/src/use-cases/setup/apply-setup.ts';
import {
  contractProperty,
  existingAs,
  setUp,
  setUpWithout,
  PROPERTY_COUNT,
} from '../../../builders/existing-property.ts';
import { withArchived, withCreated } from '../../../builders/hubspot-schema.ts';
import { fc, test } from '../../../builders/laws.ts';
import { failureOf } from '../../fake-ports.ts';
import type { Accounts, SchemaBehavior, SchemaCall } from './fake-schema.ts';
import { continued, everywhere, fakeSchema, freshAccounts } from './fake-schema.ts';
import { FEW, planOf, someAccounts, someBehavior } from './plans.ts';

const isWrite = ({ method }: SchemaCall): boolean => method !== 'read';

test('a fresh account gets its groups and everything in them, a batch for each object type', async () => {
  const schema = fakeSchema(freshAccounts);
  const plan = planOf(freshAccounts);
  const applied = await applySteps({ schema }, plan);
  expect(applied).toEqual({ done: plan, failed: [], left: [] });
  expect(plan).toHaveLength(PROPERTY_COUNT);
  expect(schema.calls.filter(isWrite).map(({ method }) => method)).toEqual(
    OBJECT_TYPES.flatMap(() => ['createGroup', 'createMany']),
  );
  expect(planOf(schema.accounts)).toEqual([]);
});

test.prop([someAccounts, someBehavior], FEW)(
  'after applying a plan there is no plan, and applying it again changes nothing',
  async (accounts, behavior) => {
    const schema = fakeSchema(accounts, behavior);
    const plan = planOf(accounts);
    expect(await applySteps({ schema }, plan)).toEqual({ done: plan, failed: [], left: [] });
    expect(planOf(schema.accounts)).toEqual([]);
    const again = continued(schema, behavior);
    expect(await applySteps({ schema: again }, plan)).toEqual({ done: plan, failed: [], left: [] });
    expect(again.accounts).toEqual(schema.accounts);
    expect(again.calls.filter(isWrite)).toEqual([]);
  },
);

const keyOf = (id: SetupStepId): string => id.split('/').slice(0, 2).join('/');

test.prop([someAccounts, someBehavior, fc.infiniteStream(fc.boolean())], FEW)(
  'applying a part of a plan changes nothing else',
  async (accounts, behavior, choices) => {
    const plan = planOf(accounts);
    const chosen = plan.filter(() => choices.next().value);
    const schema = fakeSchema(accounts, behavior);
    const { done, failed, left } = await applySteps({ schema }, chosen);
    expect([...done, ...left]).toHaveLength(chosen.length - failed.length);
    const touched = new Set<string>(chosen.map(keyOf));
    for (const objectType of OBJECT_TYPES) {
      for (const where of ['live', 'archived'] as const) {
        const untouched = (account: Accounts) =>
          account[objectType][where].filter(({ name }) => !touched.has(`${objectType}/${name}`));
        expect(untouched(schema.accounts)).toEqual(untouched(accounts));
      }
    }
  },
);

test('an empty plan makes no call', async () => {
  const schema = fakeSchema(freshAccounts);
  expect(await applySteps({ schema }, [])).toEqual({ done: [], failed: [], left: [] });
  expect(schema.calls).toEqual([]);
});

test('a step given twice is done and reported once', async () => {
  const schema = fakeSchema(everywhere({ ...setUp, live: setUp.live.slice(1) }));
  const [id] = planOf(schema.accounts);
  if (id === undefined) throw new Error('There is a step.');
  expect((await applySteps({ schema }, [id, id])).done).toEqual([id]);
});

const MODE = contractProperty('stripe_mode');
const withoutMode = everywhere(setUpWithout('stripe_mode'));
const CREATE_MODE: SetupStepId = 'deal/stripe_mode/create';

describe('a change by another user during the run', () => {
  const meanwhile = (method: SchemaCall['method'], label: string): SchemaBehavior => ({
    before: (call, schema) => {
      if (call.method !== method) return;
      const input = { ...propertyInput(MODE), label };
      schema.edit(call.objectType, (account) => withCreated(account, input, 'posted'));
    },
  });

  test.each(['each-input', 'all-or-nothing'] as const)(
    'counts as done where it is the planned state (%s)',
    async (batch) => {
      const schema = fakeSchema(withoutMode, { batch, ...meanwhile('createMany', MODE.label) });
      expect(await applySteps({ schema }, [CREATE_MODE])).toEqual({
        done: [CREATE_MODE],
        failed: [],
        left: [],
      });
    },
  );

  test('is reported and kept where it differs', async () => {
    const schema = fakeSchema(withoutMode, meanwhile('createMany', 'Modus'));
    const { done, failed } = await applySteps({ schema }, [CREATE_MODE]);
    expect(done).toEqual([]);
    expect(failed).toMatchObject([{ name: 'stripe_mode', error: { code: 'setup-changed' } }]);
    expect(schema.accounts.deal.live.find(({ name }) => name === 'stripe_mode')?.label).toBe(
      'Modus',
    );
  });

  test('is not undone: a step that changed since the approval is reported', async () => {
    const relabelled = existingAs(MODE, { label: 'Modus' });
    const live = [...setUpWithout('stripe_mode').live, relabelled];
    const schema = fakeSchema(everywhere({ ...setUp, live }));
    const { failed } = await applySteps({ schema }, [CREATE_MODE]);
    expect(failed).toMatchObject([
      { objectType: 'deal', name: 'stripe_mode', error: { code: 'setup-changed' } },
    ]);
    expect(schema.calls.filter(isWrite)).toEqual([]);
  });

  test('a property archived meanwhile is not restored by the step that creates it', async () => {
    const schema = fakeSchema(everywhere(withArchived(setUp, 'stripe_mode')));
    const { failed } = await applySteps({ schema }, [CREATE_MODE]);
    expect(failed).toMatchObject([{ error: { code: 'setup-changed' } }]);
    expect(schema.accounts.deal.archived).toHaveLength(1);
  });
});

test('an invalid token ends the run', async () => {
  const schema = fakeSchema(freshAccounts, {
    before: () => {
      throw new SyncError('hubspot-unauthorized');
    },
  });
  const failure = await failureOf(applySteps({ schema }, planOf(freshAccounts)));
  expect(failure.code).toBe('hubspot-unauthorized');
  expect(schema.calls).toHaveLength(1);
});

test('a programming error is not reported as a HubSpot failure', async () => {
  const schema = fakeSchema(freshAccounts, {
    before: ({ method }) => {
      if (method === 'createMany') throw new TypeError('a fault');
    },
  });
  await expect(applySteps({ schema }, planOf(freshAccounts))).rejects.toThrow(TypeError);
});
