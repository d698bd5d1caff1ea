import type { ObjectType } from '@stripe-payments/core';
import { OBJECT_TYPES } from '@stripe-payments/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { failureOf, succeeded } from './replies.ts';
import { loadMain } from './run-main.ts';
import type { SetupWorld } from './setup-world.ts';
import { startSetupWorld } from './setup-world.ts';

const get = loadMain('get-payments');
const link = loadMain('link-payments');

const STORES = { deal: 'deals', contact: 'contacts', company: 'companies' } as const;

/** What every record is called here: a reader of one may not be allowed to see another. */
const CALLED: Readonly<Record<ObjectType, Readonly<Record<string, string>>>> = {
  deal: { dealname: 'Kestrel' },
  contact: { firstname: 'Kestrel', lastname: 'Nightjar' },
  company: { name: 'Nightjar' },
};

let world: SetupWorld;

/** Without the hundreds of contacts of the large companies. */
const MAX_VIEWED = 60;

const idsOf = (objectType: ObjectType): readonly string[] =>
  world.world.hubspot.store.listObjects(STORES[objectType]).map(({ id }) => id);

beforeAll(async () => {
  world = await startSetupWorld();
  for (const objectType of OBJECT_TYPES) {
    for (const id of idsOf(objectType)) world.edit(id, CALLED[objectType], objectType);
  }
});

afterAll(() => world.close());

/** The reply's text, and what is in its tokens, which are text in base64. */
function textOf(reply: unknown): string {
  const text = JSON.stringify(reply);
  const tokens = text.match(/[A-Za-z0-9_-]{40,}/g) ?? [];
  return [text, ...tokens.map((token) => Buffer.from(token, 'base64url').toString())].join('\n');
}

const expectNoName = (reply: unknown): void => {
  expect(textOf(reply)).not.toMatch(/Kestrel|Nightjar/i);
};

test.each(OBJECT_TYPES)('a view of a %s has no name of another record', async (objectType) => {
  let records = 0;
  for (const id of idsOf(objectType).slice(0, MAX_VIEWED)) {
    const reply = await world.getPayments(id, { main: get, objectType });
    expectNoName(reply);
    records += textOf(reply).split('"recordId"').length - 2;
  }
  // Others are mentioned all the same, by their ids.
  expect(records).toBeGreaterThan(3);
});

test('no sync, preview, list, search, refusal or move has one', async () => {
  const [deal, other] = STORY_IDS.linkedTwice.deals;
  const ask = (parameters: object) => world.linkPayments(deal, { main: link, parameters });
  const listed = succeeded(await ask({ action: 'payments' }));
  const [payment] = 'payments' in listed ? listed.payments : [];
  const assign = { action: 'assign', ids: [payment?.id ?? ''] };
  const refused = await ask(assign);
  expect(failureOf(refused).claimedBy).toEqual({ objectType: 'deal', recordId: other });
  const moved = succeeded(await ask({ ...assign, moveFrom: [other] }));
  expect(moved).toMatchObject({ movedFrom: [{ objectType: 'deal', recordId: other }] });
  for (const reply of [
    await world.syncPayments(deal),
    await world.preview(other),
    listed,
    await ask({ action: 'search', query: 'kestrel' }),
    refused,
    moved,
  ]) {
    expectNoName(reply);
  }
});
