import { afterAll, beforeAll, expect, test } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { loadMain } from './run-main.ts';

const main = loadMain('sync-payments');

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterAll(() => world.close());

const NAMES = ['', '_currency', '_amount', '_date', '_reason'];

async function movementOf(id: string, objectType: 'contact' | 'company' | 'deal') {
  succeeded(await world.syncPayments(id, { main, objectType }));
  const stored = world.storedOf(id, objectType);
  return NAMES.map((name) => stored[`stripe_mrr_movement${name}`] ?? null);
}

test.each([
  ['expanded', STORY_IDS.expanded.contact, ['expansion', 'USD', '90.00', '2026-11-19', null]],
  [
    'churned',
    STORY_IDS.churned.contact,
    [
      'churn',
      'USD',
      '-29.00',
      '2026-11-15',
      'Cancellation requested. Too expensive. “We only needed it for one winter. The boat is sold.”',
    ],
  ],
  [
    'came back',
    STORY_IDS.reactivated.contact,
    ['reactivation', 'USD', '35.00', '2026-11-14', null],
  ],
  ['pays late', STORY_IDS.pastDue.contact, ['new', 'USD', '120.00', '2026-10-22', null]],
  ['tries it', STORY_IDS.trial.contact, ['none', null, null, null, null]],
  ['never subscribed', STORY_IDS.creditNote.contact, ['none', null, null, null, null]],
])('a contact that %s', async (_, id, expected) => {
  expect(await movementOf(id, 'contact')).toEqual(expected);
});

test('a company has the movement of what its contacts bring together', async () => {
  expect(await movementOf(STORY_IDS.expanded.company, 'company')).toEqual([
    'expansion',
    'USD',
    '90.00',
    '2026-11-19',
    null,
  ]);
});

test('a deal has none', async () => {
  expect(await movementOf(STORY_IDS.pastDue.deal, 'deal')).toEqual(NAMES.map(() => null));
});

test('the movement stays the same while nothing happens at Stripe', async () => {
  const before = await movementOf(STORY_IDS.churned.company, 'company');
  await world.hubspot.send('POST', '/clock/advance', { durationMs: 5 * 24 * 60 * 60 * 1_000 });
  expect(await movementOf(STORY_IDS.churned.company, 'company')).toEqual(before);
  expect(before[0]).toBe('churn');
});
