import type {
  ExistingProperties,
  ExistingProperty,
  PropertyInput,
  PropertyPatch,
} from '@stripe-payments/core';

/** A property created under an archived name comes back as it was posted, or as it was. */
export type Restores = 'posted' | 'kept';

const without = (properties: readonly ExistingProperty[], name: string) =>
  properties.filter((property) => property.name !== name);

const named = (properties: readonly ExistingProperty[], name: string) =>
  properties.find((property) => property.name === name);

/** What HubSpot makes of a new property's body. */
const createdFrom = ({ options = [], ...input }: PropertyInput): ExistingProperty => {
  const { name, label, description, type, fieldType, groupName, currencyPropertyName } = input;
  return {
    ...{ name, label, description, type, fieldType, groupName, options },
    currencyPropertyName: currencyPropertyName ?? null,
  };
};

/** HubSpot's PATCH: what is named is replaced, the rest stays. */
export const afterPatch = (existing: ExistingProperty, patch: PropertyPatch): ExistingProperty => ({
  ...existing,
  ...patch,
});

export function withCreated(
  account: ExistingProperties,
  input: PropertyInput,
  restores: Restores,
): ExistingProperties {
  const { live, archived } = account;
  const before = named(archived, input.name);
  const property = before !== undefined && restores === 'kept' ? before : createdFrom(input);
  return { ...account, live: [...live, property], archived: without(archived, input.name) };
}

export const withPatched = (
  account: ExistingProperties,
  name: string,
  patch: PropertyPatch,
): ExistingProperties => ({
  ...account,
  live: account.live.map((property) =>
    property.name === name ? afterPatch(property, patch) : property,
  ),
});

export function withArchived(account: ExistingProperties, name: string): ExistingProperties {
  const property = named(account.live, name);
  if (property === undefined) return account;
  const { live, archived } = account;
  return { ...account, live: without(live, name), archived: [...archived, property] };
}
