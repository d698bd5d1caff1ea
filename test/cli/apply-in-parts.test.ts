import type {
  ExistingProperties,
  ObjectType,
  PropertyInput,
  SetupStepId,
} from '@stripe-payments/core';
import { applyInParts, propertyNamesOf, setupStepId } from '@stripe-payments/core';
import { SyncError } from '@stripe-payments/sync';
import type { SetupPorts } from '@stripe-payments/sync/setup';
import { expect, test } from 'vitest';
import { applyPart } from '../../cli/setup/commands/apply.ts';

const stepsOf = (objectType: ObjectType, count: number): readonly SetupStepId[] =>
  propertyNamesOf(objectType)
    .slice(0, count)
    .map((name) => setupStepId({ objectType, name, action: 'create' }));

const STEPS = [...stepsOf('deal', 7), ...stepsOf('contact', 21)];

/** An account that takes properties, but where a part (counted from 0) runs out of time. */
function account(isTooSlow: (part: number, objectType: ObjectType) => boolean) {
  const made = new Map<string, PropertyInput>();
  let part = -1;
  const read = (objectType: ObjectType): Promise<ExistingProperties> => {
    if (isTooSlow(part, objectType)) return Promise.reject(new SyncError('timeout'));
    const own = [...made].filter(([key]) => key.startsWith(objectType));
    const live = own.map(([, input]) => ({
      ...input,
      options: input.options ?? [],
      currencyPropertyName: input.currencyPropertyName ?? null,
    }));
    return Promise.resolve({ live, archived: [], hasGroup: true });
  };
  const unused = (): Promise<never> => Promise.reject(new Error('not asked for'));
  const schema: SetupPorts['schema'] = {
    language: 'en',
    hasActions: false,
    read,
    createMany: (objectType, inputs) => {
      for (const input of inputs) made.set(`${objectType}/${input.name}`, input);
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
        firstRecord: unused,
        dealPipelines: unused,
        recordLists: unused,
      },
      schema,
      runLog: { isOn: unused, read: unused, turnOn: unused, turnOff: unused },
      tryPayment: unused,
      hubSpotPayments: { read: unused, turnOn: unused, leave: unused, turnOff: unused },
      paymentObject: { read: unused, deleted: unused, turnOn: unused, turnOff: unused },
      clock: { nowMs: () => 0 },
      hasWebhook: false,
      hasWorkflowAction: false,
      actions: [],
    };
  };
  return { ports, made, parts: () => part + 1 };
}

const applyWith = (
  ports: () => SetupPorts,
  onProgress: (settled: number) => void = () => undefined,
) => applyInParts(STEPS, (part) => applyPart(ports(), part), onProgress);

test('what a part did not reach is done by the next', async () => {
  const { ports, made, parts } = account(
    (part, objectType) => part === 0 && objectType === 'contact',
  );
  const progress: number[] = [];
  const applied = await applyWith(ports, (settled) => progress.push(settled));
  expect(applied).toEqual({ done: STEPS, failed: [], left: [], error: null });
  expect(made.size).toBe(STEPS.length);
  expect(progress[0]).toBe(7);
  expect(progress.at(-1)).toBe(STEPS.length);
  expect(parts()).toBe(progress.length);
});

test('an account that never has the time is left alone, with the reason and all steps left', async () => {
  const { ports, parts } = account(() => true);
  const { done, left, error } = await applyWith(ports);
  expect({ done, left }).toEqual({ done: [], left: STEPS });
  expect(error?.code).toBe('setup-too-slow');
  expect(parts()).toBe(2);
});

test('what HubSpot did after the time of one part was over is found done by the next', async () => {
  let isLate = true;
  const { ports } = account(() => isLate);
  const late = (): SetupPorts => {
    const given = ports();
    return {
      ...given,
      schema: {
        ...given.schema,
        read: async (objectType) => {
          try {
            return await given.schema.read(objectType);
          } finally {
            isLate = false;
          }
        },
      },
    };
  };
  const applied = await applyWith(late);
  expect(applied).toEqual({ done: STEPS, failed: [], left: [], error: null });
});

test('every part has time of its own', async () => {
  const { ports, parts } = account(() => false);
  await applyWith(ports);
  expect(parts()).toBe(Math.ceil(STEPS.length / 14));
});
