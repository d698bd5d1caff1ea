import type { GetPaymentsReply, SyncPaymentsReply } from '@stripe-payments/core';
import { vi } from 'vitest';
import { startExecutor } from '../../sandbox/runtime/executor.ts';
import { SANDBOX_PORTAL_ID } from '../../sandbox/world/world.ts';
import type { FunctionsWorld } from './harness.ts';
import { asReply } from './harness.ts';
import type { FunctionUid } from './run-main.ts';
import { NOW_MS, setEnvironment } from './run-main.ts';

export interface Invoker {
  getPayments(dealId: string): Promise<GetPaymentsReply>;
  syncPayments(dealId: string): Promise<SyncPaymentsReply>;
  /** The executor's own answer, as the card's `hubspot.serverless` gets it. */
  post(uid: FunctionUid, dealId: string, parameters: unknown): Promise<Response>;
  close(): Promise<void>;
}

/**
 * HubSpot's executor over a world: it loads the bundles, reads `propertiesToSend` from the stand-in and
 * stops a function after 15 s. It takes its variables from the process, so only one runs at a time.
 */
export async function startInvoker({ world, environment }: FunctionsWorld): Promise<Invoker> {
  const restoreEnvironment = setEnvironment(environment);
  // The functions have the process's clock here.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS });
  const executor = await startExecutor({
    hubspotUrl: world.hubspot.url,
    portalId: SANDBOX_PORTAL_ID,
    log: () => undefined,
  });
  const post: Invoker['post'] = (uid, dealId, parameters) =>
    fetch(`${executor.url}/action/function/1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        serverlessFunction: uid,
        parameters,
        objectQuery: {
          objectId: Number(dealId),
          objectTypeId: '0-3',
          objectPropertyNames: ['hs_object_id', 'createdate'],
        },
      }),
    });
  const replyOf = async (answer: Promise<Response>): Promise<unknown> => {
    const body = (await (await answer).json()) as { response?: unknown };
    return body.response ?? body;
  };
  return {
    post,
    getPayments: async (dealId) =>
      asReply(await replyOf(post('get-payments', dealId, { objectType: 'deal' }))),
    syncPayments: async (dealId) =>
      asReply(await replyOf(post('sync-payments', dealId, { objectType: 'deal' }))),
    close: async () => {
      await executor.close();
      vi.useRealTimers();
      restoreEnvironment();
    },
  };
}
