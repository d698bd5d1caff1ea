import { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxClock } from '../http/clock.ts';

const advanceSchema = z.strictObject({ durationMs: z.int().nonnegative() });

export function createClockRoutes(clock: SandboxClock): Hono {
  const routes = new Hono();
  routes.get('/', (context) => context.json({ nowMs: clock.nowMs() }));
  routes.post('/advance', async (context) => {
    clock.advanceBy(advanceSchema.parse(await context.req.json()).durationMs);
    return context.json({ nowMs: clock.nowMs() });
  });
  return routes;
}
