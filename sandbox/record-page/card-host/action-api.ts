import { retain } from '@remote-ui/rpc';
import type { PropertyValues } from '../api/wire.ts';
import type { CardSurroundings } from './data-api.ts';
import type { OverlayStore } from './overlay-store.ts';
import type { HostApi } from './protocol.ts';
import { reply } from './reply.ts';

type ActionApi = Pick<
  HostApi,
  | 'addAlert'
  | 'reloadPage'
  | 'refreshObjectProperties'
  | 'fetchCrmObjectProperties'
  | 'onCrmPropertiesUpdate'
  | 'copyTextToClipboard'
  | 'openIframeModal'
  | 'closeOverlay'
>;

function withoutNulls(values: PropertyValues): Record<string, string> {
  const texts = Object.entries(values).map(([name, value]) => [name, value ?? ''] as const);
  return Object.fromEntries(texts);
}

async function copyText(text: string): Promise<null> {
  // Browsers, and HubSpot with them, copy only right after the person clicked or typed.
  if (!navigator.userActivation.isActive) {
    throw new Error('Copying needs a click of the person just before.');
  }
  await navigator.clipboard.writeText(text);
  return null;
}

interface ActionParts extends CardSurroundings {
  readonly overlays: OverlayStore;
  /** Calls when the card is gone. */
  readonly onStop: (undo: () => void) => void;
}

export function createActionApi(parts: ActionParts): ActionApi {
  const { record, services, overlays, onStop } = parts;
  return {
    addAlert: services.addAlert,
    reloadPage: () => {
      window.location.reload();
    },
    refreshObjectProperties: () => {
      void record.refresh();
    },
    fetchCrmObjectProperties: (names) => {
      const wanted = names === '*' ? record.definitions().map(({ name }) => name) : names;
      return reply(record.read(wanted).then(withoutNulls));
    },
    onCrmPropertiesUpdate: (names, listener) => {
      retain(listener);
      onStop(
        record.onEdit((edited) => {
          const wanted = Object.entries(withoutNulls(edited)).filter(
            ([name]) => names === '*' || names.includes(name),
          );
          if (wanted.length > 0) void listener(Object.fromEntries(wanted));
        }),
      );
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
