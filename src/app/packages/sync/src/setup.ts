export { applySetup } from './use-cases/setup/apply-setup.ts';
export { checkSetup } from './use-cases/setup/check-setup.ts';
export type { RemovedProperties } from './use-cases/setup/remove-properties.ts';
export { removeProperties } from './use-cases/setup/remove-properties.ts';
export type { SetupPorts } from './use-cases/setup/setup-ports.ts';
export { wireSetup } from './wire.ts';
