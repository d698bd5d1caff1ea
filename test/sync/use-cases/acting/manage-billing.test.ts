import type { AskedChange } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { confirmRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/make-request.ts';
import {
  confirmChange,
  prepareChange,
} from '../../../../src/app/packages/sync/src/use-cases/acting/manage-billing.ts';
import { prepareRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/planned-request.ts';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { failureOf } from '../../fake-ports.ts';
import type { Fault, World } from './fake-world.ts';
import { fakeWrites } from './fake-stripe.ts';
import { deal, fakeWorld, ticketFor } from './fake-world.ts';

const subject = {
  kind: 'amount',
  amount: '250.00',
  currency: 'usd',
  description: 'Setup',
} as const;

async function madeIn(world: World, method: 'link' | 'invoice'): Promise<string> {
  const asked =
    method === 'link'
      ? ({ method, subject, collectsTax: false } as const)
      : ({
          method,
          subject,
          collectsTax: false,
          payee: { customerId: 'cus_1' },
          daysUntilDue: 30,
          delivery: 'copy',
        } as const);
  const { digest } = await prepareRequest(world.ports(), deal, asked);
  const { request } = await confirmRequest(world.ports(), deal, asked, { digest });
  return request.id;
}

async function approved(world: World, change: AskedChange) {
  const { digest, confirmation } = await prepareChange(world.ports(), deal, change);
  if (confirmation !== null) world.enter(confirmation.text);
  return { digest, confirmation: confirmation?.text };
}

test.each([
  [
    'charge_write',
    { kind: 'refund', paymentId: 'ch_1', ticket: ticketFor('ch_1'), amount: null, reason: null },
  ],
  ['subscription_write', { kind: 'cancel-now', id: 'sub_1' }],
  ['customer_portal_write', { kind: 'card-link', customerId: 'cus_1' }],
] as const)(
  'without %s of the key, the review says so, and asks no person',
  async (permission, change) => {
    const world = fakeWorld();
    await prepareChange(world.ports(), deal, change);
    world.stripe.forbidden.add(permission);
    const failure = await failureOf(prepareChange(world.ports(), deal, change));
    expect(failure.failure).toMatchObject({ code: 'write-key-permission', detail: permission });
  },
);

test('a link is deactivated without a named person, and again does nothing', async () => {
  const world = fakeWorld();
  const change = { kind: 'deactivate-link', id: await madeIn(world, 'link') } as const;
  const approval = await approved(world, change);
  const first = await confirmChange(world.ports(), deal, change, approval);
  const again = await confirmChange(world.ports(), deal, change, approval);
  expect([first.isExisting, again.isExisting]).toEqual([false, true]);
  expect(again.outcome).toMatchObject({ request: { status: 'canceled' } });
});

describe('an invoice', () => {
  test('is voided with a named person', async () => {
    const world = fakeWorld();
    const change = { kind: 'void-invoice', id: await madeIn(world, 'invoice') } as const;
    const approval = await approved(world, change);
    expect(approval.confirmation).toMatch(/^VOID 250\.00 USD /);
    const done = await confirmChange(world.ports(), deal, change, approval);
    expect(done).toMatchObject({ userId: '77', outcome: { request: { status: 'canceled' } } });
    expect(world.stripe.requests.get(change.id)).toMatchObject({ userId: '77' });
  });

  test.each(['void-invoice', 'mark-paid', 'mark-uncollectible', 'send-invoice'] as const)(
    'is neither ended nor sent while a bank debit of it is on its way (%s)',
    async (kind) => {
      const world = fakeWorld();
      const change = { kind, id: await madeIn(world, 'invoice') };
      const approval = await approved(world, change);
      world.stripe.beingPaid.add(change.id);
      const prepared = await failureOf(prepareChange(world.ports(), deal, change));
      const done = await failureOf(confirmChange(world.ports(), deal, change, approval));
      expect([prepared.code, done.code]).toEqual(['invoice-being-paid', 'invoice-being-paid']);
      expect(world.stripe.endings).toEqual([]);
    },
  );

  test.each(['void-invoice', 'send-invoice'] as const)(
    'is left as it is without one (%s)',
    async (kind) => {
      const world = fakeWorld();
      const change = { kind, id: await madeIn(world, 'invoice') };
      const { digest, confirmation } = await prepareChange(world.ports(), deal, change);
      world.enter(confirmation?.text ?? '', { sourceType: 'API' });
      const approval = { digest, confirmation: confirmation?.text };
      const failure = await failureOf(confirmChange(world.ports(), deal, change, approval));
      expect(failure.code).toBe('confirmation-not-by-user');
      expect([world.stripe.endings, world.stripe.emails]).toEqual([[], []]);
    },
  );

  test('is sent once more only for another text, within the same minutes', async () => {
    const world = fakeWorld();
    const change = { kind: 'send-invoice', id: await madeIn(world, 'invoice') } as const;
    const first = await approved(world, change);
    await confirmChange(world.ports(), deal, change, first);
    const second = await approved(world, change);
    expect(second.confirmation).not.toBe(first.confirmation);
    const answer = await confirmChange(world.ports(), deal, change, second);
    expect([answer.isExisting, world.stripe.emails.length]).toEqual([false, 2]);
    expect((await confirmChange(world.ports(), deal, change, second)).isExisting).toBe(true);
    expect(world.stripe.emails).toHaveLength(2);
  });

  test('that was requested by email before is sent once more only for another text', async () => {
    const world = fakeWorld();
    const asked = {
      method: 'invoice',
      subject,
      collectsTax: false,
      payee: { customerId: 'cus_1' },
      daysUntilDue: 30,
      delivery: 'email',
    } as const;
    const send = async (): Promise<string> => {
      const { digest, confirmation } = await prepareRequest(world.ports(), deal, asked);
      const text = confirmation?.text ?? '';
      world.enter(text);
      await confirmRequest(world.ports(), deal, asked, { digest, confirmation: text });
      return text;
    };
    expect(await send()).not.toBe(await send());
    expect([world.stripe.emails.length, world.stripe.requests.size]).toEqual([2, 1]);
  });

  test('is not voided by the text for sending it', async () => {
    const world = fakeWorld();
    const id = await madeIn(world, 'invoice');
    const sending = await approved(world, { kind: 'send-invoice', id });
    const change = { kind: 'void-invoice', id } as const;
    const { digest } = await prepareChange(world.ports(), deal, change);
    const failure = await failureOf(
      confirmChange(world.ports(), deal, change, { digest, confirmation: sending.confirmation }),
    );
    expect(failure.code).toBe('confirmation-other');
  });

  test.each([
    ['paid', 'invoice-paid', ['void-invoice', 'send-invoice', 'mark-paid', 'mark-uncollectible']],
    ['canceled', 'invoice-void', ['void-invoice', 'send-invoice', 'mark-paid']],
    ['draft', 'invoice-draft', ['void-invoice', 'send-invoice', 'mark-paid']],
    ['uncollectible', 'invoice-uncollectible', ['send-invoice', 'mark-uncollectible']],
  ] as const)('that is %s is refused with %s', async (status, code, kinds) => {
    const world = fakeWorld();
    const id = await madeIn(world, 'invoice');
    const request = world.stripe.requests.get(id);
    if (request !== undefined) world.stripe.requests.set(id, { ...request, status });
    for (const kind of kinds) {
      const failure = await failureOf(prepareChange(world.ports(), deal, { kind, id }));
      expect(failure.code).toBe(code);
    }
  });

  test('that the customer paid in between is not reported as marked', async () => {
    const world = fakeWorld();
    const change = { kind: 'mark-paid', id: await madeIn(world, 'invoice') } as const;
    const approval = await approved(world, change);
    const request = world.stripe.requests.get(change.id);
    if (request !== undefined) world.stripe.requests.set(change.id, { ...request, status: 'paid' });
    const failure = await failureOf(confirmChange(world.ports(), deal, change, approval));
    expect([failure.code, world.stripe.endings]).toEqual(['invoice-paid', []]);
  });

  test('names who ended it only where it was ended', async () => {
    const world = fakeWorld();
    const change = { kind: 'mark-uncollectible', id: await madeIn(world, 'invoice') } as const;
    const approval = await approved(world, change);
    const ports = world.ports();
    const refused = () => Promise.reject(new SyncError('write-key-permission'));
    const writes = { ...fakeWrites(world.stripe), markUncollectible: refused };
    const failure = await failureOf(confirmChange({ ...ports, writes }, deal, change, approval));
    expect(failure.code).toBe('write-key-permission');
    expect(world.stripe.requests.get(change.id)).toMatchObject({ userId: null, status: 'open' });
    const done = await confirmChange(world.ports(), deal, change, approval);
    expect(done).toMatchObject({ userId: '77', outcome: { request: { status: 'uncollectible' } } });
  });

  test('of another record is not touched', async () => {
    const world = fakeWorld();
    const id = await madeIn(world, 'invoice');
    const request = world.stripe.requests.get(id);
    const records = [{ objectType: 'deal', recordId: '9002' } as const];
    if (request !== undefined) world.stripe.requests.set(id, { ...request, records });
    const failure = await failureOf(
      prepareChange(world.ports(), deal, { kind: 'void-invoice', id }),
    );
    expect(failure.code).toBe('not-requested-here');
  });
});

describe.each(['void-invoice', 'send-invoice', 'mark-paid', 'mark-uncollectible'] as const)(
  '%s',
  (kind) => {
    describe.each(Array.from({ length: 14 }, (_, call) => call))(
      'with a fault at call %d',
      (call) => {
        test.each<Fault>(['lost', 'unanswered', 'killed-before', 'killed-after'])(
          '(%s) and the same again is done once',
          async (fault) => {
            const world = fakeWorld();
            const change = { kind, id: await madeIn(world, 'invoice') };
            const approval = await approved(world, change);
            const faults = [...Array<Fault>(call).fill('none'), fault];
            await confirmChange(world.ports(faults), deal, change, approval).catch(() => undefined);
            const again = await confirmChange(world.ports(), deal, change, approval);
            expect(again.step).toBe('done');
            expect(world.stripe.endings.length + world.stripe.emails.length).toBe(1);
            expect(again.userId).toBe('77');
            // One for the request, one for what became of it.
            expect([again.line, world.notes.size]).toEqual(['left', 2]);
          },
        );
      },
    );
  },
);
