import { createRemoteRoot } from '@remote-ui/core';
import type { RemoteChannel } from '@remote-ui/core';
import { createRoot } from '@remote-ui/react';
import { retain } from '@remote-ui/rpc';
import type { ReactNode } from 'react';
import { sdkComponentNames } from '../components/sdk-component-names.ts';
import type { ExtensionStart } from '../extension-host/protocol.ts';
import { CrashBoundary } from './CrashBoundary.tsx';
import { denyGlobals } from './deny-globals.ts';
import { createExtensionApi } from './extension-api.ts';
import type { ExtensionApi } from './extension-api.ts';
import { createExtensionGlobals } from './extension-globals.ts';
import type { Host } from './host.ts';
import type { PageLocation } from './page-location.ts';
import type { WorkerScope } from './worker-scope.ts';

type RenderExtension = (api: ExtensionApi) => ReactNode;

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
