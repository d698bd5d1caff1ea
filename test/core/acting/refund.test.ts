import { keptFee, money, refundableOf, refundRefusal } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { authorization, charge, declined, pendingDebit } from '../../builders/charge.ts';
import { dispute, reversal, withdrawal } from '../../builders/dispute.ts';
import { fc, test } from '../../builders/laws.ts';
import { refund } from '../../builders/refund.ts';

const NOW = Math.floor(Date.UTC(2026, 10, 25) / 1_000);
const usd = (minor: number) => money(minor, 'usd');

describe('what is left to refund of 20.00', () => {
  test.each([
    ['nothing happened', charge(), 2_000],
    ['a part is refunded', charge({ refunds: [refund()] }), 1_500],
    ['a refund is on its way', charge({ refunds: [refund({ status: 'pending' })] }), 1_500],
    ['a refund failed', charge({ refunds: [refund({ status: 'failed' })] }), 2_000],
    ['a refund was canceled', charge({ refunds: [refund({ status: 'canceled' })] }), 2_000],
    ['all is refunded', charge({ refunds: [refund({ amountMinor: 2_000 })] }), 0],
    ['it is disputed', charge({ disputes: [dispute()] }), 0],
    [
      'a dispute was lost',
      charge({ disputes: [dispute({ status: 'lost', balanceTransactions: [withdrawal()] })] }),
      0,
    ],
    [
      'a dispute was won',
      charge({
        disputes: [dispute({ status: 'won', balanceTransactions: [withdrawal(), reversal()] })],
      }),
      2_000,
    ],
    ['it was only authorized', authorization(), 0],
    ['it was declined', declined(), 0],
    ['it is on its way', pendingDebit(), 0],
    [
      'more was taken away than captured',
      charge({ disputes: [dispute()], refunds: [refund()] }),
      0,
    ],
  ])('where %s', (_name, given, rest) => {
    expect(refundableOf(given).rest).toEqual(usd(rest));
  });
});

test('a refund on its way is named apart', () => {
  const { refunded, pending } = refundableOf(
    charge({ refunds: [refund(), refund({ id: 're_2', status: 'pending', amountMinor: 300 })] }),
  );
  expect([refunded, pending]).toEqual([usd(800), usd(300)]);
});

const refunds = fc
  .array(
    fc.record({
      amountMinor: fc.integer({ min: 1, max: 900 }),
      status: fc.constantFrom('succeeded', 'pending', 'requires_action', 'failed', 'canceled'),
    }),
    { maxLength: 5 },
  )
  .map((all) => all.map((each, index) => refund({ id: `re_${String(index)}`, ...each })));

test.prop([refunds, fc.integer({ min: -5, max: 4_000 })])(
  'never more than the rest is refunded',
  (given, minor) => {
    const paid = charge({ refunds: given });
    const away = given
      .filter(({ status }) => status !== 'failed' && status !== 'canceled')
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const isAllowed = refundRefusal(paid, usd(minor)) === undefined;
    expect(isAllowed).toBe(minor > 0 && minor + away <= 2_000);
  },
);

test.each([
  ['an authorization', authorization(), null, 'not-captured'],
  ['a declined payment', declined(), null, 'not-captured'],
  ['a debit on its way', pendingDebit(), null, 'not-captured'],
  ['a payment that was passed on', charge({ passedOnMinor: 500 }), null, 'passed-on'],
  ['an open dispute', charge({ disputes: [dispute()] }), null, 'disputed'],
  [
    'an open dispute of a part',
    charge({ disputes: [dispute({ amountMinor: 1 })] }),
    null,
    'disputed',
  ],
  ['nothing left', charge({ refunds: [refund({ amountMinor: 2_000 })] }), null, 'nothing-left'],
  ['too much', charge(), usd(2_001), 'too-large'],
  ['nothing', charge(), usd(0), 'no-amount'],
  ['another currency', charge(), money(1, 'eur'), 'no-amount'],
  ['all', charge(), null, undefined],
  ['exactly all', charge(), usd(2_000), undefined],
  [
    'an inquiry',
    charge({ disputes: [dispute({ status: 'warning_needs_response', balanceTransactions: [] })] }),
    null,
    undefined,
  ],
])('a refund of %s', (_name, given, amount, refusal) => {
  expect(refundRefusal(given, amount)).toBe(refusal);
});

describe('what Stripe keeps', () => {
  test('is the fee, and net falls by the refund', () => {
    expect(keptFee(charge(), usd(500), NOW)).toEqual({
      status: 'known',
      fee: usd(88),
      net: usd(1_912),
      netAfter: usd(1_412),
    });
  });

  test('is not known while the fee is pending', () => {
    const pending = charge({ balanceTransaction: null });
    expect(keptFee(pending, usd(500), NOW)).toEqual({ status: 'pending' });
  });

  test('is not known beside a refund that has not left the balance', () => {
    const waiting = charge({ refunds: [refund({ status: 'pending', balanceTransaction: null })] });
    expect(keptFee(waiting, usd(500), NOW)).toEqual({ status: 'pending' });
  });

  test('says no net after where the payment was converted', () => {
    const converted = charge({
      currency: 'eur',
      balanceTransaction: balanceTransaction({ currency: 'usd', exchangeRate: 1 }),
    });
    expect(keptFee(converted, money(500, 'eur'), NOW)).toEqual({
      status: 'converted',
      fee: usd(88),
      net: usd(1_912),
    });
  });
});
