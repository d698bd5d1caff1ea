import type {
  Charge,
  Payout,
  PropertyValues,
  SettledCharge,
  StoredProperties,
} from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import type { PayoutsFound } from '../../../src/app/packages/sync/src/ports.ts';
import { syncInParts } from '../../../src/app/packages/sync/src/use-cases/sync-in-parts.ts';
import { syncPayments } from '../../../src/app/packages/sync/src/use-cases/sync-payments.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge } from '../../builders/charge.ts';
import type { Fakes } from '../fake-ports.ts';
import { fakePorts, NOW_MS, stored, viewed } from '../fake-ports.ts';

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

const payoutOf = (status: string): Payout => ({
  id: 'po_1',
  status,
  arrivalOn: ARRIVED,
  traceId: null,
  failureMessage: null,
});

/** Ports that count for which payments payouts are asked for. */
function world(
  charges: readonly Charge[],
  answer: (charge: SettledCharge) => PayoutsFound,
  fakes: Fakes = {},
) {
  const asked: string[] = [];
  const ports = fakePorts({
    charges: { cus_1: charges },
    ...fakes,
    stripe: {
      payoutsOfCharge: (each) => {
        asked.push(each.id);
        return Promise.resolve(answer(each));
      },
    },
  });
  return { ports, asked };
}

const inPayout =
  (status = 'paid') =>
  ({ balanceTransaction: transaction }: SettledCharge): PayoutsFound => ({
    status: 'found',
    payouts: new Map([[transaction?.id ?? '', payoutOf(status)]]),
  });

async function writtenBy(
  charges: readonly Charge[],
  answer: (charge: SettledCharge) => PayoutsFound,
  fakes: Fakes = {},
): Promise<{
  readonly date: string | undefined;
  readonly asked: readonly string[];
  readonly written: PropertyValues;
}> {
  const { ports, asked } = world(charges, answer, fakes);
  await syncInParts(ports, viewed);
  const written = ports.writes[0] ?? {};
  return { date: written.stripe_payout_date, asked, written };
}

describe('the payout date of a record', () => {
  test('is the day on which the last of its money arrived', async () => {
    const { date, asked } = await writtenBy([paid(1), paid(2)], inPayout());
    expect(date).toBe('2026-11-20');
    expect([...asked].sort()).toEqual(['ch_1', 'ch_2']);
  });

  test('is empty while a part is on its way, and the day on which it is expected is saved', async () => {
    const answer = (each: SettledCharge): PayoutsFound =>
      inPayout(each.id === 'ch_2' ? 'in_transit' : 'paid')(each);
    const { date, written } = await writtenBy([paid(1), paid(2)], answer);
    expect([date, written.stripe_payout_expected_date]).toEqual(['', '2026-11-20']);
  });

  test('takes the place of the day on which it was expected', async () => {
    const before = { ...stored, stripe_payout_expected_date: '2026-11-20' };
    const { date, written } = await writtenBy([paid(1)], inPayout(), { stored: before });
    expect([date, written.stripe_payout_expected_date]).toEqual(['2026-11-20', '']);
  });

  test('is empty after the payout failed, also where it had arrived', async () => {
    const before = { ...stored, stripe_payout_date: '2026-11-20' };
    expect((await writtenBy([paid(1)], inPayout('failed'), { stored: before })).date).toBe('');
  });

  test('costs nothing before all money is available', async () => {
    const charges = [paid(1), paid(2, { availableOn: NOW + DAY })];
    const { date, asked } = await writtenBy(charges, inPayout());
    expect([date, asked]).toEqual(['', []]);
  });

  test('costs one question where payouts are not itemized', async () => {
    const { date, asked } = await writtenBy([paid(1), paid(2)], () => ({ status: 'not-itemized' }));
    expect([date, asked.length]).toEqual(['', 1]);
  });

  test('costs nothing where there are more payments than may be asked for', async () => {
    const charges = Array.from({ length: 11 }, (_, number) => paid(number));
    const { date, asked } = await writtenBy(charges, inPayout());
    expect([date, asked]).toEqual(['', []]);
  });

  test.each([
    ['the same money', {}, undefined],
    ['other money', { netMinor: 1_000 }, ''],
  ])('while it is expected stays after a sync by a viewer of %s', async (_, other, expected) => {
    const first = fakePorts({ charges: { cus_1: [paid(1)] } });
    await syncPayments(first, viewed);
    const day: StoredProperties = {
      stripe_payout_expected_date: '2026-11-20',
      stripe_mode: 'live',
    };
    const saved = { ...stored, ...first.writes[0], ...day };
    const again = fakePorts({ charges: { cus_1: [paid(1, other)] }, stored: saved });
    await syncPayments(again, viewed);
    expect(again.writes[0]?.stripe_payout_expected_date).toBe(expected);
  });

  test('is not asked for while a viewer waits, and then stays for the same money only', async () => {
    const { ports, asked } = world([paid(1)], inPayout());
    await syncPayments(ports, viewed);
    expect(asked).toEqual([]);
    expect(ports.writes[0]?.stripe_payout_date).toBe('');
    const same: StoredProperties = {
      ...stored,
      ...ports.writes[0],
      stripe_payout_date: '2026-11-20',
      stripe_mode: 'live',
    };
    const again = fakePorts({ charges: { cus_1: [paid(1)] }, stored: same });
    await syncPayments(again, viewed);
    expect(again.writes[0]).not.toHaveProperty('stripe_payout_date');
  });
});

describe('of money that arrived long ago', () => {
  const old = { availableOn: NOW - 40 * DAY };
  const first = async () => {
    const { written } = await writtenBy([paid(1, old)], inPayout());
    return { ...stored, ...written, stripe_payout_date: '2026-10-20', stripe_mode: 'live' };
  };

  test('the date stays without a question', async () => {
    const fakes = { stored: await first() };
    const { date, asked } = await writtenBy([paid(1, old)], inPayout('failed'), fakes);
    expect([date, asked]).toEqual([undefined, []]);
  });

  test('the date is asked for again where money was added', async () => {
    const fakes = { stored: await first() };
    const { date, asked } = await writtenBy([paid(1, old), paid(2)], inPayout(), fakes);
    expect(date).toBe('2026-11-20');
    expect(asked).toHaveLength(2);
  });

  test('payment records say it of more payments than may be asked for', async () => {
    const charges = Array.from({ length: 30 }, (_, number) => paid(number, old));
    const records = new Map(
      charges.map(({ id }) => [
        id,
        {
          id: `9${id}`,
          properties: { stripe_payout_status: 'paid', stripe_payout_date: '2026-10-20' },
        },
      ]),
    );
    const paymentRecords = {
      tiedTo: () => Promise.resolve([]),
      ofCharges: () => Promise.resolve(records),
    };
    const { date, asked } = await writtenBy(charges, inPayout('failed'), { paymentRecords });
    expect([date, asked]).toEqual(['2026-10-20', []]);
  });
});
