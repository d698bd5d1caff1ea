import { createRemoteRoot } from '@remote-ui/core';
import type { RemoteChannel } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createRoot } from '@remote-ui/react';
import type { MessageEndpoint } from '@remote-ui/rpc';
import { retain } from '@remote-ui/rpc';
import React from 'react';
import type { ReactNode } from 'react';
import { sdkComponentNames } from '../components/sdk-component-names.ts';
import { CrashBoundary } from '../extension-host/CrashBoundary.tsx';
import type { ExtensionStart, ServerlessOptions } from '../extension-host/protocol.ts';
import type { ExtensionApi, Host, PageLocation, WorkerApiParts } from './sdk-api.ts';
import { createExtensionApi, createWorkerApi, runServerless } from './sdk-api.ts';

/** Globals that HubSpot's extensions do not have: one that uses them must fail here as well. */
const DENIED_NAMES = [
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'indexedDB',
  'caches',
  'cookieStore',
  'localStorage',
  'sessionStorage',
  'BroadcastChannel',
  'Worker',
  'SharedWorker',
  'importScripts',
  'document',
  'window',
] as const;

function refuseFetch(): Promise<never> {
  return Promise.reject(
    new TypeError('fetch is not available in a UI extension. Call an app function instead.'),
  );
}

/** Shadows the names on the scope itself: its prototypes have most of them. */
function denyGlobals(scope: object): void {
  for (const name of DENIED_NAMES) {
    Object.defineProperty(scope, name, { value: undefined, configurable: false, writable: false });
  }
  Object.defineProperty(scope, 'fetch', {
    value: refuseFetch,
    configurable: false,
    writable: false,
  });
}

type RenderExtension = (api: ExtensionApi) => ReactNode;
type LogData = string | number;

/** The globals that a bundle of `remoteBuild` and the SDK inside it expect (SDK 0.17.0). */
interface ExtensionGlobals {
  readonly React: typeof React;
  readonly RemoteUI: typeof RemoteUI;
  readonly __HUBSPOT_EXTENSION_WORKER__: true;
  readonly extend_V2: (render: RenderExtension) => void;
  readonly serverless: (uid: string, options?: ServerlessOptions) => Promise<unknown>;
  readonly hsFetch: () => Promise<never>;
  readonly logger: Readonly<Record<'debug' | 'info' | 'warn' | 'error', (data: LogData) => void>>;
  readonly hsWorkerAPI: ReturnType<typeof createWorkerApi>;
}

function createExtensionGlobals(
  parts: WorkerApiParts,
  register: (render: RenderExtension) => void,
): ExtensionGlobals {
  const { host } = parts;
  const logAs = (level: 'debug' | 'info' | 'warn' | 'error') => (data: LogData) => {
    void host.log(level, String(data));
  };
  return {
    React,
    RemoteUI,
    __HUBSPOT_EXTENSION_WORKER__: true,
    extend_V2: register,
    serverless: (uid, options) => runServerless(host, uid, options),
    hsFetch: () =>
      Promise.reject(new Error('hubspot.fetch is refused here: no URL is permitted to this app.')),
    logger: {
      debug: logAs('debug'),
      info: logAs('info'),
      warn: logAs('warn'),
      error: logAs('error'),
    },
    hsWorkerAPI: createWorkerApi(parts),
  };
}

/** The parts of a classic worker's global object that the host uses; the DOM library has no type for it. */
export interface WorkerScope extends MessageEndpoint, Partial<ExtensionGlobals> {
  importScripts: (...urls: string[]) => void;
  addEventListener(event: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(
    event: 'unhandledrejection',
    listener: (event: { readonly reason: unknown }) => void,
  ): void;
}

interface WorkerParts {
  readonly scope: WorkerScope;
  readonly host: Host;
  readonly pageLocation: PageLocation;
}

function importExtension(
  scope: WorkerScope,
  bundleUrl: string,
  registered: () => RenderExtension | null,
) {
  const importBundle = scope.importScripts.bind(scope);
  denyGlobals(scope);
  importBundle(bundleUrl);
  const renderExtension = registered();
  if (renderExtension === null) throw new Error('The bundle did not call hubspot.extend.');
  return renderExtension;
}

/**
 * Loads one production bundle. A worker runs one extension, once.
 * @returns renders it into the page.
 */
export function loadExtension(
  { scope, host, pageLocation }: WorkerParts,
  { bundleUrl, context }: ExtensionStart,
): (receive: RemoteChannel) => Promise<void> {
  const api = createExtensionApi(host, context);
  let renderExtension: RenderExtension | null = null;
  const globals = createExtensionGlobals({ host, api, pageLocation }, (render) => {
    renderExtension = render;
  });
  Object.assign(scope, globals);
  const render = importExtension(scope, bundleUrl, () => renderExtension);
  const onCrash = (message: string): void => {
    void host.reportCrash(message);
  };
  return async (receive) => {
    retain(receive);
    const root = createRemoteRoot(receive, { strict: true, components: [...sdkComponentNames] });
    createRoot(root).render(<CrashBoundary onCrash={onCrash}>{render(api)}</CrashBoundary>);
    await root.mount();
  };
}
