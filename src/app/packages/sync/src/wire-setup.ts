import { hubSpotUrl } from './hubspot/api-url.ts';
import { createCrmInspector } from './hubspot/crm-inspector.ts';
import { createCrmRequests } from './hubspot/crm-requests.ts';
import { judgeHubSpot } from './hubspot/errors.ts';
import { createPropertySchema } from './hubspot/property-schema.ts';
import { createStripeClient } from './stripe/client.ts';
import { judgeStripe } from './stripe/errors.ts';
import { createStripeInspector } from './stripe/inspector.ts';
import type { StripeInspector } from './ports/setup.ts';
import type { Budget } from './http/budget.ts';
import { createBudget } from './http/budget.ts';
import { createCaller } from './http/retry.ts';
import { SyncError } from './sync-error.ts';
import type { SetupPorts } from './use-cases/setup/setup-ports.ts';
import type { Runtime, WarmMemory } from './wire.ts';
import { BUDGET_MS, CRM_ATTEMPT_MS, requiredKey, requiredToken } from './wire.ts';

/** HubSpot may take ten seconds for a batch, and it is lost time to give up on one. */
const BATCH_ATTEMPT_MS = 11_000;

/** A permission that answers slowly may not hold up the report. */
const PROBE_ATTEMPT_MS = 5_000;

function stripeInspector(
  { environment, random }: Runtime,
  warm: WarmMemory,
  budget: Budget,
): StripeInspector | SyncError {
  try {
    const { secretKey, mode, kind } = requiredKey(environment);
    return createStripeInspector({
      stripe: createStripeClient({ secretKey, apiBaseUrl: environment['STRIPE_API_BASE_URL'] }),
      mode,
      kind,
      caller: createCaller({ budget, judge: judgeStripe, random, attemptMs: PROBE_ATTEMPT_MS }),
      pace: warm.stripePaces[mode],
    });
  } catch (error) {
    if (error instanceof SyncError) return error;
    throw error;
  }
}

/**
 * The ports of one run of the setup. A missing Stripe key is something that it tells.
 * @param budgetMs of the whole run: a function has what the platform gives it, a terminal has more.
 * @throws {SyncError} `hubspot-unauthorized` where there is no access token.
 */
export function wireSetup(runtime: Runtime, warm: WarmMemory, budgetMs = BUDGET_MS): SetupPorts {
  const { environment, clock, elapsedMs, random } = runtime;
  const accessToken = requiredToken(environment);
  const budget = createBudget(budgetMs, elapsedMs);
  const requests = createCrmRequests(hubSpotUrl(environment['HUBSPOT_API_BASE_URL']), accessToken);
  const crmCaller = { budget, judge: judgeHubSpot, random };
  const caller = createCaller({ ...crmCaller, attemptMs: CRM_ATTEMPT_MS });
  return {
    clock,
    stripe: stripeInspector(runtime, warm, budget),
    crm: createCrmInspector({
      requests,
      accessToken,
      caller,
      searchTurn: warm.crmSearchTurn,
    }),
    schema: createPropertySchema({
      requests,
      caller,
      batching: createCaller({ ...crmCaller, attemptMs: BATCH_ATTEMPT_MS }),
    }),
  };
}
