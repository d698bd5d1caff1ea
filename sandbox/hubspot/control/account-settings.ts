import { Hono } from 'hono';
import { z } from 'zod';
import { behaviorSchema } from '../behavior.ts';
import type { BehaviorSwitches } from '../behavior.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { answerControlError } from './control-answer.ts';

const accountSchema = z.strictObject({
  accountType: z
    .enum(['APP_DEVELOPER', 'DEVELOPER_TEST', 'SANDBOX', 'STANDARD'])
    .default('STANDARD'),
  dataHostingLocation: z
    .string()
    .regex(/^[a-z]{2}\d$/)
    .default('na1'),
});

/** What kind of account this is, and how its API behaves where HubSpot's does not always alike. */
export function createAccountSettings(store: HubSpotStore, behavior: BehaviorSwitches): Hono {
  const routes = new Hono();
  routes.get('/account', (context) => context.json(store.account));
  routes.put('/account', async (context) => {
    store.changeAccount(accountSchema.parse(await context.req.json()));
    return context.json(store.account);
  });
  routes.get('/behavior', (context) => context.json(behavior.current));
  routes.put('/behavior', async (context) => {
    behavior.change(behaviorSchema.partial().parse(await context.req.json()));
    return context.json(behavior.current);
  });
  routes.delete('/behavior', (context) => {
    behavior.reset();
    return context.json(behavior.current);
  });
  routes.onError(answerControlError);
  return routes;
}
