import { Hono } from 'hono';
import { z } from 'zod';
import { controlErrorAnswer } from '../../http/control-error.ts';
import type { TokenBook } from '../http/authentication.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import { readObjectType } from '../http/request.ts';
import { HubSpotApiError } from '../model/api-error.ts';
import { behaviorSchema, type BehaviorSwitches } from '../model/behavior.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import type { UserEdits } from '../store/user-edits.ts';

/** What HubSpot's screens refuse keeps its status; what is no request of them is a 400. */
export function answerControlError(error: Error): Response {
  if (!(error instanceof HubSpotApiError)) return controlErrorAnswer(error);
  const { message, subCategory } = error.body;
  return Response.json({ error: message, subCategory }, { status: error.status });
}

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

const CRM_SCOPE =
  /^crm\.(?:objects|schemas)\.(?:commercepayments|companies|contacts|custom|deals|invoices|line_items|orders|quotes|subscriptions)\.(?:read|write)$/;
const OTHER_SCOPES = new Set([
  'automation',
  'crm.lists.read',
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

const limitsSchema = z.strictObject({
  enabled: z.boolean().optional(),
  perTenSeconds: z.union([z.literal(100), z.literal(190)]).optional(),
  searchPerSecond: z.int().positive().optional(),
  daily: z.int().nonnegative().optional(),
});

/** The stand-in's own switch, below `/_sandbox/`. */
export function createLimitRoutes(limits: RateLimits): Hono {
  const routes = new Hono();
  routes.get('/limits', (context) => context.json(limits.settings));
  routes.put('/limits', async (context) => {
    const patch = limitsSchema.parse(await context.req.json());
    const { settings } = limits;
    limits.change({
      enabled: patch.enabled ?? settings.enabled,
      perTenSeconds: patch.perTenSeconds ?? settings.perTenSeconds,
      searchPerSecond: patch.searchPerSecond ?? settings.searchPerSecond,
      daily: patch.daily ?? settings.daily,
    });
    return context.json(limits.settings);
  });
  routes.onError(controlErrorAnswer);
  return routes;
}

const editSchema = z.strictObject({
  userId: z.int().positive(),
  place: z.enum(['record-page', 'card']),
  properties: z.record(z.string(), z.string()),
});

const rightsSchema = z.strictObject({
  objectType: z.string(),
  name: z.string(),
  userIds: z.array(z.int().positive()).nullable(),
});

/** HubSpot's interface, which writes as its user does; and who may edit a property there. */
export function createUserEditRoutes(store: HubSpotStore, users: UserEdits): Hono {
  const routes = new Hono();
  routes.patch('/records/:objectType/:id', async (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    const edit = editSchema.parse(await context.req.json());
    const { id } = users.edit({ ...edit, objectType, id: context.req.param('id') });
    return context.json({ id });
  });
  routes.put('/edit-rights', async (context) => {
    const { objectType, name, userIds } = rightsSchema.parse(await context.req.json());
    users.restrict(readObjectType(store, objectType), name, userIds);
    return context.json({ objectType, name, userIds });
  });
  routes.onError(answerControlError);
  return routes;
}
