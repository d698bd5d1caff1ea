import { Hono } from 'hono';
import { z } from 'zod';
import type { DevServerParts } from './parts.ts';
import { requestJson } from './request-json.ts';

const callSchema = z.strictObject({
  parameters: z.unknown(),
  /** The record that is viewed; an app page views none, and HubSpot's executor then sends no property. */
  objectQuery: z.optional(
    z.strictObject({
      objectId: z.number(),
      objectTypeId: z.string(),
      objectPropertyNames: z.array(z.string()),
    }),
  ),
});
const replySchema = z.object({ logId: z.string(), response: z.unknown() });

/** `hubspot.serverless`: forwarded to HubSpot's function executor, which runs the built function. */
export function createServerlessRoutes({
  functionsUrl,
  functionCalls,
}: Pick<DevServerParts, 'functionCalls' | 'functionsUrl'>): Hono {
  const routes = new Hono();
  routes.post('/:uid', async (context) => {
    const { parameters, objectQuery } = callSchema.parse(await context.req.json());
    const body = { serverlessFunction: context.req.param('uid'), parameters, objectQuery };
    const reply = await functionCalls.run(() =>
      requestJson(`${functionsUrl}/action/function/1`, { method: 'POST', body }),
    );
    return context.json({ response: replySchema.parse(reply).response });
  });
  return routes;
}
