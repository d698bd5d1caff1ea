import type { AskedPayment } from '@stripe-payments/core';
import { missingOf, money } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { confirmRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/make-request.ts';
import { requestOverview } from '../../../../src/app/packages/sync/src/use-cases/acting/overview.ts';
import { requestBasis } from '../../../../src/app/packages/sync/src/use-cases/acting/request-basis.ts';
import { prepareRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/planned-request.ts';
import { failureOf } from '../../fake-ports.ts';
import type { World } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';

/** 400.00 are outstanding on the deal. */
const subject = { kind: 'amount', amount: '400.00', currency: 'usd' } as const;

const link: AskedPayment = { method: 'link', subject, collectsTax: false };

const invoice: AskedPayment = {
  method: 'invoice',
  subject,
  collectsTax: false,
  payee: { customerId: 'cus_1' },
  daysUntilDue: 30,
  delivery: 'copy',
};

const reviewed = (world: World, asked: AskedPayment) =>
  prepareRequest(world.ports(), deal, asked).then(({ digest }) => ({ digest }));

const open = ({ stripe }: World) =>
  [...stripe.requests.values()].filter(({ status }) => status === 'open');

const ids = (asked: readonly { readonly id: string }[]) => asked.map(({ id }) => id).toSorted();

test('form and review have what an invoice of another program asks for', async () => {
  const world = fakeWorld();
  world.invoices.set('in_foreign', 15_000);
  const { standing } = await requestBasis(world.ports(), deal);
  expect(ids(standing.asked)).toEqual(['in_foreign']);
  expect(missingOf(standing)).toEqual(money(25_000, 'usd'));
  const prepared = await prepareRequest(world.ports(), deal, link);
  expect(prepared.standing).toEqual(standing);
});

test('open links and invoices of the record count once, whatever the method of the next request', async () => {
  const world = fakeWorld();
  const small = { ...subject, amount: '100.00' };
  for (const asked of [
    { ...link, subject: small },
    { ...invoice, subject: small },
  ] as const) {
    await confirmRequest(world.ports(), deal, asked, await reviewed(world, asked));
  }
  const { requests, standing: saved } = await requestOverview(world.ports(), deal);
  const { standing } = await requestBasis(world.ports(), deal);
  expect(ids(saved.asked)).toEqual(ids(requests));
  expect(missingOf(saved)).toEqual(missingOf(standing));
  expect(ids(standing.asked)).toEqual(ids(requests));
  expect(missingOf(standing)).toEqual(money(20_000, 'usd'));
  for (const next of [link, invoice]) {
    const { standing: compared } = await prepareRequest(world.ports(), deal, next);
    expect(ids(compared.asked)).toEqual(ids(requests));
  }
});

test('what is outstanding is known before the first sync', async () => {
  const world = fakeWorld();
  Object.assign(world.deal, { stripe_amount_outstanding: null, stripe_last_synced_at: null });
  const { standing } = await requestBasis(world.ports(), deal);
  expect(standing).toEqual({
    outstanding: money(40_000, 'usd'),
    asked: [],
    refunded: null,
    lost: null,
    reviewCount: 0,
    asOfMs: null,
    problem: null,
  });
  // The card says it too, and reads no payments once the deal was synced.
  const { standing: shown } = await requestOverview(world.ports(), deal);
  expect(shown).toEqual(standing);
});

describe.each([
  ['link', link],
  ['invoice', invoice],
] as const)('a %s that was reviewed', (_name, asked) => {
  test.each<readonly [string, (world: World) => unknown]>([
    ['a payment came', (world) => (world.paid = money(100_000, 'usd'))],
    ['another program made an invoice', (world) => world.invoices.set('in_foreign', 40_000)],
    [
      'another link was made',
      async (world) => {
        const other = { ...link, subject: { ...subject, amount: '399.00' } };
        await confirmRequest(world.ports(), deal, other, await reviewed(world, other));
      },
    ],
  ])('is not made where %s since', async (_change, change) => {
    const world = fakeWorld();
    const approval = await reviewed(world, asked);
    await change(world);
    const before = open(world).length;
    const failure = await failureOf(confirmRequest(world.ports(), deal, asked, approval));
    expect(failure.code).toBe('preview-changed');
    expect(open(world)).toHaveLength(before);
    // After another review it is.
    const again = await reviewed(world, asked);
    expect((await confirmRequest(world.ports(), deal, asked, again)).isExisting).toBe(false);
  });

  test('is not made where it can no longer be read what is asked for, and the reason is said', async () => {
    const world = fakeWorld();
    const approval = await reviewed(world, asked);
    world.isViewComplete = false;
    const failure = await failureOf(confirmRequest(world.ports(), deal, asked, approval));
    expect(failure.code).toBe('timeout');
    expect(open(world)).toEqual([]);
  });

  test('is made where that could not be read before either, with the figure of the last sync', async () => {
    const world = fakeWorld();
    world.isViewComplete = false;
    world.deal['stripe_last_synced_at'] = '2026-11-22T10:00:00Z';
    const { digest, standing } = await prepareRequest(world.ports(), deal, asked);
    expect(standing).toMatchObject({
      outstanding: { minor: 40_000 },
      asOfMs: Date.parse('2026-11-22T10:00:00Z'),
      problem: { code: 'timeout' },
    });
    const done = await confirmRequest(world.ports(), deal, asked, { digest });
    expect(done.request.status).toBe('open');
  });

  test('in two tabs is made by the first, and the second is answered with it', async () => {
    const world = fakeWorld();
    const [one, other] = [await reviewed(world, asked), await reviewed(world, asked)];
    const first = await confirmRequest(world.ports(), deal, asked, one);
    const second = await confirmRequest(world.ports(), deal, asked, other);
    expect([first.isExisting, second.isExisting]).toEqual([false, true]);
    expect(second.request.id).toBe(first.request.id);
    expect(open(world)).toHaveLength(1);
  });
});
