import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import type { FaultInput } from './control.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { failureOf, succeeded } from './replies.ts';
import { loadMain, VIRTUAL_TIME } from './run-main.ts';

// Every lie of every list is tried at the adapters, in test/sync/*/wrong-answers.test.ts. Here each list goes
// through the functions: the figures stay, the failure is a designed one, and the time is enough for it.

const BUDGET_MS = 13_000;
/** A linked deal with a dispute, and one whose contacts pay. */
const LINKED = '9021';
const BY_PAYERS = '9043';

const main = loadMain('sync-payments');
const getMain = loadMain('get-payments');

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
  for (const dealId of [LINKED, BY_PAYERS]) succeeded(await world.syncPayments(dealId, { main }));
});

afterEach(async () => {
  await Promise.all([world.stripe.clearFaults(), world.hubspot.clearFaults()]);
});

afterAll(() => world.close());

/** The same deal while a service lies: what the sync replies, and that no figure moved. */
async function syncWhile(dealId: string, fault: () => Promise<void>) {
  const before = world.storedOf(dealId);
  await fault();
  const startedMs = VIRTUAL_TIME.nowMs();
  const view = await world.getPayments(dealId, { main: getMain });
  const error = failureOf(await world.syncPayments(dealId, { main }));
  expect(VIRTUAL_TIME.nowMs() - startedMs).toBeLessThan(2 * BUDGET_MS);
  const after = world.storedOf(dealId);
  expect({ ...after, stripe_sync_error: null }).toEqual({ ...before, stripe_sync_error: null });
  if (view.ok) expect(view.view.summary.status).toBe('incomplete');
  return error;
}

const LISTS = ['charges', 'invoices', 'subscriptions', 'checkout/sessions', 'disputes'];

const LIES: readonly (readonly [string, FaultInput])[] = [
  ['an empty list with more', { body: { object: 'list', data: [], has_more: true } }],
  ['a list that does not say whether it has more', { body: { object: 'list', data: [] } }],
  ['a row without an ID', { body: { object: 'list', data: [{}], has_more: false } }],
  ['an empty object', { body: {} }],
  ['a bare value', { rawBody: 'true' }],
  ['text', { rawBody: '<html></html>' }],
  ['a redirect', { status: 307, headers: { location: 'http://127.0.0.1:9/?key=secret' } }],
];

describe.each(LISTS)('/v1/%s', (list) => {
  test.each(LIES)('%s is reported as a wrong response, and no figure moves', async (_name, lie) => {
    const pathPattern = `^/v1/${list}$`;
    const error = await syncWhile(LINKED, () =>
      world.stripe.fault({ status: 200, ...lie, pathPattern }),
    );
    expect(error.code).toBe('stripe-wrong-answer');
    expect(error.detail).not.toContain('secret');
    expect(world.storedOf(LINKED)['stripe_sync_error']).toContain("it wasn't used");
  });
});

test('a disputed payment without its dispute is no paid one', async () => {
  const body = { object: 'list', data: [], has_more: false };
  const error = await syncWhile(LINKED, () =>
    world.stripe.fault({ status: 200, body, pathPattern: '^/v1/disputes$' }),
  );
  expect(error).toMatchObject({ code: 'stripe-wrong-answer' });
});

test('a list of charges that ends before the payment of an invoice is a wrong response', async () => {
  const dealId = STORY_IDS.partPaidInvoice.deal;
  succeeded(await world.syncPayments(dealId, { main }));
  const body = { object: 'list', data: [], has_more: false };
  const error = await syncWhile(dealId, () =>
    world.stripe.fault({ status: 200, body, pathPattern: '^/v1/charges$' }),
  );
  expect(error).toMatchObject({
    code: 'stripe-wrong-answer',
    detail: expect.stringMatching(/lacks (?:pi|ch)_/) as string,
  });
});

describe.each([
  ['associations', 'GET', '/associations/'],
  ['a batch of associations', 'POST', '^/crm/associations/2026-03/.*/batch/read$'],
  ['a batch of contacts', 'POST', '/batch/read$'],
  ['a search', 'POST', '/search$'],
])('HubSpot: %s', (_name, method, pathPattern) => {
  test.each([
    { body: {} },
    { body: { status: 'error', message: 'No.' } },
    { body: { results: [null] } },
    { rawBody: 'null' },
    { rawBody: '[]' },
    { rawBody: 'ok' },
    { status: 204 },
  ])('answered %j moves no figure', async (answer) => {
    const error = await syncWhile(BY_PAYERS, () =>
      world.hubspot.fault({ status: 200, ...answer, method, pathPattern }),
    );
    expect(['hubspot-wrong-answer', 'claims-unchecked']).toContain(error.code);
  });
});
