import { validationError } from '../model/api-error.ts';
import type { Behavior } from '../model/behavior.ts';
import type {
  FieldType,
  PropertyDefinition,
  PropertyInput,
  PropertyOption,
  PropertyType,
} from '../model/entities.ts';
import { parsePropertyValue } from '../values/property-value.ts';
import { optionInUse } from './property-definition.ts';

const FIELDS_BY_TYPE: Readonly<Record<PropertyType, readonly FieldType[]>> = {
  string: ['text', 'textarea', 'html', 'phonenumber', 'file'],
  number: ['number'],
  date: ['date'],
  datetime: ['date'],
  enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox'],
  bool: ['booleancheckbox'],
};

const NAME = /^[a-z][a-z0-9_]*$/;
const MAX_NAME_LENGTH = 100;
const CURRENCY_CODE = /^[A-Z]{3}$/;
const UNIQUE_TYPES: readonly PropertyType[] = ['string', 'number'];
/** HubSpot's "Create unique identifier properties": at most ten per object. */
const MAX_UNIQUE_PROPERTIES = 10;

/** What a rule may look at: the other properties and groups of the same object. */
interface PropertyContext {
  findProperty(name: string): PropertyDefinition | undefined;
  hasGroup(name: string): boolean;
  readonly uniqueCount: number;
}

type Draft = Omit<PropertyInput, 'name'>;

function checkOptions(type: PropertyType, options: readonly PropertyOption[]): void {
  if (type !== 'enumeration' && type !== 'bool') {
    if (options.length > 0) throw validationError(`Options are not allowed for type ${type}`);
    return;
  }
  const values = options.map((option) => option.value);
  if (new Set(values).size !== values.length) {
    throw validationError('Property options must have unique values');
  }
  const labels = options.map((option) => option.label);
  if (new Set(labels).size !== labels.length) {
    throw validationError('Property options must have unique labels');
  }
  if (values.some((value) => value === '' || value.trim() !== value || value.includes(';'))) {
    throw validationError('Option values must be neither empty nor padded, and hold no semicolon');
  }
  if (type === 'bool' && [...values].sort().join() !== 'false,true') {
    throw validationError('Properties of type bool need exactly the options true and false');
  }
  if (values.length === 0) throw validationError('Enumeration properties need options');
}

/** Also what keeps the symbol from being switched off again, as HubSpot does. */
function checkCurrencySymbol({ currencyPropertyName, showCurrencySymbol, type }: Draft): void {
  if (currencyPropertyName === undefined) return;
  if (type !== 'number') {
    throw validationError('currencyPropertyName is only allowed for properties of type number');
  }
  if (showCurrencySymbol === true) return;
  throw validationError(
    `A property without a currency symbol cannot have a currency property name set to '${currencyPropertyName}'`,
    { subCategory: 'PropertyValidationError.ONLY_CURRENCY_PROPERTIES_CAN_SPECIFY_CURRENCY' },
  );
}

/** HubSpot takes any name here; one that is no currency would show amounts without any. */
export function checkCurrencyProperty(name: string | undefined, context: PropertyContext): void {
  if (name === undefined) return;
  const currency = context.findProperty(name);
  if (currency === undefined || currency.archived || currency.type !== 'enumeration') {
    throw validationError(
      `currencyPropertyName "${name}" is not an enumeration property of this object`,
    );
  }
  if (!currency.options.every((option) => CURRENCY_CODE.test(option.value))) {
    throw validationError(`The options of "${name}" are not currency codes`);
  }
}

export function checkGroup(groupName: string, context: PropertyContext): void {
  if (context.hasGroup(groupName)) return;
  throw validationError(`Property group "${groupName}" does not exist`, {
    context: { groupName: [groupName] },
  });
}

/** The rules that hold for a new definition and for a changed one. */
export function checkDraft(draft: Draft, context: PropertyContext): void {
  const { type, fieldType, groupName, label } = draft;
  if (label.trim() === '') throw validationError('Property label must not be blank');
  if (!FIELDS_BY_TYPE[type].includes(fieldType)) {
    throw validationError(`fieldType ${fieldType} is not allowed for type ${type}`);
  }
  checkGroup(groupName, context);
  if (type !== 'number' && (draft.showCurrencySymbol ?? draft.numberDisplayHint) !== undefined) {
    throw validationError('Number formats are only allowed for properties of type number');
  }
  checkOptions(type, draft.options ?? []);
  checkCurrencySymbol(draft);
}

export function checkNewProperty(input: PropertyInput, context: PropertyContext): void {
  if (!NAME.test(input.name) || input.name.length > MAX_NAME_LENGTH) {
    throw validationError(
      `Property name "${input.name}" is invalid: lowercase letters, digits and underscores, a letter first`,
    );
  }
  checkDraft(input, context);
  checkCurrencyProperty(input.currencyPropertyName, context);
  if (input.hasUniqueValue !== true) return;
  if (!UNIQUE_TYPES.includes(input.type)) {
    throw validationError(`hasUniqueValue is not allowed for type ${input.type}`);
  }
  if (context.uniqueCount >= MAX_UNIQUE_PROPERTIES) {
    throw validationError(
      `Only ${String(MAX_UNIQUE_PROPERTIES)} properties with unique values are allowed per object`,
    );
  }
}

/** Refuses a changed definition that the values of records forbid. */
export function checkHeldValues(
  found: PropertyDefinition,
  changed: PropertyDefinition,
  heldValues: readonly string[],
  { usedOptions }: Behavior,
): void {
  if (changed.type !== found.type) {
    const fit = heldValues.every((value) => parsePropertyValue(changed, value).ok);
    if (found.hasUniqueValue || !fit) {
      throw validationError(`The type of property "${found.name}" cannot be changed`);
    }
  }
  if (usedOptions === 'removable') return;
  const kept = new Set(changed.options.map((option) => option.value));
  const removed = found.options.map((option) => option.value).filter((value) => !kept.has(value));
  const held = new Set(heldValues.flatMap((value) => value.split(';')));
  const inUse = removed.find((value) => held.has(value));
  if (inUse !== undefined) throw optionInUse(found.name, inUse);
}
