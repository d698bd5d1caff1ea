import type { ErrorCode } from '@stripe-payments/core';
import { OBJECT_TYPES } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { applySteps } from '../../../../src/app/packages/sync/src/use-cases/setup/apply-setup.ts';
import { fc, test } from '../../../builders/laws.ts';
import { failureOf } from '../../fake-ports.ts';
import type { SchemaBehavior, SchemaCall } from './fake-schema.ts';
import { continued, fakeSchema, freshAccounts } from './fake-schema.ts';
import { FEW, planOf, someAccounts, someBehavior } from './plans.ts';

test('a batch whose answer was lost is reported as done', async () => {
  const schema = fakeSchema(freshAccounts, {
    batch: 'all-or-nothing',
    after: ({ method, objectType }) => {
      if (method === 'createMany' && objectType === 'deal')
        throw new SyncError('hubspot-unreachable');
    },
  });
  const deals = planOf(freshAccounts).filter((id) => id.startsWith('deal/'));
  expect((await applySteps({ schema }, deals)).done).toEqual(deals);
  expect(schema.calls.map(({ method }) => method)).not.toContain('create');
});

describe.each<ErrorCode>(['timeout', 'hubspot-rate-limited', 'hubspot-unreachable'])(
  'a run that %s interrupts',
  (code) => {
    const failingFrom = (index: number): SchemaBehavior => ({
      before: (_call, { calls }) => {
        if (calls.length > index) throw new SyncError(code);
      },
    });

    test('reports the remaining steps as left, and makes no further call', async () => {
      const reached = fakeSchema(freshAccounts);
      const deals = planOf(freshAccounts).filter((id) => id.startsWith('deal/'));
      await applySteps({ schema: reached }, deals);
      const schema = fakeSchema(freshAccounts, failingFrom(reached.calls.length));
      const plan = planOf(freshAccounts);
      expect(await applySteps({ schema }, plan)).toEqual({
        done: deals,
        failed: [],
        left: plan.filter((id) => !id.startsWith('deal/')),
      });
      expect(schema.calls).toHaveLength(reached.calls.length + 1);
    });

    test('before anything was done fails with the reason, except for a timeout', async () => {
      const schema = fakeSchema(freshAccounts, failingFrom(0));
      const plan = planOf(freshAccounts);
      const applying = applySteps({ schema }, plan);
      if (code === 'timeout') expect(await applying).toEqual({ done: [], failed: [], left: plan });
      else expect((await failureOf(applying)).code).toBe(code);
    });

    test.prop([someAccounts, someBehavior, fc.nat(60), fc.boolean()], FEW)(
      'at any call is completed by doing what is left, to the same end',
      async (accounts, behavior, index, hasEffect) => {
        const plan = planOf(accounts);
        const whole = fakeSchema(accounts, behavior);
        await applySteps({ schema: whole }, plan);
        const fail = (_call: SchemaCall, { calls }: { calls: readonly SchemaCall[] }): void => {
          if (calls.length > index) throw new SyncError(code);
        };
        const schema = fakeSchema(accounts, {
          ...behavior,
          [hasEffect ? 'after' : 'before']: fail,
        });
        const left = await applySteps({ schema }, plan).then(
          (outcome) => {
            expect(outcome.failed).toEqual([]);
            expect(new Set([...outcome.done, ...outcome.left])).toEqual(new Set(plan));
            return outcome.left;
          },
          () => plan,
        );
        const next = continued(schema, behavior);
        expect(await applySteps({ schema: next }, left)).toEqual({
          done: left,
          failed: [],
          left: [],
        });
        const sorted = ({ accounts: end }: typeof next) =>
          OBJECT_TYPES.map((type) => ({
            ...end[type],
            live: end[type].live.toSorted((a, b) => a.name.localeCompare(b.name)),
          }));
        expect(sorted(next)).toEqual(sorted(whole));
      },
    );
  },
);
