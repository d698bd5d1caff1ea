import { Hono } from 'hono';
import type { z } from 'zod/mini';
import type { AccountPart, Scene } from '../drawers.ts';
import { accountActionSchema, doneSchema, sceneSchema, stripeActionSchema } from '../drawers.ts';
import type { SandboxClock } from '../http/clock.ts';
import { clockAdvanceSchema } from '../record-page/api/wire.ts';
import type { DevServerParts } from './parts.ts';
import { requestJson, UpstreamError } from './request-json.ts';

type Done = z.infer<typeof doneSchema>;

/** Forwards to the built-in Stripe; the real one has no such routes. */
function createStripeSideRoutes({ url }: DevServerParts['stripe']): Hono {
  const routes = new Hono();
  const sandboxUrl = (path: string): string => {
    if (url === null) {
      throw new UpstreamError(404, 'Your Stripe account is connected: use its dashboard instead.');
    }
    return `${url}/_sandbox${path}`;
  };
  routes.get('/scene', async (context) => {
    const { search } = new URL(context.req.url);
    const scene: Scene = sceneSchema.parse(await requestJson(sandboxUrl(`/scene${search}`)));
    return context.json(scene);
  });
  routes.post('/actions', async (context) => {
    const body = stripeActionSchema.parse(await context.req.json());
    const reply = await requestJson(sandboxUrl('/actions'), { method: 'POST', body });
    const done: Done = doneSchema.parse(reply);
    return context.json(done);
  });
  return routes;
}

function createAccountSideRoutes(accountSide: DevServerParts['accountSide']): Hono {
  const routes = new Hono();
  routes.get('/', (context) => {
    const parts: readonly AccountPart[] = accountSide.parts();
    return context.json({ parts });
  });
  routes.post('/', async (context) => {
    const { part, action } = accountActionSchema.parse(await context.req.json());
    try {
      const done: Done = { message: await accountSide.act(part, action) };
      return context.json(done);
    } catch (error) {
      throw new UpstreamError(409, error instanceof Error ? error.message : String(error));
    }
  });
  return routes;
}

function createClockRoutes(clock: SandboxClock): Hono {
  const routes = new Hono();
  routes.get('/', (context) => context.json({ nowMs: clock.nowMs(), appNowMs: Date.now() }));
  routes.post('/advance', async (context) => {
    clock.advanceBy(clockAdvanceSchema.parse(await context.req.json()).durationMs);
    return context.json({ nowMs: clock.nowMs() });
  });
  return routes;
}

/** The two drawers and the clock of the built-in accounts. */
export function createDrawerRoutes({ stripe, accountSide, clock }: DevServerParts): Hono {
  const routes = new Hono();
  routes.route('/stripe-side', createStripeSideRoutes(stripe));
  routes.route('/account-side', createAccountSideRoutes(accountSide));
  routes.route('/clock', createClockRoutes(clock));
  return routes;
}
