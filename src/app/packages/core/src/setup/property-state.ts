import type { PropertyDifference, PropertyState } from '../contract/setup.ts';
import { PROPERTY_GROUP } from '../properties/definition.ts';
import type { SetupProperty } from '../properties/confirmation-property.ts';
import { setupPropertiesIn } from '../properties/confirmation-property.ts';
import type { ObjectType } from '../record/object-type.ts';
import type { Language } from '../texts/language.ts';
import type { ExistingProperties, ExistingProperty } from './existing-property.ts';
import { differencesOf } from './property-difference.ts';

/** What a write needs: the type, and every option. Labels are for people. */
function isUsable(differences: readonly PropertyDifference[], existing: ExistingProperty): boolean {
  return differences.every((difference) => {
    switch (difference.field) {
      case 'type':
        // How a value is entered does not matter to a write.
        return difference.to.startsWith(`${existing.type}/`);
      case 'options':
        return difference.missing.length === 0;
      case 'label':
      case 'description':
      case 'currency':
        return true;
    }
  });
}

const isForeign = ({ groupName }: ExistingProperty): boolean => groupName !== PROPERTY_GROUP.name;

/**
 * An archived property of the app can have lost its group, and one that can be written as it is does no harm
 * when restored. Any other was made by a person or another app.
 */
function withoutLive(
  definition: SetupProperty,
  archived: readonly ExistingProperty[],
  isCurrencyKnown: boolean,
): PropertyState {
  const { name } = definition;
  const existing = archived.find((property) => property.name === name);
  if (existing === undefined) return { name, status: 'missing' };
  const differences = differencesOf(definition, existing, { isCurrencyKnown });
  if (isForeign(existing) && !isUsable(differences, existing)) {
    return { name, status: 'foreign', groupName: existing.groupName, isUsable: false, differences };
  }
  return { name, status: 'archived', differences };
}

function stateOf(
  definition: SetupProperty,
  { live, archived }: ExistingProperties,
  isCurrencyKnown: boolean,
): PropertyState {
  const { name } = definition;
  const existing = live.find((property) => property.name === name);
  if (existing === undefined) return withoutLive(definition, archived, isCurrencyKnown);
  const differences = differencesOf(definition, existing, { isCurrencyKnown });
  if (isForeign(existing)) {
    const usable = isUsable(differences, existing);
    return {
      name,
      status: 'foreign',
      groupName: existing.groupName,
      isUsable: usable,
      differences,
    };
  }
  return differences.length === 0
    ? { name, status: 'present' }
    : { name, status: 'different', differences };
}

/**
 * Every property of the contract as it stands on one object type, in the contract's order.
 * @param hasActions adds the property in which users confirm.
 */
export function propertyStates(
  existing: ExistingProperties,
  accountLanguage: Language = 'en',
  objectType: ObjectType = 'deal',
  hasActions = false,
): readonly PropertyState[] {
  // HubSpot's list may leave the currency out; then it is unknown, and not a difference for ever.
  const isCurrencyKnown = [...existing.live, ...existing.archived].some(
    ({ currencyPropertyName }) => currencyPropertyName !== null,
  );
  return setupPropertiesIn(accountLanguage, objectType, hasActions).map((definition) =>
    stateOf(definition, existing, isCurrencyKnown),
  );
}
