import { Hono } from 'hono';
import { stripeActionSchema } from '../../drawers.ts';
import type { SandboxClock } from '../../http/clock.ts';
import { controlErrorAnswer } from '../../http/control-error.ts';
import type { Metadata } from '../entities/row.ts';
import type { StripeWorld } from '../world/index.ts';
import { WorldRefusal } from '../world/context.ts';
import { perform } from './actions.ts';
import { sceneOf } from './scene.ts';

const commaSeparated = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function namingOf(query: Readonly<Record<string, string>>): Metadata {
  const named = ['deal', 'contact', 'company'].map(
    (type) => [`hubspot_${type}_id`, query[type] ?? ''] as const,
  );
  return Object.fromEntries(named.filter(([, id]) => id !== ''));
}

/** The Stripe side of the record page: what is there, and what a person can make happen. */
export function createDrawer(world: StripeWorld, clock: SandboxClock): Hono {
  const routes = new Hono();
  routes.get('/scene', (context) => {
    world.catchUp();
    const scene = sceneOf(world.store, clock.nowMs(), {
      customerIds: commaSeparated(context.req.query('customers')),
      emails: commaSeparated(context.req.query('emails')),
      naming: namingOf(context.req.query()),
    });
    return context.json(scene);
  });
  routes.post('/actions', async (context) => {
    world.catchUp();
    const request = stripeActionSchema.parse(await context.req.json());
    return context.json({ ok: true, message: perform(world, request, clock.nowMs()) });
  });
  routes.onError((error, context) => {
    if (error instanceof WorldRefusal) return context.json({ error: error.message }, 409);
    return controlErrorAnswer(error);
  });
  return routes;
}
