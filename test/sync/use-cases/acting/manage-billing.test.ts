import type { AskedChange } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { confirmRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/make-request.ts';
import {
  confirmChange,
  prepareChange,
} from '../../../../src/app/packages/sync/src/use-cases/acting/manage-billing.ts';
import { prepareRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/planned-request.ts';
import { failureOf } from '../../fake-ports.ts';
import type { Fault, World } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';

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
      expect([world.stripe.voided, world.stripe.emails]).toEqual([[], []]);
    },
  );

  test('is not voided by the text for sending it', async () => {
    const world = fakeWorld();
    const id = await madeIn(world, 'invoice');
    const sending = await approved(world, { kind: 'send-invoice', id });
    const change = { kind: 'void-invoice', id } as const;
    const { digest } = await prepareChange(world.ports(), deal, change);
    const failure = await failureOf(
      confirmChange(world.ports(), deal, change, { digest, confirmation: sending.confirmation }),
    );
    expect(failure.code).toBe('confirmation-expired');
  });

  test('that is paid is neither voided nor sent', async () => {
    const world = fakeWorld();
    const id = await madeIn(world, 'invoice');
    const request = world.stripe.requests.get(id);
    if (request !== undefined) world.stripe.requests.set(id, { ...request, status: 'paid' });
    for (const kind of ['void-invoice', 'send-invoice'] as const) {
      const failure = await failureOf(prepareChange(world.ports(), deal, { kind, id }));
      expect(failure.code).toBe('invoice-not-open');
    }
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

describe.each(['void-invoice', 'send-invoice'] as const)('%s', (kind) => {
  describe.each(Array.from({ length: 8 }, (_, call) => call))('with a fault at call %d', (call) => {
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
        expect(world.stripe.voided.length + world.stripe.emails.length).toBe(1);
      },
    );
  });
});
