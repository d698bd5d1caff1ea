import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import type { StripeSandboxOptions } from '../../../sandbox/stripe/index.ts';
import type { CardPayment } from '../../../sandbox/stripe/world/payment-request.ts';
import { DAY_MS, NOW, startSandbox } from './start-sandbox.ts';

const earlier = Date.parse(NOW) - 20 * DAY_MS;

async function transactions(stripe: Stripe): Promise<readonly Stripe.BalanceTransaction[]> {
  return (await stripe.balanceTransactions.list({ limit: 100 })).data;
}

interface FeeCase {
  readonly name: string;
  readonly account?: Partial<StripeSandboxOptions>;
  readonly payment: CardPayment;
  readonly amount: number;
  readonly fee: number;
}

const germanAccount = { accountCountry: 'DE', settlementCurrencies: ['eur'] } as const;
const japaneseAccount = { accountCountry: 'JP', settlementCurrencies: ['jpy'] } as const;
const irishAccount = { accountCountry: 'IE', settlementCurrencies: ['eur'] } as const;

const FEE_CASES: readonly FeeCase[] = [
  {
    name: 'a US card on a US account: 2.9 % + 30',
    payment: { amount: 2000, currency: 'usd' },
    amount: 2000,
    fee: 88,
  },
  {
    name: 'a foreign card: 1.5 % more',
    payment: { amount: 10_000, currency: 'usd', card: { country: 'FR' } },
    amount: 10_000,
    fee: 470,
  },
  {
    name: 'an EU card on an EU account: 1.5 % + 25',
    account: germanAccount,
    payment: { amount: 10_000, currency: 'eur', card: { country: 'FR' } },
    amount: 10_000,
    fee: 175,
  },
  {
    name: 'a Japanese account: 3.6 %, in whole yen',
    account: japaneseAccount,
    payment: { amount: 12_345, currency: 'jpy', card: { country: 'JP' } },
    amount: 12_345,
    fee: 444,
  },
  {
    name: 'an Irish account: 23 % tax on the fee',
    account: irishAccount,
    payment: { amount: 10_000, currency: 'eur', card: { country: 'IE' } },
    amount: 10_000,
    fee: 215,
  },
];

test.each(FEE_CASES)('$name', async ({ account, payment, amount, fee }) => {
  const { stripe, world } = await startSandbox(account);
  world.payByCard({ ...payment, atMs: earlier });
  const [row] = await transactions(stripe);
  expect(row).toMatchObject({ amount, fee, net: amount - fee, exchange_rate: null });
  expect(row?.fee_details.reduce((sum, detail) => sum + detail.amount, 0)).toBe(fee);
});

/** The dollars are what the sandbox's rate table gives, and a day moves them by 1.5 % at most. */
test.each([
  ['eur', 10_050, 10_904],
  ['jpy', 385_000, 257_950],
  ['kwd', 512_250, 166_737],
])('%s is converted, minor to minor, by its exchange rate', async (currency, amount, dollars) => {
  const { stripe, world } = await startSandbox();
  world.payByCard({ amount, currency, atMs: earlier });
  const [row] = await transactions(stripe);
  expect(row?.currency).toBe('usd');
  expect(row?.amount).toBe(Math.round(amount * (row?.exchange_rate ?? 0)));
  expect(Math.abs((row?.amount ?? 0) / dollars - 1)).toBeLessThan(0.016);
  expect((await stripe.charges.list()).data[0]).toMatchObject({ amount, currency });
});

test('an account that holds euros does not convert them', async () => {
  const { stripe, world } = await startSandbox({ settlementCurrencies: ['usd', 'eur'] });
  world.payByCard({ amount: 10_000, currency: 'eur', atMs: earlier });
  expect(await transactions(stripe)).toMatchObject([{ currency: 'eur', exchange_rate: null }]);
  const balance = await stripe.balance.retrieve();
  expect(balance.available.map((funds) => funds.currency)).toEqual(['usd', 'eur']);
});

test.each([
  [10, 'kwd', 15],
  [0, 'usd', 0],
  [0, 'isk', 550],
])('amounts that Stripe refuses are refused', async (_, currency, amount) => {
  const { world } = await startSandbox();
  expect(() => world.payByCard({ amount, currency })).toThrow('amount');
});

test('the fee arrives half an hour after the payment, with charge.updated', async () => {
  const { stripe, world, clock } = await startSandbox();
  const { charge } = world.payByCard({ amount: 5000, currency: 'usd' });
  clock.advanceBy(29 * 60_000);
  expect((await stripe.charges.retrieve(charge.id)).balance_transaction).toBeNull();
  clock.advanceBy(60_000);
  expect((await stripe.charges.retrieve(charge.id)).balance_transaction).toMatch(/^txn_/);
  const { data } = await stripe.events.list({ type: 'charge.updated' });
  expect(data[0]?.data.previous_attributes).toEqual({ balance_transaction: null });
});

test('a card payment is available two weekdays later', async () => {
  const { stripe, world } = await startSandbox();
  world.payByCard({ amount: 5000, currency: 'usd', atMs: Date.parse('2026-11-13T10:00:00Z') });
  const [row] = await transactions(stripe);
  expect(row?.available_on).toBe(Date.parse('2026-11-17T00:00:00Z') / 1000);
  expect(row?.status).toBe('pending');
});
