import * as RemoteUI from '@remote-ui/react';
import React from 'react';
import type { ReactNode } from 'react';
import type { ServerlessOptions } from '../extension-host/protocol.ts';
import type { ExtensionApi } from './extension-api.ts';
import { runServerless } from './run-serverless.ts';
import { createWorkerApi } from './worker-api.ts';
import type { WorkerApiParts } from './worker-api.ts';

type RenderExtension = (api: ExtensionApi) => ReactNode;
type LogData = string | number;

/** The globals that a bundle of `remoteBuild` and the SDK inside it expect (SDK 0.17.0). */
export interface ExtensionGlobals {
  readonly React: typeof React;
  readonly RemoteUI: typeof RemoteUI;
  readonly __HUBSPOT_EXTENSION_WORKER__: true;
  readonly extend_V2: (render: RenderExtension) => void;
  readonly serverless: (uid: string, options?: ServerlessOptions) => Promise<unknown>;
  readonly hsFetch: () => Promise<never>;
  readonly logger: Readonly<Record<'debug' | 'info' | 'warn' | 'error', (data: LogData) => void>>;
  readonly hsWorkerAPI: ReturnType<typeof createWorkerApi>;
}

export function createExtensionGlobals(
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
