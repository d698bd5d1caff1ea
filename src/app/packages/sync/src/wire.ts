import type { AccountMemory } from './stripe/payment-source.ts';
import { createPaymentSource } from './stripe/payment-source.ts';
import { createStripeClient } from './stripe/client.ts';
import type { KeyKind } from './stripe/key.ts';
import { kindOfKey } from './stripe/key.ts';
import { judgeStripe } from './stripe/errors.ts';
import type { CrmAccountMemory } from './hubspot/account-currency.ts';
import { judgeHubSpot } from './hubspot/errors.ts';
import { hubSpotUrl } from './hubspot/api-url.ts';
import { createRecordStore } from './hubspot/record-store.ts';
import type { SearchTurn } from './hubspot/record-search.ts';
import { createSearchTurn } from './hubspot/record-search.ts';
import { isFreeMail } from './free-mail.ts';
import { createSeal } from './seal.ts';
import type { Pace } from './stripe/pace.ts';
import { createPace } from './stripe/pace.ts';
import type { Clock, Ports } from './ports.ts';
import { createBudget } from './http/budget.ts';
import { createCaller } from './http/retry.ts';
import { rememberSecret } from './redact.ts';
import { SyncError } from './sync-error.ts';

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
}

/** What a warm process may keep between invocations. Nothing in it depends on a record. */
export interface WarmMemory {
  readonly stripeAccount: AccountMemory;
  readonly crmAccount: CrmAccountMemory;
  /** The services count an app's calls a second, whichever invocation they are of. */
  readonly stripePaces: Readonly<Record<'live' | 'test', Pace>>;
  readonly crmSearchTurn: SearchTurn;
}

export const createWarmMemory = (): WarmMemory => ({
  stripeAccount: {},
  crmAccount: {},
  stripePaces: { live: createPace('live'), test: createPace('test') },
  crmSearchTurn: createSearchTurn(),
});

/** The platform kills a function after 15 s; a cold start and the reply need some of it. */
export const BUDGET_MS = 13_000;

/** Kept for the write, or for noting on the record why there was none. */
const KEPT_FOR_WRITING_MS = 2_500;

/** One lost answer may not cost the whole budget. */
const STRIPE_ATTEMPT_MS = 6_000;
export const CRM_ATTEMPT_MS = 4_000;

/** What only adorns the view gets one short try: nobody waits for a link. */
const ADORNMENT_ATTEMPT_MS = 2_000;

/** @throws {SyncError} where there is none, or one that is no secret or restricted key. */
export function requiredKey(environment: Environment): KeyKind & { readonly secretKey: string } {
  const secretKey = environment['STRIPE_SECRET_KEY']?.trim() ?? '';
  rememberSecret(secretKey);
  if (secretKey === '') throw new SyncError('not-configured');
  const kind = kindOfKey(secretKey);
  if (kind === undefined) throw new SyncError('stripe-key-wrong-kind');
  return { secretKey, ...kind };
}

/** @throws {SyncError} where there is none. */
export function requiredToken(environment: Environment): string {
  const accessToken = environment['PRIVATE_APP_ACCESS_TOKEN']?.trim() ?? '';
  rememberSecret(accessToken);
  if (accessToken === '') throw new SyncError('hubspot-unauthorized');
  return accessToken;
}

/**
 * The ports of one invocation, all its calls within one wall-clock budget.
 * @throws {SyncError} where the key or the token is missing or of the wrong kind.
 */
export function wirePorts(
  { environment, clock, elapsedMs, random }: Runtime,
  warm: WarmMemory,
): Ports {
  const { secretKey, mode } = requiredKey(environment);
  const accessToken = requiredToken(environment);
  const budget = createBudget(BUDGET_MS, elapsedMs);
  const readBudget = budget.endingEarlierBy(KEPT_FOR_WRITING_MS);
  const bestEffort = createCaller({
    budget: readBudget,
    judge: () => ({ retry: false }),
    random,
    attemptMs: ADORNMENT_ATTEMPT_MS,
  });
  const crmCaller = { judge: judgeHubSpot, random, attemptMs: CRM_ATTEMPT_MS };
  return {
    clock,
    time: readBudget,
    seal: createSeal(secretKey),
    isFreeMail,
    stripe: createPaymentSource({
      stripe: createStripeClient({
        secretKey,
        apiBaseUrl: environment['STRIPE_API_BASE_URL'],
      }),
      mode,
      caller: createCaller({
        budget: readBudget,
        judge: judgeStripe,
        random,
        attemptMs: STRIPE_ATTEMPT_MS,
      }),
      pace: warm.stripePaces[mode],
      bestEffort,
      account: warm.stripeAccount,
    }),
    crm: createRecordStore({
      accessToken,
      baseUrl: hubSpotUrl(environment['HUBSPOT_API_BASE_URL']),
      reading: createCaller({ budget: readBudget, ...crmCaller }),
      writing: createCaller({ budget, ...crmCaller }),
      bestEffort,
      account: warm.crmAccount,
      searchTurn: warm.crmSearchTurn,
    }),
  };
}
