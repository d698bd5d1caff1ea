import type { Checks, Outcome } from './check.ts';
import { messageOf, Stopped, tryCheck, untried } from './check.ts';
import { accountChecks } from './hubspot/account-checks.ts';
import { createHubSpot } from './hubspot/client.ts';
import { paymentChecks as hubSpotPaymentChecks } from './hubspot/payment-checks.ts';
import { recordChecks } from './hubspot/record-checks.ts';
import { searchChecks } from './hubspot/search-checks.ts';
import * as shapes from './hubspot/shapes.ts';
import { createHubSpotStage } from './hubspot/stage.ts';
import type { Session } from './session.ts';
import { billingChecks } from './stripe/billing-checks.ts';
import { createStripe, isLiveKey } from './stripe/client.ts';
import { findChecks } from './stripe/find-checks.ts';
import { paymentChecks } from './stripe/payment-checks.ts';
import { removeStripeLeftovers } from './stripe/leftovers.ts';
import { createStripeStage } from './stripe/stage.ts';
import type { HubSpot } from './hubspot/client.ts';
import { GROUP, removeGroup, RUN_PROPERTY, TYPES } from './hubspot/stage.ts';
import type { TypeName } from './hubspot/stage.ts';

const groupsOf = async (hubspot: HubSpot, type: TypeName): Promise<boolean> => {
  const { status } = await hubspot.send(
    'GET',
    `/crm/properties/2026-03/${type}/groups/${GROUP.name}`,
  );
  return status === 200;
};

async function recordsOf(hubspot: HubSpot, type: TypeName): Promise<readonly string[]> {
  const answer = await hubspot.send('POST', `/crm/objects/2026-03/${type}/search`, {
    filterGroups: [{ filters: [{ propertyName: RUN_PROPERTY, operator: 'HAS_PROPERTY' }] }],
    properties: [RUN_PROPERTY],
    limit: 100,
  });
  const found = shapes.searchPage.safeParse(answer.body);
  return found.success ? found.data.results.map(({ id }) => id) : [];
}

/** Removes the records of a run that died, and then its properties, by which they are found. */
async function removeHubSpotLeftovers(hubspot: HubSpot): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const type of TYPES) {
    if (!(await groupsOf(hubspot, type))) continue;
    for (const id of await recordsOf(hubspot, type)) {
      await hubspot.remove(`/crm/objects/2026-03/${type}/${id}`);
      removed.push(`${type} ${id}`);
    }
    await removeGroup(hubspot, type);
    removed.push(`property group of ${type}`);
  }
  return removed;
}

export const STRIPE_CHECKS = { ...paymentChecks, ...findChecks, ...billingChecks };
export const HUBSPOT_CHECKS = {
  ...accountChecks,
  ...recordChecks,
  ...searchChecks,
  ...hubSpotPaymentChecks,
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the stand-ins are; none for the services themselves. */
export interface Addresses {
  readonly stripe?: string;
  readonly hubspot?: string;
}

export interface Result {
  readonly id: string;
  readonly outcome: Outcome;
}

/** One service, as far as the environment lets it be tried. */
export interface Platform {
  readonly name: 'Stripe' | 'HubSpot';
  /** The account, as its person knows it. */
  readonly account: string;
  readonly removeLeftovers: () => Promise<readonly string[]>;
  /** One check after the other; what an interrupted run did not reach is left out. */
  readonly run: (isWanted: (id: string) => boolean) => Promise<readonly Result[]>;
}

/** A key or account that this command must not be used with. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

async function runAll<Stage>(
  checks: Checks<Stage>,
  stage: Stage,
  isWanted: (id: string) => boolean,
  { say, goOn, isStopped }: Session,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [id, check] of Object.entries(checks)) {
    if (!isWanted(id)) continue;
    try {
      goOn();
      const outcome = await tryCheck(() => check(stage));
      // What was under way when the run was interrupted has failed for that reason.
      if (isStopped() && outcome.status !== 'holds') break;
      results.push({ id, outcome });
      say(`${id}: ${outcome.status}`);
    } catch (error) {
      if (error instanceof Stopped) break;
      throw error;
    }
  }
  return results;
}

/** Without a key its rows are shown all the same. */
const unreached = (name: Platform['name'], ids: readonly string[], why: string): Platform => ({
  name,
  account: why,
  removeLeftovers: () => Promise.resolve([]),
  run: (isWanted) =>
    Promise.resolve(ids.filter(isWanted).map((id) => ({ id, outcome: untried(why) }))),
});

/** @throws {RefusedError} for a live key that is not allowed. */
export function openStripe(
  environment: Environment,
  session: Session,
  { stripe: apiBaseUrl }: Addresses,
): Platform {
  const { STRIPE_SECRET_KEY: secretKey = '' } = environment;
  if (secretKey === '') {
    return unreached('Stripe', Object.keys(STRIPE_CHECKS), 'STRIPE_SECRET_KEY is not set');
  }
  const isReadOnly = isLiveKey(secretKey);
  if (isReadOnly && environment['ALLOW_LIVE_STRIPE_KEY'] !== 'yes') {
    throw new RefusedError(
      'STRIPE_SECRET_KEY is not a test key. Set one that begins with sk_test_ or rk_test_. ' +
        'With ALLOW_LIVE_STRIPE_KEY=yes a live key is used to read only.',
    );
  }
  const stripe = createStripe({ secretKey, session, apiBaseUrl });
  const isRestricted = secretKey.startsWith('rk_');
  const stage = { ...createStripeStage({ stripe, session, isReadOnly }), isRestricted };
  return {
    name: 'Stripe',
    account: isReadOnly ? 'live account, read only' : 'test account',
    removeLeftovers: () =>
      isReadOnly ? Promise.resolve([]) : removeStripeLeftovers(stripe, session.time.nowMs()),
    run: (isWanted) => runAll(STRIPE_CHECKS, stage, isWanted, session),
  };
}

const TEST_ACCOUNTS: readonly string[] = ['DEVELOPER_TEST', 'SANDBOX'];

/**
 * Asks for the account's kind before anything else.
 * @throws {RefusedError} for an account in use that is not allowed, and where the kind cannot be read.
 */
export async function openHubSpot(
  environment: Environment,
  session: Session,
  { hubspot: apiBaseUrl }: Addresses,
): Promise<Platform> {
  const { HUBSPOT_ACCESS_TOKEN: accessToken = '' } = environment;
  if (accessToken === '') {
    return unreached('HubSpot', Object.keys(HUBSPOT_CHECKS), 'HUBSPOT_ACCESS_TOKEN is not set');
  }
  let isReadOnly = true;
  const mayWrite = (): boolean => !isReadOnly;
  const hubspot = createHubSpot({ accessToken, session, apiBaseUrl, mayWrite });
  const account = await hubspot
    .ask('GET', '/account-info/2026-03/details')
    .then((body) => shapes.accountDetails.parse(body))
    .catch((error: unknown) => {
      throw new RefusedError(`The kind of HubSpot account could not be read: ${messageOf(error)}`);
    });
  const { accountType, portalId } = account;
  isReadOnly = !TEST_ACCOUNTS.includes(accountType);
  if (isReadOnly && environment['ALLOW_LIVE_HUBSPOT_ACCOUNT'] !== 'yes') {
    throw new RefusedError(
      `HubSpot account ${String(portalId)} is of type ${accountType}, not a developer test or ` +
        'sandbox account. With ALLOW_LIVE_HUBSPOT_ACCOUNT=yes it is read only.',
    );
  }
  const stage = createHubSpotStage({ hubspot, session, accessToken, isReadOnly });
  return {
    name: 'HubSpot',
    account: `account ${String(portalId)}, ${isReadOnly ? 'read only' : accountType}`,
    removeLeftovers: () => (isReadOnly ? Promise.resolve([]) : removeHubSpotLeftovers(hubspot)),
    run: (isWanted) => runAll(HUBSPOT_CHECKS, stage, isWanted, session),
  };
}
