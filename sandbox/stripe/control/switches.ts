import { Hono } from 'hono';
import { z } from 'zod';
import { controlErrorAnswer } from '../../http/control-error.ts';
import { WORDINGS } from '../api/key-errors.ts';
import type { KeyRing } from '../api/keys.ts';
import type { Limits } from '../api/limits.ts';
import type { StripeWorld } from '../world/index.ts';

export interface SwitchParts {
  readonly keys: KeyRing;
  readonly limits: Limits;
  readonly search: { isAvailable: boolean };
  readonly world: StripeWorld;
}

const enabledSchema = z.strictObject({ enabled: z.boolean() });
const permissionSchema = z
  .strictObject({ enforced: z.boolean(), wording: z.enum(WORDINGS) })
  .partial();
const availableSchema = z.strictObject({ available: z.boolean() });
const workingSchema = z.strictObject({ working: z.boolean() });
const otherModeSchema = z.strictObject({ ids: z.array(z.string()).min(1) });

/** What a test can change about the API and what Stripe does. */
export function createSwitches({ keys, limits, search, world }: SwitchParts): Hono {
  const routes = new Hono();
  routes.put('/limits', async (context) => {
    limits.setEnabled(enabledSchema.parse(await context.req.json()).enabled);
    return context.json({ ok: true });
  });
  routes.put('/permissions', async (context) => {
    const { enforced, wording } = permissionSchema.parse(await context.req.json());
    if (enforced !== undefined) keys.setEnforced(enforced);
    if (wording !== undefined) keys.setWording(wording);
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
  routes.onError(controlErrorAnswer);
  return routes;
}
