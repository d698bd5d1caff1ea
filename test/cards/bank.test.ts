import type { Presentation, RecordView } from '@stripe-payments/core';
import { textsIn } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { withPayoutsOf } from '../../src/app/cards/figures/bank.ts';
import { figuresOfView } from '../../src/app/cards/figures/figures.ts';
import type { Figures } from '../../src/app/cards/figures/figures.ts';
import { headlineOf } from '../../src/app/cards/figures/headline.ts';
import { figuresOfSaved } from '../../src/app/cards/figures/saved-figures.ts';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge } from '../builders/charge.ts';
import { dispute, withdrawal } from '../builders/dispute.ts';
import { AS_OF_MS, recordViewOf } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import type { SavedProperties } from '../builders/saved-properties.ts';
import { savedProperties } from '../builders/saved-properties.ts';

const presentation: Presentation = {
  language: 'en',
  texts: textsIn('en'),
  locale: 'en-US',
  timeZone: 'US/Eastern',
};
const viewing = { presentation, nowMs: AS_OF_MS };

function savedFigures(view: RecordView, payouts: SavedProperties): Figures {
  const figures = figuresOfSaved({ ...savedProperties(view), ...payouts });
  if (figures === undefined) throw new Error('A sync saves figures.');
  return figures;
}

function lostCharge() {
  const balanceTransactions = [withdrawal({ id: 'txn_dp', amountMinor: -2_000 })];
  return charge({
    disputes: [dispute({ amountMinor: 2_000, status: 'lost', balanceTransactions })],
  });
}

const PAID_OUT = '$19.12 reached your bank by Nov 20, 2026.';

/** What the card says live of a payment, where these payouts are saved with `saved`. */
function saidOf(saved: RecordView, payouts: SavedProperties, live: RecordView): string {
  const figures = withPayoutsOf(figuresOfView(live, presentation), savedFigures(saved, payouts));
  const { next } = headlineOf(figures, live.dealAmount, viewing);
  return next
    .flatMap(({ title, lines }) => [title, ...lines])
    .join(' ')
    .replaceAll('\u00a0', ' ');
}

test.each([
  ['stripe_payout_date', '2026-11-20', PAID_OUT],
  ['stripe_payout_expected_date', '2026-11-30', '$19.12 is expected in your bank by Nov 30, 2026.'],
  [
    'stripe_payout_expected_date',
    '2026-11-20',
    '$19.12 was expected in your bank by Nov 20, 2026. Sync to see what came of it.',
  ],
])('a saved payout, %s %s, says when the money is in the bank', (name, day, text) => {
  const view = recordViewOf({ charges: [charge()] });
  expect(saidOf(view, { [name]: day }, view)).toBe(`Nothing to do ${text}`);
});

/** Nothing is left of 20.00 USD but its fees. */
const disputed = recordViewOf({
  charges: [lostCharge()],
});
const refundedPart = recordViewOf({ charges: [charge({ refunds: [partRefund()] })] });

function partRefund() {
  const transaction = balanceTransaction({
    id: 'txn_re',
    reportingCategory: 'refund',
    amountMinor: -500,
    feeMinor: 0,
  });
  return refund({ amountMinor: 500, balanceTransaction: transaction });
}

describe('what a sync saved of payouts says', () => {
  const paidOut = (amount: string, more: SavedProperties = {}): SavedProperties => ({
    stripe_net_paid_out: amount,
    ...more,
  });
  const last = { stripe_last_payout_date: '2026-11-20' };

  test.each<[string, RecordView, SavedProperties, string]>([
    [
      'of a refund that is off a payout',
      refundedPart,
      paidOut('14.12', { ...last, stripe_payout_date: '2026-11-20' }),
      '$14.12 reached your bank by Nov 20, 2026.',
    ],
    [
      'of one that is not yet',
      refundedPart,
      paidOut('19.12', last),
      '$19.12 reached your bank by Nov 20, 2026. $5.00 is taken off your next payout.',
    ],
    [
      'of a part on its way',
      recordViewOf({ charges: [charge()] }),
      paidOut('9.00', { ...last, stripe_payout_expected_date: '2026-11-30' }),
      '$9.00 reached your bank by Nov 20, 2026. $10.12 more is expected by Nov 30, 2026.',
    ],
    [
      'of a day that an older build saved beside a refund',
      refundedPart,
      { stripe_payout_date: '2026-11-20' },
      '$14.12 reaches your Stripe balance by Nov 24, 2026, and your bank after that.',
    ],
  ])('%s: how much is in the bank, and where the rest is', (_, view, saved, text) => {
    expect(saidOf(view, saved, view)).toContain(text);
  });

  test('of money that is gone: what was taken off, and why the net is negative', () => {
    const { netMinor } = disputed.summary.ledger.settlement[0] ?? {};
    expect(netMinor).toBeLessThan(0);
    const net = ((netMinor ?? 0) / 100).toFixed(2);
    const said = saidOf(
      disputed,
      paidOut(net, { ...last, stripe_payout_date: '2026-11-20' }),
      disputed,
    );
    const size = net.slice(1);
    expect(said).toContain(`The net is negative by Stripe's fees, $${size}.`);
    expect(said).toContain(
      `In all, $${size} was taken off your payouts, the last by Nov 20, 2026.`,
    );
  });
});

test('before a sync the card says that a sync finds the day', () => {
  const availableOn = Date.UTC(2026, 10, 20) / 1_000;
  const view = recordViewOf({
    charges: [charge({ balanceTransaction: balanceTransaction({ availableOn }) })],
  });
  const unsynced = headlineOf(figuresOfView(view, presentation), view.dealAmount, viewing);
  const text = unsynced.next
    .flatMap(({ lines }) => lines)
    .join(' ')
    .replaceAll('\u00a0', ' ');
  expect(text).toContain('by Nov 20, 2026. Sync to see when it reaches your bank.');
  expect(saidOf(view, {}, view)).toContain('Open a payment to see when it reaches your bank.');
  expect(saidOf(view, { stripe_net_paid_out: '0.00' }, view)).toContain('It is in no payout yet.');
});

test('a saved payout says nothing of other money', () => {
  const one = recordViewOf({ charges: [charge()] });
  const two = recordViewOf({ charges: [charge(), charge({ id: 'ch_2' })] });
  const payouts = { stripe_payout_date: '2026-11-20' };
  expect(saidOf(one, payouts, one)).toContain(PAID_OUT);
  expect(saidOf(one, payouts, two)).not.toContain('bank by');
});

test('money that returned at noon is the same money as its saved day', () => {
  const availableOn = Date.UTC(2026, 10, 18, 12) / 1_000;
  const view = recordViewOf({
    charges: [charge({ balanceTransaction: balanceTransaction({ availableOn }) })],
  });
  const saved = { stripe_payout_date: '2026-11-20', stripe_net_paid_out: '19.12' };
  expect(saidOf(view, saved, view)).toContain(PAID_OUT);
});

test('of several payments, a day ahead is that of the last part', () => {
  const paidOn = (id: string, day: number) =>
    charge({
      id,
      balanceTransaction: balanceTransaction({
        id: `txn_${id}`,
        availableOn: Date.UTC(2026, 10, day) / 1_000,
      }),
    });
  const view = recordViewOf({ charges: [paidOn('ch_1', 2), paidOn('ch_2', 24)] });
  const text =
    'The last part of $38.24 reaches your Stripe balance by Nov 24, 2026, and your bank after that.';
  expect(saidOf(view, {}, view)).toContain(text);
});
