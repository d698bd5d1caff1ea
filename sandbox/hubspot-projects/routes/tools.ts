import { Hono } from 'hono';
import { z } from 'zod';
import { invalid } from '../refusal.ts';

const usageSchema = z.looseObject({ eventName: z.literal('cli-interaction') });

/** What the CLI tells HubSpot about its own use, without a token. */
export function createUsageRoutes(): Hono {
  const routes = new Hono();
  routes.post('/local/dev/tools/proxy/v1/usage', async (context) => {
    if (!usageSchema.safeParse(await context.req.json()).success) {
      throw invalid('Not a usage event.');
    }
    return context.body(null, 204);
  });
  return routes;
}

/** Notices that HubSpot sends to the users of some CLI versions: none here. */
export function createNoticeRoutes(): Hono {
  const routes = new Hono();
  routes.get('/firealarm/v4/alarm/hubspot-cli/:accountId', (context) => context.json([]));
  return routes;
}
