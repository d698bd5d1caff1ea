import { canonicalDecimal } from '../money/decimal.ts';
import { epochMsFromText } from '../time/iso.ts';
import type { PropertyName } from './kinds.ts';
import { PROPERTY_NAMES, typeOfProperty } from './names.ts';
import type { PropertyValues } from './values.ts';

/** A property whose value differs. Values as HubSpot stores them; '' where there is none. */
export interface PropertyChange {
  readonly name: PropertyName;
  readonly from: string;
  readonly to: string;
}

/** Property values as HubSpot's API returns them: null for one that exists and is empty. */
export type StoredProperties = Readonly<Record<string, string | null>>;

function isSameValue(name: PropertyName, left: string, right: string): boolean {
  if (left === right) return true;
  switch (typeOfProperty(name)) {
    case 'number': {
      const canonical = canonicalDecimal(left);
      return canonical !== undefined && canonical === canonicalDecimal(right);
    }
    case 'date':
    case 'datetime': {
      const instant = epochMsFromText(left);
      return instant !== undefined && instant === epochMsFromText(right);
    }
    case 'string':
    case 'bool':
    case 'enumeration':
      return false;
  }
}

/** What a write would change, in the contract's order: `1200` and `1200.00` are the same number. */
export function propertyChanges(
  stored: StoredProperties,
  next: PropertyValues,
): readonly PropertyChange[] {
  return PROPERTY_NAMES.flatMap((name) => {
    const to = next[name];
    const from = stored[name] ?? '';
    return to === undefined || isSameValue(name, from, to) ? [] : [{ name, from, to }];
  });
}
