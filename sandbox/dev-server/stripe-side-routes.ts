import { Hono } from 'hono';
import type { DevServerParts } from './parts.ts';
import { requestJson } from './request-json.ts';
import { UpstreamError } from './upstream-error.ts';

/** What happens at Stripe, by hand: forwarded to the stand-in. The real Stripe has no such routes. */
export function createStripeSideRoutes({ url }: DevServerParts['stripe']): Hono {
  const routes = new Hono();
  const standIn = (): string => {
    if (url === null) {
      throw new UpstreamError(404, 'The real Stripe is in use: act in its dashboard instead.');
    }
    return url;
  };
  routes.get('/scene', async (context) => {
    const { search } = new URL(context.req.url);
    return context.json(await requestJson(`${standIn()}/_sandbox/scene${search}`));
  });
  routes.post('/actions', async (context) => {
    const body: unknown = await context.req.json();
    return context.json(
      await requestJson(`${standIn()}/_sandbox/actions`, { method: 'POST', body }),
    );
  });
  return routes;
}
