import { Hono } from 'hono';
import { z } from 'zod';
import { controlErrorAnswer } from '../../http/control-error.ts';
import type { RateLimits } from '../http/rate-limits.ts';

const limitsSchema = z.strictObject({
  enabled: z.boolean().optional(),
  perTenSeconds: z.union([z.literal(100), z.literal(190)]).optional(),
  searchPerSecond: z.int().positive().optional(),
  daily: z.int().nonnegative().optional(),
});

/** The stand-in's own switch, below `/_sandbox/`. */
export function createLimitRoutes(limits: RateLimits): Hono {
  const routes = new Hono();
  routes.get('/limits', (context) => context.json(limits.settings));
  routes.put('/limits', async (context) => {
    const patch = limitsSchema.parse(await context.req.json());
    const { settings } = limits;
    limits.change({
      enabled: patch.enabled ?? settings.enabled,
      perTenSeconds: patch.perTenSeconds ?? settings.perTenSeconds,
      searchPerSecond: patch.searchPerSecond ?? settings.searchPerSecond,
      daily: patch.daily ?? settings.daily,
    });
    return context.json(limits.settings);
  });
  routes.onError(controlErrorAnswer);
  return routes;
}
