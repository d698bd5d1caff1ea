import type { ExistingProperties, PropertyInput, SetupStepId } from '@stripe-payments/core';
import { PROPERTIES, setupStepId } from '@stripe-payments/core';
import { SyncError } from '@stripe-payments/sync';
import type { SetupPorts } from '@stripe-payments/sync/setup';
import { expect, test } from 'vitest';
import { applyInParts } from '../../cli/setup/apply-in-parts.ts';

const STEPS: readonly SetupStepId[] = PROPERTIES.map(({ name }) =>
  setupStepId({ objectType: 'deal', name, action: 'create' }),
);

/** An account that takes properties, but for the parts (counted from 0) that run out of time. */
function account(isTooSlow: (part: number) => boolean) {
  const made = new Map<string, PropertyInput>();
  let part = -1;
  const read = (): Promise<ExistingProperties> => {
    if (isTooSlow(part)) return Promise.reject(new SyncError('timeout'));
    const live = [...made.values()].map((input) => ({
      ...input,
      options: input.options ?? [],
      currencyPropertyName: input.currencyPropertyName ?? null,
    }));
    return Promise.resolve({ live, archived: [], hasGroup: true });
  };
  const unused = (): Promise<never> => Promise.reject(new Error('not asked for'));
  const schema: SetupPorts['schema'] = {
    read,
    createMany: (_objectType, inputs) => {
      for (const input of inputs) made.set(input.name, input);
      return Promise.resolve();
    },
    createGroup: unused,
    create: unused,
    change: unused,
    archiveMany: unused,
    archive: unused,
    removeGroup: unused,
  };
  const ports = (): SetupPorts => {
    part += 1;
    return {
      stripe: new SyncError('not-configured'),
      crm: {
        grantedScopes: unused,
        tryScope: unused,
        account: unused,
        countRecords: unused,
      },
      schema,
      clock: { nowMs: () => 0 },
    };
  };
  return { ports, made, parts: () => part + 1 };
}

test('what a part did not reach is done by the next', async () => {
  const { ports, made, parts } = account((part) => part === 0 || part === 2);
  const progress: number[] = [];
  const applied = await applyInParts(ports, STEPS, (settled) => progress.push(settled));
  expect(applied).toEqual({ done: STEPS, failed: [], left: [], error: null });
  expect(made.size).toBe(STEPS.length);
  expect(parts()).toBe(4);
  expect(progress).toEqual([0, 14, 14, 28]);
});

test('an account that never has the time is left alone after two parts, and the steps are left', async () => {
  const { ports, parts } = account(() => true);
  const { done, left, error } = await applyInParts(ports, STEPS, () => undefined);
  expect({ done, left }).toEqual({ done: [], left: STEPS });
  expect(error?.code).toBe('timeout');
  expect(parts()).toBe(2);
});

test('every part has time of its own', async () => {
  const { ports, parts } = account(() => false);
  await applyInParts(ports, STEPS, () => undefined);
  expect(parts()).toBe(Math.ceil(STEPS.length / 14));
});
