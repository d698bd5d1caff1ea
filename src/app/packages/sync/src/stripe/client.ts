import Stripe from 'stripe';
import { loopbackUrl } from '../http/loopback.ts';

/** The version whose shapes this code was written for: the SDK's own pin. */
const STRIPE_API_VERSION = '2026-10-28.endive' satisfies Stripe.LatestApiVersion;

const CONNECTION_LIMIT_MS = 80_000;

export interface StripeClientOptions {
  readonly secretKey: string;
  /** Honoured for loopback addresses only. */
  readonly apiBaseUrl: string | undefined;
}

function redirection(apiBaseUrl: string | undefined): Stripe.StripeConfig {
  const url = loopbackUrl(apiBaseUrl);
  if (url === undefined) return {};
  return {
    host: url.hostname,
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    protocol: url.protocol === 'https:' ? 'https' : 'http',
  };
}

export function createStripeClient({ secretKey, apiBaseUrl }: StripeClientOptions): Stripe {
  return new Stripe(secretKey, {
    apiVersion: STRIPE_API_VERSION,
    // One timeout for the whole request; the default client has one for each of its stages.
    httpClient: Stripe.createFetchHttpClient(),
    // Retries live in one wall-clock budget for both APIs, so the SDK does none of its own.
    maxNetworkRetries: 0,
    timeout: CONNECTION_LIMIT_MS,
    // Telemetry would write a file into the home directory.
    telemetry: false,
    appInfo: { name: 'stripe-payments-for-crm' },
    ...redirection(apiBaseUrl),
  });
}
