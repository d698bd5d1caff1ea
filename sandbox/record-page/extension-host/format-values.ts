import { readDefinitions } from '../api/client.ts';
import type { PropertyDefinition, PropertyValues } from '../api/wire.ts';
import { currencyPropertyOf, formatValues } from '../format/format-property.ts';
import type { PageServices } from './page-services.ts';
import type { FetchOptions, FormatRequest } from './protocol.ts';

export type Format = (
  objectType: string,
  values: PropertyValues,
  options: FetchOptions,
) => Promise<PropertyValues>;

export function createFormat(services: PageServices): Format {
  return async (objectType, values, { propertiesToFormat, formattingOptions }) => {
    if (propertiesToFormat === undefined) return values;
    const definitions = await readDefinitions(objectType);
    const settings = services.formatSettings();
    return formatValues(values, definitions, propertiesToFormat, settings, formattingOptions);
  };
}

/** An amount can only be written with the property that names its currency. */
export function currencyNames(
  definitions: readonly PropertyDefinition[],
  names: readonly string[],
): readonly string[] {
  return definitions
    .filter(({ name, showCurrencySymbol }) => showCurrencySymbol === true && names.includes(name))
    .map(currencyPropertyOf);
}

/** HubSpot adds properties that nobody asked for; an extension would come to rely on them. */
export function picked(values: PropertyValues, names: readonly string[]): PropertyValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

/** `formatCrmProperties` of the SDK formats all that it is given. */
export function formatAll(
  { propertiesList, objectType, formattingOptions }: FormatRequest,
  format: Format,
): Promise<readonly PropertyValues[]> {
  const options: FetchOptions = {
    propertiesToFormat: 'all',
    ...(formattingOptions !== undefined && { formattingOptions }),
  };
  return Promise.all(propertiesList.map((values) => format(objectType, values, options)));
}
