import type { ObjectType } from '@stripe-payments/core';
import {
  failureMessage,
  functionTextsIn,
  recordIdParameter,
  WORKFLOW_TYPES,
  workflowFailure,
  workflowOutputs,
  workflowTextsIn,
} from '@stripe-payments/core';
import type { ActionOutcome, Ports } from '@stripe-payments/sync';
import { asSyncError, wirePorts } from '@stripe-payments/sync';
import * as z from 'zod/mini';
import type { Answer } from './endpoint.ts';
import { ENDPOINT_DEADLINE_MS, ENDPOINT_LIMITS, knowsSecret } from './endpoint.ts';
import { logLine, productionRuntime, warm, withinDeadline } from './handle.ts';

/** What a workflow posts. Only which record it is about is used: its values are read from HubSpot. */
const executionSchema = z.object({
  method: z.literal('POST'),
  accountId: z.int(),
  body: z.object({
    origin: z.object({ portalId: z.int() }),
    object: z.object({ objectId: recordIdParameter, objectType: z.string() }),
  }),
});

type Sync = (
  ports: Ports,
  record: { readonly objectType: ObjectType; readonly recordId: string },
) => Promise<ActionOutcome>;

/** Tells a caller that is not a workflow of this account nothing. */
const refusal = (statusCode: number): Answer => ({ statusCode, body: {} });

function outputsOf(outcome: ActionOutcome, { accountLanguage }: Ports): object {
  switch (outcome.status) {
    case 'synced':
      return workflowOutputs(outcome.stored);
    case 'unfinished':
      return workflowFailure('unfinished', workflowTextsIn(accountLanguage).unfinished);
    case 'failed': {
      const { message } = failureMessage(outcome.failure, functionTextsIn(accountLanguage));
      return workflowFailure('failed', message);
    }
  }
}

/**
 * Makes the `main` of the endpoint that HubSpot's workflows call. HubSpot takes a 2xx for an ended step,
 * ends it as failed after a 4xx, and tries again for up to three days after a 5xx.
 */
export function createActionMain(uid: 'sync-action', sync: Sync) {
  return async (context: unknown): Promise<Answer> => {
    const startedMs = performance.now();
    const invocation = new AbortController();
    const runtime = productionRuntime(invocation.signal);
    const { stripeRequests } = runtime;
    try {
      if (!knowsSecret(runtime.environment, uid, context)) return refusal(403);
      const execution = executionSchema.safeParse(context);
      if (!execution.success) return refusal(400);
      const { accountId, body } = execution.data;
      if (body.origin.portalId !== accountId) return refusal(400);
      const ports = wirePorts({ ...runtime, limits: ENDPOINT_LIMITS }, warm);
      const objectType = WORKFLOW_TYPES[body.object.objectType];
      if (objectType === undefined) {
        const { wrongType } = workflowTextsIn(ports.accountLanguage);
        return { statusCode: 200, body: { outputFields: workflowFailure('failed', wrongType) } };
      }
      const record = { objectType, recordId: body.object.objectId };
      const outcome = await withinDeadline(sync(ports, record), ENDPOINT_DEADLINE_MS);
      logLine(uid, startedMs, stripeRequests.count);
      return { statusCode: 200, body: { outputFields: outputsOf(outcome, ports) } };
    } catch (error) {
      const failure = asSyncError(error);
      logLine(uid, startedMs, stripeRequests.count, failure);
      // Without a key there is no secret to know; anything else may pass.
      const isConfigured = !['not-configured', 'stripe-key-wrong-kind'].includes(failure.code);
      return refusal(isConfigured ? 503 : 403);
    } finally {
      invocation.abort();
    }
  };
}
