import { callFunction, readAssociations, readDefinitions, searchCrm } from '../api/client.ts';
import type {
  Associations,
  CardDescription,
  PropertyDefinition,
  PropertyValues,
} from '../api/wire.ts';
import { currencyPropertyOf, formatValues } from '../format/format-property.ts';
import type { RecordStore } from '../records/record-store.ts';
import { declaredNames } from './declared-names.ts';
import type { PageServices } from './page-services.ts';
import type { PropertySubscriptions } from './property-subscriptions.ts';
import type {
  AssociationsRequest,
  CardContext,
  CrmSearchReply,
  FetchOptions,
  HostApi,
} from './protocol.ts';
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

/** An amount can only be written with the property that names its currency. */
function currencyNames(
  definitions: readonly PropertyDefinition[],
  names: readonly string[],
): readonly string[] {
  return definitions
    .filter(({ name, showCurrencySymbol }) => showCurrencySymbol === true && names.includes(name))
    .map(currencyPropertyOf);
}

function picked(values: PropertyValues, names: readonly string[]): PropertyValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function createFormatter(services: PageServices) {
  return async (
    objectType: string,
    values: PropertyValues,
    { propertiesToFormat, formattingOptions }: FetchOptions,
  ): Promise<PropertyValues> => {
    if (propertiesToFormat === undefined) return values;
    const definitions = await readDefinitions(objectType);
    const settings = services.formatSettings();
    return formatValues(values, definitions, propertiesToFormat, settings, formattingOptions);
  };
}

interface CrmSearchRequest {
  readonly objectType: string;
  readonly pageLength?: number;
}

function isCrmSearchRequest(request: unknown): request is CrmSearchRequest {
  if (typeof request !== 'object' || request === null) return false;
  return 'objectType' in request && typeof request.objectType === 'string';
}

type Format = ReturnType<typeof createFormatter>;

async function search(
  request: unknown,
  options: FetchOptions,
  format: Format,
): Promise<CrmSearchReply> {
  if (!isCrmSearchRequest(request)) throw new Error('A CRM search names its objectType.');
  const { objectType, pageLength = 10, ...body } = request;
  const found = await searchCrm(objectType, { ...body, limit: pageLength });
  const results = found.results.map(async ({ objectId, properties }) => ({
    objectId,
    properties: await format(objectType, properties, options),
  }));
  return { ...found, results: await Promise.all(results) };
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

export function createDataApi(
  { card, context, record, services }: CardSurroundings,
  subscriptions: PropertySubscriptions,
): DataApi {
  const format = createFormatter(services);
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
    fetchCrmSearch: (request, options) => reply(search(request, options, format)),
    formatCrmProperties: ({ propertiesList, objectType, formattingOptions }) => {
      const options: FetchOptions = {
        propertiesToFormat: 'all',
        ...(formattingOptions !== undefined && { formattingOptions }),
      };
      return reply(
        Promise.all(propertiesList.map((values) => format(objectType, values, options))),
      );
    },
  };
}
