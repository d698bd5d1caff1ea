import { RETRIEVE_PARAMS, type ApiParts, type Endpoint } from '../api/endpoint.ts';
import { missingParameter } from '../api/errors.ts';
import { found } from '../api/missing.ts';
import { formatWebhookEndpoint } from '../formatters/account.ts';

const PATH = '/v1/webhook_endpoints';

const SHARED = {
  method: 'POST',
  permission: 'webhook_write',
  shape: { kind: 'object', object: 'webhook_endpoint' },
} as const;

const CHANGEABLE = { ...RETRIEVE_PARAMS, enabled_events: 'strings', url: 'string' } as const;

/** Creating and changing; reading is like that of any resource. */
export const webhookEndpointWrites = ({ lookup, world }: ApiParts): readonly Endpoint[] => [
  {
    ...SHARED,
    path: PATH,
    params: { ...CHANGEABLE, api_version: 'string', description: 'string' },
    handle: ({ params, view }) => {
      const url = params.string('url');
      if (url === undefined) throw missingParameter('url');
      if (!params.has('enabled_events')) throw missingParameter('enabled_events');
      const row = world.registerWebhook({
        url,
        enabledEvents: params.strings('enabled_events'),
        apiVersion: params.string('api_version') ?? null,
      });
      // Shown this once. What it is does not matter: nothing here is signed.
      return { ...formatWebhookEndpoint(row, view), secret: `whsec_${row.id}` };
    },
  },
  {
    ...SHARED,
    path: `${PATH}/:id`,
    params: { ...CHANGEABLE, disabled: 'boolean' },
    handle: ({ id, params, view }) => {
      found(lookup, lookup.store.webhookEndpoints, 'webhook_endpoint', id);
      const url = params.string('url');
      const disabled = params.boolean('disabled');
      const row = world.changeWebhook(id, {
        ...(url !== undefined && { url }),
        ...(params.has('enabled_events') && { enabledEvents: params.strings('enabled_events') }),
        ...(disabled !== undefined && { isEnabled: !disabled }),
      });
      return { ...formatWebhookEndpoint(row, view) };
    },
  },
];
