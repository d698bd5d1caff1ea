import { languageOf, parseMetadataKeys } from '@stripe-payments/core';
import providers from 'email-providers/all.json';
import type { Budget } from './http/budget.ts';
import { createBudget } from './http/budget.ts';
import type { RateLimit } from './http/rate-limit.ts';
import type { SentRequests, Transport } from './http/transport.ts';
import { createTransport } from './http/transport.ts';
import type { HubSpotClient } from './hubspot/client.ts';
import { createHubSpotClient, createHubSpotRateLimit } from './hubspot/client.ts';
import { createPaymentRecords } from './hubspot/payment-records.ts';
import type { PaymentStoreMemory } from './hubspot/payment-record-store.ts';
import { createPaymentRecordStore } from './hubspot/payment-record-store.ts';
import type { RunLogMemory } from './hubspot/run-log.ts';
import { createRunLog } from './hubspot/run-log.ts';
import type { CrmAccountMemory } from './hubspot/records.ts';
import type { PaymentRecordsMemory } from './hubspot-payments.ts';
import { hubSpotFiguresOf, withHubSpotPayments } from './hubspot-payments.ts';
import { createRecordStore } from './hubspot/records.ts';
import type { Clock, Ports } from './ports.ts';
import { rememberSecret } from './redact.ts';
import type { Endpoint } from './seal.ts';
import { createSeal, endpointSecret, isSameSecret } from './seal.ts';
import type { KeyKind, StripeClientOptions } from './stripe/client.ts';
import { createStripeClient, createStripeRateLimit, kindOfKey } from './stripe/client.ts';
import type { OtherKeys } from './stripe/metadata.ts';
import type { AccountMemory } from './stripe/payment-source.ts';
import { createPaymentSource } from './stripe/payment-source.ts';
import { SyncError } from './sync-error.ts';
import type { TimeLimits } from './time-limits.ts';
import { TIME_LIMITS } from './time-limits.ts';

/** The variables that a function or a terminal run is configured by. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What differs between a run in production and one in a test. */
export interface Runtime {
  readonly environment: Environment;
  readonly clock: Clock;
  /** A monotonic clock in milliseconds, for the budget. */
  readonly elapsedMs: () => number;
  /** Uniform in [0, 1), for the jitter of retries. */
  readonly random: () => number;
  /** Aborted when the invocation has replied: nothing of it goes on after that. */
  readonly ended?: AbortSignal;
  /** Instead of those of a function: a terminal has more time, a test less. */
  readonly limits?: Partial<TimeLimits>;
  /** Records that are synced at the same time, of many; default: what the memory of a function has room for. */
  readonly recordsAtOnce?: number;
  /** Counts what is sent to Stripe, for a caller that tells it also where the work fails. */
  readonly stripeRequests?: SentRequests;
}

/** What a warm process may keep between invocations. Nothing in it depends on a record. */
export interface WarmMemory {
  readonly stripeAccount: AccountMemory;
  readonly crmAccount: CrmAccountMemory;
  readonly paymentRecords: PaymentRecordsMemory;
  readonly paymentStore: PaymentStoreMemory;
  readonly runLog: RunLogMemory;
  /** The services count an app's calls a second, whichever invocation they are of. */
  readonly stripeRateLimits: Readonly<Record<KeyKind['mode'], RateLimit>>;
  readonly hubSpotRateLimit: RateLimit;
}

/** What one invocation may use of the services' limits; default: what a function may. */
interface LimitShares {
  /** Of Stripe's, and whether it is spread evenly over each second. */
  readonly share?: number;
  readonly isEven?: boolean;
  /** Calls of HubSpot. */
  readonly hubSpotPerSecond?: number;
}

export const createWarmMemory = (shares: LimitShares = {}): WarmMemory => ({
  stripeAccount: { lengths: new Map() },
  crmAccount: {},
  paymentRecords: {},
  paymentStore: {},
  runLog: {},
  stripeRateLimits: {
    live: createStripeRateLimit('live', shares),
    test: createStripeRateLimit('test', shares),
  },
  hubSpotRateLimit: createHubSpotRateLimit(shares),
});

const FREE_MAIL_DOMAINS: ReadonlySet<string> = new Set(providers);

/** True for the domain, or one above it, of a mail provider on the `email-providers` list. */
export function isFreeMail(domain: string): boolean {
  const labels = domain.toLowerCase().split('.');
  return labels.some((_, start) => FREE_MAIL_DOMAINS.has(labels.slice(start).join('.')));
}

/** @throws {SyncError} where there is none, or one that is no secret or restricted key. */
export function requiredKey(environment: Environment): KeyKind & { readonly secretKey: string } {
  const secretKey = environment['STRIPE_SECRET_KEY']?.trim() ?? '';
  rememberSecret(secretKey);
  if (secretKey === '') throw new SyncError('not-configured');
  const kind = kindOfKey(secretKey);
  if (kind === undefined) throw new SyncError('stripe-key-wrong-kind');
  return { secretKey, ...kind };
}

/** The key for what the app itself may not do at Stripe; its own, where there is no other. */
export const setupKey = (environment: Environment): ReturnType<typeof requiredKey> =>
  requiredKey({
    STRIPE_SECRET_KEY: environment['STRIPE_SETUP_KEY'] ?? environment['STRIPE_SECRET_KEY'],
  });

/**
 * True for the secret of an endpoint's URL, which is derived from the Stripe key.
 * @throws {SyncError} where there is no key.
 */
export function isEndpointSecret(
  environment: Environment,
  endpoint: Endpoint,
  given: string,
): boolean {
  const expected = endpointSecret(requiredKey(environment).secretKey, endpoint);
  rememberSecret(expected);
  return isSameSecret(given, expected);
}

/** @throws {SyncError} where the setting is not one; a build refuses it before. */
function otherKeysIn(environment: Environment): OtherKeys {
  const outcome = parseMetadataKeys(environment['METADATA_KEYS'] ?? '');
  if (outcome.ok) return outcome.keys;
  throw new SyncError('unexpected', { detail: `METADATA_KEYS: ${outcome.reason}` });
}

/** @throws {SyncError} where there is none. */
export function requiredToken(environment: Environment): string {
  const accessToken = environment['PRIVATE_APP_ACCESS_TOKEN']?.trim() ?? '';
  rememberSecret(accessToken);
  if (accessToken === '') throw new SyncError('hubspot-unauthorized');
  return accessToken;
}

type Tries = Pick<Parameters<typeof createTransport>[0], 'attemptMs' | 'maxRetries'>;

/** HubSpot within a budget, its tries limited as the calls need it. */
export function hubSpotWithin(
  { environment, random }: Runtime,
  { hubSpotRateLimit: rateLimit }: WarmMemory,
  accessToken: string,
): (budget: Budget, tries: Tries) => HubSpotClient {
  const apiBaseUrl = environment['HUBSPOT_API_BASE_URL'];
  return (budget, tries) => {
    const transport = createTransport({ budget, rateLimit, random, ...tries });
    return createHubSpotClient({ accessToken, apiBaseUrl, transport });
  };
}

export function stripeOver(
  { environment }: Runtime,
  key: Pick<StripeClientOptions, 'secretKey' | 'mode' | 'otherKeys'>,
  transport: Transport,
) {
  const apiBaseUrl = environment['STRIPE_API_BASE_URL'];
  return createStripeClient({ ...key, apiBaseUrl, transport });
}

/**
 * The ports of one invocation, all its calls within one wall-clock budget.
 * @throws {SyncError} where the key or the token is missing or of the wrong kind.
 */
export function wirePorts(runtime: Runtime, warm: WarmMemory): Ports {
  const { environment, clock, elapsedMs, random, recordsAtOnce } = runtime;
  const { stripeRequests: sent = { count: 0 } } = runtime;
  const limits = { ...TIME_LIMITS, ...runtime.limits };
  const { secretKey, mode } = requiredKey(environment);
  const otherKeys = otherKeysIn(environment);
  const hubSpot = hubSpotWithin(runtime, warm, requiredToken(environment));
  const budget = createBudget(limits.budgetMs, elapsedMs, runtime.ended);
  const readBudget = budget.endingEarlierBy(limits.keptForWritingMs);
  const bestEffort: Tries = { attemptMs: limits.bestEffortMs, maxRetries: 0 };
  const stripe = (tries: Tries) => {
    const rateLimit = warm.stripeRateLimits[mode];
    const transport = createTransport({ budget: readBudget, rateLimit, random, sent, ...tries });
    return stripeOver(runtime, { secretKey, mode, otherKeys }, transport);
  };
  const gather =
    limits.gatherMs === 0
      ? undefined
      : (within: Budget) => (): Promise<void> => within.wait(limits.gatherMs);
  const reading = hubSpot(readBudget, { attemptMs: limits.hubSpotAttemptMs });
  const source = createPaymentSource({
    stripe: stripe({ attemptMs: limits.stripeAttemptMs }),
    bestEffort: stripe(bestEffort),
    mode,
    account: warm.stripeAccount,
    nowMs: () => clock.nowMs(),
    sent,
    gather: gather?.(readBudget) ?? (() => Promise.resolve()),
  });
  const hubSpotRecords = createPaymentRecords(reading, gather?.(readBudget));
  const paymentRecords = createPaymentRecordStore({
    client: hubSpot(budget.endingEarlierBy(limits.keptForFiguresMs), {
      attemptMs: limits.hubSpotAttemptMs,
    }),
    memory: warm.paymentStore,
    nowMs: () => clock.nowMs(),
    ...(gather && { gather: gather(budget) }),
  });
  return {
    accountLanguage: languageOf(environment['ACCOUNT_LANGUAGE']),
    ...(recordsAtOnce !== undefined && { recordsAtOnce }),
    customerSearch: environment['CUSTOMER_SEARCH'] === 'all' ? 'all' : 'record',
    clock,
    time: readBudget,
    seal: createSeal(secretKey),
    isFreeMail,
    stripe: withHubSpotPayments(source, hubSpotRecords, warm.paymentRecords),
    hubSpotFigures: (charge) => hubSpotFiguresOf(hubSpotRecords, charge),
    paymentRecords,
    begin: (record) => {
      paymentRecords.begin(record);
      const isDeal = record.objectType === 'deal';
      if (isDeal && warm.paymentRecords.isRefused !== true) hubSpotRecords.begin(record.recordId);
    },
    runLog: createRunLog(hubSpot(budget, bestEffort), {
      mode,
      memory: warm.runLog,
      nowMs: () => clock.nowMs(),
    }),
    hasWebhook: environment['WEBHOOK'] === 'on',
    crm: createRecordStore({
      reading,
      writing: hubSpot(budget, { attemptMs: limits.hubSpotAttemptMs }),
      readingAccount: hubSpot(readBudget, { ...bestEffort, maxRetries: 2 }),
      account: warm.crmAccount,
      ...(gather && { gather: gather(budget) }),
    }),
  };
}
