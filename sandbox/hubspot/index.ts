import { Hono } from 'hono';
import type { SandboxClock } from '../http/clock.ts';
import { createControlRoutes } from '../http/control.ts';
import type { Wait } from '../http/faults.ts';
import { createFaultBoard } from '../http/faults.ts';
import { createRecorder } from '../http/recorder.ts';
import { createBehaviorSwitches, type BehaviorSwitches } from './model/behavior.ts';
import {
  createAccountSettings,
  createLimitRoutes,
  createScopeControl,
  createUserEditRoutes,
} from './control/account-settings.ts';
import { createSchemaSettings } from './control/schema-settings.ts';
import type { HubSpotAccount } from './model/entities.ts';
import {
  authenticate,
  createTokenBook,
  type AccessTokens,
  type TokenBook,
} from './http/authentication.ts';
import { correlate, type HubSpotEnvironment } from './http/environment.ts';
import { answerError, answerUnknownPath } from './http/answers.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { createIdentifiers } from './model/identifiers.ts';
import { createAccessTokenInfoRoutes, createAccountRoutes } from './routes/account.ts';
import { createAssociationBatchRoutes } from './routes/association-batches.ts';
import { createAssociationRoutes } from './routes/associations.ts';
import { createCustomObjectRoutes, createLimitsRoutes } from './routes/custom-objects.ts';
import { createListRoutes } from './routes/lists.ts';
import { createPipelineRoutes } from './routes/pipelines.ts';
import { createObjectBatchRoutes } from './routes/object-batches.ts';
import { createObjectRoutes, createSearchRoutes } from './routes/objects.ts';
import { createPropertyGroupRoutes, createPropertyRoutes } from './routes/properties.ts';
import { createPropertyBatchRoutes } from './routes/property-batches.ts';
import type { RouteParts } from './routes/route-parts.ts';
import type { HubSpotStore } from './store/hubspot-store.ts';
import { createHubSpotStore } from './store/hubspot-store.ts';
import { createUserEdits, type UserEdits } from './store/user-edits.ts';

export interface HubSpotSandboxOptions {
  readonly clock: SandboxClock;
  readonly monotonicNowMs: () => number;
  /** For latency and delays. Default: real time. */
  readonly wait?: Wait;
  readonly seed: number;
  /** The first is the app's own token. */
  readonly tokens: AccessTokens;
  readonly account: HubSpotAccount;
}

export interface HubSpotSandbox {
  readonly app: Hono;
  readonly store: HubSpotStore;
  readonly tokens: TokenBook;
  readonly behavior: BehaviorSwitches;
  readonly users: UserEdits;
}

/** Each group of routes below its dated path, and below the one that HubSpot serves until 2027. */
const ROUTES = [
  ['/account-info/2026-03', '/account-info/v3', createAccountRoutes],
  ['/crm/objects/2026-03', '/crm/v3/objects', createSearchRoutes],
  ['/crm/objects/2026-03', '/crm/v3/objects', createObjectBatchRoutes],
  ['/crm/objects/2026-03', '/crm/v3/objects', createObjectRoutes],
  ['/crm/objects/2026-03', '/crm/v4/objects', createAssociationRoutes],
  ['/crm/associations/2026-03', '/crm/v4/associations', createAssociationBatchRoutes],
  ['/crm/properties/2026-03', '/crm/v3/properties', createPropertyBatchRoutes],
  // Before the properties: their `/:propertyName` would take `groups` for a name.
  ['/crm/properties/2026-03', '/crm/v3/properties', createPropertyGroupRoutes],
  ['/crm/properties/2026-03', '/crm/v3/properties', createPropertyRoutes],
  [
    '/crm-object-schemas/2026-03/schemas',
    '/crm-object-schemas/v3/schemas',
    createCustomObjectRoutes,
  ],
  ['/crm/v3/schemas', undefined, createCustomObjectRoutes],
  ['/crm/lists/2026-03', '/crm/v3/lists', createListRoutes],
  ['/crm/pipelines/2026-03', '/crm/v3/pipelines', createPipelineRoutes],
  ['/crm/limits/2026-03', '/crm/v3/limits', createLimitsRoutes],
] as const;

function createApi(parts: RouteParts): Hono<HubSpotEnvironment> {
  const api = new Hono<HubSpotEnvironment>();
  for (const [dated, older, create] of ROUTES) {
    const routes = create(parts);
    api.route(dated, routes);
    if (older !== undefined) api.route(older, routes);
  }
  return api;
}

/** HubSpot's CRM API with an account of its own, to be served on loopback. */
export function createHubSpotSandbox(options: HubSpotSandboxOptions): HubSpotSandbox {
  const { clock, monotonicNowMs, account } = options;
  const identifiers = createIdentifiers(options.seed);
  const behavior = createBehaviorSwitches();
  const tokens = createTokenBook(options.tokens);
  const nowMs = (): number => clock.nowMs();
  const store = createHubSpotStore({ account, identifiers, behavior, nowMs });
  const users = createUserEdits(store, behavior);
  const faults = createFaultBoard(options.wait);
  const recorder = createRecorder(monotonicNowMs);
  const limits = createRateLimits(clock, account.timeZone, monotonicNowMs);
  const api = createApi({ store, clock, behavior });
  const answerUnknown = answerUnknownPath(api);

  const crm = new Hono<HubSpotEnvironment>();
  crm.use(correlate(identifiers));
  crm.route('/', createAccessTokenInfoRoutes({ tokens, behavior, store }));
  crm.use(authenticate(tokens, behavior));
  crm.use(limits.middleware);
  crm.route('/', api);
  crm.all('*', answerUnknown);
  crm.onError(answerError);

  const app = new Hono();
  app.use(recorder.middleware);
  app.use(faults.middleware);
  app.route('/_sandbox', createControlRoutes({ clock, faults, recorder }));
  app.route('/_sandbox', createLimitRoutes(limits));
  app.route('/_sandbox', createScopeControl(tokens));
  app.route('/_sandbox', createAccountSettings(store, behavior));
  app.route('/_sandbox', createSchemaSettings(store));
  app.route('/_sandbox', createUserEditRoutes(store, users));
  app.route('/', crm);
  return { app, store, tokens, behavior, users };
}
