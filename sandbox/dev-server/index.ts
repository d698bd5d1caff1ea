export { createDevServerApp } from './app.ts';
export type { BuiltCard, BuiltPage, DevServerParts } from './parts.ts';
