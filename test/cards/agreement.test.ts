import type { Charge, Presentation, RecordView, StripeObjects } from '@stripe-payments/core';
import { textsIn } from '@stripe-payments/core';
import { expect } from 'vitest';
import { withPayoutsOf } from '../../src/app/cards/figures/bank.ts';
import { figuresOfView } from '../../src/app/cards/figures/figures.ts';
import type { Figures } from '../../src/app/cards/figures/figures.ts';
import type { Headline } from '../../src/app/cards/figures/headline.ts';
import { headlineOf } from '../../src/app/cards/figures/headline.ts';
import { figuresOfSaved, inLanguage } from '../../src/app/cards/figures/saved-figures.ts';
import { authorization, charge, declined, pendingDebit } from '../builders/charge.ts';
import { freeCheckout } from '../builders/checkout.ts';
import { dispute, withdrawal } from '../builders/dispute.ts';
import { invoice } from '../builders/invoice.ts';
import { fc, test } from '../builders/laws.ts';
import { AS_OF_MS, recordViewOf } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import type { SavedProperties } from '../builders/saved-properties.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { subscription, subscriptionItem, price } from '../builders/subscription.ts';

const presentation: Presentation = {
  language: 'en',
  texts: textsIn('en'),
  locale: 'en-US',
  // In which the saved days of the builders are days.
  timeZone: 'US/Eastern',
};
const viewing = { presentation, nowMs: AS_OF_MS };

/** As the card shows it after a sync. */
const liveOf = (view: RecordView): Headline => {
  const live = withPayoutsOf(figuresOfView(view, presentation), savedFigures(view));
  return headlineOf(live, view.dealAmount, viewing);
};

function savedFigures(view: RecordView, payouts: SavedProperties = {}): Figures {
  const figures = figuresOfSaved({ ...savedProperties(view), ...payouts });
  if (figures === undefined) throw new Error('A sync saves figures.');
  return figures;
}

function savedOf(view: RecordView, payouts: SavedProperties = {}): Headline {
  const figures = savedFigures(view, payouts);
  return headlineOf(inLanguage(figures, presentation), view.dealAmount, viewing);
}

/** What can become of a payment; amounts are parts of what was paid. */
const FATES: Readonly<
  Record<string, (facts: { id: string; currency: string; amountMinor: number }) => Charge>
> = {
  paid: (facts) => charge(facts),
  unsettled: (facts) => charge({ ...facts, balanceTransaction: null }),
  refunded: (facts) =>
    charge({
      ...facts,
      refunds: [refund({ amountMinor: facts.amountMinor, currency: facts.currency })],
    }),
  'refunded in part': (facts) =>
    charge({ ...facts, refunds: [refund({ amountMinor: 100, currency: facts.currency })] }),
  'to answer': (facts) => charge({ ...facts, disputes: [disputeOf(facts, 'needs_response')] }),
  'at the bank': (facts) => charge({ ...facts, disputes: [disputeOf(facts, 'under_review')] }),
  lost: (facts) => charge({ ...facts, disputes: [disputeOf(facts, 'lost')] }),
  authorized: (facts) => authorization(facts),
  processing: (facts) => pendingDebit(facts),
  'refund failed': (facts) =>
    charge({
      ...facts,
      refunds: [refund({ amountMinor: 100, currency: facts.currency, status: 'failed' })],
    }),
  declined: (facts) => declined(facts),
};

const disputeOf = (
  { id, currency, amountMinor }: { id: string; currency: string; amountMinor: number },
  status: string,
) =>
  dispute({
    id: `dp_${id}`,
    currency,
    amountMinor,
    status,
    balanceTransactions: [withdrawal({ id: `txn_dp_${id}`, currency, amountMinor: -amountMinor })],
  });

const THIS_DEAL = { objectType: 'deal', recordId: '1' } as const;

const someCurrency = fc.constantFrom('usd', 'usd', 'eur', 'jpy', 'kwd');
const someAmount = fc.integer({ min: 20, max: 4_000 }).map((tens) => tens * 10);
const someDay = fc.integer({ min: -10, max: 30 }).map((days) => AS_OF_MS / 1_000 + days * 86_400);

const someObjects: fc.Arbitrary<Partial<StripeObjects>> = fc.record({
  checkouts: fc.array(fc.constant(freeCheckout({ recordClaims: [THIS_DEAL] })), { maxLength: 1 }),
  charges: fc
    .array(
      fc.record({
        fate: fc.constantFrom(...Object.keys(FATES)),
        currency: someCurrency,
        amountMinor: someAmount,
      }),
      { maxLength: 4 },
    )
    .map((all) =>
      all.flatMap(
        ({ fate, ...facts }, index) => FATES[fate]?.({ id: `ch_${String(index)}`, ...facts }) ?? [],
      ),
    ),
  invoices: fc
    .array(
      fc.record({
        currency: someCurrency,
        totalMinor: someAmount,
        dueDate: someDay,
        status: fc.constantFrom('open', 'paid', 'void'),
      }),
      { maxLength: 2 },
    )
    .map((all) =>
      all.map((facts, index) =>
        invoice({
          ...facts,
          id: `in_${String(index)}`,
          amountPaidMinor: facts.status === 'paid' ? facts.totalMinor : 0,
        }),
      ),
    ),
  subscriptions: fc
    .array(
      fc.record({
        currency: someCurrency,
        status: fc.constantFrom('active', 'trialing', 'past_due', 'canceled'),
        currentPeriodEnd: someDay,
      }),
      { maxLength: 1 },
    )
    .map((all) =>
      all.map(({ currency, status, currentPeriodEnd }) =>
        subscription({
          currency,
          status,
          items: [subscriptionItem({ currentPeriodEnd, price: price({ currency }) })],
        }),
      ),
    ),
});

test('what was marked as paid outside Stripe is not "none yet" beside a deal that is paid', () => {
  const view = recordViewOf({ invoices: [invoice({ status: 'paid', amountPaidMinor: 2_000 })] });
  for (const headline of [liveOf(view), savedOf(view)]) {
    expect(headline.progress?.title.replaceAll('\u00a0', ' ')).toBe('$20.00 of $20.00 paid');
    expect(headline.statistics.map(({ label, value }) => [label, value])).toEqual([
      ['Deal amount', '$20.00'],
      ['Paid outside Stripe', '$20.00'],
    ]);
  }
});

test('a checkout that cost nothing is no missing payment', () => {
  const view = recordViewOf(
    { checkouts: [freeCheckout({ recordClaims: [THIS_DEAL] })] },
    { dealAmount: null },
  );
  for (const headline of [liveOf(view), savedOf(view)]) {
    expect(headline.status).toEqual({ label: 'No-cost checkout', variant: 'success' });
    expect(headline.statistics.at(-1)).toEqual({ label: 'Paid', value: 'Nothing to pay' });
    expect(headline.next).toEqual([
      { kind: 'nothing', title: 'Nothing to do', variant: 'success', lines: [] },
    ]);
  }
});

test.prop([someObjects], { numRuns: 1500 })(
  'what is saved says the same as what is live',
  (objects) => {
    const view = recordViewOf(objects);
    const [live, saved] = [liveOf(view), savedOf(view)];
    expect(saved.status).toEqual(live.status);
    expect(saved.isFeePending).toBe(live.isFeePending);
    expect(saved.statistics).toEqual(live.statistics);
    expect(saved.next).toEqual(live.next);
    fc.pre(saved.progress !== null);
    expect(saved.progress).toEqual(live.progress);
  },
);

const somePayout = fc.record({
  name: fc.constantFrom('stripe_payout_date', 'stripe_payout_expected_date'),
  day: fc.constantFrom('2026-11-20', '2026-11-30'),
});

test.prop([someObjects, somePayout], { numRuns: 500 })(
  'a payout that a sync saved is said live too, in the same words',
  (objects, { name, day }) => {
    const view = recordViewOf(objects);
    const payouts = { [name]: day };
    const live = withPayoutsOf(figuresOfView(view, presentation), savedFigures(view, payouts));
    const said = headlineOf(live, view.dealAmount, viewing).next;
    expect(said).toEqual(savedOf(view, payouts).next);
  },
);
