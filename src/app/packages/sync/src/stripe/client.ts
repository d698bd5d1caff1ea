import Stripe from 'stripe';
import { loopbackUrl } from '../http/loopback.ts';
import type { Limits } from '../http/meter.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import type { Answer } from '../http/answer.ts';
import type { Transport, Verdict } from '../http/transport.ts';
import { TransportError } from '../http/answer.ts';
import type { Asked } from './answers.ts';
import { refuseWrongAnswer } from './answers.ts';
import type { OtherKeys, StripeApi } from './metadata.ts';

/** The version whose shapes this code was written for: the SDK's own pin. */
export const STRIPE_API_VERSION = '2026-10-28.endive' satisfies Stripe.LatestApiVersion;

/** What a key says about itself. */
export interface KeyKind {
  readonly mode: 'live' | 'test';
  readonly kind: 'restricted' | 'full';
}

/** Stripe's secret and restricted keys say their mode; undefined for anything else, such as `pk_`. */
export function kindOfKey(secretKey: string): KeyKind | undefined {
  const [, prefix, mode] = /^(sk|rk)_(live|test)_\w+$/.exec(secretKey) ?? [];
  if (mode !== 'live' && mode !== 'test') return undefined;
  return { mode, kind: prefix === 'rk' ? 'restricted' : 'full' };
}

/** Below Stripe's 25 a second for an endpoint and 20 for search (https://docs.stripe.com/rate-limits). */
const ENDPOINT: Limits = { perSecond: 24, atOnce: 9 };
const SEARCH: Limits = { perSecond: 18, atOnce: 9 };

/** Below what Stripe takes of an account over all endpoints: 100 a second, 25 in a sandbox. */
const MAX_PER_SECOND_IN_ALL = { live: 80, test: 24 } as const;

export const createStripeRateLimit = (
  mode: KeyKind['mode'],
  share: { readonly share?: number; readonly isEven?: boolean } = {},
): RateLimit =>
  createRateLimit({
    ...share,
    limitsOf: (lane) => (lane === 'search' ? SEARCH : ENDPOINT),
    perSecondInAll: MAX_PER_SECOND_IN_ALL[mode],
  });

/** Stripe counts each endpoint apart, and search over all of them: `/v1/<endpoint>/.../search`. */
function laneOf(pathname: string): string {
  const [, , endpoint = '', ...rest] = pathname.split('/');
  return rest.at(-1) === 'search' ? 'search' : endpoint;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

const hasErrorEnvelope = ({ body }: Answer): boolean => {
  const error = fieldOf(body, 'error');
  return typeof error === 'object' && error !== null;
};

const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** Which answers of Stripe pass with time. The SDK leaves 429 to its caller; no Retry-After is sent. */
function judgeStripe(answer: Answer): Verdict {
  if (isSuccess(answer)) return { retry: false };
  const shouldRetry = answer.headers.get('stripe-should-retry');
  const { status } = answer;
  const passes =
    shouldRetry === null
      ? status === 409 || status === 429 || status >= 500 || !hasErrorEnvelope(answer)
      : shouldRetry === 'true';
  return passes ? { retry: true, waitMs: 0 } : { retry: false };
}

/** @throws {TransportError} for what the SDK would take for an answer, since it is JSON. */
function refuseMisleading(asked: Asked, answer: Answer): void {
  if (isSuccess(answer)) {
    refuseWrongAnswer(asked, answer.body);
  } else if (!hasErrorEnvelope(answer)) {
    throw new TransportError(`The answer is ${String(answer.status)}.`, { passes: true });
  }
}

/** The SDK's HTTP client over our transport, which has its own time limit: the SDK's is longer. */
const httpClientOver = (
  { send }: Transport,
  mode: KeyKind['mode'],
): NonNullable<Stripe.StripeConfig['httpClient']> => ({
  getClientName: () => 'fetch',
  async makeRequest(host, port, path, method, headers, requestData, protocol) {
    const url = new URL(path, `${protocol}://${host}:${port}`);
    const answer = await send({
      url: url.href,
      method,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, String(value)]),
      ),
      body: method === 'POST' ? requestData : null,
      lane: laneOf(url.pathname),
      judge: judgeStripe,
    });
    refuseMisleading({ url, mode, isWrite: method === 'POST' }, answer);
    return {
      getStatusCode: () => answer.status,
      getHeaders: () => Object.fromEntries(answer.headers),
      getRawResponse: () => ({}),
      toStream: () => null,
      toJSON: () => Promise.resolve(answer.body),
    };
  },
});

function redirection(apiBaseUrl: string | undefined): Stripe.StripeConfig {
  const url = loopbackUrl(apiBaseUrl);
  if (url === undefined) return {};
  return {
    host: url.hostname,
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    protocol: url.protocol === 'https:' ? 'https' : 'http',
  };
}

export interface StripeClientOptions {
  readonly secretKey: string;
  /** Of the key: objects of the other mode are never an answer. */
  readonly mode: KeyKind['mode'];
  /** Honoured for loopback addresses only. */
  readonly apiBaseUrl: string | undefined;
  readonly transport: Transport;
  /** Where metadata is read. */
  readonly otherKeys?: OtherKeys;
}

export function createStripeClient({
  secretKey,
  mode,
  apiBaseUrl,
  transport,
  otherKeys = [],
}: StripeClientOptions): StripeApi {
  const stripe = new Stripe(secretKey, {
    apiVersion: STRIPE_API_VERSION,
    httpClient: httpClientOver(transport, mode),
    // Time limits, rate limits and retries are the transport's.
    maxNetworkRetries: 0,
    // Telemetry would write a file into the home directory.
    telemetry: false,
    appInfo: { name: 'stripe-payments-for-crm' },
    ...redirection(apiBaseUrl),
  });
  return Object.assign(stripe, { otherKeys });
}
