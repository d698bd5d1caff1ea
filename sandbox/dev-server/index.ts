export { createDevServerApp } from './app.ts';
export type { BuiltCard, DevServerParts } from './parts.ts';
