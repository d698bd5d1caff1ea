import Stripe from 'stripe';
import { createPoliteFetch } from '../polite-fetch.ts';
import type { Session } from '../session.ts';

/** Below the 25 requests a second that Stripe takes of a sandbox, and its 20 searches. */
const MIN_INTERVAL_MS = 60;

export interface StripeOptions {
  readonly secretKey: string;
  readonly session: Session;
  /** A stand-in; undefined for Stripe itself. */
  readonly apiBaseUrl: string | undefined;
}

export const isLiveKey = (key: string): boolean => !/^(?:sk|rk)_test_/.test(key);

/** Stripe's SDK as the product uses it, in the version that it pins. */
export function createStripe({ secretKey, session, apiBaseUrl }: StripeOptions): Stripe {
  const isLive = isLiveKey(secretKey);
  const politely = createPoliteFetch({
    session,
    minIntervalMs: () => MIN_INTERVAL_MS,
    mayAsk: (method) => method === 'GET' || !isLive,
  });
  const url = apiBaseUrl === undefined ? undefined : new URL(apiBaseUrl);
  return new Stripe(secretKey, {
    apiVersion: Stripe.API_VERSION,
    httpClient: Stripe.createFetchHttpClient(politely),
    // Requests are repeated by what is under the SDK, which knows the limits.
    maxNetworkRetries: 0,
    telemetry: false,
    ...(url === undefined ? {} : { host: url.hostname, port: Number(url.port), protocol: 'http' }),
  });
}
