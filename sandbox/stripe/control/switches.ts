import { Hono } from 'hono';
import { z } from 'zod';
import type { KeyRing } from '../api/keys.ts';
import type { Limits } from '../api/limits.ts';
import type { StripeWorld } from '../world/index.ts';

export interface SwitchParts {
  readonly keys: KeyRing;
  readonly limits: Limits;
  readonly search: { isAvailable: boolean };
  readonly world: StripeWorld;
}

const keySchema = z.strictObject({
  key: z.string().min(1),
  permissions: z.array(z.string()).optional(),
});
const enabledSchema = z.strictObject({ enabled: z.boolean() });
const enforcedSchema = z.strictObject({ enforced: z.boolean() });
const availableSchema = z.strictObject({ available: z.boolean() });
const workingSchema = z.strictObject({ working: z.boolean() });
const otherModeSchema = z.strictObject({ ids: z.array(z.string()).min(1) });

/** What a test can change about this account and its keys. */
export function createSwitches({ keys, limits, search, world }: SwitchParts): Hono {
  const routes = new Hono();
  routes.post('/keys', async (context) => {
    const { key, permissions } = keySchema.parse(await context.req.json());
    keys.add(key, permissions);
    return context.json({ ok: true });
  });
  routes.put('/limits', async (context) => {
    limits.setEnabled(enabledSchema.parse(await context.req.json()).enabled);
    return context.json({ ok: true });
  });
  routes.put('/permissions', async (context) => {
    keys.setEnforced(enforcedSchema.parse(await context.req.json()).enforced);
    return context.json({ ok: true });
  });
  routes.put('/search', async (context) => {
    search.isAvailable = availableSchema.parse(await context.req.json()).available;
    return context.json({ ok: true });
  });
  routes.put('/deliveries', async (context) => {
    world.setDeliveries(workingSchema.parse(await context.req.json()).working);
    return context.json({ ok: true });
  });
  routes.post('/other-mode', async (context) => {
    for (const id of otherModeSchema.parse(await context.req.json()).ids) world.addOtherModeId(id);
    return context.json({ ok: true });
  });
  routes.onError((error, context) => context.json({ error: error.message }, 400));
  return routes;
}
