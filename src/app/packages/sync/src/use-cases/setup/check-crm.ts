import type {
  CrmCheck,
  Looked,
  ObjectProperties,
  ScopeCheck,
  SyncedRecords,
} from '@stripe-payments/core';
import { REQUIRED_SCOPES } from '@stripe-payments/core';
import type { CrmInspector } from '../../ports/setup.ts';
import { looked } from './looked.ts';

async function checkScopes(crm: CrmInspector): Promise<readonly ScopeCheck[]> {
  const granted = await crm.grantedScopes();
  if (granted === null) {
    return Promise.all(
      REQUIRED_SCOPES.map(async (scope) => ({
        name: scope.name,
        status: await crm.tryScope(scope),
      })),
    );
  }
  const names = new Set(granted);
  return REQUIRED_SCOPES.map(({ name }) => ({
    name,
    status: names.has(name) ? 'granted' : 'missing',
  }));
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
      const [synced, ofOtherMode] = await Promise.all([
        crm.countRecords(objectType, 'stripe_mode'),
        mode === null ? 0 : crm.countRecords(objectType, 'stripe_mode', otherMode),
      ]);
      return { objectType, synced, ofOtherMode };
    }),
  );
}

/** What HubSpot grants the app. It never throws a `SyncError`. */
export const checkCrm = (
  crm: CrmInspector,
  objects: readonly ObjectProperties[],
  mode: 'live' | 'test' | null,
): Promise<Looked<CrmCheck>> =>
  looked(
    (async () => {
      const [scopes, account, records] = await Promise.all([
        checkScopes(crm),
        looked(crm.account()),
        looked(countSynced(crm, objects, mode).then((counts) => ({ counts }))),
      ]);
      return { scopes, account, records };
    })(),
  );
