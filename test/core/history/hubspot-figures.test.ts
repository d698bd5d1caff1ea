import type { Charge, HubSpotFigures, Language } from '@stripe-payments/core';
import { historyTextsIn, money, paymentHistory } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge } from '../../builders/charge.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

const NONE: HubSpotFigures = { amount: [], refunded: [], fees: [], net: [], platformFee: null };
const TAKEN = { hubSpotPayment: { guid: 'g', record: 'tied' } } as const;

function notesOf(
  shown: Charge,
  hubSpot: Partial<HubSpotFigures> | null,
  { isComplete = true, language = 'en' }: { isComplete?: boolean; language?: Language } = {},
): readonly string[] {
  const figures = hubSpot === null ? null : { ...NONE, ...hubSpot };
  const facts = {
    nowSeconds: NOW_SECONDS,
    isComplete,
    payouts: 'unknown',
    hubSpot: figures,
  } as const;
  const texts = historyTextsIn(language);
  const style = { locale: language === 'it' ? 'it-IT' : 'en-US', timeZone: 'Europe/Rome', texts };
  const { notes } = paymentHistory(shown, facts, style);
  const isOfHubSpot = (note: string): boolean => /HubSpot|application fee/.test(note);
  return notes.map((note) => note.replace(/\u00a0/g, ' ')).filter(isOfHubSpot);
}

test("a payment that HubSpot took is named HubSpot's own record, also where its record was not read", () => {
  expect(notesOf(charge(TAKEN), null)).toEqual([
    "HubSpot's own record: HubSpot took this payment through its own Stripe connection and keeps its payment record. It gets no second one.",
  ]);
  expect(notesOf(charge(TAKEN), null, { language: 'it' })[0]).toMatch(/^Record di HubSpot: /);
  expect(notesOf(charge(), null)).toEqual([]);
});

test("HubSpot's fee is shown apart from Stripe's, with its percentage of the amount", () => {
  const figures = { amount: [money(2_000, 'usd')], platformFee: money(15, 'usd') };
  expect(notesOf(charge(TAKEN), figures).slice(1)).toEqual([
    "HubSpot's fee, by its record: $0.15 (0.75%).",
  ]);
  const inEuro = { ...figures, platformFee: money(14, 'eur') };
  expect(notesOf(charge(TAKEN), inEuro).slice(1)).toEqual(["HubSpot's fee, by its record: €0.14."]);
});

test("an application fee in Stripe's ledger is named as such", () => {
  const feeDetails = [
    { type: 'stripe_fee', amountMinor: 73 },
    { type: 'application_fee', amountMinor: 15 },
  ];
  const shown = charge({ ...TAKEN, balanceTransaction: balanceTransaction({ feeDetails }) });
  expect(notesOf(shown, null)[1]).toBe(
    'The fees above include an application fee of $0.15, which goes to the platform and not to Stripe.',
  );
});

const SAME: Partial<HubSpotFigures> = {
  amount: [money(2_000, 'usd')],
  refunded: [money(0, 'usd')],
  fees: [money(88, 'usd')],
  net: [money(1_912, 'usd')],
};

test("figures that agree with Stripe's ledger are not repeated", () => {
  expect(notesOf(charge(TAKEN), SAME)).toHaveLength(1);
});

test.each<[Partial<HubSpotFigures>, string]>([
  [{ amount: [money(2_100, 'usd')] }, "Paid: $21.00 in HubSpot's record, $20.00 in Stripe."],
  [{ refunded: [money(500, 'usd')] }, "Refunded: $5.00 in HubSpot's record, $0.00 in Stripe."],
  [{ fees: [money(73, 'usd')] }, "Fees: $0.73 in HubSpot's record, $0.88 in Stripe."],
  [{ net: [money(2_000, 'usd')] }, "Net received: $20.00 in HubSpot's record, $19.12 in Stripe."],
])("%j of HubSpot's record is shown next to Stripe's figure", (different, note) => {
  expect(notesOf(charge(TAKEN), { ...SAME, ...different }).slice(1)).toEqual([note]);
});

test('amounts in two currencies are not compared, and of two the one in the currency of Stripe is', () => {
  expect(notesOf(charge(TAKEN), { net: [money(1_800, 'eur')] })).toHaveLength(1);
  const net = [money(1_800, 'eur'), money(1_900, 'usd')];
  expect(notesOf(charge(TAKEN), { net }).slice(1)).toEqual([
    "Net received: $19.00 in HubSpot's record, $19.12 in Stripe.",
  ]);
});

test.each([
  ['a payment that was not read to its end', charge(TAKEN), false],
  ['a fee that is pending', charge({ ...TAKEN, balanceTransaction: null }), true],
])('%s is not compared', (_name, shown, isComplete) => {
  expect(notesOf(shown, { fees: [money(73, 'usd')] }, { isComplete })).toHaveLength(1);
});
