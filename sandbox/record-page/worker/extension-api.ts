import type { ExtensionContext } from '../extension-host/extension-context.ts';
import { isAppPageContext } from '../extension-host/extension-context.ts';
import type {
  AlertRequest,
  IframeRequest,
  PageTarget,
  PropertiesListener,
} from '../extension-host/protocol.ts';
import type { Host } from './host.ts';
import { unwrap } from './host.ts';
import { runServerless } from './run-serverless.ts';

/** The `{context, actions, runServerlessFunction}` that `hubspot.extend` hands to an extension. */
export interface ExtensionApi {
  readonly context: ExtensionContext;
  readonly actions: SurfaceActions | (RecordActions & SurfaceActions);
  readonly runServerlessFunction: (request: DeprecatedServerlessRequest) => Promise<unknown>;
}

interface DeprecatedServerlessRequest {
  readonly name: string;
  readonly parameters?: unknown;
  readonly propertiesToSend?: readonly string[];
}

type SurfaceActions = ReturnType<typeof createSurfaceActions>;
type RecordActions = ReturnType<typeof createRecordActions>;

/** `PagesActions & UiePlatformActions` of the SDK: all that an app page has. */
function createSurfaceActions(host: Host) {
  return {
    addAlert: (alert: AlertRequest): void => {
      void host.addAlert(alert);
    },
    reloadPage: (): void => {
      void host.reloadPage();
    },
    copyTextToClipboard: async (text: string): Promise<void> => {
      await unwrap(host.copyTextToClipboard(text));
    },
    openIframeModal: (request: IframeRequest, onClose?: () => void): void => {
      void host.openIframeModal(request, onClose ?? null);
    },
    closeOverlay: (id: string): void => {
      void host.closeOverlay(id);
    },
    navigateToPage: (target: PageTarget): void => {
      void host.navigateToPage(target);
    },
  };
}

/** What `CrmHostActions` has beside those. */
function createRecordActions(host: Host) {
  return {
    refreshObjectProperties: (): void => {
      void host.refreshObjectProperties();
    },
    fetchCrmObjectProperties: (names: readonly string[] | '*') =>
      unwrap(host.fetchCrmObjectProperties(names)),
    onCrmPropertiesUpdate: (names: readonly string[] | '*', listener: PropertiesListener): void => {
      void host.onCrmPropertiesUpdate(names, listener);
    },
  };
}

export function createExtensionApi(host: Host, context: ExtensionContext): ExtensionApi {
  const surfaceActions = createSurfaceActions(host);
  return {
    context,
    actions: isAppPageContext(context)
      ? surfaceActions
      : { ...createRecordActions(host), ...surfaceActions },
    // Source: ServerlessExecutionResult of @hubspot/ui-extensions 0.17.0; it never rejects.
    runServerlessFunction: async ({ name, ...options }) => {
      try {
        return { status: 'SUCCESS', response: await runServerless(host, name, options) };
      } catch (error) {
        return { status: 'ERROR', message: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
