import { Hono } from 'hono';
import { z } from 'zod';
import type { Account } from '../record-page/api/wire.ts';
import type { HubSpotGateway } from './hubspot-gateway.ts';
import { UpstreamError } from './upstream-error.ts';

const detailsSchema = z.object({
  portalId: z.number(),
  timeZone: z.string(),
  companyCurrency: z.string(),
});

/** The account's details need the scope `oauth`, which a token may lack: the page does without. */
export function createAccountRoutes(gateway: HubSpotGateway): Hono {
  const routes = new Hono();
  routes.get('/', async (context) => {
    try {
      const account: Account = detailsSchema.parse(await gateway.accountDetails());
      return context.json(account);
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.status !== 403) throw error;
      const unknown: Account = { portalId: null, timeZone: null, companyCurrency: null };
      return context.json(unknown);
    }
  });
  return routes;
}
