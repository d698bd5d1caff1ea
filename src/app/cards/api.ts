import { hubspot } from '@hubspot/ui-extensions';
import type {
  ErrorCode,
  GetPaymentsParameters,
  GetPaymentsReply,
  Reply,
  SyncPaymentsParameters,
  SyncPaymentsReply,
} from '@stripe-payments/core';
import { FUNCTION_UIDS, isReply, PROOF_PROPERTIES, replyError } from '@stripe-payments/core';

/** The only place that calls functions. It never rejects: a killed function is an answer too. */
async function call<T extends object>(
  uid: string,
  parameters: GetPaymentsParameters | SyncPaymentsParameters,
  withoutAnswer: ErrorCode,
): Promise<Reply<T>> {
  try {
    const answer: unknown = await hubspot.serverless(uid, {
      parameters: { ...parameters },
      propertiesToSend: [...PROOF_PROPERTIES],
    });
    return isReply<T>(answer) ? answer : { ok: false, error: replyError(withoutAnswer) };
  } catch {
    return { ok: false, error: replyError(withoutAnswer) };
  }
}

export function getPayments(parameters: GetPaymentsParameters): Promise<GetPaymentsReply> {
  return call(FUNCTION_UIDS.getPayments, parameters, 'unexpected');
}

/** A sync that was killed may have written or not: the reply says so. */
export function syncPayments(parameters: SyncPaymentsParameters): Promise<SyncPaymentsReply> {
  return call(FUNCTION_UIDS.syncPayments, parameters, 'write-unconfirmed');
}
