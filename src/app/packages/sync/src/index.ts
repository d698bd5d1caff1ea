export type { Ports } from './ports.ts';
export { redact } from './redact.ts';
export { asSyncError, SyncError } from './sync-error.ts';
export { getPayment } from './use-cases/get-payment.ts';
export { getPayments } from './use-cases/get-payments.ts';
export { linkPayments } from './use-cases/link/link-payments.ts';
export { previewSync } from './use-cases/preview-sync.ts';
export type { Endpoint } from './seal.ts';
export { endpointSecret, webhookSecret } from './seal.ts';
export type { ActionOutcome } from './use-cases/refresh/sync-action.ts';
export { syncForWorkflow } from './use-cases/refresh/sync-action.ts';
export { syncEvent } from './use-cases/refresh/sync-event.ts';
export type { RangeStep } from './use-cases/refresh/sync-range.ts';
export { syncRange } from './use-cases/refresh/sync-range.ts';
export type { LoggedStep } from './use-cases/refresh/logged-run.ts';
export { loggedStep } from './use-cases/refresh/logged-run.ts';
export { syncList } from './use-cases/refresh/sync-list.ts';
export { planSync, syncPayments } from './use-cases/sync-payments.ts';
export type { ViewedRecord } from './use-cases/viewed-record.ts';
export type { Environment, Runtime, WarmMemory } from './wire.ts';
export {
  createWarmMemory,
  isEndpointSecret,
  REFRESH_LIMITS,
  requiredKey,
  wirePorts,
} from './wire.ts';
