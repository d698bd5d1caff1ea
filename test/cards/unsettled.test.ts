import { Text } from '@hubspot/ui-extensions';
import type { Charge } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import { openTable, rowsOf } from './payment-rows.ts';
import { plain } from './texts-in.ts';

const outside = charge({ id: 'ch_2', created: 1_790_000_000, balanceTransaction: null });

test.each<[string, readonly Charge[], string]>([
  [
    'a refund that waits',
    [charge({ refunds: [refund({ balanceTransaction: null })] })],
    "$5.00 is being refunded. Net doesn't deduct it yet.",
  ],
  [
    'a refund that failed and is not back',
    [charge({ refunds: [refund({ status: 'failed' })] })],
    "$5.00 of a failed refund is on its way back to your Stripe balance. Net doesn't include it yet.",
  ],
  [
    'a won dispute that is not back',
    [charge({ disputes: [dispute({ status: 'won' })] })],
    "$20.00 of a won dispute is on its way back to your Stripe balance. Net doesn't include it yet.",
  ],
  [
    'a payment settled outside Stripe',
    [charge(), outside],
    "$20.00 was settled outside Stripe. Gross, fees and net don't include it.",
  ],
  [
    'a destination charge',
    [charge({ amountMinor: 10_000, passedOnMinor: 9_000 })],
    '$90.00 was transferred to connected accounts. Net is before these transfers.',
  ],
])('names beside the figures: %s', async (_name, charges, text) => {
  const card = await openTable(recordView(charges));
  expect(plain(card.findByTestId(Text, 'unsettled-0').text ?? '')).toBe(text);
  expect(card.text()).not.toContain('Pending');
});

test('a payment settled outside Stripe has no fee and no net', async () => {
  const card = await openTable(recordView([outside]));
  expect(rowsOf(card)[0]?.slice(-2)).toEqual(['–', 'Fee: –']);
});

describe('a price that Stripe converted for the customer', () => {
  const paid = charge({
    currency: 'hkd',
    amountMinor: 8_200,
    customerPaid: money(163_400, 'jpy'),
    balanceTransaction: balanceTransaction({ currency: 'hkd', amountMinor: 8_200 }),
  });

  test('is shown, and compared with a deal in that currency', async () => {
    const card = await openTable(recordView([paid], { dealAmount: money(163_400, 'jpy') }));
    expect(plain(card.text())).toContain('The customer saw and paid ¥163,400');
    expect(card.findByTestId(Text, 'difference').text).toBe('The deal amount is paid in full.');
  });

  test('names beside the comparison what came in another currency', async () => {
    const charges = [paid, charge({ id: 'ch_2', currency: 'hkd' })];
    const card = await openTable(recordView(charges, { dealAmount: money(163_400, 'jpy') }));
    expect(plain(card.findByTestId(Text, 'difference').text ?? '')).toBe(
      "The deal amount is paid in full. HK$20.00 was paid too, and isn't converted.",
    );
  });

  test('says to check what came in another currency where something is outstanding', async () => {
    const charges = [paid, charge({ id: 'ch_2', currency: 'hkd' })];
    const card = await openTable(recordView(charges, { dealAmount: money(200_000, 'jpy') }));
    expect(plain(card.findByTestId(Text, 'difference').text ?? '')).toBe(
      "¥36,600 of the deal amount is outstanding. HK$20.00 was paid too, and isn't converted.",
    );
  });

  test('is not compared where the deal is in a third currency', async () => {
    const card = await openTable(recordView([paid], { dealAmount: money(163_400, 'usd') }));
    expect(card.findByTestId(Text, 'difference').text).toContain("aren't compared");
  });
});
