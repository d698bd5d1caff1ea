import { isCompleteCharge } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../../builders/charge.ts';
import { dispute } from '../../builders/dispute.ts';

test.each([
  ['no dispute and all of its refunds', {}, true],
  ['more refunds than were read', { hasMoreRefunds: true }, false],
  ['a dispute that was not read', { isDisputed: true }, false],
  ['a dispute that was read', { isDisputed: true, disputes: [dispute()] }, true],
  [
    'a dispute that was read, and more refunds',
    { hasMoreRefunds: true, disputes: [dispute()] },
    false,
  ],
])('the completeness of a charge with %s', (_name, facts, expected) => {
  expect(isCompleteCharge(charge(facts))).toBe(expected);
});
