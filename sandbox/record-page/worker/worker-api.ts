import type {
  AssociationsRequest,
  FetchOptions,
  FormatRequest,
  PropertiesListener,
  Reply,
} from '../extension-host/protocol.ts';
import type { ExtensionApi } from './extension-api.ts';
import type { Host } from './host.ts';
import { unwrap } from './host.ts';
import type { PageLocation } from './page-location.ts';

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
