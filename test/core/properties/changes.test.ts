import type { PropertyValues } from '@stripe-payments/core';
import { PROPERTY_NAMES, propertyChanges, propertyValues } from '@stripe-payments/core';
import { expect } from 'vitest';
import { someCharges } from '../../builders/arbitraries.ts';
import { fc, test } from '../../builders/laws.ts';
import { summaryOf } from '../../builders/summary.ts';

const someValues: fc.Arbitrary<PropertyValues> = fc
  .tuple(someCharges, fc.constantFrom('live', 'test'), fc.nat(4_000_000_000))
  .map(([charges, mode, seconds]) =>
    propertyValues(summaryOf(charges), { mode, asOfMs: seconds * 1_000, timeZone: 'UTC' }),
  );

const someStored = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...PROPERTY_NAMES), fc.option(fc.string())),
    fc.dictionary(fc.string(), fc.option(fc.string())),
    someValues,
  )
  .map(([known, foreign, written]) => ({ ...foreign, ...written, ...known }));

test.prop([someStored, someValues])('applying changes leaves nothing to change', (stored, next) => {
  const changes = propertyChanges(stored, next);
  const applied = Object.fromEntries(changes.map(({ name, to }) => [name, to]));
  expect(propertyChanges({ ...stored, ...applied }, next)).toEqual([]);
});

test.prop([someStored, someValues])('only properties of the contract change', (stored, next) => {
  const names = propertyChanges(stored, next).map(({ name }) => name);
  expect(names).toEqual(PROPERTY_NAMES.filter((name) => names.includes(name)));
  expect(names.filter((name) => !Object.hasOwn(next, name))).toEqual([]);
});

test.prop([someStored, someValues])(
  'a change goes from the stored to the next value',
  (stored, next) => {
    for (const { name, from, to } of propertyChanges(stored, next)) {
      expect(from).toBe(stored[name] ?? '');
      expect(to).toBe(next[name]);
      expect(from).not.toBe(to);
    }
  },
);

test.each([
  ['stripe_net_amount', '1200', '1200.00'],
  ['stripe_net_amount', '-0.50', '-0.5'],
  ['stripe_net_amount', '0', '-0.00'],
  ['stripe_payment_count', '3.0', '3'],
  ['stripe_last_synced_at', '1795367109000', '2026-11-22T17:05:09.000Z'],
  ['stripe_last_synced_at', '2026-11-22T17:05:09Z', '2026-11-22T17:05:09.000Z'],
  ['stripe_funds_available_date', '2026-11-24', '2026-11-24'],
  ['stripe_funds_available_date', '1795478400000', '2026-11-24'],
])('%s is the same as %s and %s', (name, stored, next) => {
  expect(propertyChanges({ [name]: stored }, { [name]: next })).toEqual([]);
});

test.each([
  ['stripe_net_amount', '1200.00', '1200.01'],
  ['stripe_net_amount', '0.50', '-0.50'],
  ['stripe_net_amount', '', '0.00'],
  ['stripe_net_amount', '0.00', ''],
  ['stripe_net_amount', 'NaN', '1.00'],
  ['stripe_net_amount', 'NaN', 'Infinity'],
  ['stripe_last_synced_at', 'yesterday', 'today'],
  ['stripe_last_synced_at', '', '2026-11-22T17:05:09.000Z'],
  ['stripe_net_amount', '90071992547409.91', '90071992547409.92'],
  ['stripe_last_synced_at', '2026-11-22T17:05:09.000Z', '2026-11-22T17:05:09.001Z'],
  ['stripe_failure_reason', '1', '1.0'],
  ['stripe_currency', 'EUR', 'USD'],
])('%s changes from %j to %j', (name, from, to) => {
  expect(propertyChanges({ [name]: from }, { [name]: to })).toEqual([{ name, from, to }]);
});

test('an empty property does not change, whether it reads as null or as empty text', () => {
  const next = { stripe_sync_error: '', stripe_net_amount: '' };
  expect(propertyChanges({ stripe_sync_error: null }, next)).toEqual([]);
});
