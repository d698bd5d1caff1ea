export type { Ports } from './ports.ts';
export { redact } from './redact.ts';
export { asSyncError, SyncError } from './sync-error.ts';
export { getPayments } from './use-cases/get-payments.ts';
export { linkPayments } from './use-cases/link-payments.ts';
export { syncPayments } from './use-cases/sync-payments.ts';
export type { ViewedRecord } from './use-cases/viewed-record.ts';
export type { Environment, Runtime, WarmMemory } from './wire.ts';
export { createWarmMemory, wirePorts } from './wire.ts';
