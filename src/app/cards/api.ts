import { hubspot } from '@hubspot/ui-extensions';
import type {
  GetPaymentsParameters,
  GetPaymentsReply,
  Reply,
  ReplyError,
  SyncPaymentsParameters,
  SyncPaymentsReply,
} from '@stripe-payments/core';
import {
  english,
  FUNCTION_UIDS,
  isReply,
  PROOF_PROPERTIES,
  replyError,
} from '@stripe-payments/core';

const { noAnswer, noAnswerStep } = english.card.states;

const NO_ANSWER: ReplyError = { code: 'unexpected', message: noAnswer, nextStep: noAnswerStep };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function isError(error: unknown): boolean {
  return isObject(error) && typeof error['code'] === 'string' && error['message'] !== undefined;
}

/** What a killed or foreign function answers has the parts that the card prints, or is no reply. */
function isWhole<T extends object>(answer: unknown): answer is Reply<T> {
  if (!isReply<T>(answer)) return false;
  return answer.ok ? 'view' in answer && isObject(answer.view) : isError(answer.error);
}

/** The only place that calls functions. It never rejects: a killed function is an answer too. */
async function call<T extends object>(
  uid: string,
  parameters: GetPaymentsParameters | SyncPaymentsParameters,
  withoutAnswer: ReplyError,
): Promise<Reply<T>> {
  try {
    const answer: unknown = await hubspot.serverless(uid, {
      parameters: { ...parameters },
      propertiesToSend: [...PROOF_PROPERTIES],
    });
    return isWhole<T>(answer) ? answer : { ok: false, error: withoutAnswer };
  } catch {
    return { ok: false, error: withoutAnswer };
  }
}

export function getPayments(parameters: GetPaymentsParameters): Promise<GetPaymentsReply> {
  return call(FUNCTION_UIDS.getPayments, parameters, NO_ANSWER);
}

/** A sync that was killed may have written or not: the reply says so. */
export function syncPayments(parameters: SyncPaymentsParameters): Promise<SyncPaymentsReply> {
  return call(FUNCTION_UIDS.syncPayments, parameters, replyError('write-unconfirmed'));
}
