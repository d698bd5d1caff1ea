import type { OpenInvoice } from '@stripe-payments/core';
import {
  isOfLastSync,
  mayHaveRefundable,
  missingOf,
  money,
  savedStanding,
} from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';

const SYNCED_AT = '2026-11-22T10:00:00.000Z';
const SYNCED_MS = Date.parse(SYNCED_AT);
const usd = (minor: number) => money(minor, 'usd');

/** Of a deal of 1,000.00 USD: 600.00 paid, 260.00 open on invoices. */
const STORED = {
  stripe_currency: 'USD',
  stripe_amount_outstanding: '400.00',
  stripe_amount_paid: '600.00',
  stripe_amount_refunded: '0.00',
  stripe_amount_disputed: '0.00',
  stripe_amount_due: '260.00',
  stripe_amount_processing: '0.00',
  stripe_amount_authorized: '0.00',
  stripe_amount_paid_outside: '0.00',
  stripe_dispute_status: 'none',
  stripe_review_count: '0',
  stripe_last_synced_at: SYNCED_AT,
};

const invoice = (overrides: Partial<OpenInvoice> = {}): OpenInvoice => ({
  id: 'in_1',
  number: 'A-1',
  open: usd(26_000),
  dueDate: null,
  created: SYNCED_MS / 1_000 - 60,
  isNamed: false,
  ...overrides,
});

const standing = (
  overrides: Readonly<Record<string, string | null>> = {},
  open: readonly OpenInvoice[] = [],
  isCurrent = true,
) => savedStanding({ ...STORED, ...overrides }, usd(100_000), open, isCurrent);

const asked = (...args: Parameters<typeof standing>) =>
  standing(...args).asked.map(({ kind, id, open }) => `${kind} ${id} ${String(open.minor)}`);

describe('what is outstanding', () => {
  test('follows the amount that the deal has now', () => {
    expect(standing().outstanding).toEqual(usd(40_000));
    expect(savedStanding(STORED, usd(70_000), [], true).outstanding).toEqual(usd(10_000));
    expect(savedStanding(STORED, usd(50_000), [], true).outstanding).toEqual(usd(0));
  });

  test.each<readonly [string, Record<string, string | null>, number | null]>([
    ['before the first sync', { stripe_amount_outstanding: null }, null],
    ['with a refund', { stripe_amount_refunded: '100.00' }, 50_000],
    ['with payments of several currencies', { stripe_currency: '' }, 40_000],
    ['with another currency than that of the deal', { stripe_currency: 'EUR' }, 40_000],
  ])('%s', (_name, overrides, minor) => {
    expect(standing(overrides).outstanding).toEqual(minor === null ? null : usd(minor));
  });

  test('says what was refunded, in the currency of the deal alone', () => {
    expect(standing({ stripe_amount_refunded: '100.00' }).refunded).toEqual(usd(10_000));
    const inEuros = { stripe_currency: 'EUR', stripe_amount_refunded: '100.00' };
    expect(standing(inEuros).refunded).toBeNull();
  });

  test('says how many payments wait for review', () => {
    expect([standing().reviewCount, standing({ stripe_review_count: '3' }).reviewCount]).toEqual([
      0, 3,
    ]);
    expect(standing({ stripe_review_count: null }).reviewCount).toBe(0);
  });
});

describe('open invoices', () => {
  test('of a linked customer count one by one where the sum that was saved has room for all', () => {
    expect(asked({}, [invoice()])).toEqual(['invoice in_1 26000']);
  });

  test('that the sync counted elsewhere do not count here, and the rest of the sum does', () => {
    const two = [invoice(), invoice({ id: 'in_2' })];
    expect(asked({}, two)).toEqual(['invoices invoices in usd 26000']);
    expect(asked({}, two, false)).toEqual(['invoices invoices in usd 26000']);
    expect(asked({ stripe_amount_due: '0.00' }, two)).toEqual([]);
  });

  test('that name the record, or are newer than the sync, count whatever was saved', () => {
    const named = invoice({ id: 'in_2', isNamed: true });
    const newer = invoice({ id: 'in_3', created: SYNCED_MS / 1_000 + 60 });
    expect(asked({ stripe_amount_due: '0.00' }, [invoice(), named, newer])).toEqual([
      'invoice in_2 26000',
      'invoice in_3 26000',
    ]);
  });

  test('that were saved and are in no list count while the figures are those of now', () => {
    expect(asked()).toEqual(['invoices invoices in usd 26000']);
    expect(asked({}, [], false)).toEqual([]);
  });

  test('count one by one before the first sync', () => {
    const never = { stripe_last_synced_at: null, stripe_currency: '', stripe_amount_due: null };
    expect(asked(never, [invoice()])).toEqual(['invoice in_1 26000']);
  });

  test('of several currencies are told apart', () => {
    const lines = ['EUR: paid 10.00, due 50.00', 'USD: paid 600.00, due 260.00'].join('\n');
    const several = { stripe_currency: '', stripe_amounts_by_currency: lines };
    const euros = invoice({ id: 'in_2', open: money(5_000, 'eur') });
    expect(asked(several, [invoice(), euros])).toEqual(['invoice in_1 26000', 'invoice in_2 5000']);
  });
});

test('what is on its way or reserved counts beyond what pays an open invoice', () => {
  const coming = { stripe_amount_processing: '200.00', stripe_amount_authorized: '100.00' };
  expect(asked({ ...coming, stripe_amount_due: '0.00' })).toEqual([
    'payment payments in usd 30000',
  ]);
  expect(asked(coming, [invoice()])).toEqual([
    'invoice in_1 26000',
    'payment payments in usd 4000',
  ]);
});

test('what is in dispute, lost or refunded is not asked for again', () => {
  const disputed = { stripe_amount_due: '0.00', stripe_amount_disputed: '600.00' };
  const open = standing({ ...disputed, stripe_dispute_status: 'under_review' });
  expect([open.outstanding, missingOf(open)]).toEqual([usd(100_000), usd(40_000)]);
  const lost = standing({ ...disputed, stripe_dispute_status: 'lost' });
  expect([lost.lost, lost.asked, missingOf(lost)]).toEqual([usd(60_000), [], usd(40_000)]);
  const refunded = standing({ stripe_amount_due: '0.00', stripe_amount_refunded: '600.00' });
  expect([refunded.outstanding, missingOf(refunded)]).toEqual([usd(100_000), usd(40_000)]);
});

test.each([
  ['just ended', SYNCED_MS, SYNCED_MS, true],
  ['that wrote the record', SYNCED_MS + 20_000, SYNCED_MS + 25_000, true],
  ['before an edit', SYNCED_MS + 20_001, SYNCED_MS + 25_000, false],
  ['of five minutes ago', SYNCED_MS, SYNCED_MS + 300_000, false],
  ['of a clock that is ahead', SYNCED_MS, SYNCED_MS - 1, false],
])('a sync %s', (_name, modifiedAtMs, nowMs, isIt) => {
  expect(isOfLastSync(SYNCED_MS, modifiedAtMs, nowMs)).toBe(isIt);
  expect(isOfLastSync(undefined, modifiedAtMs, nowMs)).toBe(false);
});

describe('what can be refunded', () => {
  const synced = {
    stripe_last_synced_at: '2026-11-22T12:00:00Z',
    stripe_currency: 'USD',
    stripe_amount_paid: '',
  };

  test.each([
    ['is not known before the first sync', {}, true],
    ['is not known after a sync that failed', { ...synced, stripe_sync_error: 'timeout' }, true],
    ['is nothing where nothing was paid', { ...synced, stripe_amount_paid: '0.00' }, false],
    [
      'is what was paid and not refunded',
      { ...synced, stripe_amount_paid: '20.00', stripe_amount_refunded: '19.99' },
      true,
    ],
    [
      'is nothing where all was refunded',
      { ...synced, stripe_amount_paid: '20.00', stripe_amount_refunded: '20.00' },
      false,
    ],
  ])('%s', (_name, stored, expected) => {
    expect(mayHaveRefundable(stored)).toBe(expected);
  });

  test('is counted by the lines of several currencies', () => {
    const lines = 'USD: paid 20.00, refunded 20.00\nEUR: paid 5.00, refunded 1.00';
    const stored = { ...synced, stripe_currency: '', stripe_amounts_by_currency: lines };
    expect(mayHaveRefundable(stored)).toBe(true);
  });
});
