import type {
  AssociationsRequest,
  FetchOptions,
  FormatRequest,
  PropertiesListener,
  Reply,
} from '../card-host/protocol.ts';
import type { CardApi } from './card-api.ts';
import type { Host } from './host.ts';
import { unwrap } from './host.ts';

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
export function createWorkerApi(host: Host, api: CardApi) {
  let subscriptions = 0;
  return {
    useExtensionContext: () => api.context,
    useExtensionActions: () => api.actions,
    useExtensionApi: () => api,
    useAppPageLocation: (): never => {
      throw new Error('A card on a record has no page location.');
    },
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
