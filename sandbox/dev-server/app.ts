import { PAYMENT_READ_AT } from '@stripe-payments/core';
import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { World } from '../record-page/api/wire.ts';
import { createCrmRoutes } from './crm-routes.ts';
import { createDrawerRoutes } from './drawer-routes.ts';
import { createWorkflowRoutes } from './workflow-routes.ts';
import { createExtensionRoutes } from './extension-routes.ts';
import { createHostedRoutes } from './hosted-routes.ts';
import type { HubSpotGateway } from './hubspot-gateway.ts';
import { createHubSpotGateway } from './hubspot-gateway.ts';
import { ownRecordsOnly } from './viewer-rights.ts';
import type { DevServerParts } from './parts.ts';
import { createPageRoutes } from './record-page-build.ts';
import { UpstreamError } from './request-json.ts';

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

function hostnameOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).hostname : null;
}

/**
 * Refuses pages of other sites, and host names that resolve to 127.0.0.1: the server holds a HubSpot token
 * and has no login.
 */
const loopbackGuard: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  const origin = context.req.header('origin');
  const hostIsLoopback = LOOPBACK_HOSTS.has(hostnameOf(`http://${host}`) ?? '');
  const originIsOurs = origin === undefined || origin === `http://${host}`;
  if (hostIsLoopback && originIsOurs) {
    await next();
    return undefined;
  }
  return context.json(
    { error: 'Only the record page on the loopback address may use this server.' },
    403,
  );
};

function errorReply(error: Error): Response {
  if (error instanceof UpstreamError) {
    return Response.json({ error: error.message }, { status: error.status });
  }
  if (error instanceof HTTPException) return error.getResponse();
  const isBadRequest = error instanceof z.core.$ZodError || error instanceof SyntaxError;
  return Response.json({ error: error.message }, { status: isBadRequest ? 400 : 500 });
}

async function placeOfPayments(gateway: HubSpotGateway): Promise<World['paymentRecords']> {
  if (await gateway.hasProperty('0-101', PAYMENT_READ_AT)) return '0-101';
  return (await gateway.hasObject('p_stripe_payment')) ? 'p_stripe_payment' : null;
}

function describeWorld(parts: DevServerParts, paymentRecords: World['paymentRecords']): World {
  return {
    startupLine: parts.startupLine,
    hubspotKind: parts.hubspot.kind,
    stripeKind: parts.stripe.kind,
    stories: Object.fromEntries(parts.stories),
    appName: parts.appName,
    paymentRecords,
    variables: parts.variables,
  };
}

/** The record page and its API, which forwards and reshapes. */
export function createDevServerApp(parts: DevServerParts): Hono {
  const app = new Hono();
  app.use(loopbackGuard);
  app.onError(errorReply);
  app.route('/', createPageRoutes());
  const gateway = createHubSpotGateway(parts.hubspot);
  app.get('/api/world', async (context) =>
    context.json(describeWorld(parts, await placeOfPayments(gateway))),
  );
  const restricted = new Hono().onError(errorReply);
  restricted.route('/api', createCrmRoutes(ownRecordsOnly(gateway)));
  app.all('/api/:area{records|search}/*', (context, next) =>
    getCookie(context, 'sees') === 'own' ? restricted.fetch(context.req.raw) : next(),
  );
  app.route('/api', createCrmRoutes(gateway));
  app.route('/api', createDrawerRoutes(parts));
  app.route('/api/workflow', createWorkflowRoutes(parts));
  app.route('/', createHostedRoutes(parts));
  app.route('/', createExtensionRoutes(parts));
  app.notFound((context) => context.json({ error: `Nothing at ${context.req.path}.` }, 404));
  return app;
}
