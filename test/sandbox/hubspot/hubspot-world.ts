import { Client } from '@hubspot/api-client';
import { afterEach, expect } from 'vitest';
import type { SandboxClock } from '../../../sandbox/http/clock.ts';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import { serveOnLoopback } from '../../../sandbox/http/serve.ts';
import type { TokenBook } from '../../../sandbox/hubspot/http/authentication.ts';
import type { BehaviorSwitches } from '../../../sandbox/hubspot/model/behavior.ts';
import type { HubSpotStore } from '../../../sandbox/hubspot/store/hubspot-store.ts';
import type { HubSpotAccount } from '../../../sandbox/hubspot/model/entities.ts';
import { createHubSpotSandbox } from '../../../sandbox/hubspot/index.ts';

export const START_MS = Date.UTC(2026, 0, 2, 3, 4, 5);
export const FULL_TOKEN = 'pat-na1-everything';
export const READ_DEALS_TOKEN = 'pat-na1-read-deals';
export const NO_SCOPE_TOKEN = 'pat-na1-nothing';
export const EUROPEAN_TOKEN = 'pat-eu1-europe';

export const FULL_SCOPES = ['deals', 'contacts', 'companies']
  .flatMap((type) => ['objects', 'schemas'].map((kind) => `crm.${kind}.${type}`))
  .flatMap((prefix) => [`${prefix}.read`, `${prefix}.write`])
  .concat('oauth');

export interface HubSpotWorld {
  readonly url: string;
  readonly clock: SandboxClock;
  readonly store: HubSpotStore;
  readonly tokens: TokenBook;
  readonly behavior: BehaviorSwitches;
  readonly client: Client;
  /** Moves the clock of the rate windows. */
  readonly passRealMs: (durationMs: number) => void;
  readonly clientWith: (accessToken: string) => Client;
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  readonly send: (method: string, path: string, body: unknown) => Promise<Response>;
}

const openWorlds: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(openWorlds.splice(0).map((close) => close()));
});

/** A stand-in of its own for one test, over HTTP, closed after it. */
export async function openHubSpotWorld(
  account: Partial<HubSpotAccount> = {},
): Promise<HubSpotWorld> {
  const clock = createManualClock(START_MS);
  let realMs = 0;
  const { app, store, tokens, behavior } = createHubSpotSandbox({
    clock,
    monotonicNowMs: () => realMs,
    seed: 7,
    tokens: {
      [FULL_TOKEN]: FULL_SCOPES,
      [READ_DEALS_TOKEN]: ['crm.objects.deals.read'],
      [NO_SCOPE_TOKEN]: [],
      [EUROPEAN_TOKEN]: ['oauth'],
    },
    account: {
      portalId: 4242,
      timeZone: 'Europe/Rome',
      companyCurrency: 'EUR',
      additionalCurrencies: ['USD', 'JPY'],
      ...account,
    },
  });
  const server = await serveOnLoopback(app);
  openWorlds.push(() => server.close());
  const clientWith = (accessToken: string): Client =>
    new Client({ accessToken, basePath: server.url, numberOfApiCallRetries: 0 });
  const request = (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${FULL_TOKEN}`);
    return fetch(`${server.url}${path}`, { ...init, headers });
  };
  return {
    url: server.url,
    clock,
    store,
    tokens,
    behavior,
    client: clientWith(FULL_TOKEN),
    passRealMs: (durationMs) => {
      realMs += durationMs;
    },
    clientWith,
    request,
    send: (method, path, body) =>
      request(path, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

interface Refusal {
  readonly code: number;
  readonly body: unknown;
}

const isRefusal = (error: unknown): error is Error & Refusal =>
  error instanceof Error && 'code' in error && 'body' in error && typeof error.code === 'number';

/** What the real client throws for a refused call. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (isRefusal(outcome)) return { code: outcome.code, body: outcome.body };
  expect.fail(`the call was not refused: ${String(outcome)}`);
}
