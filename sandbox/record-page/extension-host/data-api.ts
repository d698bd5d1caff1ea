import { callFunction, readAssociations } from '../api/client.ts';
import type { Associations, CardDescription, PropertyValues } from '../api/wire.ts';
import type { RecordStore } from '../records/record-store.ts';
import { searchFor } from './crm-search.ts';
import { declaredNames } from './declared-names.ts';
import type { CardContext } from './extension-context.ts';
import type { Format } from './format-values.ts';
import { createFormat, currencyNames, formatAll, picked } from './format-values.ts';
import type { PageServices } from './page-services.ts';
import type { PropertySubscriptions } from './property-subscriptions.ts';
import type { AssociationsRequest, FetchOptions, HostApi } from './protocol.ts';
import { reply } from './reply.ts';

export interface CardSurroundings {
  readonly card: CardDescription;
  readonly context: CardContext;
  readonly record: RecordStore;
  readonly services: PageServices;
}

type DataApi = Pick<
  HostApi,
  | 'runServerless'
  | 'fetchCrmProperties'
  | 'releaseCrmProperties'
  | 'fetchAssociations'
  | 'fetchCrmSearch'
  | 'formatCrmProperties'
>;

function warnOfUndeclared(uid: string, names: readonly string[], wanted: readonly string[]): void {
  const missing = names.filter((name) => !wanted.includes(name));
  if (missing.length === 0) return;
  console.warn(`${uid}: HubSpot's bundler could not read these properties: ${missing.join(', ')}`);
}

async function associations(
  record: RecordStore,
  { toObjectType, properties = [], pageLength = 10, offset }: AssociationsRequest,
  options: FetchOptions,
  format: Format,
): Promise<Associations> {
  const page = { limit: pageLength, ...(offset !== undefined && { after: String(offset) }) };
  const found = await readAssociations(record, toObjectType, properties, page);
  const results = found.results.map(async (result) => ({
    ...result,
    properties: await format(toObjectType, result.properties, options),
  }));
  return { ...found, results: await Promise.all(results) };
}

/** What a card on a record may read. */
export function createDataApi(
  { card, context, record, services }: CardSurroundings,
  subscriptions: PropertySubscriptions,
): DataApi {
  const format = createFormat(services);
  return {
    runServerless: (uid, options) => reply(callFunction(uid, options, context.crm)),
    fetchCrmProperties: (subscriptionId, names, onUpdate, options) => {
      const wanted = declaredNames(card.declaredProperties, names);
      warnOfUndeclared(card.uid, names, wanted);
      const isFormatted = options.propertiesToFormat !== undefined;
      const currencies = isFormatted ? currencyNames(record.definitions(), wanted) : [];
      const read = async (): Promise<PropertyValues> => {
        const values = await record.read([...new Set([...wanted, ...currencies])]);
        return picked(await format(record.objectType, values, options), wanted);
      };
      return reply(subscriptions.add(subscriptionId, read, onUpdate));
    },
    releaseCrmProperties: (subscriptionId) => {
      subscriptions.remove(subscriptionId);
    },
    fetchAssociations: (request, options) => reply(associations(record, request, options, format)),
    fetchCrmSearch: (request, options) => reply(searchFor(request, options, format)),
    formatCrmProperties: (request) => reply(formatAll(request, format)),
  };
}
