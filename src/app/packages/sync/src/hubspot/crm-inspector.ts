import type { CrmAccountFacts, Scope } from '@stripe-payments/core';
import { isImplied } from '@stripe-payments/core';
import type { CrmInspector } from '../ports/setup.ts';
import type { Caller } from '../http/retry.ts';
import { SyncError } from '../sync-error.ts';
import type { CrmRequest, CrmRequests } from './crm-requests.ts';
import { fieldOf, listOf, textOf } from './json.ts';
import { OBJECT_TYPE_IDS } from './object-type-ids.ts';
import { PLURAL_NAMES } from './plural-names.ts';
import type { SearchTurn } from './record-search.ts';

interface InspectorParts {
  readonly requests: CrmRequests;
  readonly caller: Caller;
  readonly accessToken: string;
  readonly searchTurn: SearchTurn;
}

const ACCOUNT_DETAILS: CrmRequest = { path: '/account-info/v3/details' };

/**
 * The smallest request that needs the scope; null where none is known. Writes hold nothing to write:
 * HubSpot looks at the scope first.
 */
function harmlessRequest(scope: Scope): CrmRequest | null {
  const { area, access, objectType } = scope;
  if (isImplied(scope)) return null;
  if (objectType === null) return ACCOUNT_DETAILS;
  const records = `/crm/v3/objects/${PLURAL_NAMES[objectType]}`;
  if (area === 'objects') {
    return access === 'read'
      ? { path: `${records}?limit=1` }
      : { path: `${records}/batch/update`, body: { inputs: [] } };
  }
  const definitions = `/crm/v3/properties/${PLURAL_NAMES[objectType]}`;
  return { path: `${definitions}/batch/archive`, body: { inputs: [] } };
}

function factsIn(answer: unknown): CrmAccountFacts {
  const portalId = fieldOf(answer, 'portalId');
  const timeZone = textOf(answer, 'timeZone');
  const currency = textOf(answer, 'companyCurrency');
  if (typeof portalId !== 'number' || timeZone === undefined || currency === undefined) {
    throw new SyncError('hubspot-refused');
  }
  return {
    portalId,
    accountType: textOf(answer, 'accountType') ?? '',
    timeZone,
    currency,
    additionalCurrencies: listOf(answer, 'additionalCurrencies').filter(
      (code) => typeof code === 'string',
    ),
  };
}

/** True for a refusal of what was asked; false where HubSpot was not reached, or does not know the app. */
const isRefusal = (error: unknown): error is SyncError =>
  error instanceof SyncError &&
  (error.code === 'hubspot-permission' || error.code === 'hubspot-refused');

/** What HubSpot says of the app and its account. */
export function createCrmInspector(parts: InspectorParts): CrmInspector {
  const { requests, caller, accessToken, searchTurn } = parts;
  const ask = (request: CrmRequest): Promise<unknown> =>
    requests.ask(caller, { missing: 'hubspot-refused', ...request });
  return {
    async grantedScopes() {
      try {
        // Documented for private apps; nobody could confirm it for apps of the developer platform.
        const answer = await ask({
          path: '/oauth/v2/private-apps/get/access-token-info',
          body: { tokenKey: accessToken },
        });
        const scopes = listOf(answer, 'scopes').filter((scope) => typeof scope === 'string');
        return scopes.length === 0 ? null : scopes;
      } catch (error) {
        if (isRefusal(error)) return null;
        throw error;
      }
    },
    async tryScope(scope) {
      const request = harmlessRequest(scope);
      if (request === null) return 'unknown';
      try {
        await ask(request);
        return 'granted';
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // Refused for what was in it, so after the scope was looked at.
        return error.code === 'hubspot-permission' ? 'missing' : 'granted';
      }
    },
    account: async () => factsIn(await ask(ACCOUNT_DETAILS)),
    async countRecords(objectType, propertyName, value) {
      await searchTurn();
      const filter =
        value === undefined
          ? { propertyName, operator: 'HAS_PROPERTY' }
          : { propertyName, operator: 'EQ', value };
      const total = fieldOf(
        await ask({
          path: `/crm/v3/objects/${OBJECT_TYPE_IDS[objectType]}/search`,
          body: { filterGroups: [{ filters: [filter] }], properties: [propertyName], limit: 1 },
        }),
        'total',
      );
      if (typeof total !== 'number') throw new SyncError('hubspot-refused');
      return total;
    },
  };
}
