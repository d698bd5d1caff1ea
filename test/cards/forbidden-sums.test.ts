import { openCard } from './card-page.tsx';
import { BarChart } from '@hubspot/ui-extensions';
import type { Money, RecordView } from '@stripe-payments/core';
import { money, toDecimal } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { readReply, syncReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import type { CardName, CardOptions, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { figure, mixedView, numbersWritten, SIDES, SUMS } from './two-currencies.ts';

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
  return [...charts.map((text) => text.replaceAll('.', '')), ...numbersWritten(card.text())];
}

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

test("no figure of a sync's changes is a sum across currencies", async () => {
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
    await card.shows("Amounts in different currencies aren't added together.");
    const shown = card.text().replaceAll(',', '');
    for (const side of SIDES) {
      for (const place of [5, 6, 7, 8, 9]) {
        const amount = toDecimal(money(figure(side, place), side.currency));
        expect(shown).toContain(`${side.currency === 'eur' ? '€' : '$'}${amount}`);
      }
    }
    for (const net of differencesOf(view)) expect(shown).toContain(toDecimal(net));
  },
);

test('the saved cards and the sidebar have a line for each currency', () => {
  for (const name of ['deal', 'contact', 'sidebar'] as const) {
    const text = openCard(name, { saved }).text();
    expect(text).toMatch(/^EUR: paid €22,000,000\.00/m);
    expect(text).toMatch(/^USD: paid \$11,000,000\.00/m);
  }
});

test('the check finds a sum across currencies', () => {
  expect(SUMS.size).toBeGreaterThan(100);
  // Paid, net, due and MRR of both: 33,000,000.00 and so on.
  for (const sum of ['3300000000', '3000000', '300000', '33000']) expect(SUMS.has(sum)).toBe(true);
});
