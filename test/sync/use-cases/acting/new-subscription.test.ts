import type { AskedPayment, LineItem } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { confirmRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/make-request.ts';
import { prepareRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/planned-request.ts';
import { failureOf } from '../../fake-ports.ts';
import type { Fault, World } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';

type AskedSubscription = Extract<AskedPayment, { method: 'subscription' }>;

const MONTH = { unit: 'month', count: 1 } as const;

const byInvoice = (overrides: Partial<AskedSubscription> = {}): AskedSubscription => ({
  method: 'subscription',
  subject: { kind: 'recurring-lines', interval: MONTH, withOneTime: true },
  collectsTax: false,
  payee: { customerId: 'cus_1' },
  daysUntilDue: 30,
  ...overrides,
});

const byLink = (trialDays?: number): AskedPayment => ({
  method: 'subscription-link',
  subject: { kind: 'recurring-lines', interval: MONTH, withOneTime: true },
  collectsTax: false,
  ...(trialDays !== undefined && { trialDays }),
});

const line = (id: string, properties: LineItem['properties']): LineItem => ({
  id,
  properties: { name: id, quantity: '1', price: '100', ...properties },
});

function dealWithLines(): World {
  const world = fakeWorld();
  world.items = [
    line('Setup', { price: '300' }),
    line('Seat', { quantity: '2', recurringbillingfrequency: 'monthly' }),
    line('Domain', { recurringbillingfrequency: 'annually' }),
  ];
  return world;
}

async function approvalOf(world: World, asked: AskedPayment) {
  const { digest, confirmation } = await prepareRequest(world.ports(), deal, asked);
  return { digest, confirmation: confirmation?.text };
}

async function begun(world: World, asked: AskedPayment) {
  const approval = await approvalOf(world, asked);
  if (approval.confirmation !== undefined) world.enter(approval.confirmation);
  return confirmRequest(world.ports(), deal, asked, approval);
}

const codeOf = async (world: World, asked: AskedPayment): Promise<string> =>
  (await failureOf(prepareRequest(world.ports(), deal, asked))).code;

describe('a review', () => {
  test('has what recurs, what is paid once, what is due first, and what is left out', async () => {
    const prepared = await prepareRequest(dealWithLines().ports(), deal, byInvoice());
    expect(prepared).toMatchObject({
      lines: [{ label: 'Setup' }],
      total: { minor: 50_000 },
      cycle: {
        lines: [{ label: 'Seat', quantity: 2 }],
        each: { minor: 20_000 },
        dueAtFirst: { minor: 50_000 },
        startsAt: null,
      },
      recurring: [{ label: 'Domain' }],
      standing: { outstanding: { minor: 40_000 } },
      delivery: 'email',
    });
    expect(prepared.confirmation?.text).toMatch(/^SUBSCRIBE 500\.00 USD /);
  });

  test('of a later start has only what is paid once on the first invoice', async () => {
    const asked = byInvoice({ startDay: '2026-12-01', trialDays: 7 });
    const { cycle } = await prepareRequest(dealWithLines().ports(), deal, asked);
    expect(cycle).toMatchObject({
      dueAtFirst: { minor: 30_000 },
      startsAt: Date.parse('2026-12-08T00:00:00Z') / 1_000,
    });
  });

  test('of a link names no day: it begins when the customer pays, and needs no person', async () => {
    const prepared = await prepareRequest(dealWithLines().ports(), deal, byLink(14));
    expect(prepared).toMatchObject({
      cycle: { dueAtFirst: { minor: 30_000 }, startsAt: null, trialDays: 14 },
      confirmation: null,
      payee: null,
    });
  });

  test.each<readonly [string, Partial<AskedSubscription>, string]>([
    [
      'of an interval that no line has',
      {
        subject: {
          kind: 'recurring-lines',
          interval: { unit: 'week', count: 1 },
          withOneTime: true,
        },
      },
      'no-recurring-lines',
    ],
    [
      'of four years',
      {
        subject: {
          kind: 'amount',
          amount: '5',
          currency: 'usd',
          description: 'A',
          interval: { unit: 'year', count: 4 },
        },
      },
      'interval-invalid',
    ],
    [
      'of an amount below the least',
      {
        subject: {
          kind: 'amount',
          amount: '0.20',
          currency: 'usd',
          description: 'A',
          interval: MONTH,
        },
      },
      'amount-too-small',
    ],
    ['that began', { startDay: '2026-11-01' }, 'start-past'],
    ['in three years', { startDay: '2029-11-01' }, 'start-too-far'],
    ['of another customer', { payee: { customerId: 'cus_9' } }, 'payee-not-of-record'],
  ])('%s is refused', async (_name, overrides, code) => {
    expect(await codeOf(dealWithLines(), byInvoice(overrides))).toBe(code);
  });

  test('with a line that cannot be read is refused, unless that line is left out', async () => {
    const world = dealWithLines();
    world.items = [...world.items, line('Odd', { price: 'ten' })];
    expect(await codeOf(world, byInvoice())).toBe('line-items-unusable');
    const subject = { kind: 'recurring-lines', interval: MONTH, withOneTime: false } as const;
    const { cycle } = await prepareRequest(world.ports(), deal, byInvoice({ subject }));
    expect(cycle).toMatchObject({ dueAtFirst: { minor: 20_000 } });
  });

  test('with a credit as its only one-time line is refused: there was no choice to leave it out', async () => {
    const world = dealWithLines();
    const often = world.items.filter(({ properties }) => properties['recurringbillingfrequency']);
    world.items = [...often, line('Credit', { price: '-20' })];
    const subject = { kind: 'recurring-lines', interval: MONTH, withOneTime: false } as const;
    expect(await codeOf(world, byInvoice({ subject }))).toBe('line-items-unusable');
  });
});

describe('a subscription by invoice', () => {
  test('is begun by the user who confirmed, once, with the text and the deal in its metadata', async () => {
    const world = dealWithLines();
    const approval = await approvalOf(world, byInvoice());
    const confirm = () => confirmRequest(world.ports(), deal, byInvoice(), approval);
    expect((await failureOf(confirm())).code).toBe('confirmation-missing');
    world.enter(approval.confirmation ?? '');
    expect(await confirm()).toMatchObject({
      userId: '77',
      isExisting: false,
      cycle: { dueAtFirst: { minor: 50_000 } },
    });
    expect(await confirm()).toMatchObject({ userId: '77', isExisting: true });
    expect([...world.notes.values()].join('')).toContain('$500.00 first, then $200.00 each time,');
    expect(world.stripe.begun).toMatchObject([
      {
        customerId: 'cus_1',
        cycle: { interval: MONTH, lines: [{ label: 'Seat' }], trialDays: null },
        once: [{ label: 'Setup' }],
        trialEnd: null,
        metadata: {
          hubspot_deal_id: '9001',
          hubspot_user_id: '77',
          hubspot_confirmation: approval.confirmation,
        },
      },
    ]);
  });

  test('is answered where the same is running, and begun anew after it ended', async () => {
    const world = dealWithLines();
    const first = await begun(world, byInvoice());
    const prepared = await prepareRequest(world.ports(), deal, byInvoice());
    expect(prepared).toMatchObject({ existing: { id: first.request.id }, confirmation: null });
    expect(await begun(world, byInvoice())).toMatchObject({ isExisting: true, userId: '77' });
    const { requests } = world.stripe;
    requests.set(first.request.id, {
      ...(requests.get(first.request.id) ?? expect.fail()),
      status: 'canceled',
    });
    expect((await begun(world, byInvoice())).request.id).not.toBe(first.request.id);
  });

  test('is not begun where a line is no longer what was shown', async () => {
    const world = dealWithLines();
    const approval = await approvalOf(world, byInvoice());
    world.enter(approval.confirmation ?? '');
    world.items = world.items.map((item) =>
      item.id === 'Seat' ? { ...item, properties: { ...item.properties, price: '101' } } : item,
    );
    const failure = await failureOf(confirmRequest(world.ports(), deal, byInvoice(), approval));
    expect([failure.code, world.stripe.begun]).toEqual(['preview-changed', []]);
  });

  test('is not begun with a text that an API wrote', async () => {
    const world = dealWithLines();
    const approval = await approvalOf(world, byInvoice());
    world.enter(approval.confirmation ?? '', { sourceType: 'API' });
    const failure = await failureOf(confirmRequest(world.ports(), deal, byInvoice(), approval));
    expect([failure.code, world.stripe.begun]).toEqual(['confirmation-not-by-user', []]);
  });

  describe.each(Array.from({ length: 14 }, (_, call) => call))(
    'with a fault at call %d',
    (call) => {
      test.each<Fault>(['lost', 'unanswered', 'killed-before', 'killed-after'])(
        '(%s) and the same again is begun once',
        async (fault) => {
          const world = dealWithLines();
          world.contacts = new Map([['51', { email: 'new@example.com' }]]);
          const asked = byInvoice({ payee: { contactId: '51' } });
          const approval = await approvalOf(world, asked);
          world.enter(approval.confirmation ?? '');
          const faults = [...Array<Fault>(call).fill('none'), fault];
          await confirmRequest(world.ports(faults), deal, asked, approval).catch(() => undefined);
          const again = await confirmRequest(world.ports(), deal, asked, approval);
          expect(again).toMatchObject({ request: { kind: 'subscription' }, userId: '77' });
          expect([world.stripe.begun.length, world.stripe.customers.size]).toEqual([1, 2]);
        },
      );
    },
  );
});

test('a link begins one subscription, and is made once', async () => {
  const world = dealWithLines();
  const [first, second] = [await begun(world, byLink(14)), await begun(world, byLink(14))];
  expect(first.request).toMatchObject({ kind: 'link', isRecurring: true });
  expect([second.request.id, second.isExisting]).toEqual([first.request.id, true]);
  expect((await begun(world, byLink())).request.id).not.toBe(first.request.id);
});
