import { buildCards, builtCards } from '../build/cards.ts';
import { buildFunctions } from '../build/functions.ts';
import { builtPages, buildPages } from '../build/pages.ts';
import { appName } from '../build/project.ts';
import { createDevServerApp } from '../dev-server/index.ts';
import type { SandboxClock } from '../http/clock.ts';
import type { RunningServer } from '../http/serve.ts';
import { serveOnLoopback } from '../http/serve.ts';
import { startExecutor } from '../runtime/executor.ts';
import type { World } from '../world/world.ts';
import {
  SANDBOX_HUBSPOT_TOKEN,
  SANDBOX_PAGE_TOKEN,
  SANDBOX_PORTAL_ID,
  SANDBOX_STRIPE_KEY,
  startWorld,
} from '../world/world.ts';
import type { Connections } from './connections.ts';
import { startupLine } from './connections.ts';
import type { ProfileVariables } from './profile.ts';
import { unwatched, watchSources } from './watch.ts';

const HUBSPOT_API = 'https://api.hubapi.com';

export interface RecordPageOptions {
  readonly connections: Connections;
  readonly clock: SandboxClock;
  readonly monotonicNowMs: () => number;
  readonly seed: number;
  readonly port: number;
  /** False leaves edits of the sources unnoticed; default true. */
  readonly watches?: boolean;
  /** What extensions see as `context.variables`; default none. */
  readonly variables?: ProfileVariables;
  readonly log: (line: string) => void;
}

export interface RecordPage {
  readonly url: string;
  readonly world: World;
  close(): Promise<void>;
}

interface Endpoints {
  readonly secretKey: string;
  readonly accessToken: string;
  readonly stripeUrl: string | null;
  readonly hubspotUrl: string;
}

function endpointsOf({ stripe, hubspot }: Connections, world: World): Endpoints {
  return {
    secretKey: stripe.kind === 'real' ? stripe.secretKey : SANDBOX_STRIPE_KEY,
    accessToken: hubspot.kind === 'real' ? hubspot.accessToken : SANDBOX_HUBSPOT_TOKEN,
    stripeUrl: stripe.kind === 'real' ? null : world.stripe.url,
    hubspotUrl: hubspot.kind === 'real' ? HUBSPOT_API : world.hubspot.url,
  };
}

/** HubSpot's executor runs the functions in this process, so this process' environment is theirs. */
function setFunctionEnvironment(endpoints: Endpoints, { hubspot }: Connections): void {
  process.env['STRIPE_SECRET_KEY'] = endpoints.secretKey;
  process.env['PRIVATE_APP_ACCESS_TOKEN'] = endpoints.accessToken;
  process.env['STRIPE_API_BASE_URL'] = endpoints.stripeUrl ?? '';
  process.env['HUBSPOT_API_BASE_URL'] = hubspot.kind === 'real' ? '' : endpoints.hubspotUrl;
}

async function serveOnPort(
  app: Parameters<typeof serveOnLoopback>[0],
  port: number,
): Promise<RunningServer> {
  try {
    return await serveOnLoopback(app, port);
  } catch {
    // Another program has the port: any other will do, since the URL is printed.
    return serveOnLoopback(app);
  }
}

function storiesOf({ deals, records }: World): ReadonlyMap<string, string> {
  return new Map([
    ...deals.map(({ dealId, story }) => [`deals/${dealId}`, story] as const),
    ...records
      .filter(({ story }) => story !== '')
      .map(({ objectType, id, story }) => [`${objectType}/${id}`, story] as const),
  ]);
}

/** Builds everything and serves the record page with what is behind it. */
export async function startRecordPage(options: RecordPageOptions): Promise<RecordPage> {
  const { connections, clock, monotonicNowMs, seed, port, watches = true } = options;
  const { variables = {}, log } = options;
  await buildFunctions();
  await buildCards();
  await buildPages();
  const world = await startWorld({
    clock,
    monotonicNowMs,
    seed,
    // The stories' customers exist in the built-in Stripe only.
    withStripeIds: connections.stripe.kind === 'sandbox',
  });
  const endpoints = endpointsOf(connections, world);
  setFunctionEnvironment(endpoints, connections);
  const executor = await startExecutor({
    hubspotUrl: endpoints.hubspotUrl,
    portalId: SANDBOX_PORTAL_ID,
    log,
  });
  const builds = watches ? watchSources() : unwatched;
  const app = createDevServerApp({
    hubspot: {
      url: endpoints.hubspotUrl,
      token: connections.hubspot.kind === 'real' ? endpoints.accessToken : SANDBOX_PAGE_TOKEN,
      kind: connections.hubspot.kind,
    },
    stripe: { url: endpoints.stripeUrl, kind: connections.stripe.kind },
    stories: storiesOf(world),
    cards: () => builtCards().map((card) => ({ ...card, revision: builds.revision() })),
    pages: () => builtPages().map((page) => ({ ...page, revision: builds.revision() })),
    appName: appName(),
    variables,
    functionsUrl: executor.url,
    startupLine: startupLine(connections),
    clock,
    onReload: (listener) => builds.onMessage(listener),
  });
  const page = await serveOnPort(app, port);
  return {
    url: page.url,
    world,
    close: async () => {
      await builds.close();
      await Promise.all([page.close(), executor.close(), world.close()]);
    },
  };
}
