import { Hono } from 'hono';
import { z } from 'zod';
import { componentSchemas } from '../component-schemas.ts';
import { invalid, notFound } from '../refusal.ts';
import type { ProjectsStore } from '../store.ts';

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
