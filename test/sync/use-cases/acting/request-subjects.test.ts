import type { AskedPayment, LineItem } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { prepareRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/planned-request.ts';
import { failureOf } from '../../fake-ports.ts';
import { deal, fakeWorld } from './fake-world.ts';

type AskedSubject = Extract<AskedPayment, { method: 'link' }>['subject'];

const amount: AskedSubject = {
  kind: 'amount',
  amount: '250.00',
  currency: 'usd',
  description: 'Setup',
};

const link = (subject: AskedSubject): AskedPayment => ({
  method: 'link',
  subject,
  collectsTax: false,
});

const seat = (properties: LineItem['properties'] = {}): LineItem => ({
  id: '1',
  properties: { name: 'Seat', quantity: '4', price: '100', ...properties },
});

describe('what is asked for', () => {
  test.each<readonly [string, AskedSubject, number, string]>([
    ['an amount', amount, 25_000, 'Setup'],
    ['the line items', { kind: 'lines' }, 40_000, 'Seat'],
    ["a part of the deal's amount", { kind: 'deposit', percent: '30' }, 30_000, 'Renewal (30%)'],
    [
      'what is outstanding',
      { kind: 'amount', amount: '400.00', currency: 'usd' },
      40_000,
      'Renewal',
    ],
  ])('is %s', async (_name, subject, total, label) => {
    const world = fakeWorld();
    world.items = [seat()];
    const preview = await prepareRequest(world.ports(), deal, link(subject));
    expect(preview).toMatchObject({
      total: { minor: total, currency: 'usd' },
      lines: [{ label }],
      standing: { outstanding: { minor: 40_000 }, asked: [], problem: null },
      payee: null,
      confirmation: null,
    });
    expect(world.stripe.requests.size).toBe(0);
  });

  test('of a deposit is a part of the line items where the deal has no amount', async () => {
    const world = fakeWorld();
    world.deal['amount'] = null;
    world.items = [seat()];
    const { total } = await prepareRequest(
      world.ports(),
      deal,
      link({ kind: 'deposit', percent: '50' }),
    );
    expect(total.minor).toBe(20_000);
  });

  test.each<
    readonly [string, AskedSubject, Partial<Record<string, string | null>>, LineItem[], string]
  >([
    ['there are no line items', { kind: 'lines' }, {}, [], 'no-line-items'],
    [
      'they are recurring',
      { kind: 'lines' },
      {},
      [seat({ recurringbillingfrequency: 'monthly' })],
      'no-line-items',
    ],
    [
      'one is of another currency',
      { kind: 'lines' },
      {},
      [seat({ hs_line_item_currency_code: 'EUR' })],
      'line-items-unusable',
    ],
    ['it is too little', { ...amount, amount: '0.49' }, {}, [], 'amount-too-small'],
    ['it is a part of a cent', { ...amount, amount: '1.005' }, {}, [], 'amount-invalid'],
    [
      'there is nothing to take a part of',
      { kind: 'deposit', percent: '30' },
      { amount: null },
      [],
      'no-deal-amount',
    ],
    ['the part is more than all', { kind: 'deposit', percent: '101' }, {}, [], 'percent-invalid'],
    ['it is too much', { ...amount, amount: '1000000' }, {}, [], 'amount-too-large'],
    [
      'the part is too much',
      { kind: 'deposit', percent: '50' },
      { amount: '2000001' },
      [],
      'amount-too-large',
    ],
    [
      'it is too precise',
      { ...amount, amount: '12.345', currency: 'kwd' },
      {},
      [],
      'amount-too-precise',
    ],
    [
      'its text is too long',
      { ...amount, description: 'a'.repeat(201) },
      {},
      [],
      'description-too-long',
    ],
    [
      'there are too many lines',
      { kind: 'lines' },
      {},
      Array.from({ length: 21 }, (_, id) => ({ ...seat(), id: String(id) })),
      'too-many-lines',
    ],
  ])('is refused where %s', async (_name, subject, properties, items, code) => {
    const world = fakeWorld();
    Object.assign(world.deal, properties);
    world.items = items;
    expect((await failureOf(prepareRequest(world.ports(), deal, link(subject)))).code).toBe(code);
  });
});
