import type { AskedChange, PropertyEdit } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import {
  confirmChange,
  prepareChange,
} from '../../../../src/app/packages/sync/src/use-cases/acting/manage-billing.ts';
import { dispute } from '../../../builders/dispute.ts';
import { charge } from '../../../builders/charge.ts';
import { failureOf } from '../../fake-ports.ts';
import type { Fault, World } from './fake-world.ts';
import { deal, fakeWorld, ticketFor } from './fake-world.ts';

type AskedRefund = Extract<AskedChange, { kind: 'refund' }>;

const asked = (overrides: Partial<AskedRefund> = {}): AskedRefund => ({
  kind: 'refund',
  paymentId: 'ch_1',
  ticket: ticketFor('ch_1'),
  amount: '5.00',
  reason: 'requested_by_customer',
  ...overrides,
});

async function prepared(world: World, change = asked()) {
  const { digest, confirmation, preview } = await prepareChange(world.ports(), deal, change);
  return { approval: { digest, confirmation: confirmation?.text }, preview };
}

/** Reviewed, entered by a user, confirmed. */
async function refunded(
  world: World,
  source: Partial<PropertyEdit> = {},
  faults: readonly Fault[] = [],
) {
  const { approval } = await prepared(world);
  world.enter(approval.confirmation ?? '', source);
  return confirmChange(world.ports(faults), deal, asked(), approval);
}

test('the preview says what is left, what Stripe keeps and where net falls to; nothing is done', async () => {
  const world = fakeWorld();
  const { preview, approval } = await prepared(world);
  expect(preview).toMatchObject({
    kind: 'refund',
    amount: { minor: 500 },
    before: { rest: { minor: 2_000 } },
    restAfter: { minor: 1_500 },
    kept: {
      status: 'known',
      fee: { minor: 88 },
      net: { minor: 1_912 },
      netAfter: { minor: 1_412 },
    },
  });
  expect(approval.confirmation).toMatch(/^REFUND 5\.00 USD /);
  expect(world.stripe.refunds).toEqual([]);
});

test('a confirmed refund is made once, names the user, and empties the property', async () => {
  const world = fakeWorld();
  const done = await refunded(world);
  expect(done).toMatchObject({ isExisting: false, userId: '77', outcome: { kind: 'refund' } });
  expect(world.stripe.refunds).toMatchObject([{ amountMinor: 500, userId: '77' }]);
  expect(world.deal['stripe_confirmation']).toBe('');
});

test('the same confirmation again is answered with the refund that it made', async () => {
  const world = fakeWorld();
  const { approval } = await prepared(world);
  world.enter(approval.confirmation ?? '');
  await confirmChange(world.ports(), deal, asked(), approval);
  const again = await confirmChange(world.ports(), deal, asked(), approval);
  expect(again).toMatchObject({ isExisting: true, userId: '77' });
  expect(world.stripe.refunds).toHaveLength(1);
});

test('a used text that is entered again refunds nothing more', async () => {
  const world = fakeWorld();
  const { approval } = await prepared(world);
  world.enter(approval.confirmation ?? '');
  await confirmChange(world.ports(), deal, asked(), approval);
  world.enter(approval.confirmation ?? '');
  const second = await prepared(world);
  expect(second.approval.confirmation).not.toBe(approval.confirmation);
  const failure = await failureOf(confirmChange(world.ports(), deal, asked(), second.approval));
  expect(failure.code).toBe('confirmation-differs');
  expect(world.stripe.refunds).toHaveLength(1);
});

describe('nothing is refunded', () => {
  test.each([
    ['written by an API', { sourceType: 'INTEGRATION' }, 'confirmation-not-by-user'],
    ['of no user', { updatedByUserId: null }, 'confirmation-not-by-user'],
    ['of before', { writtenAtMs: 0 }, 'confirmation-expired'],
  ])('where the text is %s', async (_name, source, code) => {
    const world = fakeWorld();
    expect((await failureOf(refunded(world, source))).code).toBe(code);
    expect(world.stripe.refunds).toEqual([]);
  });

  test('without the text in the property, or after another', async () => {
    const world = fakeWorld();
    const { approval } = await prepared(world);
    const confirm = () => failureOf(confirmChange(world.ports(), deal, asked(), approval));
    expect((await confirm()).code).toBe('confirmation-missing');
    world.enter(approval.confirmation ?? '');
    world.enter('something else');
    expect((await confirm()).code).toBe('confirmation-differs');
    expect(world.stripe.refunds).toEqual([]);
  });

  test('where HubSpot shows a value and no history', async () => {
    const world = fakeWorld();
    const { approval } = await prepared(world);
    world.deal['stripe_confirmation'] = approval.confirmation ?? '';
    const failure = await failureOf(confirmChange(world.ports(), deal, asked(), approval));
    expect(failure.code).toBe('confirmation-unreadable');
  });

  test('with the text of another amount', async () => {
    const world = fakeWorld();
    const small = await prepared(world);
    const large = await prepared(world, asked({ amount: '20.00' }));
    world.enter(small.approval.confirmation ?? '');
    const approval = { ...large.approval, confirmation: small.approval.confirmation };
    const failure = await failureOf(
      confirmChange(world.ports(), deal, asked({ amount: '20.00' }), approval),
    );
    expect(failure.code).toBe('confirmation-other');
    expect(world.stripe.refunds).toEqual([]);
  });

  test('where the payment changed since it was reviewed', async () => {
    const world = fakeWorld();
    const { approval } = await prepared(world);
    world.enter(approval.confirmation ?? '');
    world.stripe.charges.set('ch_1', charge({ amountMinor: 1_900 }));
    const failure = await failureOf(confirmChange(world.ports(), deal, asked(), approval));
    expect(failure.code).toBe('preview-changed');
  });

  test('after twenty minutes', async () => {
    const world = fakeWorld();
    const { approval } = await prepared(world);
    world.enter(approval.confirmation ?? '');
    world.stripe.nowMs += 20 * 60_000;
    const failure = await failureOf(confirmChange(world.ports(), deal, asked(), approval));
    expect(failure.code).toBe('confirmation-expired');
  });

  test.each([
    [
      'a candidate',
      asked({ ticket: ticketFor('ch_1', { isCounted: false }) }),
      'payment-list-expired',
    ],
    ['another payment than shown', asked({ ticket: ticketFor('ch_2') }), 'payment-list-expired'],
    [
      "another record's payment",
      asked({ ticket: ticketFor('ch_1', { record: { ...deal, recordId: '9002' } }) }),
      'payment-list-expired',
    ],
    ['more than is left', asked({ amount: '20.01' }), 'refund-too-large'],
    ['a part of a cent', asked({ amount: '5.001' }), 'amount-invalid'],
    ['zero', asked({ amount: '0.00' }), 'amount-invalid'],
  ])('for %s', async (_name, change, code) => {
    expect((await failureOf(prepareChange(fakeWorld().ports(), deal, change))).code).toBe(code);
  });

  test('of a disputed payment', async () => {
    const world = fakeWorld();
    world.stripe.charges.set('ch_1', charge({ disputes: [dispute()] }));
    expect((await failureOf(prepared(world))).code).toBe('payment-disputed');
  });

  test('before the property exists', async () => {
    const world = fakeWorld();
    delete world.deal['stripe_confirmation'];
    expect((await failureOf(prepared(world))).code).toBe('not-set-up');
  });
});

test('two at once make one refund', async () => {
  const world = fakeWorld();
  const { approval } = await prepared(world);
  world.enter(approval.confirmation ?? '');
  const confirm = () => confirmChange(world.ports(), deal, asked(), approval);
  const both = await Promise.all([confirm(), confirm()]);
  expect(both.map(({ userId }) => userId)).toEqual(['77', '77']);
  expect(world.stripe.refunds).toHaveLength(1);
});

describe.each(Array.from({ length: 12 }, (_, call) => call))('a fault at call %d', (call) => {
  test.each<Fault>(['lost', 'unanswered', 'killed-before', 'killed-after'])(
    '(%s) and the same again make one refund',
    async (fault) => {
      const world = fakeWorld();
      const { approval } = await prepared(world);
      world.enter(approval.confirmation ?? '');
      const faults = [...Array<Fault>(call).fill('none'), fault];
      await confirmChange(world.ports(faults), deal, asked(), approval).catch(() => undefined);
      const again = await confirmChange(world.ports(), deal, asked(), approval);
      expect(again.outcome).toMatchObject({ kind: 'refund', amount: { minor: 500 } });
      expect(world.stripe.refunds).toHaveLength(1);
    },
  );
});
