import { hubspot } from '@hubspot/ui-extensions';
import type {
  ApplySetupParameters,
  CheckActionsReply,
  CheckHealthReply,
  CheckSetupReply,
  FunctionCall,
  GetPaymentParameters,
  GetPaymentReply,
  GetPaymentsParameters,
  GetPaymentsReply,
  LinkPaymentsParameters,
  LinkPaymentsReply,
  ManageBillingParameters,
  ManageBillingReply,
  PreviewSyncParameters,
  PreviewSyncReply,
  ObjectType,
  OpenPaymentsReply,
  Reply,
  RequestPaymentParameters,
  RequestPaymentReply,
  SavePayoutsReply,
  SetupApplied,
  SetupStepId,
  SyncPaymentsParameters,
  SyncPaymentsReply,
  SyncRangeParameters,
  SyncRangeReply,
} from '@stripe-payments/core';
import {
  ACTING_UIDS,
  actionsChecked,
  billingManaged,
  callFunction,
  FUNCTION_UIDS,
  paymentRead,
  paymentRequested,
  healthChecked,
  paymentsLinked,
  paymentsOpened,
  paymentsRead,
  paymentsSynced,
  payoutsSaved,
  PROOF_PROPERTIES,
  rangeSynced,
  setupApplied,
  setupChecked,
  syncPreviewed,
} from '@stripe-payments/core';

type Call<T extends object> = Omit<FunctionCall<T>, 'send'> & {
  readonly uid: string;
  readonly parameters: object;
  /** What HubSpot sends along of the record being viewed; the app page has none. */
  readonly propertiesToSend?: readonly string[];
};

/** The only place that calls functions. What an answer must have, the contract says. */
function call<T extends object>(wanted: Call<T>): Promise<Reply<T>> {
  const { uid, parameters, propertiesToSend, ...rest } = wanted;
  return callFunction({
    ...rest,
    send: () =>
      hubspot.serverless(uid, {
        parameters: { ...parameters },
        ...(propertiesToSend && { propertiesToSend: [...propertiesToSend] }),
      }),
  });
}

export const getPayments = (parameters: GetPaymentsParameters): Promise<GetPaymentsReply> =>
  call({
    uid: FUNCTION_UIDS.getPayments,
    parameters,
    propertiesToSend: PROOF_PROPERTIES,
    answer: paymentsRead,
    withoutAnswer: { code: 'no-answer' },
  });

/** The same for a record that is opened: one that is kept current is not read again. */
export const openPayments = (
  parameters: Required<Pick<GetPaymentsParameters, 'objectType' | 'savedAtMs'>>,
): Promise<OpenPaymentsReply> =>
  call({
    uid: FUNCTION_UIDS.getPayments,
    parameters,
    propertiesToSend: PROOF_PROPERTIES,
    answer: paymentsOpened,
    withoutAnswer: { code: 'no-answer' },
  });

export const getPayment = (parameters: GetPaymentParameters): Promise<GetPaymentReply> =>
  call({
    uid: FUNCTION_UIDS.getPayment,
    parameters,
    propertiesToSend: PROOF_PROPERTIES,
    answer: paymentRead,
    withoutAnswer: { code: 'no-answer' },
  });

/** A sync that was killed may have written or not: the reply says so. */
export const syncPayments = (
  parameters: Exclude<SyncPaymentsParameters, { readonly payouts: string }>,
): Promise<SyncPaymentsReply> =>
  call({
    uid: FUNCTION_UIDS.syncPayments,
    parameters,
    propertiesToSend: PROOF_PROPERTIES,
    answer: paymentsSynced,
    withoutAnswer: { code: 'write-unconfirmed' },
  });

/** After a sync: when its money reaches the bank. */
export const savePayouts = (objectType: ObjectType, payouts: string): Promise<SavePayoutsReply> =>
  call({
    uid: FUNCTION_UIDS.syncPayments,
    parameters: { objectType, payouts },
    propertiesToSend: PROOF_PROPERTIES,
    answer: payoutsSaved,
    withoutAnswer: { code: 'no-answer' },
  });

/** A link that was killed may have been written or not; doing it again does no harm. */
export const linkPayments = (parameters: LinkPaymentsParameters): Promise<LinkPaymentsReply> =>
  call({
    uid: FUNCTION_UIDS.linkPayments,
    parameters,
    propertiesToSend: PROOF_PROPERTIES,
    answer: paymentsLinked,
    withoutAnswer: { code: 'no-answer' },
  });

/** What was asked of a function that acts and was killed may be done or not; doing it again does no harm. */
const withoutConfirmation = (step: string) =>
  ({ code: step === 'confirm' ? 'action-unconfirmed' : 'no-answer' }) as const;

export const requestPayment = (
  parameters: RequestPaymentParameters,
): Promise<RequestPaymentReply> =>
  call({
    uid: ACTING_UIDS.requestPayment,
    parameters,
    propertiesToSend: PROOF_PROPERTIES,
    answer: paymentRequested,
    withoutAnswer: withoutConfirmation(parameters.step),
  });

export const manageBilling = (parameters: ManageBillingParameters): Promise<ManageBillingReply> =>
  call({
    uid: ACTING_UIDS.manageBilling,
    parameters,
    propertiesToSend: PROOF_PROPERTIES,
    answer: billingManaged,
    withoutAnswer: withoutConfirmation(parameters.step),
  });

/** Of no record: whether the key with which the app acts may do what is on. */
export const checkActions = (): Promise<CheckActionsReply> =>
  call({
    uid: ACTING_UIDS.manageBilling,
    parameters: { step: 'check' },
    answer: actionsChecked,
    withoutAnswer: { code: 'no-answer' },
  });

export const checkSetup = (): Promise<CheckSetupReply> =>
  call({
    uid: FUNCTION_UIDS.checkSetup,
    parameters: {},
    answer: setupChecked,
    withoutAnswer: { code: 'no-answer' },
  });

export const checkHealth = (): Promise<CheckHealthReply> =>
  call({
    uid: FUNCTION_UIDS.checkHealth,
    parameters: {},
    answer: healthChecked,
    withoutAnswer: { code: 'no-answer' },
  });

/** One step of a catch-up. Where its answer is lost, the same step again does no harm. */
export const syncRange = (parameters: SyncRangeParameters): Promise<SyncRangeReply> =>
  call({
    uid: FUNCTION_UIDS.syncRange,
    parameters,
    answer: rangeSynced,
    withoutAnswer: { code: 'no-answer' },
  });

export const previewSync = (parameters: PreviewSyncParameters): Promise<PreviewSyncReply> =>
  call({
    uid: FUNCTION_UIDS.previewSync,
    parameters,
    answer: syncPreviewed,
    withoutAnswer: { code: 'no-answer' },
  });

/** A run that was killed, or ended by its own clock, may have done some of it. */
export async function applySteps(steps: readonly SetupStepId[]): Promise<Reply<SetupApplied>> {
  const parameters: ApplySetupParameters = { action: 'apply', steps };
  const answer = setupApplied;
  const withoutAnswer = { code: 'setup-unconfirmed' } as const;
  const reply = await call({ uid: FUNCTION_UIDS.applySetup, parameters, answer, withoutAnswer });
  // The text of a timeout says that nothing was changed, which is true of reading only.
  const isTimeout = !reply.ok && reply.error.code === 'timeout';
  return isTimeout ? { ok: false, error: withoutAnswer } : reply;
}
