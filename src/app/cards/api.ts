import { hubspot } from '@hubspot/ui-extensions';
import type {
  GetPaymentsParameters,
  GetPaymentsReply,
  LinkPaymentsParameters,
  LinkPaymentsReply,
  Reply,
  ReplyError,
  SyncPaymentsParameters,
  SyncPaymentsReply,
} from '@stripe-payments/core';
import {
  FUNCTION_UIDS,
  isReply,
  PROOF_PROPERTIES,
  replyError,
  withPlainTexts,
} from '@stripe-payments/core';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function isError(error: unknown): boolean {
  return isObject(error) && typeof error['code'] === 'string' && error['message'] !== undefined;
}

/** What every reply of a function holds that went well. */
const isView = (answer: object): boolean => 'view' in answer && isObject(answer.view);

const isLinkAnswer = (answer: object): boolean =>
  ('customers' in answer && Array.isArray(answer.customers)) ||
  ('changes' in answer && Array.isArray(answer.changes) && 'stripeCopy' in answer);

interface Call {
  readonly uid: string;
  readonly parameters: GetPaymentsParameters | SyncPaymentsParameters | LinkPaymentsParameters;
  readonly isWhole: (answer: object) => boolean;
  readonly withoutAnswer: ReplyError;
}

/**
 * The only place that calls functions. It never rejects: a killed function is an answer too. What a
 * killed or foreign function answers has the parts that the card prints, or is no reply. Names and
 * descriptions in it are anybody's words, so all texts are made plain here, for every component.
 */
async function call<T extends object>(wanted: Call): Promise<Reply<T>> {
  const { uid, parameters, isWhole, withoutAnswer } = wanted;
  try {
    const answer = withPlainTexts(
      await hubspot.serverless(uid, {
        parameters: { ...parameters },
        propertiesToSend: [...PROOF_PROPERTIES],
      }),
    );
    const isUsable = isReply<T>(answer) && (answer.ok ? isWhole(answer) : isError(answer.error));
    return isUsable ? answer : { ok: false, error: withoutAnswer };
  } catch {
    return { ok: false, error: withoutAnswer };
  }
}

export function getPayments(parameters: GetPaymentsParameters): Promise<GetPaymentsReply> {
  const uid = FUNCTION_UIDS.getPayments;
  return call({ uid, parameters, isWhole: isView, withoutAnswer: replyError('no-answer') });
}

/** A sync that was killed may have written or not: the reply says so. */
export function syncPayments(parameters: SyncPaymentsParameters): Promise<SyncPaymentsReply> {
  const uid = FUNCTION_UIDS.syncPayments;
  return call({ uid, parameters, isWhole: isView, withoutAnswer: replyError('write-unconfirmed') });
}

/** A link that was killed may have been written or not; doing it again does no harm. */
export function linkPayments(parameters: LinkPaymentsParameters): Promise<LinkPaymentsReply> {
  const uid = FUNCTION_UIDS.linkPayments;
  return call({ uid, parameters, isWhole: isLinkAnswer, withoutAnswer: replyError('no-answer') });
}
