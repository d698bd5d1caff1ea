import {
  isPaymentDate,
  PAYMENT_NUMBERS,
  paymentPropertiesIn,
  plannedPayment,
  rematchedPayment,
  settledMatch,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { valuesOf } from './facts.ts';

const READ_MS = Date.parse('2026-11-22T12:00:00Z');
const deal = { objectType: 'deal', readAtMs: READ_MS } as const;
const contact = { objectType: 'contact', readAtMs: READ_MS } as const;
const values = valuesOf();
const written = plannedPayment(values, undefined, deal);

test('numbers and dates are those of the definitions', () => {
  const named = (type: string) => (names: readonly { name: string; type: string }[]) =>
    names.filter((each) => each.type === type).map(({ name }) => name);
  const properties = paymentPropertiesIn('en');
  expect([...PAYMENT_NUMBERS]).toEqual(named('number')(properties));
  const dates = [...named('date')(properties), ...named('datetime')(properties)];
  const names = properties.map(({ name }) => name);
  expect(names.filter(isPaymentDate).sort()).toEqual(dates.sort());
});

test('a new record gets every value, how it was matched, and when it was read', () => {
  expect(written).toMatchObject({
    stripe_charge_id: values.stripe_charge_id,
    stripe_net_amount: values.stripe_net_amount,
    stripe_deal_match: 'linked',
    stripe_match: 'linked',
    stripe_read_at: '2026-11-22T12:00:00.000Z',
  });
  expect(written).not.toHaveProperty('stripe_contact_match');
});

test('a record that has all of it is not written again, however HubSpot spells numbers', () => {
  const spelled = { ...written, stripe_amount_paid: `${values.stripe_amount_paid}0`, extra: null };
  expect(plannedPayment(values, spelled, { ...deal, readAtMs: READ_MS + 5_000 })).toBeUndefined();
});

test('one difference writes all values of the reading, so that a record is of one', () => {
  const plan = plannedPayment(values, { ...written, stripe_net_amount: '1.00' }, deal);
  expect(plan).toEqual(written);
});

test('values of a newer reading stay; what this record decides is written all the same', () => {
  const newer = {
    ...written,
    stripe_net_amount: '1.00',
    stripe_read_at: '2026-11-22T12:00:01.000Z',
  };
  expect(plannedPayment(values, newer, deal)).toBeUndefined();
  expect(plannedPayment(values, newer, contact)).toEqual({
    stripe_charge_id: values.stripe_charge_id,
    stripe_contact_match: 'linked',
    stripe_match: 'linked',
  });
});

test('a moment that no reading can have orders nothing', () => {
  const ahead = { ...written, stripe_net_amount: '1.00', stripe_read_at: '2030-01-01T00:00:00Z' };
  expect(plannedPayment(values, ahead, deal)).toEqual(written);
});

test.each([
  [{ stripe_deal_match: 'assigned', stripe_company_match: 'domain' }, 'assigned'],
  [{ stripe_deal_match: 'ambiguous' }, 'ambiguous'],
  [{ stripe_deal_match: null, stripe_company_match: 'domain' }, 'linked'],
])("with %o a contact's sync says %s of the payment", (stored, match) => {
  expect(plannedPayment(values, stored, contact)).toMatchObject({ stripe_match: match });
});

test('a payment that counts on no deal any more keeps how its contact was found', () => {
  const stored = {
    stripe_deal_match: 'linked',
    stripe_contact_match: 'email',
    stripe_match: 'linked',
  };
  expect(rematchedPayment('ch_1', stored, 'deal', '')).toEqual({
    stripe_charge_id: 'ch_1',
    stripe_deal_match: '',
    stripe_match: 'email',
  });
});

test('a payment read for no record has no match, and keeps the one it has', () => {
  const none = { objectType: null, readAtMs: READ_MS } as const;
  expect(plannedPayment(values, undefined, none)?.stripe_match).toBe('none');
  expect(plannedPayment(values, written, none)).toBeUndefined();
});

test.each([
  [{ stripe_deal_match: 'assigned', stripe_contact_match: 'metadata' }, 'metadata', 'assigned'],
  [{ stripe_deal_match: '', stripe_company_match: 'domain' }, 'none', 'domain'],
  [{}, 'linked', 'none'],
])('of %o, stripe_match %s becomes %s', (matches, before, after) => {
  const stored = { ...matches, stripe_charge_id: 'ch_1', stripe_match: before };
  expect(settledMatch(stored)).toEqual({ stripe_charge_id: 'ch_1', stripe_match: after });
  expect(settledMatch({ ...stored, stripe_match: after })).toBeUndefined();
});
