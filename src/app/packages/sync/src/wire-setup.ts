import { languageOf, parseActionKinds } from '@stripe-payments/core';
import type { Budget } from './http/budget.ts';
import { createBudget } from './http/budget.ts';
import { createTransport } from './http/transport.ts';
import { createCrmInspector } from './hubspot/inspector.ts';
import { createPropertySchema } from './hubspot/properties.ts';
import { createHubSpotPaymentsAdmin } from './hubspot/hubspot-payments-admin.ts';
import { createPaymentObjectAdmin } from './hubspot/payment-object.ts';
import { tryPayment } from './hubspot/payment-trial.ts';
import { createRunLogAdmin } from './hubspot/run-log.ts';
import { createRecordScan } from './hubspot/record-scan.ts';
import { rememberSecret } from './redact.ts';
import { createStripeInspector } from './stripe/inspector.ts';
import { createWebhookRegistry, webhookUrl } from './stripe/webhook-endpoints.ts';
import { webhookSecret } from './seal.ts';
import { SyncError } from './sync-error.ts';
import type { AdoptPorts } from './use-cases/adopt/adopt-ports.ts';
import type {
  SetupPorts,
  StripeInspector,
  WebhookRegistry,
} from './use-cases/setup/setup-ports.ts';
import type { Runtime, WarmMemory } from './wire.ts';
import { TIME_LIMITS } from './time-limits.ts';
import {
  hubSpotWithin,
  isEndpointSecret,
  requiredKey,
  requiredToken,
  setupKey,
  stripeOver,
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
  const language = languageOf(runtime.environment['ACCOUNT_LANGUAGE']);
  const actions = parseActionKinds(runtime.environment['ACTIONS'] ?? '') ?? [];
  const batching = hubSpot(budget, { attemptMs: limits.batchAttemptMs });
  const stripe = stripeInspector(runtime, warm, budget);
  return {
    clock: runtime.clock,
    hasWebhook: runtime.environment['WEBHOOK'] === 'on',
    hasWorkflowAction: runtime.environment['WORKFLOW_ACTION'] === 'on',
    actions,
    stripe,
    crm: createCrmInspector({ client, accessToken }),
    runLog: createRunLogAdmin(client, stripe instanceof SyncError ? null : stripe.mode),
    paymentObject: createPaymentObjectAdmin(client, language),
    hubSpotPayments: createHubSpotPaymentsAdmin(client, language),
    tryPayment: (currency) =>
      tryPayment(client, language, { currency, nowMs: runtime.clock.nowMs() }),
    schema: createPropertySchema({ client, batching, language, hasActions: actions.length > 0 }),
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

/**
 * The app's webhook at Stripe. Its URL has the secret of the app's own key; what writes it may be another
 * key of the same account and mode, so that the app's own one can only read.
 * @throws {SyncError} where a key is missing or of the wrong kind, or where the two differ in mode.
 */
export function wireWebhook(runtime: Runtime, warm: WarmMemory, domain: string): WebhookRegistry {
  const { environment, clock, elapsedMs, random } = runtime;
  const limits = { ...TIME_LIMITS, ...runtime.limits };
  const app = requiredKey(environment);
  const { secretKey, mode } = setupKey(environment);
  if (mode !== app.mode) throw new SyncError('wrong-mode');
  const secret = webhookSecret(app.secretKey);
  rememberSecret(secret);
  const url = webhookUrl(domain, secret);
  const transport = createTransport({
    budget: createBudget(limits.budgetMs, elapsedMs, runtime.ended),
    rateLimit: warm.stripeRateLimits[mode],
    random,
    attemptMs: limits.stripeAttemptMs,
  });
  return createWebhookRegistry({
    stripe: stripeOver(runtime, { secretKey, mode }, transport),
    isWebhookSecret: (given) => isEndpointSecret(environment, 'stripe-webhook', given),
    url,
    idempotencyKey: `webhook-${domain}-${String(clock.nowMs())}`,
  });
}
