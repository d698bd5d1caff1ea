import {
  BasicApi,
  createConfiguration,
  ServerConfiguration,
  SimplePublicObjectInput,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { RecordStore } from '../ports.ts';
import type { Caller } from '../http/retry.ts';
import type { CrmAccountMemory } from './account-currency.ts';
import { readAccountCurrency } from './account-currency.ts';
import { createCrmRequests } from './crm-requests.ts';
import { toHubSpotSyncError } from './errors.ts';
import { hasProperty } from './has-property.ts';
import { associated, associatedWithMany, readMany } from './many-records.ts';
import { OBJECT_TYPE_IDS } from './object-type-ids.ts';
import type { SearchTurn } from './record-search.ts';
import { searchRecords } from './record-search.ts';
import { createTransport } from './transport.ts';

interface RecordStoreParts {
  readonly accessToken: string;
  readonly baseUrl: string;
  readonly reading: Caller;
  /** Its budget reaches beyond the reads', so that a slow read leaves time to write. */
  readonly writing: Caller;
  /** For what the view can do without. */
  readonly bestEffort: Caller;
  readonly account: CrmAccountMemory;
  readonly searchTurn: SearchTurn;
}

export function createRecordStore({
  accessToken,
  baseUrl,
  reading,
  writing,
  bestEffort,
  account,
  searchTurn,
}: RecordStoreParts): RecordStore {
  // From its deep module: the whole client would double the memory that the platform gives.
  const objects = (timeoutMs: number): BasicApi =>
    new BasicApi(
      createConfiguration({
        baseServer: new ServerConfiguration(baseUrl, {}),
        authMethods: { oauth2: { accessToken } },
        httpApi: createTransport(timeoutMs),
      }),
    );
  const call = async <T>(caller: Caller, attempt: (api: BasicApi) => Promise<T>): Promise<T> => {
    try {
      return await caller.call((timeoutMs) => attempt(objects(timeoutMs)));
    } catch (error) {
      throw toHubSpotSyncError(error);
    }
  };
  const requests = createCrmRequests(baseUrl, accessToken);
  return {
    async read({ objectType, recordId }, properties) {
      const typeId = OBJECT_TYPE_IDS[objectType];
      const record = await call(reading, (api) => api.getById(typeId, recordId, [...properties]));
      return record.properties;
    },
    readMany: (objectType, recordIds, properties) =>
      readMany(requests, reading, objectType, recordIds, properties),
    associated: (record, toType) => associated(requests, reading, record, toType),
    associatedWithMany: (fromType, recordIds, toType) =>
      associatedWithMany(requests, reading, fromType, recordIds, toType),
    search: (search) => searchRecords(requests, reading, searchTurn, search),
    hasProperty: (objectType, name) => hasProperty(requests, reading, objectType, name),
    async write({ objectType, recordId }, values) {
      const input = new SimplePublicObjectInput();
      input.properties = { ...values };
      await call(writing, (api) => api.update(OBJECT_TYPE_IDS[objectType], recordId, input));
    },
    accountCurrency: () =>
      readAccountCurrency({ baseUrl, accessToken, caller: bestEffort, account }),
  };
}
