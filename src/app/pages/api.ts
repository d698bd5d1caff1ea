import { hubspot } from '@hubspot/ui-extensions';
import type {
  ApplySetupParameters,
  CheckSetupReply,
  ErrorCode,
  FunctionCall,
  PreviewSyncParameters,
  PreviewSyncReply,
  Reply,
  SetupApplied,
  SetupRemoved,
  SetupStepId,
} from '@stripe-payments/core';
import {
  callFunction,
  FUNCTION_UIDS,
  setupApplied,
  setupChecked,
  setupRemoved,
  syncPreviewed,
} from '@stripe-payments/core';

type Answer<T extends object> = FunctionCall<T>['answer'];

interface Call<T extends object> {
  readonly uid: string;
  readonly parameters: object;
  readonly answer: Answer<T>;
  /** What it means that no answer came. */
  readonly withoutAnswer: ErrorCode;
}

/** The only place of the page that calls functions. There is no record on it to send along. */
function call<T extends object>(wanted: Call<T>): Promise<Reply<T>> {
  const { uid, parameters, answer, withoutAnswer } = wanted;
  return callFunction({
    send: () => hubspot.serverless(uid, { parameters: { ...parameters } }),
    answer,
    withoutAnswer: { code: withoutAnswer },
  });
}

export const checkSetup = (): Promise<CheckSetupReply> =>
  call({
    uid: FUNCTION_UIDS.checkSetup,
    parameters: {},
    answer: setupChecked,
    withoutAnswer: 'no-answer',
  });

/** A run that was killed, or ended by its own clock, may have done some of it. */
async function change<T extends object>(
  parameters: ApplySetupParameters,
  answer: Answer<T>,
): Promise<Reply<T>> {
  const withoutAnswer = 'setup-unconfirmed';
  const uid = FUNCTION_UIDS.applySetup;
  const reply = await call({ uid, parameters, answer, withoutAnswer });
  // That nothing was changed, as the text of a timeout says, is true of reading only.
  const isTimeout = !reply.ok && reply.error.code === 'timeout';
  return isTimeout ? { ok: false, error: { code: withoutAnswer } } : reply;
}

export const applySteps = (steps: readonly SetupStepId[]): Promise<Reply<SetupApplied>> =>
  change({ action: 'apply', steps }, setupApplied);

export const removeProperties = (confirmation: string): Promise<Reply<SetupRemoved>> =>
  change({ action: 'remove', confirmation }, setupRemoved);

export const previewSync = (parameters: PreviewSyncParameters): Promise<PreviewSyncReply> =>
  call({
    uid: FUNCTION_UIDS.previewSync,
    parameters,
    answer: syncPreviewed,
    withoutAnswer: 'no-answer',
  });
