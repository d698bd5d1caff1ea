import { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxClock } from '../../http/clock.ts';
import { controlErrorAnswer } from '../../http/control-error.ts';
import type { KeyRing } from '../api/keys.ts';

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
