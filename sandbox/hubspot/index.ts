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
import { createAssociationRoutes } from './routes/associations.ts';
import { createObjectBatchRoutes } from './routes/object-batches.ts';
import { createObjectRoutes, createSearchRoutes } from './routes/objects.ts';
import { createPropertyGroupRoutes, createPropertyRoutes } from './routes/properties.ts';
import { createPropertyBatchRoutes } from './routes/property-batches.ts';
import type { RouteParts } from './routes/route-parts.ts';
import type { HubSpotStore } from './store/hubspot-store.ts';
import { createHubSpotStore } from './store/hubspot-store.ts';

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
}

function createApi(parts: RouteParts): Hono<HubSpotEnvironment> {
  const api = new Hono<HubSpotEnvironment>();
  api.route('/', createAccountRoutes(parts));
  api.route('/', createSearchRoutes(parts));
  api.route('/', createObjectBatchRoutes(parts));
  api.route('/', createObjectRoutes(parts));
  api.route('/', createAssociationRoutes(parts));
  api.route('/', createPropertyBatchRoutes(parts));
  // Before the properties: their `/:propertyName` would take `groups` for a name.
  api.route('/', createPropertyGroupRoutes(parts));
  api.route('/', createPropertyRoutes(parts));
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
  app.route('/', crm);
  return { app, store, tokens, behavior };
}
