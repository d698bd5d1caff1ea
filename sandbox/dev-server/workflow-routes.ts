import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { Hono } from 'hono';
import { z } from 'zod';
import { FUNCTIONS, ROOT, UNDECLARED_FUNCTIONS } from '../../scripts/build/project.ts';
import type { EndpointAnswer } from '../hubspot-workflows/endpoint.ts';
import { endpointAnswerSchema, endpointContext } from '../hubspot-workflows/endpoint.ts';
import { runWorkflowStep } from '../hubspot-workflows/run-step.ts';
import type { WorkflowStep } from '../record-page/api/wire.ts';
import { SANDBOX_PORTAL_ID } from '../world/world.ts';
import type { DevServerParts } from './parts.ts';
import { UpstreamError } from './request-json.ts';

const require = createRequire(import.meta.url);
const run = promisify(execFile);

/** The declaration as an admin makes it, by the key that the functions have now. */
async function declarationNow(): Promise<unknown> {
  const command = ['--import', 'tsx', 'cli/workflow-action.ts', 'print', 'www.sandbox.example'];
  try {
    const { stdout } = await run(process.execPath, command, { cwd: ROOT });
    return JSON.parse(stdout);
  } catch {
    throw new UpstreamError(409, 'The action needs a Stripe key: set one on the account side.');
  }
}

const evaluateSchema = z.custom<(...given: readonly unknown[]) => void>(
  (evaluate) => typeof evaluate === 'function',
);

const moduleSchema = z.object({
  main: z.custom<(context: unknown) => Promise<unknown>>((main) => typeof main === 'function'),
});

/** The endpoint as HubSpot runs it after an upload with the action. */
async function callEndpoint(url: string, body: object): Promise<EndpointAnswer> {
  const uploaded = path.join(FUNCTIONS, 'dist/sync-action.js');
  const file = existsSync(uploaded) ? uploaded : path.join(UNDECLARED_FUNCTIONS, 'sync-action.js');
  const module = { exports: {} };
  const code = `(function (exports, require, module) {${readFileSync(file, 'utf8')}\n})`;
  // By hand: below the root's package.json Node would take the bundle for an ES module.
  const evaluate = evaluateSchema.parse(new Script(code, { filename: file }).runInThisContext());
  evaluate(module.exports, require, module);
  const { main } = moduleSchema.parse(module.exports);
  const headers = { 'content-type': 'application/json' };
  const context = endpointContext({ url, headers, body, accountId: SANDBOX_PORTAL_ID });
  return endpointAnswerSchema.parse(await main(context));
}

const TYPES: Readonly<Record<string, string>> = {
  deals: 'DEAL',
  contacts: 'CONTACT',
  companies: 'COMPANY',
};

/** A workflow whose only step is the action. Time goes on by itself while it waits for another attempt. */
export function createWorkflowRoutes({
  functionCalls,
  clock,
}: Pick<DevServerParts, 'functionCalls' | 'clock'>): Hono {
  const routes = new Hono();
  routes.post('/:objectType/:id', async (context) => {
    const { objectType, id } = context.req.param();
    const declaration = await declarationNow();
    const step: WorkflowStep = await functionCalls.run(() =>
      runWorkflowStep(
        declaration,
        { objectType: TYPES[objectType] ?? objectType, recordId: id },
        {
          portalId: SANDBOX_PORTAL_ID,
          post: callEndpoint,
          wait: (durationMs) => {
            clock.advanceBy(durationMs);
            return Promise.resolve();
          },
        },
      ),
    );
    return context.json(step);
  });
  return routes;
}
