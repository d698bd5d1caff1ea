import type { PreviewSyncReply, PropertyChange } from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests, isWrite, named, requestsOf } from './requests.ts';
import type { SetupWorld } from './setup-world.ts';
import { startSetupWorld } from './setup-world.ts';

const { fiftyContacts, fiveHundredContacts } = STORY_IDS;

/** Each part of a large company takes most of a function's time. */
const SLOW_MS = 120_000;

let world: SetupWorld;
let fresh: SetupWorld;

beforeAll(async () => {
  [world, fresh] = await Promise.all([startSetupWorld(), startSetupWorld({ isSetUp: false })]);
});

afterAll(() => Promise.all([world.close(), fresh.close()]));

beforeEach(() => Promise.all([forgetRequests(world), forgetRequests(fresh)]));

const createdOf = (recordId: string): number =>
  Date.parse(world.world.hubspot.store.valueOf('deals', recordId, 'createdate') ?? '');

describe('a preview of a picked record', () => {
  test('shows exactly what a sync then writes', async () => {
    const { changes } = succeeded(await world.preview('9003'));
    expect(changes.length).toBeGreaterThan(9);
    expect((await requestsOf(world)).filter(isWrite)).toEqual([]);
    const synced = succeeded(await world.syncPayments('9003'));
    expect(changes).toEqual(synced.changes);
  });

  test.each([
    ['ISO text', (ms: number) => new Date(ms).toISOString()],
    ['milliseconds', (ms: number) => ms],
    ['milliseconds as text', (ms: number) => String(ms)],
  ])('accepts a creation time %s', async (_name, written) => {
    succeeded(await world.preview('9001', { createdAt: written(createdOf('9001')) }));
  });
});

/** The reply without what tells a request from another. */
const likeOthers = (reply: PreviewSyncReply): unknown => ({ ...failureOf(reply), requestId: '' });

describe('a colleague who guesses ids', () => {
  const guess = (parameters: object) => world.preview('9001', parameters);

  test('gets the same answer for a missing record and for one of another time or type', async () => {
    const wrongTime = new Date(createdOf('9001') + 1).toISOString();
    const of = (createdAt: number) => ({ recordId: '9001', createdAt, modifiedAt: createdAt });
    const replies = await Promise.all([
      guess({ recordId: '424242', createdAt: wrongTime }),
      guess({ recordId: '9001', createdAt: wrongTime }),
      guess({ ...of(createdOf('9001')), objectType: 'contact' }),
      guess({ ...of(createdOf('9001')), objectType: 'company' }),
      guess({ recordId: fiftyContacts.company, createdAt: wrongTime }),
      guess({ recordId: '9001', modifiedAt: wrongTime }),
      guess({ recordId: '9001', createdAt: 'yesterday' }),
      guess({ recordId: '9001', createdAt: '0' }),
    ]);
    const [first, ...others] = replies.map((reply) => JSON.stringify(reply));
    expect(first).toContain('record-not-found');
    for (const reply of others) expect(reply).toBe(first);
    expect(await world.stripe.requests()).toEqual([]);
    const asked = named(await world.hubspot.requests());
    expect(asked).toHaveLength(replies.length);
    expect(asked.every((request) => request.startsWith('GET /crm/objects/2026-03/'))).toBe(true);
  });

  test('gets no HubSpot message', async () => {
    const replies = await Promise.all(
      ['424242', '9001'].map((recordId) =>
        world.preview(
          '9001',
          { recordId, createdAt: '2020-01-01T00:00:00Z' },
          { PRIVATE_APP_ACCESS_TOKEN: 'pat-na1-unknown-token' },
        ),
      ),
    );
    const [absent, present] = replies.map(likeOthers);
    expect(absent).toEqual(present);
  });
});

describe('nothing is written', () => {
  test.each([
    ['a dry run that is none', { dryRun: false }],
    ['a dry run as text', { dryRun: 'false' }],
    ['values to write', { changes: [{ name: 'amount', from: '', to: '1' }], properties: {} }],
    ['an action of another function', { action: 'link', customerId: 'cus_1' }],
    ['a record inside the record', { viewed: { recordId: '9002' }, hs_object_id: '9002' }],
  ])('given %s', async (_name, extra) => {
    const before = world.storedOf('9001');
    succeeded(await world.preview('9001', extra));
    expect(world.storedOf('9001')).toEqual(before);
    const requests = await requestsOf(world);
    expect(requests.filter(isWrite)).toEqual([]);
    expect(
      requests.map(({ path, body }) => `${path} ${JSON.stringify(body)}`).join(),
    ).not.toContain('9002');
  });

  test('not even a failure note', async () => {
    world.edit('9004', { stripe_customer_id: 'cus_unknown' });
    expect(failureOf(await world.preview('9004')).code).toBe('unknown-customer');
    expect(world.storedOf('9004')['stripe_sync_error']).toBeNull();
    expect((await requestsOf(world)).filter(isWrite)).toEqual([]);
  });
});

describe('before the properties exist', () => {
  const { oneDeal } = STORY_IDS;

  test.each([
    ['deal', oneDeal.deal],
    ['contact', oneDeal.contact],
  ] as const)('a %s shows what would be written', async (objectType, recordId) => {
    expect(failureOf(await fresh.syncPayments(recordId, { objectType })).code).toBe('not-set-up');
    await forgetRequests(fresh);
    const { changes, view } = succeeded(await fresh.preview(recordId, { objectType }));
    expect(view.summary.paymentCount).toBeGreaterThan(0);
    expect([...view.payments, ...view.customers, ...view.invoices]).toEqual([]);
    expect(view.problems).toEqual([]);
    const gross = changes.find(({ name }) => name === 'stripe_gross_amount');
    expect(gross).toMatchObject({ from: '' });
    expect(Number(gross?.to)).toBeGreaterThan(0);
    expect((await requestsOf(fresh)).filter(isWrite)).toEqual([]);
  });

  test.each([
    ['deleted', 'the other still counts'],
    ['archived', 'the preview says so: what it assigns is only hidden'],
  ])('where one of the two id properties is %s, %s', async (how) => {
    const half = await startSetupWorld();
    onTestFinished(() => half.close());
    for (const id of ['9001', '9002']) half.edit(id, { stripe_customer_id: 'cus_of_two' });
    await half.hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
    const shared = half.world.hubspot.store.valueOf('deals', '9003', 'stripe_customer_id') ?? '';
    for (const id of ['9001', '9002']) half.edit(id, { stripe_customer_id: shared });
    await half.hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
    await half.settings('DELETE', '/schema/deals/properties/stripe_payment_ids');
    if (how === 'archived') {
      expect(failureOf(await half.preview('9003')).code).toBe('property-archived');
      return;
    }
    half.world.hubspot.store.properties('deals').forget('stripe_payment_ids');
    const { view } = succeeded(await half.preview('9003'));
    expect(view.summary.paymentCount).toBe(0);
    expect(view.summary.needsReviewCount).toBeGreaterThan(0);
  });
});

describe('a company with many contacts', () => {
  const company = { objectType: 'company' } as const;

  test(
    'is read in parts to the end, and nothing is written',
    async () => {
      // So slow that one run is not enough.
      await world.stripe.setLatency(1_200);
      let continuation: string | null = null;
      let changes: readonly PropertyChange[] = [];
      let parts = 0;
      do {
        const parameters: object = continuation === null ? company : { ...company, continuation };
        const reply = succeeded(await world.preview(fiftyContacts.company, parameters));
        ({ changes } = reply);
        ({ continuation } = reply.view);
        if (continuation !== null) expect(changes).toEqual([]);
        parts += 1;
      } while (continuation !== null && parts < 9);
      await world.stripe.setLatency(0);
      expect(continuation).toBeNull();
      expect(parts).toBeGreaterThan(1);
      expect(changes.find(({ name }) => name === 'stripe_payment_count')?.to).toMatch(/^\d+$/);
      expect((await requestsOf(world)).filter(isWrite)).toEqual([]);
    },
    SLOW_MS,
  );

  test('accepts only its own continuation', async () => {
    // A fast machine reads even this company in one run.
    await world.stripe.setLatency(1_200);
    const first = succeeded(await world.preview(fiftyContacts.company, company));
    await world.stripe.setLatency(0);
    const { continuation } = first.view;
    expect(continuation).not.toBeNull();
    await forgetRequests(world);
    const elsewhere = await world.preview(fiveHundredContacts.company, {
      ...company,
      continuation,
    });
    expect(failureOf(elsewhere).code).toBe('bad-request');
    expect(await requestsOf(world)).toEqual([]);
    const unproven = await world.preview(fiftyContacts.company, {
      ...company,
      continuation,
      createdAt: '2020-01-01T00:00:00Z',
    });
    expect(failureOf(unproven).code).toBe('record-not-found');
    expect(await world.stripe.requests()).toEqual([]);
  });
});
