import Stripe from 'stripe';
import { onTestFinished } from 'vitest';
import { createManualClock, type SandboxClock } from '../../../sandbox/http/clock.ts';
import { serveOnLoopback } from '../../../sandbox/http/serve.ts';
import {
  createStripeSandbox,
  type StripeSandbox,
  type StripeSandboxOptions,
} from '../../../sandbox/stripe/index.ts';

export const NOW = '2026-11-16T09:00:00Z';
export const DAY_MS = 24 * 60 * 60 * 1000;
export const SECRET_KEY = 'sk_test_sandbox51DemoKeyForLocalUseOnly';

export interface RunningSandbox extends StripeSandbox {
  readonly clock: SandboxClock;
  readonly url: string;
  /** The real SDK, pointed at the sandbox, without retries. */
  readonly stripe: Stripe;
  readonly clientFor: (key: string) => Stripe;
  readonly control: (
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ) => Promise<Response>;
}

function clientOf(url: string, key: string): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(key, {
    host: hostname,
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  });
}

/** Serves a sandbox for one test. */
export async function startSandbox(
  options: Partial<StripeSandboxOptions> = {},
): Promise<RunningSandbox> {
  const clock = options.clock ?? createManualClock(Date.parse(NOW));
  const monotonicNowMs = (): number => performance.now();
  const sandbox = createStripeSandbox({ seed: 7, monotonicNowMs, ...options, clock });
  const server = await serveOnLoopback(sandbox.app);
  onTestFinished(() => server.close());
  return {
    ...sandbox,
    clock,
    url: server.url,
    stripe: clientOf(server.url, SECRET_KEY),
    clientFor: (key) => clientOf(server.url, key),
    control: (method, path, body) =>
      fetch(`${server.url}/_sandbox${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

/** The error that a call fails with; fails the test when it succeeds. */
export async function errorOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error('The call was expected to fail with a StripeError.', { cause: error });
}
