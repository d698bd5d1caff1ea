import { createRemoteRoot } from '@remote-ui/core';
import type { RemoteChannel } from '@remote-ui/core';
import { createRoot } from '@remote-ui/react';
import { retain } from '@remote-ui/rpc';
import type { ReactNode } from 'react';
import type { CardStart } from '../card-host/protocol.ts';
import { sdkComponentNames } from '../components/sdk-component-names.ts';
import { createCardApi } from './card-api.ts';
import { createCardGlobals } from './card-globals.ts';
import type { CardApi } from './card-api.ts';
import { CrashBoundary } from './CrashBoundary.tsx';
import { denyGlobals } from './deny-globals.ts';
import type { Host } from './host.ts';
import type { WorkerScope } from './worker-scope.ts';

type RenderCard = (api: CardApi) => ReactNode;

function loadCard(scope: WorkerScope, bundleUrl: string, registered: () => RenderCard | null) {
  const importBundle = scope.importScripts.bind(scope);
  denyGlobals(scope);
  importBundle(bundleUrl);
  const renderCard = registered();
  if (renderCard === null) throw new Error('The card did not call hubspot.extend.');
  return renderCard;
}

/** Loads one production bundle and renders it into the page. A worker runs one card, once. */
export async function startCard(
  scope: WorkerScope,
  host: Host,
  card: CardStart,
  receive: RemoteChannel,
): Promise<void> {
  retain(receive);
  const api = createCardApi(host, card.context);
  let renderCard: RenderCard | null = null;
  const globals = createCardGlobals(host, api, (render) => {
    renderCard = render;
  });
  Object.assign(scope, globals);
  const render = loadCard(scope, card.bundleUrl, () => renderCard);
  const root = createRemoteRoot(receive, { strict: true, components: [...sdkComponentNames] });
  const onCrash = (message: string): void => {
    void host.reportCrash(message);
  };
  createRoot(root).render(<CrashBoundary onCrash={onCrash}>{render(api)}</CrashBoundary>);
  await root.mount();
}
