import type { MessageEndpoint } from '@remote-ui/rpc';
import type { ExtensionGlobals } from './extension-globals.ts';

/** The parts of a classic worker's global object that the host uses; the DOM library has no type for it. */
export interface WorkerScope extends MessageEndpoint, Partial<ExtensionGlobals> {
  importScripts: (...urls: string[]) => void;
  addEventListener(event: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(
    event: 'unhandledrejection',
    listener: (event: { readonly reason: unknown }) => void,
  ): void;
}

export const workerScope = globalThis as unknown as WorkerScope;
