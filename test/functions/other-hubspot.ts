import { createManualClock } from '../../sandbox/http/clock.ts';
import type { RunningServer } from '../../sandbox/http/serve.ts';
import { serveOnLoopback } from '../../sandbox/http/serve.ts';
import type { HubSpotSandbox } from '../../sandbox/hubspot/index.ts';
import { createHubSpotSandbox } from '../../sandbox/hubspot/index.ts';
import { provisionProperties, seedCrm } from '../../sandbox/world/seed-crm.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS } from './harness.ts';
import { VIRTUAL_TIME } from './run-main.ts';

/** The deals of a world in another account, whose token has only these scopes. */
export async function startHubSpotWith(
  { world }: FunctionsWorld,
  token: string,
  scopes: readonly string[],
): Promise<HubSpotSandbox & RunningServer> {
  const sandbox = createHubSpotSandbox({
    clock: createManualClock(NOW_MS),
    monotonicNowMs: VIRTUAL_TIME.nowMs,
    seed: 1,
    tokens: { [token]: scopes },
    account: {
      portalId: 77,
      timeZone: 'Europe/Rome',
      companyCurrency: 'USD',
      additionalCurrencies: world.hubspot.store.account.additionalCurrencies,
    },
  });
  provisionProperties(sandbox.store);
  seedCrm(sandbox.store, world.deals, true);
  sandbox.store.records.letSearchKnow();
  return { ...sandbox, ...(await serveOnLoopback(sandbox.app)) };
}
