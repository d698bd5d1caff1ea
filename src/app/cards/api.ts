import { hubspot } from '@hubspot/ui-extensions';
import type {
  FunctionCall,
  GetPaymentsParameters,
  GetPaymentsReply,
  LinkPaymentsParameters,
  LinkPaymentsReply,
  Reply,
  SyncPaymentsParameters,
  SyncPaymentsReply,
} from '@stripe-payments/core';
import {
  callFunction,
  FUNCTION_UIDS,
  paymentsLinked,
  paymentsRead,
  paymentsSynced,
  PROOF_PROPERTIES,
} from '@stripe-payments/core';

type Call<T extends object> = Omit<FunctionCall<T>, 'send'> & {
  readonly uid: string;
  readonly parameters: GetPaymentsParameters | SyncPaymentsParameters | LinkPaymentsParameters;
};

/** The only place of the cards that calls functions. */
function call<T extends object>({ uid, parameters, ...rest }: Call<T>): Promise<Reply<T>> {
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
  return call({ uid, parameters, answer: paymentsRead, withoutAnswer: { code: 'no-answer' } });
}

/** A sync that was killed may have written or not: the reply says so. */
export function syncPayments(parameters: SyncPaymentsParameters): Promise<SyncPaymentsReply> {
  const uid = FUNCTION_UIDS.syncPayments;
  const withoutAnswer = { code: 'write-unconfirmed' } as const;
  return call({ uid, parameters, answer: paymentsSynced, withoutAnswer });
}

/** A link that was killed may have been written or not; doing it again does no harm. */
export function linkPayments(parameters: LinkPaymentsParameters): Promise<LinkPaymentsReply> {
  const uid = FUNCTION_UIDS.linkPayments;
  return call({ uid, parameters, answer: paymentsLinked, withoutAnswer: { code: 'no-answer' } });
}
