import { Hono } from 'hono';
import { z } from 'zod';
import type { DevServerParts } from './parts.ts';
import { UpstreamError } from './upstream-error.ts';

const actionSchema = z.strictObject({ part: z.string(), action: z.string() });

/** What an admin does in the built-in accounts. */
export function createAccountSideRoutes(side: DevServerParts['accountSide']): Hono {
  const routes = new Hono();
  routes.get('/', (context) => context.json({ parts: side.parts() }));
  routes.post('/', async (context) => {
    const { part, action } = actionSchema.parse(await context.req.json());
    try {
      return context.json({ message: await side.act(part, action) });
    } catch (error) {
      throw new UpstreamError(409, error instanceof Error ? error.message : String(error));
    }
  });
  return routes;
}
