import type {
  CheckResult,
  CrmCheck,
  ObjectProperties,
  Scope,
  ScopeCheck,
  SyncedRecords,
} from '@stripe-payments/core';
import { REQUIRED_SCOPES } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import { tryRead, unreadable } from './failures.ts';
import type { CrmInspector } from './setup-ports.ts';

type ScopeStatus = ScopeCheck['status'];

/** Of a failure that is no refusal nothing follows, unless HubSpot does not take the token at all. */
async function orUnknown<T>(work: Promise<T>): Promise<T | 'unknown'> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SyncError && error.code !== 'hubspot-unauthorized') return 'unknown';
    throw error;
  }
}

async function checkScopes(crm: CrmInspector): Promise<readonly ScopeCheck[]> {
  const granted = await orUnknown(crm.grantedScopes());
  const statusOf = async (scope: Scope): Promise<ScopeStatus> => {
    if (granted === 'unknown') return 'unknown';
    if (granted === null) return orUnknown(crm.tryScope(scope));
    return granted.includes(scope.name) ? 'granted' : 'missing';
  };
  return Promise.all(
    REQUIRED_SCOPES.map(async (scope) => ({ name: scope.name, status: await statusOf(scope) })),
  );
}

/** A search for a property that the account does not have would be refused. */
const isSearchable = ({ states }: ObjectProperties): boolean =>
  states.some(
    ({ name, status }) =>
      name === 'stripe_mode' && (status === 'present' || status === 'different'),
  );

async function countSynced(
  crm: CrmInspector,
  objects: readonly ObjectProperties[],
  mode: 'live' | 'test' | null,
): Promise<readonly SyncedRecords[]> {
  const otherMode = mode === 'live' ? 'test' : 'live';
  return Promise.all(
    objects.filter(isSearchable).map(async ({ objectType }) => {
      const synced = await crm.countRecords(objectType, 'stripe_mode');
      const isMixable = mode !== null && synced > 0;
      const ofOtherMode = isMixable
        ? await crm.countRecords(objectType, 'stripe_mode', otherMode)
        : 0;
      return { objectType, synced, ofOtherMode };
    }),
  );
}

/** The object types whose definitions were read. */
type ReadObjects = Promise<readonly ObjectProperties[]>;

async function inspect(
  crm: CrmInspector,
  objects: ReadObjects,
  mode: 'live' | 'test' | null,
): Promise<CheckResult<CrmCheck>> {
  const count = async () => ({ counts: await countSynced(crm, await objects, mode) });
  const [scopes, account, records] = await Promise.all([
    checkScopes(crm),
    tryRead('hubspot', crm.account()),
    tryRead('hubspot', count()),
  ]);
  const isSilent = !account.isReadable && scopes.every(({ status }) => status === 'unknown');
  return isSilent ? unreadable(account.error) : { isReadable: true, scopes, account, records };
}

/** What HubSpot grants the app. It never throws a `SyncError`. */
export async function checkCrm(
  crm: CrmInspector,
  objects: ReadObjects,
  mode: 'live' | 'test' | null,
): Promise<CheckResult<CrmCheck>> {
  try {
    return await inspect(crm, objects, mode);
  } catch (error) {
    if (error instanceof SyncError) return unreadable(error.failure);
    throw error;
  }
}
