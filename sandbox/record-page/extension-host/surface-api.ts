import { retain } from '@remote-ui/rpc';
import type { OverlayStore } from './overlay-store.ts';
import type { PageServices } from './page-services.ts';
import type { HostApi } from './protocol.ts';
import { reply } from './reply.ts';

type SurfaceApi = Pick<
  HostApi,
  'addAlert' | 'reloadPage' | 'copyTextToClipboard' | 'openIframeModal' | 'closeOverlay'
>;

async function copyText(text: string): Promise<null> {
  // Browsers, and HubSpot with them, copy only right after the person clicked or typed.
  if (!navigator.userActivation.isActive) {
    throw new Error('Copying needs a click of the person just before.');
  }
  await navigator.clipboard.writeText(text);
  return null;
}

/** The actions that every extension has, wherever it is drawn. */
export function createSurfaceApi(services: PageServices, overlays: OverlayStore): SurfaceApi {
  return {
    addAlert: services.addAlert,
    reloadPage: () => {
      window.location.reload();
    },
    copyTextToClipboard: (text) => reply(copyText(text)),
    openIframeModal: (request, onClose) => {
      if (onClose !== null) retain(onClose);
      services.iframe.set({
        ...request,
        onClose: () => {
          void onClose?.();
        },
      });
    },
    closeOverlay: overlays.close,
  };
}
