import { retain } from '@remote-ui/rpc';
import type { Account, CardDescription, World } from '../api/wire.ts';
import type { OverlayStore } from '../components/overlays.tsx';
import type { FormatSettings } from '../format/property.ts';
import { demoUser } from '../state/demo-users.ts';
import type { ViewSettings } from '../state/page-context.ts';
import type { PageServices } from '../state/page-services.ts';
import type { AppPageContext, BulkActionContext, CardContext, HostApi } from './protocol.ts';
import { reply } from './session.ts';

type SurfaceApi = Pick<
  HostApi,
  'addAlert' | 'reloadPage' | 'copyTextToClipboard' | 'openIframeModal' | 'closeOverlay'
>;

async function copyText(text: string): Promise<null> {
  // Browsers, and HubSpot with them, copy only right after a click or a key press.
  if (!navigator.userActivation.isActive) {
    throw new Error('Copying needs a click just before.');
  }
  await navigator.clipboard.writeText(text);
  return null;
}

/** The actions that all extensions have alike. */
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

interface ContextParts {
  readonly world: World;
  readonly account: Account;
  readonly settings: ViewSettings;
  readonly format: FormatSettings;
}

function sharedContext({ world, account, settings, format }: ContextParts) {
  const { locale, language, managesApps } = settings;
  const user = demoUser(settings.user);
  const permissions = managesApps === 'yes' ? ['integrations-management-write'] : [];
  return {
    user: { ...user, emails: [user.email], roles: [], teams: [], locale, language, permissions },
    portal: { id: account.portalId ?? 0, timezone: format.timeZone },
    variables: world.variables,
  };
}

/** The context of a card on a record (CrmContext of @hubspot/ui-extensions 0.17.0). */
export function createCardContext(
  parts: ContextParts,
  card: CardDescription,
  record: { readonly objectId: number; readonly objectTypeId: string },
): CardContext {
  const { appName } = parts.world;
  return {
    ...sharedContext(parts),
    location: card.location,
    extension: { appId: 1, appName, cardTitle: card.name },
    crm: record,
  };
}

/** The context of an app page (PagesContext of the same SDK). */
export function createAppPageContext(parts: ContextParts): AppPageContext {
  const { appName } = parts.world;
  return { ...sharedContext(parts), location: 'pages', extension: { appId: 1, appName } };
}

/** The context of a bulk action (BulkActionsContext of the same SDK). */
export function createBulkActionContext(
  parts: ContextParts,
  crm: BulkActionContext['crm'],
): BulkActionContext {
  const { appName } = parts.world;
  return {
    ...sharedContext(parts),
    location: 'crm.bulkActions',
    extension: { appId: 1, appName },
    crm,
  };
}
