import { openCard } from './card-page.tsx';
import { BarChart } from '@hubspot/ui-extensions';
import type { Money, RecordView } from '@stripe-payments/core';
import { money, toDecimal } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge } from '../builders/charge.ts';
import { dispute, disputeRow } from '../builders/dispute.ts';
import { invoice } from '../builders/invoice.ts';
import { readReply, syncReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { price, subscription, subscriptionItem } from '../builders/subscription.ts';
import { refund } from '../builders/refund.ts';
import type { CardName, CardOptions, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { viewOf } from './views.ts';

/**
 * Amounts of one currency, of which no two sums are alike: dollars have only the digits 1 and 0, euros
 * only 2 and 0, so a figure with both digits is a sum across currencies.
 */
interface Side {
  readonly currency: string;
  readonly digit: 1 | 2;
}

const SIDES: readonly Side[] = [
  { currency: 'usd', digit: 1 },
  { currency: 'eur', digit: 2 },
];

/** Each figure has its digit at a place of its own, so that figures of one currency add up visibly too. */
const figure = ({ digit }: Side, place: number): number => digit * 10 ** place;

function thingsOf(side: Side) {
  const { currency } = side;
  const row = (id: string, amountMinor: number, feeMinor: number) =>
    balanceTransaction({ id: `txn_${id}_${currency}`, amountMinor, feeMinor, currency });
  const paid = charge({
    id: `ch_${currency}`,
    currency,
    amountMinor: figure(side, 9),
    balanceTransaction: row('paid', figure(side, 9), figure(side, 3)),
    refunds: [
      refund({
        id: `re_${currency}`,
        currency,
        amountMinor: figure(side, 7),
        balanceTransaction: balanceTransaction({
          id: `txn_re_${currency}`,
          reportingCategory: 'refund',
          amountMinor: -figure(side, 7),
          feeMinor: 0,
          currency,
        }),
      }),
    ],
  });
  const disputed = charge({
    id: `ch_disputed_${currency}`,
    currency,
    amountMinor: figure(side, 8),
    balanceTransaction: row('disputed', figure(side, 8), 0),
    disputes: [
      dispute({
        id: `dp_${currency}`,
        currency,
        amountMinor: figure(side, 8),
        balanceTransactions: [
          disputeRow({
            id: `txn_dp_${currency}`,
            amountMinor: -figure(side, 8),
            feeMinor: figure(side, 4),
            netMinor: -figure(side, 8) - figure(side, 4),
            currency,
          }),
        ],
      }),
    ],
  });
  const due = invoice({ id: `in_${currency}`, currency, totalMinor: figure(side, 6) });
  const recurring = subscription({
    id: `sub_${currency}`,
    currency,
    items: [
      subscriptionItem({
        price: price({ currency, unitAmountDecimal: String(figure(side, 5)) }),
      }),
    ],
  });
  return { charges: [paid, disputed], invoices: [due], subscriptions: [recurring] };
}

const [dollars, euros] = SIDES.map(thingsOf);
if (dollars === undefined || euros === undefined) throw new Error('There are two sides.');

const mixed = {
  charges: [...dollars.charges, ...euros.charges],
  invoices: [...dollars.invoices, ...euros.invoices],
  subscriptions: [...dollars.subscriptions, ...euros.subscriptions],
};

const mixedView = (name: 'deal' | 'contact' | 'company'): RecordView => viewOf(name, mixed);

/** Net is a difference: its digits are not its currency's, so it and what is like it are named here. */
function differencesOf({ summary }: RecordView): readonly Money[] {
  return summary.ledger.settlement.map(({ netMinor, currency }) => money(netMinor, currency));
}

/** Every number on a surface, as digits alone: those of charts too. */
function numbersOn(card: CardPage): readonly string[] {
  const charts = card.findAll(BarChart).flatMap(({ props }) => {
    const rows = Array.isArray(props.data) ? props.data : props.data.data;
    return rows.map((row: Readonly<Record<string, unknown>>) => Number(row['amount']).toFixed(2));
  });
  const written = [...card.text().matchAll(/\d[\d.,]*\d|\d/g)].map(([text]) => text);
  return [...charts, ...written].map((text) => text.replaceAll(/[.,]/g, ''));
}

/** A plain sum or difference of two sides' figures has a digit of each, or one that neither has. */
function forbidden(): ReadonlySet<string> {
  const figures = SIDES.map((side) => {
    const minors = [3, 4, 5, 6, 7, 8, 9].map((place) => figure(side, place));
    const [fee = 0, disputeFee = 0, , , refunded = 0, disputed = 0, paid = 0] = minors;
    const totals = [
      ...minors,
      paid + disputed,
      fee + disputeFee,
      refunded + disputed,
      paid - refunded - fee - disputeFee,
    ];
    return totals;
  });
  const [left = [], right = []] = figures;
  const sums = left.flatMap((a) => right.flatMap((b) => [a + b, a - b, b - a]));
  const digits = sums.flatMap((sum) => {
    const text = toDecimal(money(Math.abs(sum), 'usd')).replaceAll('.', '');
    return [text, text.replace(/^0+/, '')];
  });
  const own = new Set([...left, ...right].map((minor) => String(minor)));
  return new Set(digits.filter((text) => !own.has(text) && text.length > 3));
}

const SUMS = forbidden();

const saved = savedProperties(mixedView('deal'));

test.each<readonly [string, CardName, () => CardOptions]>([
  ['the deal card', 'deal', () => ({ reads: [readReply(mixedView('deal'))] })],
  ['the contact card', 'contact', () => ({ reads: [readReply(mixedView('contact'))] })],
  ['the company card', 'company', () => ({ reads: [readReply(mixedView('company'))] })],
  ['the saved deal card', 'deal', () => ({ saved })],
  ['the saved contact card', 'contact', () => ({ saved })],
  ['the sidebar', 'sidebar', () => ({ saved })],
])('no figure on %s is a sum across currencies', async (_, name, optionsOf) => {
  const card = openCard(name, optionsOf());
  await effects();
  const numbers = numbersOn(card);
  expect(numbers.length).toBeGreaterThan(name === 'sidebar' ? 5 : 10);
  expect(numbers.filter((number) => SUMS.has(number))).toEqual([]);
});

test('no figure of what a sync changed is a sum across currencies', async () => {
  const view = mixedView('deal');
  const changes = Object.entries(saved).flatMap(([name, to]) =>
    name === 'stripe_amounts_by_currency' ? [{ name, from: '', to: to ?? '' } as const] : [],
  );
  const card = openCard('deal', { reads: [readReply(view)], syncs: [syncReply(view, changes)] });
  card.clickSync();
  await card.shows('1 property updated');
  expect(numbersOn(card).filter((number) => SUMS.has(number))).toEqual([]);
});

test.each(['deal', 'contact', 'company'] as const)(
  'the %s card has every amount of each currency in a row of its own',
  async (name) => {
    const view = mixedView(name);
    const card = openCard(name, { reads: [readReply(view)] });
    await card.shows('Amounts in different currencies are never added up.');
    const shown = card.text().replaceAll(',', '');
    for (const side of SIDES) {
      for (const place of [5, 6, 7, 8, 9]) {
        const amount = toDecimal(money(figure(side, place), side.currency));
        expect(shown).toContain(`${amount} ${side.currency.toUpperCase()}`);
      }
    }
    for (const net of differencesOf(view)) expect(shown).toContain(toDecimal(net));
  },
);

test('the saved cards and the sidebar have a line for each currency', () => {
  for (const name of ['deal', 'contact', 'sidebar'] as const) {
    const text = openCard(name, { saved }).text();
    expect(text).toMatch(/^EUR: paid 22000000\.00/m);
    expect(text).toMatch(/^USD: paid 11000000\.00/m);
  }
});

test('finds the sums that it forbids', () => {
  expect(SUMS.size).toBeGreaterThan(100);
  // Paid, net, due and MRR of both: 33,000,000.00 and so on.
  for (const sum of ['3300000000', '3000000', '300000', '33000']) expect(SUMS.has(sum)).toBe(true);
});
