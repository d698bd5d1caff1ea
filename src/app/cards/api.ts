import { hubspot } from '@hubspot/ui-extensions';
import type {
  GetPaymentsParameters,
  GetPaymentsReply,
  LinkPaymentsParameters,
  LinkPaymentsReply,
  Reply,
  Failure,
  SyncPaymentsParameters,
  SyncPaymentsReply,
} from '@stripe-payments/core';
import { callFunction, FUNCTION_UIDS, isObject, PROOF_PROPERTIES } from '@stripe-payments/core';

/** What every reply of a function holds that went well. */
const isView = (answer: object): boolean => 'view' in answer && isObject(answer.view);

const isLinkAnswer = (answer: object): boolean =>
  ('customers' in answer && Array.isArray(answer.customers)) ||
  ('changes' in answer && Array.isArray(answer.changes) && 'stripeCopy' in answer);

interface Call {
  readonly uid: string;
  readonly parameters: GetPaymentsParameters | SyncPaymentsParameters | LinkPaymentsParameters;
  readonly isWhole: (answer: object) => boolean;
  readonly withoutAnswer: Failure;
}

/** The only place of the cards that calls functions. */
function call<T extends object>({ uid, parameters, ...rest }: Call): Promise<Reply<T>> {
  return callFunction({
    ...rest,
    send: () =>
      hubspot.serverless(uid, {
        parameters: { ...parameters },
        propertiesToSend: [...PROOF_PROPERTIES],
      }),
  });
}

export function getPayments(parameters: GetPaymentsParameters): Promise<GetPaymentsReply> {
  const uid = FUNCTION_UIDS.getPayments;
  return call({ uid, parameters, isWhole: isView, withoutAnswer: { code: 'no-answer' } });
}

/** A sync that was killed may have written or not: the reply says so. */
export function syncPayments(parameters: SyncPaymentsParameters): Promise<SyncPaymentsReply> {
  const uid = FUNCTION_UIDS.syncPayments;
  return call({ uid, parameters, isWhole: isView, withoutAnswer: { code: 'write-unconfirmed' } });
}

/** A link that was killed may have been written or not; doing it again does no harm. */
export function linkPayments(parameters: LinkPaymentsParameters): Promise<LinkPaymentsReply> {
  const uid = FUNCTION_UIDS.linkPayments;
  return call({ uid, parameters, isWhole: isLinkAnswer, withoutAnswer: { code: 'no-answer' } });
}
