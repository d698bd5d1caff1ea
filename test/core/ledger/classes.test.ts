import { expect, test } from 'vitest';
import { FEE_KINDS, feeKindOf } from '../../../src/app/packages/core/src/ledger/fee-kind.ts';
import { transactionClassOf } from '../../../src/app/packages/core/src/ledger/transaction-class.ts';

test.each([
  ['charge', 'gross'],
  ['charge_failure', 'gross'],
  ['partial_capture_reversal', 'gross'],
  ['refund', 'refunded'],
  ['refund_failure', 'refunded'],
  ['dispute', 'disputed'],
  ['dispute_reversal', 'disputed'],
  ['fee', 'other'],
  ['network_cost', 'other'],
  ['tax', 'other'],
  ['transfer', 'other'],
  ['', 'other'],
  ['constructor', 'other'],
])('a balance transaction of the category %j counts as %s', (category, transactionClass) => {
  expect(transactionClassOf(category)).toBe(transactionClass);
});

test.each([
  ['stripe_fee', 'processing'],
  ['application_fee', 'application'],
  ['tax', 'tax'],
  ['payment_method_passthrough_fee', 'passthrough'],
  ['withheld_tax', 'withheld_tax'],
  ['a_fee_of_next_year', 'unclassified'],
  ['constructor', 'unclassified'],
])('a fee detail %j is a fee of the kind %s', (type, kind) => {
  expect(feeKindOf(type)).toBe(kind);
});

test('every kind of fee is listed once', () => {
  expect(new Set(FEE_KINDS).size).toBe(7);
});
