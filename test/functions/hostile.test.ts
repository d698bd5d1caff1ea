import type { ObjectType, RecordView } from '@stripe-payments/core';
import { PROPERTY_NAMES } from '@stripe-payments/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOSTILE_IDS } from '../../sandbox/seed/hostile-stories.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS } from './harness.ts';
import { EVERY_TEXT, startHostileWorld } from './hostile-world.ts';
import { succeeded } from './replies.ts';
import { consoleLines, loadMain } from './run-main.ts';

const main = loadMain('sync-payments');
const HOUR_AGO = NOW_MS - 60 * 60 * 1_000;

const RECORDS: readonly (readonly [ObjectType, string])[] = [
  ['deal', HOSTILE_IDS.deal],
  ['deal', HOSTILE_IDS.sharedDeals[0]],
  ['contact', HOSTILE_IDS.contact],
  ['company', HOSTILE_IDS.company],
];

let world: FunctionsWorld;
const views = new Map<string, RecordView>();

/** A company with many customers takes several calls. */
async function syncedWhole(objectType: ObjectType, id: string): Promise<RecordView> {
  let parameters: object = { objectType };
  for (;;) {
    const { view } = succeeded(await world.syncPayments(id, { main, objectType, parameters }));
    if (view.continuation === null) return view;
    parameters = { objectType, continuation: view.continuation };
  }
}

beforeAll(async () => {
  world = await startHostileWorld();
  for (const [objectType, id] of RECORDS) {
    views.set(id, await syncedWhole(objectType, id));
  }
});

afterAll(() => world.close());

/** Enough of a text to know it again, without what a name may not hold everywhere. */
const PIECES = [
  'evil.example',
  'onerror',
  '<script',
  'javascript:',
  'WWWW',
  '\u202e',
  '{{',
  'שלום',
];

test.each(RECORDS)('a %s whose every text is hostile is read and synced whole', (_type, id) => {
  const view = views.get(id);
  expect(view?.problems).toEqual([]);
  const rows = [view?.payments, view?.needsReview, view?.invoices, view?.freeCheckouts].flat();
  expect(rows.length).toBeGreaterThanOrEqual(2);
});

test('every hostile text is returned unchanged, as text', () => {
  const view = views.get(HOSTILE_IDS.deal);
  const descriptions = view?.payments.map(({ description }) => description);
  for (const [, text] of EVERY_TEXT) expect(descriptions).toContain(text);
});

test.each(RECORDS)('no text of a customer is written to the %s', (objectType, id) => {
  const stored = world.storedOf(id, objectType);
  expect(stored['stripe_last_synced_at']).not.toBeNull();
  const written = PROPERTY_NAMES.map((name) => stored[name] ?? '').join('\n');
  expect(PIECES.filter((piece) => written.includes(piece))).toEqual([]);
});

test('the log contains no customer data', () => {
  expect(consoleLines.length).toBeGreaterThanOrEqual(RECORDS.length);
  const log = consoleLines.join('\n');
  expect(PIECES.filter((piece) => log.includes(piece))).toEqual([]);
  for (const line of consoleLines) {
    expect(Object.keys(JSON.parse(line) as object)).toEqual([
      'uid',
      'outcome',
      'elapsedMs',
      'stripeCalls',
    ]);
  }
});

test('a hostile search term is searched as text and finds nothing more', async () => {
  const link = loadMain('link-payments');
  const injections = [
    '" OR created>0 OR name:"',
    '\\" OR email~"evil',
    '" OR metadata["note"]:"x',
    '-name:"x"',
    '__proto__',
    '${name}',
  ];
  for (const query of injections) {
    const { id } = world.world.stripe.world.createCustomer({
      name: `Named ${query}`,
      atMs: HOUR_AGO,
    });
    const parameters = { action: 'search', query };
    const linked = { dealname: 'Linked', stripe_customer_id: id };
    const deal = world.world.hubspot.store.createObject('deals', linked);
    const reply = await world.linkPayments(deal.id, { main: link, parameters });
    const found = reply.ok && reply.action === 'search' ? reply.customers : [];
    const isText = ({ name, email }: { name: string | null; email: string | null }): boolean =>
      `${name ?? ''} ${email ?? ''}`.includes(query);
    expect(
      found.map((customer) => customer.id),
      query,
    ).toContain(id);
    expect(
      found.filter((customer) => !isText(customer)),
      query,
    ).toEqual([]);
  }
});
