import {
  ERROR_CODES,
  FUNCTION_UIDS,
  OBJECT_TYPES,
  PROOF_PROPERTIES,
  setupTextsIn,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';

const english = setupTextsIn('en');

/** The codes as the cards branch on them. Renaming one breaks an older card. */
const codes = [
  'bad-request',
  'record-not-found',
  'not-configured',
  'stripe-key-wrong-kind',
  'stripe-key-invalid',
  'stripe-permission',
  'unknown-customer',
  'unknown-payment',
  'unknown-invoice',
  'unknown-subscription',
  'unknown-checkout',
  'unknown-event',
  'bad-pasted-id',
  'claimed-by-other-deal',
  'linked-to-other-deal',
  'claimed-in-stripe',
  'stripe-write-permission',
  'too-many-ids',
  'continuation-expired',
  'payment-list-expired',
  'claims-unchecked',
  'too-many-claims',
  'wrong-mode',
  'bad-id',
  'stripe-unreachable',
  'stripe-wrong-answer',
  'unknown-list',
  'stripe-rate-limited',
  'stripe-refused',
  'stripe-unreadable',
  'hubspot-unauthorized',
  'hubspot-permission',
  'hubspot-unreachable',
  'hubspot-wrong-answer',
  'hubspot-rate-limited',
  'hubspot-daily-limit',
  'hubspot-refused',
  'removal-not-confirmed',
  'setup-changed',
  'setup-unfinished',
  'write-unconfirmed',
  'not-set-up',
  'property-archived',
  'removal-not-confirmed',
  'setup-unconfirmed',
  'setup-too-slow',
  'timeout',
  'no-answer',
  'unexpected',
] as const;

test.each(codes)('the error %s says what happened and what to do', (code) => {
  const { message, nextStep } = english.errors[code];
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(nextStep).toMatch(/^[A-Z].*\.$/);
});

test('every error code of the contract is tested', () => {
  expect(ERROR_CODES.filter((code) => !codes.some((c) => c === code))).toEqual([]);
  expect(Object.keys(english.errors).sort()).toEqual([...ERROR_CODES].sort());
});

test('the uids, object types and proof properties are those of HubSpot', () => {
  expect(FUNCTION_UIDS).toMatchObject({
    getPayments: 'get-payments',
    syncPayments: 'sync-payments',
  });
  expect(OBJECT_TYPES).toContain('deal');
  expect(PROOF_PROPERTIES).toEqual(['hs_object_id', 'createdate']);
});
