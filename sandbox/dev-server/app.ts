import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { PageDescription, World } from '../record-page/api/wire.ts';
import { createAccountRoutes } from './account-routes.ts';
import { createAccountSideRoutes } from './account-side-routes.ts';
import { createBundleRoutes } from './bundle-routes.ts';
import { createCardListRoutes } from './card-routes.ts';
import { createClockRoutes } from './clock-routes.ts';
import { createEventRoutes } from './event-routes.ts';
import { createHubSpotGateway } from './hubspot-gateway.ts';
import { loopbackGuard } from './loopback-guard.ts';
import { createPageRoutes } from './page-routes.ts';
import type { BuiltPage, DevServerParts } from './parts.ts';
import { createPropertyRoutes } from './property-routes.ts';
import { createRecordRoutes } from './record-routes.ts';
import { createSearchRoutes } from './search-routes.ts';
import { createServerlessRoutes } from './serverless-routes.ts';
import { createStripeSideRoutes } from './stripe-side-routes.ts';
import { UpstreamError } from './upstream-error.ts';

function errorReply(error: Error): Response {
  if (error instanceof UpstreamError) {
    return Response.json({ error: error.message }, { status: error.status });
  }
  if (error instanceof HTTPException) return error.getResponse();
  const isBadRequest = error instanceof z.ZodError || error instanceof SyntaxError;
  return Response.json({ error: error.message }, { status: isBadRequest ? 400 : 500 });
}

function describeWorld(parts: DevServerParts): World {
  return {
    startupLine: parts.startupLine,
    hubspotKind: parts.hubspot.kind,
    stripeKind: parts.stripe.kind,
    stories: Object.fromEntries(parts.stories),
    appName: parts.appName,
    variables: parts.variables,
  };
}

const describePage = ({ uid, revision }: BuiltPage): PageDescription => ({ uid, revision });

/** The record page and its API: it forwards and shapes, and decides nothing. */
export function createDevServerApp(parts: DevServerParts): Hono {
  const gateway = createHubSpotGateway(parts.hubspot);
  const app = new Hono();
  app.use(loopbackGuard);
  app.onError(errorReply);
  app.route('/', createPageRoutes());
  app.get('/api/world', (context) => context.json(describeWorld(parts)));
  app.route('/api/account', createAccountRoutes(gateway));
  app.route('/api/records', createRecordRoutes(gateway));
  app.route('/api/search', createSearchRoutes(gateway));
  app.route('/api/properties', createPropertyRoutes(gateway));
  app.route('/api/cards', createCardListRoutes(parts.cards));
  app.get('/api/pages', (context) => context.json({ pages: parts.pages().map(describePage) }));
  app.route('/cards', createBundleRoutes(parts.cards));
  app.route('/pages', createBundleRoutes(parts.pages));
  app.route('/api/serverless', createServerlessRoutes(parts));
  app.route('/api/events', createEventRoutes(parts.onReload));
  app.route('/api/stripe-side', createStripeSideRoutes(parts.stripe));
  app.route('/api/account-side', createAccountSideRoutes(parts.accountSide));
  app.route('/api/clock', createClockRoutes(parts.clock));
  app.notFound((context) =>
    context.json({ error: `There is nothing at ${context.req.path}.` }, 404),
  );
  return app;
}
