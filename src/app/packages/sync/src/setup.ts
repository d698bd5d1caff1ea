export { createPropertySchema } from './adapters/hubspot/property-schema.ts';
export { SyncError } from './sync-error.ts';
export type { MissingProperties } from './use-cases/apply-setup.ts';
export { applySetup, planSetup } from './use-cases/apply-setup.ts';
