import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WORKFLOW_OUTPUTS } from '@stripe-payments/core';
import { catchUp } from './catching-up.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { paymentRecordsIn } from './payment-records.ts';
import { demoNowMs, FUNCTION_CLOCK, loadMain } from './run-main.ts';

// The triggers of docs/recipes.md, asked of the records of the demo.

interface Filter {
  readonly propertyName: string;
  readonly operator: string;
  readonly value?: string;
  readonly values?: readonly string[];
}

const OPERATORS: Readonly<Record<string, string>> = {
  'is any of': 'IN',
  'is none of': 'NOT_IN',
  'is known': 'HAS_PROPERTY',
  'is unknown': 'NOT_HAS_PROPERTY',
  'is greater than': 'GT',
};

function filterOf(line: string): Filter {
  const [, propertyName = '', words = '', rest = ''] =
    /^- `(\w+)` (is (?:any of|none of|known|unknown|greater than)) ?(.*)$/.exec(line) ?? [];
  const operator = OPERATORS[words];
  if (operator === undefined) throw new Error(`Not a trigger: ${line}`);
  const values = [...rest.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value);
  if (values.length === 0) return { propertyName, operator };
  return operator === 'GT'
    ? { propertyName, operator, value: values[0] ?? '' }
    : { propertyName, operator, values };
}

interface Recipe {
  readonly name: string;
  readonly store: 'companies' | 'deals' | 'payments';
  readonly filters: readonly Filter[];
}

const STORES = ['companies', 'deals', 'payments'] as const;

/** A title begins with its object. */
function storeOf(title: string): Recipe['store'] {
  const store = STORES.find((each) => title.toLowerCase().startsWith(`${each}:`));
  if (store === undefined) throw new Error(`No object: ${title}`);
  return store;
}

const RECIPES: readonly Recipe[] = readFileSync('docs/recipes.md', 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const [title = '', ...lines] = section.split('\n');
    return {
      name: title,
      store: storeOf(title),
      filters: lines.filter((line) => line.startsWith('- ')).map(filterOf),
    };
  });

const TYPES = { deals: 'deal', companies: 'company' } as const;

let world: FunctionsWorld;
const payments = paymentRecordsIn(() => world);

const typeOf = (store: Recipe['store']) => (store === 'payments' ? payments.typeId() : store);

beforeAll(async () => {
  world = await startFunctionsWorld();
  await payments.turnOn();
  const main = loadMain('sync-payments');
  for (const store of ['deals', 'companies'] as const) {
    for (const { id } of world.world.hubspot.store.records.list(store, false)) {
      await world.syncPayments(id, { main, objectType: TYPES[store] });
    }
  }
  await world.hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
  // Payouts are asked for where no viewer waits.
  FUNCTION_CLOCK.nowMs = () => world.nowMs();
  await catchUp(world, 24 * 10);
  await world.hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
}, 600_000);

afterAll(async () => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
  await world.close();
});

test('there are recipes', () => {
  expect(RECIPES.length).toBeGreaterThan(6);
});

test.each(RECIPES)('$name: finds some of the records, and not all', async ({ store, filters }) => {
  const every = world.world.hubspot.store.records.list(typeOf(store), false).length;
  const response = await fetch(
    `${world.world.hubspot.url}/crm/objects/2026-03/${typeOf(store)}/search`,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${world.environment['PRIVATE_APP_ACCESS_TOKEN'] ?? ''}`,
      },
      body: JSON.stringify({ filterGroups: [{ filters }], limit: 200 }),
    },
  );
  const found = (await response.json()) as { readonly total: number };
  expect(response.status).toBe(200);
  expect(found.total).toBeGreaterThan(0);
  expect(found.total).toBeLessThan(every);
});

test('every output that a recipe branches on is one of the workflow action', () => {
  const text = readFileSync('docs/recipes.md', 'utf8');
  const outputs = [...text.matchAll(/on its output\s+`(\w+)`/g)].map(([, name = '']) => name);
  expect(outputs.length).toBeGreaterThan(1);
  expect(Object.keys(WORKFLOW_OUTPUTS)).toEqual(expect.arrayContaining(outputs));
});

test('every value of a trigger is one that its property can have', () => {
  for (const { store, filters } of RECIPES) {
    for (const { propertyName, values = [] } of filters) {
      const { options = [], externalValues = [] } =
        world.world.hubspot.store.properties(typeOf(store)).find(propertyName) ?? {};
      const known = [...options.map(({ value }) => value), ...externalValues];
      expect(known, propertyName).toEqual(expect.arrayContaining([...values]));
    }
  }
});
