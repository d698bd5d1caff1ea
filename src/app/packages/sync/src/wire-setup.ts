import { languageOf } from '@stripe-payments/core';
import type { Budget } from './http/budget.ts';
import { createBudget } from './http/budget.ts';
import { createTransport } from './http/transport.ts';
import { createCrmInspector } from './hubspot/inspector.ts';
import { createPropertySchema } from './hubspot/properties.ts';
import { createRunLogAdmin } from './hubspot/run-log.ts';
import { createRecordScan } from './hubspot/record-scan.ts';
import { createStripeInspector } from './stripe/inspector.ts';
import { SyncError } from './sync-error.ts';
import type { AdoptPorts } from './use-cases/adopt/adopt-ports.ts';
import type { SetupPorts, StripeInspector } from './use-cases/setup/setup-ports.ts';
import type { Runtime, WarmMemory } from './wire.ts';
import {
  hubSpotWithin,
  isEndpointSecret,
  requiredKey,
  requiredToken,
  stripeOver,
  TIME_LIMITS,
  wirePorts,
} from './wire.ts';

function stripeInspector(
  runtime: Runtime,
  warm: WarmMemory,
  budget: Budget,
): StripeInspector | SyncError {
  try {
    const { secretKey, mode, kind } = requiredKey(runtime.environment);
    const rateLimit = warm.stripeRateLimits[mode];
    const { probeAttemptMs: attemptMs } = { ...TIME_LIMITS, ...runtime.limits };
    const { random, stripeRequests: sent = { count: 0 } } = runtime;
    const transport = createTransport({ budget, rateLimit, random, sent, attemptMs });
    return createStripeInspector({
      stripe: stripeOver(runtime, { secretKey, mode }, transport),
      mode,
      kind,
      isWebhookSecret: (given) => isEndpointSecret(runtime.environment, 'stripe-webhook', given),
    });
  } catch (error) {
    if (error instanceof SyncError) return error;
    throw error;
  }
}

/**
 * The ports of one run of the setup. A missing Stripe key is something that it tells.
 * @throws {SyncError} `hubspot-unauthorized` where there is no access token.
 */
export function wireSetup(runtime: Runtime, warm: WarmMemory): SetupPorts {
  const limits = { ...TIME_LIMITS, ...runtime.limits };
  const accessToken = requiredToken(runtime.environment);
  const budget = createBudget(limits.budgetMs, runtime.elapsedMs, runtime.ended);
  const hubSpot = hubSpotWithin(runtime, warm, accessToken);
  const client = hubSpot(budget, { attemptMs: limits.hubSpotAttemptMs });
  const batching = hubSpot(budget, { attemptMs: limits.batchAttemptMs });
  return {
    clock: runtime.clock,
    hasWebhook: runtime.environment['WEBHOOK'] === 'on',
    hasWorkflowAction: runtime.environment['WORKFLOW_ACTION'] === 'on',
    stripe: stripeInspector(runtime, warm, budget),
    crm: createCrmInspector({ client, accessToken }),
    runLog: createRunLogAdmin(client),
    schema: createPropertySchema({
      client,
      batching,
      language: languageOf(runtime.environment['ACCOUNT_LANGUAGE']),
    }),
  };
}

/**
 * The ports of one run that adopts links of another app.
 * @throws {SyncError} where the key or the token is missing or of the wrong kind.
 */
export function wireAdoption(runtime: Runtime, warm: WarmMemory): AdoptPorts {
  const limits = { ...TIME_LIMITS, ...runtime.limits };
  const budget = createBudget(limits.budgetMs, runtime.elapsedMs, runtime.ended);
  const hubSpot = hubSpotWithin(runtime, warm, requiredToken(runtime.environment));
  const client = hubSpot(budget, { attemptMs: limits.hubSpotAttemptMs });
  return {
    ...wirePorts(runtime, warm),
    scan: createRecordScan(client),
  };
}
