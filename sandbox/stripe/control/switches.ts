import { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxClock } from '../../http/clock.ts';
import { controlErrorAnswer } from '../../http/control-error.ts';
import { accountChangeSchema, type AccountState } from '../account/account-state.ts';
import { SITUATIONS } from '../account/situations.ts';
import { WORDINGS } from '../api/key-errors.ts';
import type { KeyRing } from '../api/keys.ts';
import type { Limits } from '../api/limits.ts';
import { formatAccount } from '../formatters/account.ts';
import type { StripeWorld } from '../world/index.ts';

interface SwitchParts {
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
const webhookSchema = z.strictObject({
  url: z.string(),
  events: z.array(z.string()),
  enabled: z.boolean().default(true),
});
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
  routes.post('/webhook-endpoints', async (context) => {
    const { url, events, enabled } = webhookSchema.parse(await context.req.json());
    world.registerWebhook({ url, enabledEvents: events, isEnabled: enabled });
    return context.json({ ok: true });
  });
  routes.post('/other-mode', async (context) => {
    for (const id of otherModeSchema.parse(await context.req.json()).ids) world.addOtherModeId(id);
    return context.json({ ok: true });
  });
  routes.onError(controlErrorAnswer);
  return routes;
}

/** What Stripe thinks of the business: answers with the account as a full key sees it. */
export function createAccountControl(account: AccountState): Hono {
  const routes = new Hono();
  const shown = (): Response =>
    Response.json({ situations: SITUATIONS, account: formatAccount(account.row, true) });
  routes.get('/account', shown);
  routes.put('/account', async (context) => {
    account.change(accountChangeSchema.parse(await context.req.json()));
    return shown();
  });
  routes.onError(controlErrorAnswer);
  return routes;
}

const keySchema = z.strictObject({ key: z.string().min(1) });
const newKeySchema = keySchema.extend({ permissions: z.array(z.string()).optional() });
const permissionsSchema = keySchema.extend({ permissions: z.array(z.string()) });
/** Now, if no time is given. */
const endSchema = keySchema.extend({ inMs: z.int().nonnegative().default(0) });
const rollSchema = endSchema.extend({ newKey: z.string().min(1) });

/** The page of the account's keys. Keys stand in bodies only, and every answer shows them masked. */
export function createKeyControl(keys: KeyRing, clock: SandboxClock): Hono {
  const routes = new Hono();
  const shown = (): Response => Response.json({ keys: keys.list() });
  routes.get('/keys', shown);
  routes.post('/keys', async (context) => {
    const { key, permissions } = newKeySchema.parse(await context.req.json());
    keys.add(key, permissions);
    return shown();
  });
  routes.put('/keys/permissions', async (context) => {
    const { key, permissions } = permissionsSchema.parse(await context.req.json());
    keys.changePermissions(key, permissions);
    return shown();
  });
  routes.post('/keys/expire', async (context) => {
    const { key, inMs } = endSchema.parse(await context.req.json());
    keys.expire(key, clock.nowMs() + inMs);
    return shown();
  });
  routes.post('/keys/revoke', async (context) => {
    keys.revoke(keySchema.parse(await context.req.json()).key);
    return shown();
  });
  routes.post('/keys/roll', async (context) => {
    const { key, newKey, inMs } = rollSchema.parse(await context.req.json());
    keys.roll(key, newKey, clock.nowMs() + inMs);
    return shown();
  });
  routes.onError(controlErrorAnswer);
  return routes;
}
