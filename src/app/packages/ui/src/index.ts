export { after, callInParts } from './call-in-parts.ts';
export { CheckedButton, CheckedLink } from './CheckedLink.tsx';
export type { FailureAlertProps, FailureDescriptionProps } from './FailureAlert.tsx';
export { Described, FailureAlert, FailureDescription } from './FailureAlert.tsx';
export {
  applySteps,
  checkActions,
  checkHealth,
  checkSetup,
  getPayment,
  getPayments,
  openPayments,
  linkPayments,
  manageBilling,
  previewSync,
  requestPayment,
  savePayouts,
  syncPayments,
  syncRange,
} from './functions.ts';
export { LongText, SmallLines } from './LongText.tsx';
export { RecordLinks } from './RecordLinks.tsx';
export { RunOutcome } from './RunOutcome.tsx';
export { foundName, NAME_PROPERTIES, recordsIn, WithRecordNames } from './record-names.tsx';
export type { CatchingUp } from './use-catch-up.ts';
export { useCatchUp } from './use-catch-up.ts';
export type { CallState } from './use-call.ts';
export { useCall } from './use-call.ts';
export { useNowMs } from './use-now-ms.ts';
export {
  useFigurePresentation,
  usePresentation,
  usePresentationWith,
  useTexts,
} from './use-presentation.ts';
