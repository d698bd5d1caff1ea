import { hubspot } from '@hubspot/ui-extensions';
import type {
  ApplySetupParameters,
  ApplySetupReply,
  CheckSetupReply,
  ErrorCode,
  PreviewSyncParameters,
  PreviewSyncReply,
  Reply,
} from '@stripe-payments/core';
import { callFunction, FUNCTION_UIDS, isObject, replyError } from '@stripe-payments/core';

interface Call {
  readonly uid: string;
  readonly parameters: object;
  /** The part that an answer which went well must have. */
  readonly part: (answer: object) => boolean;
  /** What it means that no answer came. */
  readonly withoutAnswer: ErrorCode;
}

const has =
  (name: string) =>
  (answer: object): boolean =>
    isObject(answer) && isObject(answer[name]);

/** The only place of the page that calls functions. There is no record on it to send along. */
function call<T extends object>(wanted: Call): Promise<Reply<T>> {
  const { uid, parameters, part, withoutAnswer } = wanted;
  return callFunction({
    send: () => hubspot.serverless(uid, { parameters: { ...parameters } }),
    isWhole: part,
    withoutAnswer: replyError(withoutAnswer),
  });
}

export const checkSetup = (): Promise<CheckSetupReply> =>
  call({
    uid: FUNCTION_UIDS.checkSetup,
    parameters: {},
    part: has('report'),
    withoutAnswer: 'no-answer',
  });

/** A run that was killed may have done some of it; doing it again does no harm. */
export const applySetup = (parameters: ApplySetupParameters): Promise<ApplySetupReply> =>
  call({
    uid: FUNCTION_UIDS.applySetup,
    parameters,
    part: has('failed'),
    withoutAnswer: 'write-unconfirmed',
  });

export const previewSync = (parameters: PreviewSyncParameters): Promise<PreviewSyncReply> =>
  call({
    uid: FUNCTION_UIDS.previewSync,
    parameters,
    part: has('view'),
    withoutAnswer: 'no-answer',
  });
