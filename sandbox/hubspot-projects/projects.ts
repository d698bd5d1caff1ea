import { Hono } from 'hono';
import { z } from 'zod';
import { invalid, notFound } from './access.ts';
import { componentSchemas } from './component-schemas.ts';
import type { ProjectsStore } from './store.ts';

const creationSchema = z.strictObject({ name: z.string().min(1) });

export function createProjectRoutes(store: ProjectsStore, platformVersion: string): Hono {
  const routes = new Hono();
  routes.get('/developer/projects/v1/by-name/:name', (context) => {
    const project = store.findProject(context.req.param('name'));
    if (project === undefined) throw notFound('There is no project of this name.');
    return context.json(project);
  });
  routes.post('/developer/projects/v1', async (context) => {
    const creation = creationSchema.safeParse(await context.req.json());
    if (!creation.success) throw invalid('A project needs a name.');
    return context.json(store.createProject(creation.data.name), 201);
  });
  routes.get('/project-components-external/project-schemas/v3/:version', (context) => {
    if (context.req.param('version') !== platformVersion) {
      throw notFound('There are no schemas for this platform version.');
    }
    return context.json(componentSchemas);
  });
  return routes;
}

const usageSchema = z.looseObject({ eventName: z.literal('cli-interaction') });

/** What the CLI tells HubSpot about its own use, without a token. */
export function createUsageRoutes(): Hono {
  const routes = new Hono();
  routes.post('/local/dev/tools/proxy/v1/usage', async (context) => {
    if (!usageSchema.safeParse(await context.req.json()).success) {
      throw invalid('Not a usage event.');
    }
    return context.body(null, 204);
  });
  return routes;
}

/** Names of the account's secrets, which functions read as variables. */
export function createSecretRoutes({ secrets }: ProjectsStore): Hono {
  const routes = new Hono();
  routes.get('/cms/v3/functions/secrets', (context) => context.json({ results: [...secrets] }));
  return routes;
}

/** Notices that HubSpot sends to the users of some CLI versions: none here. */
export function createNoticeRoutes(): Hono {
  const routes = new Hono();
  routes.get('/firealarm/v4/alarm/hubspot-cli/:accountId', (context) => context.json([]));
  return routes;
}
