import {
  buildActions,
  buildCards,
  buildPages,
  builtActions,
  builtCards,
  builtPages,
  undeclaredCards,
} from '../../scripts/build/extensions.ts';
import { buildFunctions } from '../../scripts/build/functions.ts';
import type { ProfileVariables } from '../../scripts/build/profile.ts';
import { appName } from '../../scripts/build/project.ts';
import { createDevServerApp } from '../dev-server/app.ts';
import type { DevServerParts } from '../dev-server/parts.ts';
import { createCallGate } from '../dev-server/parts.ts';
import type { SandboxClock } from '../http/clock.ts';
import type { RunningServer } from '../http/serve.ts';
import { serveOnLoopback } from '../http/serve.ts';
import { shiftedDate } from '../shifted-date.ts';
import { startExecutor } from '../runtime/executor.ts';
import { actionParts } from '../world/action-parts.ts';
import { createHeldKey } from '../world/account-side-parts.ts';
import { createAccountSide, type AccountSide } from '../world/account-side.ts';
import { SANDBOX_PAGE_TOKEN } from '../world/credentials.ts';
import type { World, WorldOptions } from '../world/world.ts';
import { SANDBOX_PORTAL_ID, startWorld } from '../world/world.ts';
import type { Connections } from './connections.ts';
import { startupLine } from './connections.ts';
import type { Endpoints, StartingKey } from './function-environment.ts';
import { endpointsOf, setFunctionEnvironment } from './function-environment.ts';
import type { Builds } from './watch.ts';
import { unwatched, watchSources } from './watch.ts';

/** How the built-in accounts stand at first; by default everything is set up and well. */
interface StartingPoint extends Pick<
  WorldOptions,
  'grantedScopes' | 'isSetUp' | 'keepsPaymentRecords' | 'stripeAccount'
> {
  readonly stripeKey?: StartingKey;
  /** Permissions of the key with which the app acts at the built-in Stripe; default: it has no such key. */
  readonly writes?: readonly string[];
}

export interface RecordPageOptions {
  readonly connections: Connections;
  readonly clock: SandboxClock;
  readonly monotonicNowMs: () => number;
  readonly seed: number;
  readonly port: number;
  readonly startsAs?: StartingPoint;
  /** False leaves edits of the sources unnoticed; default true. */
  readonly watches?: boolean;
  /** What extensions see as `context.variables`; default none. */
  readonly variables?: ProfileVariables;
  readonly log: (line: string) => void;
}

export interface RecordPage {
  readonly url: string;
  readonly world: World;
  readonly accountSide: AccountSide;
  close(): Promise<void>;
}

async function serveOnPort(
  app: Parameters<typeof serveOnLoopback>[0],
  { port, log }: Pick<RecordPageOptions, 'port' | 'log'>,
): Promise<RunningServer> {
  try {
    return await serveOnLoopback(app, port);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    log(`Port ${String(port)} is taken, so another one is used. Set PORT to choose one.`);
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

async function buildAll(): Promise<void> {
  await buildFunctions();
  await buildCards();
  await buildPages();
  await buildActions();
}

/** Once for all record pages of a process: later edits are watched. */
let built: Promise<void> | undefined;

async function buildAndStartWorld(options: RecordPageOptions): Promise<World> {
  const { connections, clock, monotonicNowMs, seed, startsAs = {} } = options;
  const { grantedScopes, isSetUp, keepsPaymentRecords, stripeAccount } = startsAs;
  await (built ??= buildAll());
  return startWorld({
    clock,
    monotonicNowMs,
    seed,
    // The stories' customers exist in the built-in Stripe only.
    withStripeIds: connections.stripe.kind === 'sandbox',
    ...(grantedScopes !== undefined && { grantedScopes }),
    ...(isSetUp !== undefined && { isSetUp }),
    ...(keepsPaymentRecords !== undefined && { keepsPaymentRecords }),
    ...(stripeAccount !== undefined && { stripeAccount }),
    hasActions: startsAs.writes !== undefined,
  });
}

interface RunningParts {
  readonly world: World;
  readonly endpoints: Endpoints;
  readonly builds: Builds;
  readonly functionsUrl: string;
}

const withRevisions = <T extends { readonly uid: string }>(built: readonly T[], builds: Builds) =>
  built.map((each) => ({ ...each, revision: builds.revision(each.uid) }));

/** A running record page has the card that acts while actions are on. */
const areActionsOn = (): boolean => (process.env['DEMO_ACTIONS'] ?? '') !== '';

const cardsOfDemo = () => [...builtCards(), ...undeclaredCards()];

function devServerParts(
  { connections, clock, variables = {}, startsAs = {} }: RecordPageOptions,
  { world, endpoints, builds, functionsUrl }: RunningParts,
) {
  const { stripe, hubspot } = connections;
  const functionCalls = createCallGate();
  const { whenIdle } = functionCalls;
  const accountSide = createAccountSide(
    world,
    createHeldKey(whenIdle),
    { stripe: stripe.kind === 'sandbox', hubspot: hubspot.kind === 'sandbox' },
    actionParts(world, startsAs.writes !== undefined, whenIdle),
  );
  return {
    hubspot: {
      url: endpoints.hubspotUrl,
      token: hubspot.kind === 'real' ? endpoints.accessToken : SANDBOX_PAGE_TOKEN,
      kind: hubspot.kind,
    },
    stripe: { url: endpoints.stripeUrl, kind: stripe.kind },
    stories: storiesOf(world),
    cards: () => withRevisions(areActionsOn() ? cardsOfDemo() : builtCards(), builds),
    pages: () => withRevisions(builtPages(), builds),
    actions: () => withRevisions(builtActions(), builds),
    appName: appName(),
    variables,
    functionsUrl,
    functionCalls,
    accountSide,
    startupLine: startupLine(connections),
    clock,
    onReload: (listener) => builds.onMessage(listener),
  } satisfies DevServerParts;
}

/** The functions run in this process: their days are those of the world, as the cards' are. */
function setProcessClock(clock: SandboxClock): () => void {
  const machine = globalThis.Date;
  const apartMs = clock.nowMs() - clock.movedMs() - machine.now();
  globalThis.Date = shiftedDate(machine, () => apartMs + clock.movedMs());
  return () => {
    globalThis.Date = machine;
  };
}

/** Builds everything and serves the record page with what is behind it. */
export async function startRecordPage(options: RecordPageOptions): Promise<RecordPage> {
  const { connections, startsAs = {}, watches = true, log } = options;
  const world = await buildAndStartWorld(options);
  const resetProcessClock = setProcessClock(options.clock);
  const endpoints = endpointsOf(connections, world, startsAs.stripeKey ?? 'full', startsAs.writes);
  setFunctionEnvironment(endpoints, connections);
  const executor = await startExecutor({
    hubspotUrl: endpoints.hubspotUrl,
    portalId: SANDBOX_PORTAL_ID,
    log,
  });
  const builds = watches ? watchSources() : unwatched;
  // The page shows it too, where one is open.
  builds.onMessage((message) => {
    if (message.type === 'build-error') log(`The build failed: ${message.message}`);
  });
  const functionsUrl = executor.url;
  const parts = devServerParts(options, { world, endpoints, builds, functionsUrl });
  const page = await serveOnPort(createDevServerApp(parts), options);
  return {
    url: page.url,
    world,
    accountSide: parts.accountSide,
    close: async () => {
      // HubSpot's executor restores the environment when a function ends: under the next page it would be ours.
      await parts.functionCalls.whenIdle();
      await builds.close();
      await Promise.all([page.close(), executor.close(), world.close()]);
      resetProcessClock();
    },
  };
}
