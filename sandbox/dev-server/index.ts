export { createDevServerApp } from './app.ts';
export { createCallGate } from './call-gate.ts';
export type { BuiltCard, BuiltPage, DevServerParts } from './parts.ts';
