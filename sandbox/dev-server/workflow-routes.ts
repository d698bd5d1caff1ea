import { Hono } from 'hono';
import { callEndpoint, runCli } from './call-endpoint.ts';
import { runWorkflowStep } from '../hubspot-workflows/run-step.ts';
import type { WorkflowStep } from '../record-page/api/wire.ts';
import { SANDBOX_PORTAL_ID } from '../world/world.ts';
import type { DevServerParts } from './parts.ts';
import { UpstreamError } from './request-json.ts';

/** The declaration as an admin makes it, by the key that the functions have now. */
async function declarationNow(): Promise<unknown> {
  const printed = await runCli(['cli/workflow-action.ts', 'print', 'www.sandbox.example']);
  if (printed !== null) return JSON.parse(printed);
  throw new UpstreamError(409, 'The action needs a Stripe key: set one on the account side.');
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
          post: (url, body) => callEndpoint('sync-action', url, body),
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
