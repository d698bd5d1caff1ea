import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HUBSPOT_FAILING } from './faults.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { forgetRequests } from './requests.ts';
import { loadMain } from './run-main.ts';

const main = loadMain('sync-payments');
const RECORD = '^/crm/v3/objects/0-3/';

describe.each(['GET', 'PATCH'])('a failure of the %s that passes', (method) => {
  let world: FunctionsWorld;

  beforeAll(async () => {
    world = await startFunctionsWorld();
  });

  afterAll(() => world.close());

  beforeEach(async () => {
    await world.hubspot.clearFaults();
    await forgetRequests(world);
  });

  // Two seconds each, as HubSpot asks: once is enough.
  const passing = HUBSPOT_FAILING.filter(({ name }) => method === 'PATCH' || name !== '423');

  test.each(passing)('$name once: the figures are right', async ({ fault }) => {
    world.edit('9011', { stripe_net_amount: '', stripe_fee_amount: '' });
    await world.hubspot.fault({ ...fault, method, pathPattern: RECORD, times: 1 });
    succeeded(await world.syncPayments('9011', { main }));
    const tries = (await world.hubspot.requests()).filter((request) => request.method === method);
    expect(tries).toHaveLength(2);
    expect(world.storedOf('9011')).toMatchObject({
      stripe_net_amount: '2306.90',
      stripe_fee_amount: '93.10',
      stripe_sync_error: null,
    });
  });
});
