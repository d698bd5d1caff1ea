export { applySetup } from './use-cases/setup/apply-setup.ts';
export { checkSetup } from './use-cases/setup/check-setup.ts';
export type { SetupPorts } from './use-cases/setup/setup-ports.ts';
export { wireSetup } from './wire.ts';
