import { UnsafeAmountError } from '@stripe-payments/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asSyncError } from '../../../src/app/packages/sync/src/sync-error.ts';
import { serve, settled, wired } from '../services.ts';
import { charge, list, refund, transaction } from './true-answers.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const withRefund = (change: object) => ({ refunds: list([{ ...refund, ...change }]) });
const withTransaction = (change: object) => ({
  balance_transaction: { ...transaction, ...change },
});

test.each<[string, object, string]>([
  ['a currency of next year', { currency: 'zzz' }, 'ch_1: currency is "zzz"'],
  ['a refund in one', withRefund({ currency: 'zzz' }), 're_1: currency is "zzz"'],
  ['a settlement in one', withTransaction({ currency: 'zzz' }), 'txn_1: currency is "zzz"'],
  [
    'a fee in part that is not whole',
    withTransaction({ fee_details: [{ type: 'stripe_fee', amount: 0.5 }] }),
    'txn_1: fee_details.amount is 0.5',
  ],
  [
    'a transfer without an amount that is whole',
    { transfer_data: { amount: 2 ** 53 } },
    'ch_1: transfer_data.amount is 9007199254740992',
  ],
  [
    'what a customer saw in one',
    { presentment_details: { presentment_amount: 1, presentment_currency: 'zzz' } },
    'ch_1: currency is "zzz"',
  ],
])('a payment with %s is an error that names the object', async (_name, change, detail) => {
  serve(() => ({ status: 200, body: list([{ ...charge, ...change }]) }));
  const { error } = await settled(
    wired().stripe.chargesOfCustomer('cus_1', (charges) => {
      expect(charges).toEqual({ charges: [] });
    }),
  );
  expect(error).toMatchObject({ code: 'stripe-unreadable', detail });
});

test('a sum beyond what is exact is an error of its own', () => {
  expect(asSyncError(new UnsafeAmountError(2 ** 53, 'usd'))).toMatchObject({
    code: 'stripe-unreadable',
    detail: '9007199254740992 "usd" is not a safe amount in minor units of a currency.',
  });
});
