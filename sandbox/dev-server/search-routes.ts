import { Hono } from 'hono';
import { z } from 'zod';
import type { HubSpotGateway } from './hubspot-gateway.ts';

const replySchema = z.object({
  total: z.number(),
  results: z.array(
    z.object({
      id: z.coerce.number(),
      properties: z.record(z.string(), z.string().nullable()),
    }),
  ),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).nullish(),
});

/** `useCrmSearch` of a card, answered in the shape that the SDK checks. */
export function createSearchRoutes(gateway: HubSpotGateway): Hono {
  const routes = new Hono();
  routes.post('/:objectType', async (context) => {
    const body: unknown = await context.req.json();
    const reply = replySchema.parse(await gateway.search(context.req.param('objectType'), body));
    const after = reply.paging?.next?.after;
    return context.json({
      results: reply.results.map(({ id, properties }) => ({ objectId: id, properties })),
      total: reply.total,
      hasMore: after !== undefined,
      ...(after !== undefined && { after }),
    });
  });
  return routes;
}
