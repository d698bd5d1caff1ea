import type { ExistingOption, ExistingProperties, ExistingProperty } from '@stripe-payments/core';
import { OBJECT_TYPES, PROPERTIES, PROPERTY_GROUP, propertyNamesOf } from '@stripe-payments/core';
import type { ContractProperty } from '../../src/app/packages/core/src/properties/definitions.ts';
import { fc } from './laws.ts';

/** Properties of the contract on all kinds of record. */
export const PROPERTY_COUNT = OBJECT_TYPES.flatMap(propertyNamesOf).length;

export function contractProperty(name: string): ContractProperty {
  const found = PROPERTIES.find((definition) => definition.name === name);
  if (found === undefined) throw new Error(`The contract has no ${name}.`);
  return found;
}

/** The property as an account has it after the setup. */
export const existingAs = (
  definition: ContractProperty,
  changes: Partial<ExistingProperty> = {},
): ExistingProperty => ({
  name: definition.name,
  label: definition.label,
  description: definition.description,
  type: definition.type,
  fieldType: definition.fieldType,
  groupName: PROPERTY_GROUP.name,
  options: definition.options.map((option, displayOrder) => ({
    ...option,
    displayOrder,
    hidden: false,
  })),
  currencyPropertyName: definition.currencyPropertyName ?? null,
  ...changes,
});

/** An account in which the setup has run. */
export const setUp: ExistingProperties = {
  live: PROPERTIES.map((definition) => existingAs(definition)),
  archived: [],
  hasGroup: true,
};

/** The same without one property. */
export const setUpWithout = (name: string): ExistingProperties => ({
  ...setUp,
  live: setUp.live.filter((property) => property.name !== name),
});

const words = fc.stringMatching(/^[A-Za-z ]{1,12}$/);

const optionBeside = fc.record(
  {
    value: fc.stringMatching(/^own_[a-z]{1,6}$/),
    label: words,
    displayOrder: fc.integer({ min: -1, max: 40 }),
    hidden: fc.boolean(),
    description: words,
  },
  { requiredKeys: ['value', 'label', 'displayOrder', 'hidden'] },
);

/** Some of the contract's options, some of them edited, mixed with others in any order. */
function someOptions(definition: ContractProperty): fc.Arbitrary<readonly ExistingOption[]> {
  const ours = fc
    .subarray([...definition.options])
    .chain((kept) =>
      fc.tuple(
        ...kept.map((option) =>
          fc
            .record({ label: fc.option(words), hidden: fc.boolean(), displayOrder: fc.nat(40) })
            .map(({ label, ...rest }) => ({ ...option, ...rest, label: label ?? option.label })),
        ),
      ),
    );
  const beside = fc.uniqueArray(optionBeside, { selector: ({ value }) => value, maxLength: 3 });
  return fc
    .tuple(ours, beside)
    .chain(([kept, added]) =>
      fc.shuffledSubarray([...kept, ...added], { minLength: kept.length + added.length }),
    );
}

const someKind = fc.constantFrom(
  { type: 'string', fieldType: 'text' },
  { type: 'string', fieldType: 'textarea' },
  { type: 'number', fieldType: 'number' },
  { type: 'enumeration', fieldType: 'select' },
  { type: 'enumeration', fieldType: 'checkbox' },
  { type: 'datetime', fieldType: 'date' },
);

const orAsItIs = <T>(asItIs: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof(fc.constant(asItIs), other);

/** The property as an account may have it after people worked on it. */
export function someExisting(
  definition: ContractProperty,
  groupName: fc.Arbitrary<string> = fc.constant(PROPERTY_GROUP.name),
): fc.Arbitrary<ExistingProperty> {
  const intact = existingAs(definition);
  return fc
    .record({
      label: orAsItIs(intact.label, words),
      description: orAsItIs(intact.description, fc.oneof(words, fc.constant(''))),
      kind: orAsItIs({ type: intact.type, fieldType: intact.fieldType }, someKind),
      groupName,
      options: orAsItIs(intact.options, someOptions(definition)),
      currencyPropertyName: orAsItIs(
        intact.currencyPropertyName,
        fc.constantFrom(null, 'deal_currency_code', 'stripe_currency'),
      ),
    })
    .map(({ kind, ...rest }) => ({ ...intact, ...rest, ...kind }));
}

const someStanding = (definition: ContractProperty) =>
  fc.oneof(
    fc.constant({ live: [existingAs(definition)], archived: [] }),
    fc.constant({ live: [], archived: [] }),
    someExisting(definition).map((property) => ({ live: [property], archived: [] })),
    someExisting(definition, fc.constant('dealinformation')).map((property) => ({
      live: [property],
      archived: [],
    })),
    someExisting(definition, fc.constantFrom(PROPERTY_GROUP.name, 'dealinformation')).map(
      (property) => ({ live: [], archived: [property] }),
    ),
  );

/** What HubSpot or other people define on the same object. */
const others: readonly ExistingProperty[] = [
  existingAs(contractProperty('stripe_customer_id'), {
    name: 'dealname',
    groupName: 'dealinformation',
  }),
  existingAs(contractProperty('stripe_amount_paid'), {
    name: 'amount',
    groupName: 'dealinformation',
    currencyPropertyName: 'deal_currency_code',
  }),
];

/** One object type of an account in any state: each property of the contract on its own. */
export const someAccount: fc.Arbitrary<ExistingProperties> = fc
  .tuple(fc.tuple(...PROPERTIES.map(someStanding)), fc.boolean())
  .map(([standings, hasGroup]) => ({
    live: [...others, ...standings.flatMap(({ live }) => live)],
    archived: standings.flatMap(({ archived }) => archived),
    hasGroup,
  }));

/** An account whose HubSpot does not tell the currency of an amount. */
export const withoutCurrencies = ({
  live,
  archived,
  hasGroup,
}: ExistingProperties): ExistingProperties => {
  const silent = (property: ExistingProperty) => ({ ...property, currencyPropertyName: null });
  return { live: live.map(silent), archived: archived.map(silent), hasGroup };
};
