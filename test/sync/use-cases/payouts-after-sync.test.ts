import type { Charge, Payout, StoredProperties } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import type { PayoutsFound } from '../../../src/app/packages/sync/src/ports.ts';
import { savePayouts } from '../../../src/app/packages/sync/src/use-cases/payment-records/payouts-after-sync.ts';
import { syncPayments } from '../../../src/app/packages/sync/src/use-cases/sync-payments.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge } from '../../builders/charge.ts';
import { refund } from '../../builders/refund.ts';
import type { Fakes } from '../fake-ports.ts';
import { failureOf, fakePorts, NOW_MS, stored, viewed } from '../fake-ports.ts';

const DAY = 86_400;
const NOW = NOW_MS / 1_000;
const ARRIVED = Date.parse('2026-11-20T00:00:00Z') / 1_000;

const paid = (
  number: number,
  overrides: Partial<Parameters<typeof balanceTransaction>[0]> = {},
): Charge =>
  charge({
    id: `ch_${String(number)}`,
    created: NOW - 9 * DAY,
    balanceTransaction: balanceTransaction({
      id: `txn_${String(number)}`,
      availableOn: NOW - 3 * DAY,
      ...overrides,
    }),
  });

const several = (count: number): readonly Charge[] =>
  Array.from({ length: count }, (_, number) => paid(number));

const payout = (status: string): Payout => ({
  id: 'po_1',
  status,
  arrivalOn: ARRIVED,
  traceId: null,
  failureMessage: null,
});

const inPayout = (id: string, status = 'paid'): PayoutsFound => ({
  status: 'found',
  payouts: new Map([[`txn_${id.slice(3)}`, payout(status)]]),
});

/** A record with its own memory: what is written is what the next read has. */
function world(
  charges: readonly Charge[],
  answer: (id: string) => PayoutsFound,
  fakes: Fakes & { readonly before?: StoredProperties } = {},
) {
  const asked: (readonly string[])[] = [];
  const record: Record<string, string | null> = { ...stored, ...fakes.before };
  const ports = fakePorts({
    charges: { cus_1: charges },
    ...fakes,
    stripe: {
      payoutsOfFew: (few, maxCalls) => {
        expect(maxCalls).toBeLessThanOrEqual(8);
        asked.push(few.map(({ id }) => id));
        return Promise.resolve(new Map(few.map(({ id }) => [id, answer(id)])));
      },
      ...fakes.stripe,
    },
    crm: {
      read: () => Promise.resolve({ ...record }),
      saved: (_record, _names, versionsOf) =>
        Promise.resolve({
          stored: { ...record },
          versions: [{ value: record[versionsOf] ?? '', writtenAtMs: NOW_MS }],
        }),
      write: (_record, values) => {
        Object.assign(record, values);
        return Promise.resolve();
      },
      ...fakes.crm,
    },
  });
  return { ports, asked, record };
}

const datesOf = (record: StoredProperties) => [
  record['stripe_payout_date'] ?? '',
  record['stripe_payout_expected_date'] ?? '',
];

describe('after a sync of a record with money that is available', () => {
  test.each([
    ['paid', ['2026-11-20', '']],
    ['in_transit', ['', '2026-11-20']],
    ['failed', ['', '']],
  ])('a second call saves when it is in the bank: a payout that is %s', async (status, dates) => {
    const { ports, asked, record } = world([paid(1), paid(2)], (id) => inPayout(id, status));
    const { payouts } = await syncPayments(ports, viewed);
    expect([asked, datesOf(record)]).toEqual([[], ['', '']]);
    await savePayouts(ports, viewed, payouts ?? '');
    expect(asked.map((ids) => [...ids].sort())).toEqual([['ch_1', 'ch_2']]);
    expect(datesOf(record)).toEqual(dates);
  });

  test('a day that is expected is asked for again, and one that is there is not', async () => {
    let status = 'in_transit';
    const { ports, record } = world([paid(1)], (id) => inPayout(id, status));
    const first = await syncPayments(ports, viewed);
    await savePayouts(ports, viewed, first.payouts ?? '');
    status = 'paid';
    const second = await syncPayments(ports, viewed);
    await savePayouts(ports, viewed, second.payouts ?? '');
    expect(datesOf(record)).toEqual(['2026-11-20', '']);
    expect((await syncPayments(ports, viewed)).payouts).toBeNull();
  });

  test('a failed payout takes the day away on which it was expected', async () => {
    let status = 'in_transit';
    const { ports, record } = world([paid(1)], (id) => inPayout(id, status));
    const first = await syncPayments(ports, viewed);
    await savePayouts(ports, viewed, first.payouts ?? '');
    status = 'failed';
    const second = await syncPayments(ports, viewed);
    await savePayouts(ports, viewed, second.payouts ?? '');
    expect(datesOf(record)).toEqual(['', '']);
  });

  test('a day that is expected stays where Stripe could not be asked', async () => {
    let answer = inPayout('ch_1', 'in_transit');
    const { ports, record } = world([paid(1)], () => answer);
    const first = await syncPayments(ports, viewed);
    await savePayouts(ports, viewed, first.payouts ?? '');
    answer = { status: 'unknown' };
    const second = await syncPayments(ports, viewed);
    await savePayouts(ports, viewed, second.payouts ?? '');
    expect(datesOf(record)).toEqual(['', '2026-11-20']);
  });

  test('what is not available yet is left out, and how much is in the bank is saved', async () => {
    const charges = [paid(1), paid(2, { availableOn: NOW + DAY })];
    const { ports, asked, record } = world(charges, (id) => inPayout(id));
    const { payouts } = await syncPayments(ports, viewed);
    await savePayouts(ports, viewed, payouts ?? '');
    expect(asked).toEqual([['ch_1']]);
    expect(datesOf(record)).toEqual(['', '']);
    const partly = { stripe_last_payout_date: '2026-11-20', stripe_net_paid_out: '19.12' };
    expect(record).toMatchObject(partly);
  });

  test('a refund that is off a later payout moves the day', async () => {
    const later = { ...payout('paid'), id: 'po_2', arrivalOn: ARRIVED + 2 * DAY };
    const transaction = balanceTransaction({
      id: 'txn_re',
      reportingCategory: 'refund',
      amountMinor: -500,
      feeMinor: 0,
      availableOn: NOW - 2 * DAY,
    });
    const refunded = charge({
      ...paid(1),
      refunds: [refund({ amountMinor: 500, balanceTransaction: transaction })],
    });
    const { ports, record } = world([refunded], () => ({
      status: 'found',
      payouts: new Map([
        ['txn_1', payout('paid')],
        ['txn_re', later],
      ]),
    }));
    const { payouts } = await syncPayments(ports, viewed);
    await savePayouts(ports, viewed, payouts ?? '');
    expect(datesOf(record)).toEqual(['2026-11-22', '']);
    expect(record['stripe_net_paid_out']).toBe('14.12');
  });

  test('a day that an older build saved without the amount is asked for again', async () => {
    const { ports, record } = world([paid(1)], (id) => inPayout(id));
    const first = await syncPayments(ports, viewed);
    await savePayouts(ports, viewed, first.payouts ?? '');
    record['stripe_net_paid_out'] = '';
    expect((await syncPayments(ports, viewed)).payouts).not.toBeNull();
  });

  test('where Stripe does not tell of one payment, nothing is written', async () => {
    const { ports, record } = world([paid(1), paid(2)], (id) =>
      id === 'ch_1' ? inPayout(id) : { status: 'unknown' },
    );
    const { payouts } = await syncPayments(ports, viewed);
    const { changes } = await savePayouts(ports, viewed, payouts ?? '');
    expect([changes, datesOf(record)]).toEqual([[], ['', '']]);
  });
});

describe('nothing is asked for', () => {
  test.each<[string, readonly Charge[], Fakes]>([
    ['before any of the money is available', [paid(1, { availableOn: NOW + DAY })], {}],
    ['while a fee is pending', [paid(1), charge({ id: 'ch_2', balanceTransaction: null })], {}],
    ['of more payments than a few calls can tell of', several(4), {}],
    ['of payouts that are sent by hand', [paid(1)], { stripe: { hasManualPayouts: () => true } }],
    ['where nothing was paid', [], {}],
  ])('%s', async (_when, charges, fakes) => {
    const { ports } = world(charges, (id) => inPayout(id), fakes);
    expect((await syncPayments(ports, viewed)).payouts).toBeNull();
  });
});

describe('what is saved belongs to the money that was synced', () => {
  test('a record that was synced again meanwhile is left as it is', async () => {
    const { ports, asked, record } = world([paid(1)], (id) => inPayout(id));
    const { payouts } = await syncPayments(ports, viewed);
    record['stripe_last_synced_at'] = new Date(NOW_MS + 5_000).toISOString();
    await savePayouts(ports, viewed, payouts ?? '');
    expect([asked, datesOf(record)]).toEqual([[], ['', '']]);
  });

  test('other money that is saved at the same moment takes the day away', async () => {
    const { ports, record } = world([paid(1)], (id) => inPayout(id), {
      stripe: {
        payoutsOfFew: (few) => {
          record['stripe_last_synced_at'] = new Date(NOW_MS + 5_000).toISOString();
          record['stripe_net_amount'] = '1.00';
          return Promise.resolve(new Map(few.map(({ id }) => [id, inPayout(id)])));
        },
      },
    });
    const { payouts } = await syncPayments(ports, viewed);
    const { changes } = await savePayouts(ports, viewed, payouts ?? '');
    expect([changes, datesOf(record)]).toEqual([[], ['', '']]);
  });

  test.each([
    ['another record', { recordId: '9002' }],
    ['a record of another type', { objectType: 'contact' as const }],
  ])('what was sealed for one record is refused for %s', async (_other, other) => {
    const { ports } = world([paid(1)], (id) => inPayout(id));
    const { payouts } = await syncPayments(ports, viewed);
    const failure = await failureOf(savePayouts(ports, { ...viewed, ...other }, payouts ?? ''));
    expect(failure.code).toBe('continuation-expired');
  });

  test.each(['', 'abc.def'])('a token that was not sealed is refused: "%s"', async (token) => {
    const { ports } = world([paid(1)], (id) => inPayout(id));
    expect((await failureOf(savePayouts(ports, viewed, token))).code).toBe('continuation-expired');
  });

  test('a token is refused after ten minutes', async () => {
    let nowMs = NOW_MS;
    const { ports } = world([paid(1)], (id) => inPayout(id), { nowMs: () => nowMs });
    const { payouts } = await syncPayments(ports, viewed);
    nowMs += 10 * 60_000 + 1;
    const failure = await failureOf(savePayouts(ports, viewed, payouts ?? ''));
    expect(failure.code).toBe('continuation-expired');
  });
});
