import type { Presentation, PropertyChange } from '@stripe-payments/core';
import { changeLines, propertyLabelsIn, textsIn } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { charge } from '../../builders/charge.ts';
import { recordView } from '../../builders/record-view.ts';

const reader = (language: 'en' | 'it', locale: string): Presentation => ({
  language,
  locale,
  timeZone: 'Europe/Rome',
  texts: textsIn(language),
});

const english = reader('en', 'en-US');
const view = recordView([charge()]);
const labels = propertyLabelsIn('en');

const textOf = (change: PropertyChange, presentation = english, others: PropertyChange[] = []) =>
  changeLines({ changes: [change, ...others], view }, labels, presentation)[0]?.text.replaceAll(
    /[\u00a0\u202f]/g,
    ' ',
  );

describe('a change reads', () => {
  test.each<readonly [string, PropertyChange, string]>([
    [
      'as an amount in the currency of the record',
      { name: 'stripe_amount_paid', from: '', to: '20.00' },
      'empty → $20.00',
    ],
    [
      "as an amount in the deal's currency",
      { name: 'stripe_amount_outstanding', from: '', to: '4700' },
      'empty → $4,700.00',
    ],
    [
      'as a number where it is none of money',
      { name: 'stripe_payment_count', from: '1', to: '2' },
      '1 → 2',
    ],
    [
      'as the label of an option',
      { name: 'stripe_payment_status', from: 'none', to: 'paid' },
      'No payment → Paid',
    ],
    [
      'with an added option unchanged',
      { name: 'stripe_payment_status', from: 'strange', to: 'paid' },
      'strange → Paid',
    ],
    [
      "as a moment in the portal's time zone",
      { name: 'stripe_last_payment_date', from: '', to: '2026-11-22T23:30:00.000Z' },
      'empty → Nov 23, 2026, 12:30 AM',
    ],
    [
      'as a day that is the same everywhere',
      { name: 'stripe_next_due_date', from: '', to: '2026-11-22' },
      'empty → Nov 22, 2026',
    ],
    [
      'as it stands where a date is none',
      { name: 'stripe_next_due_date', from: 'soon', to: '' },
      'soon → empty',
    ],
    [
      'on one line',
      { name: 'stripe_amounts_by_currency', from: '', to: 'EUR 1\nUSD 2' },
      'empty → EUR 1; USD 2',
    ],
  ])('%s', (_name, change, text) => {
    expect(textOf(change)).toBe(text);
  });

  test('an amount in the old and in the new currency', () => {
    const currency: PropertyChange = { name: 'stripe_currency', from: 'EUR', to: 'USD' };
    const paid: PropertyChange = { name: 'stripe_amount_paid', from: '5.00', to: '20.00' };
    expect(textOf(paid, english, [currency])).toBe('€5.00 → $20.00');
  });

  test("in the reader's words and locale", () => {
    const paid: PropertyChange = { name: 'stripe_amount_paid', from: '', to: '20.00' };
    const [line] = changeLines(
      { changes: [paid], view },
      propertyLabelsIn('it'),
      reader('it', 'it-IT'),
    );
    expect(line?.label).toBe(propertyLabelsIn('it').stripe_amount_paid);
    expect(line?.text).toContain('20,00');
  });

  test.each<readonly [PropertyChange['name'], string, string]>([
    [
      'stripe_amounts_by_currency',
      'USD: paid 120.00, monthly 40.00',
      'USD: pagato 120,00 USD, mensile 40,00 USD',
    ],
    ['stripe_failure_reason', 'Insufficient funds', 'Fondi insufficienti'],
    ['stripe_failure_reason', 'What a bank says', 'What a bank says'],
    ['stripe_fee_rate', '3.15', '3,15'],
  ])('with what is stored in English, %s, in Italian', (name, to, text) => {
    const shown = textOf({ name, from: '', to }, reader('it', 'it-IT'));
    expect(shown).toBe(`vuoto → ${text}`);
  });
});

test('each change has its line, in the order given', () => {
  const changes: PropertyChange[] = [
    { name: 'stripe_mode', from: '', to: 'test' },
    { name: 'stripe_match', from: '', to: 'linked' },
  ];
  expect(changeLines({ changes, view }, labels, english).map(({ label }) => label)).toEqual([
    labels.stripe_mode,
    labels.stripe_match,
  ]);
});
