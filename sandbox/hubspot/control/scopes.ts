import { Hono } from 'hono';
import { z } from 'zod';
import type { TokenBook } from '../http/access-tokens.ts';
import { answerControlError } from './control-answer.ts';

const CRM_SCOPE =
  /^crm\.(?:objects|schemas)\.(?:commercepayments|companies|contacts|custom|deals|invoices|line_items|orders|quotes|subscriptions)\.(?:read|write)$/;
const OTHER_SCOPES = new Set([
  'automation',
  'e-commerce',
  'files',
  'forms',
  'oauth',
  'tickets',
  'timeline',
]);

/** A misspelt scope would grant nothing, and a test would not notice. */
const scopes = z.array(
  z.string().refine((scope) => CRM_SCOPE.test(scope) || OTHER_SCOPES.has(scope), {
    error: ({ input }) => `HubSpot has no scope "${String(input)}".`,
  }),
);

const requiredSchema = z.strictObject({ scopes });
const grantedSchema = z.strictObject({ token: z.string().optional(), scopes });

/** What an upload asks for, and what the account granted: the two differ until a reinstall. */
export function createScopeControl(tokens: TokenBook): Hono {
  const routes = new Hono();
  const shown = (): Response => Response.json({ required: tokens.required, tokens: tokens.list() });
  routes.get('/scopes', shown);
  routes.put('/scopes/required', async (context) => {
    tokens.require(requiredSchema.parse(await context.req.json()).scopes);
    return shown();
  });
  routes.put('/scopes/granted', async (context) => {
    const granted = grantedSchema.parse(await context.req.json());
    tokens.grant(granted.token, granted.scopes);
    return shown();
  });
  routes.post('/scopes/reinstall', () => {
    tokens.reinstall();
    return shown();
  });
  routes.onError(answerControlError);
  return routes;
}
