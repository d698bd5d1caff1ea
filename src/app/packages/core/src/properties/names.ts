import type { ObjectType } from '../record/object-type.ts';
import { storedTextsIn } from '../texts/catalogue.ts';
import type { PropertyDefinition } from './definition.ts';
import type { PropertyName } from './kinds.ts';
import { kindsWith, select } from './kinds.ts';

const KINDS = kindsWith(storedTextsIn('en').options, select([]));

/** What compares payments with a deal's amount, and what one deal takes from another. */
const DEALS_ONLY: ReadonlySet<string> = new Set<PropertyName>([
  'stripe_coverage',
  'stripe_amount_outstanding',
  'stripe_paid_in_full_date',
  'stripe_moved_payments',
]);

/** Whose subscriptions moved: a deal has only what is on it now. */
const NOT_ON_DEALS = 'stripe_mrr_movement';

/** A company has what its deals and contacts have: a payment is taken off those. */
const NOT_ON_COMPANIES: ReadonlySet<string> = new Set<PropertyName>([
  'stripe_excluded_payment_ids',
]);

export function isOn(objectType: ObjectType, name: string): boolean {
  if (objectType === 'deal') return !name.startsWith(NOT_ON_DEALS);
  return !DEALS_ONLY.has(name) && !(objectType === 'company' && NOT_ON_COMPANIES.has(name));
}

function isPropertyName(name: string): name is PropertyName {
  return Object.hasOwn(KINDS, name);
}

/** Names in the order shown. No kind of record has all of them. */
export const PROPERTY_NAMES: readonly PropertyName[] = Object.keys(KINDS).filter(isPropertyName);

/** The names on one kind of record, in the order shown. */
export const propertyNamesOf = (objectType: ObjectType): readonly PropertyName[] =>
  PROPERTY_NAMES.filter((name) => isOn(objectType, name));

/** The property's type, which decides how two of its values are compared. */
export function typeOfProperty(name: PropertyName): PropertyDefinition['type'] {
  return KINDS[name].type;
}
