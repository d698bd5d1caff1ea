import { hubspot } from '@hubspot/ui-extensions';
import type {
  ApplySetupParameters,
  ApplySetupReply,
  CheckSetupReply,
  ErrorCode,
  PreviewSyncParameters,
  PreviewSyncReply,
  Reply,
  SetupStepId,
} from '@stripe-payments/core';
import { callFunction, FUNCTION_UIDS } from '@stripe-payments/core';
import { isApplied, isPreview, isRemoved, isReport } from './answers.ts';

interface Call {
  readonly uid: string;
  readonly parameters: object;
  readonly isWhole: (answer: object) => boolean;
  /** What it means that no answer came. */
  readonly withoutAnswer: ErrorCode;
}

/** The only place of the page that calls functions. There is no record on it to send along. */
function call<T extends object>(wanted: Call): Promise<Reply<T>> {
  const { uid, parameters, isWhole, withoutAnswer } = wanted;
  return callFunction({
    send: () => hubspot.serverless(uid, { parameters: { ...parameters } }),
    isWhole,
    withoutAnswer: { code: withoutAnswer },
  });
}

export const checkSetup = (): Promise<CheckSetupReply> =>
  call({
    uid: FUNCTION_UIDS.checkSetup,
    parameters: {},
    isWhole: isReport,
    withoutAnswer: 'no-answer',
  });

type Done<A extends ApplySetupParameters['action']> = Extract<
  ApplySetupReply,
  { readonly action: A }
>;

/** A run that was killed, or ended by its own clock, may have done some of it. */
async function change<T extends object>(
  parameters: ApplySetupParameters,
  isWhole: (answer: object) => boolean,
): Promise<Reply<T>> {
  const withoutAnswer = 'setup-unconfirmed';
  const reply = await call<T>({
    uid: FUNCTION_UIDS.applySetup,
    parameters,
    isWhole,
    withoutAnswer,
  });
  // That nothing was changed, as the text of a timeout says, is true of reading only.
  const isTimeout = !reply.ok && reply.error.code === 'timeout';
  return isTimeout ? { ok: false, error: { code: withoutAnswer } } : reply;
}

export const applySteps = (steps: readonly SetupStepId[]): Promise<Reply<Done<'apply'>>> =>
  change({ action: 'apply', steps }, isApplied);

export const removeProperties = (confirmation: string): Promise<Reply<Done<'remove'>>> =>
  change({ action: 'remove', confirmation }, isRemoved);

export const previewSync = (parameters: PreviewSyncParameters): Promise<PreviewSyncReply> =>
  call({
    uid: FUNCTION_UIDS.previewSync,
    parameters,
    isWhole: isPreview,
    withoutAnswer: 'no-answer',
  });
