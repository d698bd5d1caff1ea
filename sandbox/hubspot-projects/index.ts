import { Hono } from 'hono';
import {
  authenticate,
  createTokenRoutes,
  notFound,
  Refusal,
  type ProjectsAccount,
} from './access.ts';
import {
  createNoticeRoutes,
  createProjectRoutes,
  createSecretRoutes,
  createUsageRoutes,
} from './projects.ts';
import { createTaskRoutes } from './tasks.ts';
import { createUploadRoutes } from './uploads.ts';
import { createProjectsStore, type ProjectsStore } from './store.ts';

export interface ProjectsSandboxOptions {
  readonly account: ProjectsAccount;
  readonly platformVersion: string;
  readonly nowMs: () => number;
}

export interface ProjectsSandbox {
  readonly app: Hono;
  readonly store: ProjectsStore;
}

function answerError(error: Error): Response {
  const correlationId = '00000000-0000-4000-8000-000000000000';
  if (!(error instanceof Refusal)) {
    const message = `The stand-in failed: ${error.message}`;
    return Response.json({ status: 'error', message, correlationId }, { status: 500 });
  }
  const { status, message, category } = error;
  return Response.json({ status: 'error', message, correlationId, category }, { status });
}

/** HubSpot's API for developer projects, as far as `hs project upload` of @hubspot/cli 8.14 calls it. */
export function createProjectsSandbox(options: ProjectsSandboxOptions): ProjectsSandbox {
  const { account, platformVersion, nowMs } = options;
  const store = createProjectsStore();

  const withToken = new Hono();
  withToken.use(authenticate(account));
  withToken.route('/', createNoticeRoutes());
  withToken.route('/', createProjectRoutes(store, platformVersion));
  withToken.route('/', createSecretRoutes(store));
  withToken.route('/', createUploadRoutes(store));
  withToken.route('/', createTaskRoutes(store));

  const app = new Hono();
  app.route('/', createTokenRoutes(account, nowMs));
  app.route('/', createUsageRoutes());
  app.route('/', withToken);
  app.notFound(() => answerError(notFound('There is nothing at this path.')));
  app.onError(answerError);
  return { app, store };
}
