import type { ExistingOption, ExistingProperty, PropertyPatch } from '@stripe-payments/core';
import { PROPERTIES, propertyPatch } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import type { ContractProperty } from '../../../src/app/packages/core/src/properties/definitions.ts';
import { differencesOf } from '../../../src/app/packages/core/src/setup/property-difference.ts';
import { contractProperty, existingAs, someExisting } from '../../builders/existing-property.ts';
import { afterPatch } from '../../builders/hubspot-schema.ts';
import { fc, test } from '../../builders/laws.ts';

const WITH_CURRENCY = { isCurrencyKnown: true };

const patchFor = (definition: ContractProperty, existing: ExistingProperty): PropertyPatch =>
  propertyPatch(definition, existing, differencesOf(definition, existing, WITH_CURRENCY));

const someEdited = fc
  .constantFrom(...PROPERTIES)
  .chain((definition) => fc.tuple(fc.constant(definition), someExisting(definition)));

test.each(PROPERTIES)('$name as the setup creates it has no difference', (definition) => {
  const existing = existingAs(definition);
  expect(differencesOf(definition, existing, WITH_CURRENCY)).toEqual([]);
  expect(patchFor(definition, existing)).toEqual({});
});

test.prop([someEdited])('a patched property has no difference', ([definition, existing]) => {
  const after = afterPatch(existing, patchFor(definition, existing));
  expect(differencesOf(definition, after, WITH_CURRENCY)).toEqual([]);
});

const FIELDS = {
  label: ['label'],
  description: ['description'],
  type: ['type', 'fieldType'],
  currency: ['currencyPropertyName', 'showCurrencySymbol'],
  options: ['options'],
} as const;

test.prop([someEdited])('a patch names only what differs', ([definition, existing]) => {
  const differing = differencesOf(definition, existing, WITH_CURRENCY).map(({ field }) => field);
  const allowed = new Set<string>(differing.flatMap((field) => FIELDS[field]));
  // Text has no options: what becomes text loses them.
  const losesOptions = definition.options.length === 0 && differing.includes('type');
  if (losesOptions) allowed.add('options');
  const named = Object.keys(patchFor(definition, existing));
  expect(named.filter((field) => !allowed.has(field))).toEqual([]);
  for (const field of differing) expect(named).toEqual(expect.arrayContaining([...FIELDS[field]]));
});

const enumerations = PROPERTIES.filter(({ options }) => options.length > 0);

const someEditedEnumeration = fc
  .constantFrom(...enumerations)
  .chain((definition) => fc.tuple(fc.constant(definition), someExisting(definition)));

const withoutLabel = (option: ExistingOption) => ({ ...option, label: '' });

test.prop([someEditedEnumeration])(
  "a patch keeps added options, and the order, visibility and description of the app's options",
  ([definition, existing]) => {
    const after = afterPatch(existing, patchFor(definition, existing)).options;
    const ours = new Set(definition.options.map(({ value }) => value));
    const before = existing.options;
    expect(after.slice(0, before.length).map(withoutLabel)).toEqual(before.map(withoutLabel));
    const beside = (options: readonly ExistingOption[]) =>
      options.filter(({ value }) => !ours.has(value));
    expect(beside(after)).toEqual(beside(before));
  },
);

test.prop([someEditedEnumeration])(
  'each option of the contract is there once, with added ones last',
  ([definition, existing]) => {
    const after = afterPatch(existing, patchFor(definition, existing)).options;
    const values = after.map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
    expect(values).toEqual(expect.arrayContaining(definition.options.map(({ value }) => value)));
    const had = new Set(existing.options.map(({ value }) => value));
    const last = Math.max(-1, ...existing.options.map(({ displayOrder }) => displayOrder));
    const added = after.filter(({ value }) => !had.has(value));
    expect(added.every(({ displayOrder, hidden }) => displayOrder > last && !hidden)).toBe(true);
    expect(new Set(added.map(({ displayOrder }) => displayOrder)).size).toBe(added.length);
  },
);

describe('a difference', () => {
  const mode = contractProperty('stripe_mode');
  const [live, test_] = existingAs(mode).options;

  test('names a type with its field type', () => {
    const existing = existingAs(mode, { type: 'string', fieldType: 'text', options: [] });
    expect(differencesOf(mode, existing, WITH_CURRENCY)).toEqual([
      { field: 'type', from: 'string/text', to: 'enumeration/select' },
      { field: 'options', missing: mode.options, relabelled: [] },
    ]);
  });

  test('names the old and the new label', () => {
    const existing = existingAs(mode, { label: 'Modus' });
    expect(differencesOf(mode, existing, WITH_CURRENCY)).toEqual([
      { field: 'label', from: 'Modus', to: mode.label },
    ]);
  });

  test('names missing and renamed options', () => {
    const existing = existingAs(mode, { options: [{ ...live, label: 'Echt' }] as never });
    expect(differencesOf(mode, existing, WITH_CURRENCY)).toEqual([
      {
        field: 'options',
        missing: [{ value: test_?.value, label: test_?.label }],
        relabelled: [{ value: 'live', from: 'Echt', to: live?.label }],
      },
    ]);
  });

  const paid = contractProperty('stripe_amount_paid');

  test('names another currency property, where HubSpot returns it', () => {
    const existing = existingAs(paid, { currencyPropertyName: null });
    expect(differencesOf(paid, existing, WITH_CURRENCY)).toEqual([
      { field: 'currency', from: '', to: 'stripe_currency' },
    ]);
    expect(differencesOf(paid, existing, { isCurrencyKnown: false })).toEqual([]);
    expect(patchFor(paid, existing)).toEqual({
      currencyPropertyName: 'stripe_currency',
      showCurrencySymbol: true,
    });
  });

  test('is ignored where a number is formatted as money', () => {
    const count = contractProperty('stripe_payment_count');
    const existing = existingAs(count, { currencyPropertyName: 'deal_currency_code' });
    expect(differencesOf(count, existing, WITH_CURRENCY)).toEqual([]);
  });

  test('from list to text removes the options', () => {
    const reason = contractProperty('stripe_failure_reason');
    const { options } = existingAs(mode);
    const existing = existingAs(reason, { type: 'enumeration', fieldType: 'select', options });
    expect(patchFor(reason, existing)).toEqual({ type: 'string', fieldType: 'text', options: [] });
  });
});
