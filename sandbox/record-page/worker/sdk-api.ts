import type { RemoteCallable } from '@remote-ui/rpc';
import type { AppPageLocation, PageTarget } from '../format/hrefs.ts';
import type {
  AssociationsRequest,
  ExtensionContext,
  FetchOptions,
  FormatRequest,
  HostApi,
  PropertiesListener,
  Reply,
  ServerlessOptions,
} from '../extension-host/protocol.ts';
import { isCardContext } from '../extension-host/protocol.ts';
import type { AlertRequest, IframeRequest } from '../state/page-services.ts';
import { createStore, useStore } from '../state/store.ts';

export type Host = RemoteCallable<HostApi>;

/** The value of the page's reply, or a rejection with an Error, as the SDK expects. */
async function unwrap<T>(reply: Promise<Reply<T>>): Promise<T> {
  const settled = await reply;
  if (!settled.ok) throw new Error(settled.message);
  return settled.value;
}

/** Sends parameters as JSON, as HubSpot does, which refuses a bigint and drops undefined. */
export async function runServerless(
  host: Host,
  uid: string,
  options: ServerlessOptions = {},
): Promise<unknown> {
  const { parameters = {}, propertiesToSend = [] } = options;
  const json: unknown = JSON.parse(JSON.stringify(parameters));
  return unwrap(host.runServerless(uid, { parameters: json, propertiesToSend }));
}

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

/** `PagesActions & UiePlatformActions` of the SDK: the actions of an app page. */
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

/** The actions that `CrmHostActions` has beside them. */
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
    actions: isCardContext(context)
      ? { ...createRecordActions(host), ...surfaceActions }
      : surfaceActions,
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

/** Where among the app's pages the user is. */
export interface PageLocation {
  readonly set: (location: AppPageLocation | null) => void;
  /** A hook, for `createPageRouter` of the SDK. */
  readonly use: () => AppPageLocation;
}

export function createPageLocation(): PageLocation {
  const store = createStore<AppPageLocation | null>(null);
  return {
    set: store.set,
    use: () => {
      const location = useStore(store);
      if (location === null) throw new Error('A card on a record has no page location.');
      return location;
    },
  };
}

export interface WorkerApiParts {
  readonly host: Host;
  readonly api: ExtensionApi;
  readonly pageLocation: PageLocation;
}

interface JsonReply {
  readonly json: () => Promise<unknown>;
}

/** The SDK reads `{data, error, cleanup}` from `json()` and throws what `error` says. */
async function hookReply(reply: Promise<Reply<unknown>>, cleanup?: () => void): Promise<JsonReply> {
  const settled = await reply;
  const body = settled.ok ? { data: settled.value, cleanup } : { error: settled.message, cleanup };
  return { json: () => Promise.resolve(body) };
}

/** `self.hsWorkerAPI`. Source: WorkersApi in the types of @hubspot/ui-extensions 0.17.0. */
export function createWorkerApi({ host, api, pageLocation }: WorkerApiParts) {
  let subscriptions = 0;
  return {
    useExtensionContext: () => api.context,
    useExtensionActions: () => api.actions,
    useExtensionApi: () => api,
    useAppPageLocation: pageLocation.use,
    fetchCrmProperties: (
      names: readonly string[],
      onUpdate: PropertiesListener,
      options: FetchOptions = {},
    ) => {
      subscriptions += 1;
      const subscriptionId = String(subscriptions);
      return hookReply(host.fetchCrmProperties(subscriptionId, names, onUpdate, options), () => {
        void host.releaseCrmProperties(subscriptionId);
      });
    },
    fetchAssociations: (request: AssociationsRequest, options: FetchOptions = {}) =>
      hookReply(host.fetchAssociations(request, options)),
    fetchCrmSearch: (request: unknown, options: FetchOptions = {}) =>
      hookReply(host.fetchCrmSearch(request, options)),
    fetchHubSpotApi: (): Promise<never> =>
      Promise.reject(new Error('The experimental HubSpot API client is not part of the sandbox.')),
    formatCrmProperties: async (request: FormatRequest): Promise<JsonReply> => {
      const formatted = await unwrap(host.formatCrmProperties(request));
      return { json: () => Promise.resolve(formatted) };
    },
  };
}
