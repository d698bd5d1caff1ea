import type { AskedChange } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import {
  confirmChange,
  prepareChange,
} from '../../../../src/app/packages/sync/src/use-cases/acting/manage-billing.ts';
import { requestOverview } from '../../../../src/app/packages/sync/src/use-cases/acting/overview.ts';
import { failureOf } from '../../fake-ports.ts';
import type { Fault, World } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';

const id = 'sub_1';

async function approved(world: World, change: AskedChange) {
  const { digest, confirmation } = await prepareChange(world.ports(), deal, change);
  if (confirmation !== null) world.enter(confirmation.text);
  return { digest, confirmation: confirmation?.text };
}

async function done(world: World, change: AskedChange) {
  const approval = await approved(world, change);
  return confirmChange(world.ports(), deal, change, approval);
}

const now = ({ stripe }: World) => stripe.subscriptions.get(id);

const CONFIRMED = ['cancel-now', 'cancel-at-period-end', 'pause-collection'] as const;

test('a subscription of the linked customer is listed with its price, and so is who did not pay', async () => {
  const overview = await requestOverview(fakeWorld().ports(), deal);
  expect(overview.subscriptions).toMatchObject([
    {
      ...{ id, price: { minor: 5_000 }, interval: 'month' },
      ...{ names: ['Name of prod_1'], next: { minor: 5_000 } },
    },
  ]);
  expect(overview.subscriptions[0]).not.toHaveProperty('confirmation');
  expect(overview.failing).toMatchObject([{ id: 'cus_1' }]);
});

describe.each(CONFIRMED)('%s', (kind) => {
  test('is done by the user who confirmed, whose text is with it', async () => {
    const world = fakeWorld();
    const answer = await done(world, { kind, id });
    expect(answer).toMatchObject({ userId: '77', isExisting: false, line: 'left' });
    expect(now(world)).toMatchObject({ userId: '77' });
  });

  test('is not done with a text that an API wrote', async () => {
    const world = fakeWorld();
    const { digest, confirmation } = await prepareChange(world.ports(), deal, { kind, id });
    world.enter(confirmation?.text ?? '', { sourceType: 'API' });
    const approval = { digest, confirmation: confirmation?.text };
    const failure = await failureOf(confirmChange(world.ports(), deal, { kind, id }, approval));
    expect([failure.code, world.stripe.subscriptionChanges]).toEqual([
      'confirmation-not-by-user',
      [],
    ]);
  });

  test('is refused where the customer is not linked', async () => {
    const world = fakeWorld();
    world.deal['stripe_customer_id'] = 'cus_2';
    const failure = await failureOf(prepareChange(world.ports(), deal, { kind, id }));
    expect(failure.code).toBe('subscription-not-of-record');
  });

  describe.each(Array.from({ length: 10 }, (_, call) => call))(
    'with a fault at call %d',
    (call) => {
      test.each<Fault>(['lost', 'unanswered', 'killed-before', 'killed-after'])(
        '(%s) and the same again is done once',
        async (fault) => {
          const world = fakeWorld();
          const approval = await approved(world, { kind, id });
          const faults = [...Array<Fault>(call).fill('none'), fault];
          await confirmChange(world.ports(faults), deal, { kind, id }, approval).catch(
            () => undefined,
          );
          const again = await confirmChange(world.ports(), deal, { kind, id }, approval);
          expect([again.step, again.userId, again.line]).toEqual(['done', '77', 'left']);
          expect([world.stripe.subscriptionChanges.length, world.notes.size]).toEqual([1, 1]);
        },
      );
    },
  );
});

test('a text does not pause again what was resumed, also where it could not be cleared', async () => {
  const world = fakeWorld();
  const change = { kind: 'pause-collection', id } as const;
  const approval = await approved(world, change);
  const ports = world.ports();
  const clear = () => Promise.reject(new SyncError('hubspot-unreachable'));
  await confirmChange({ ...ports, crm: { ...ports.crm, clear } }, deal, change, approval);
  await done(world, { kind: 'resume-collection', id });
  const failure = await failureOf(confirmChange(world.ports(), deal, change, approval));
  expect(failure.code).toBe('preview-changed');
  expect(now(world)).toMatchObject({ isCollectionPaused: false });
});

// The customer may have canceled it, or asked for the pause: both charge them again.
describe.each([
  ['cancel-at-period-end', 'keep-subscription', { endsAt: null }, /^KEEP /],
  ['pause-collection', 'resume-collection', { isCollectionPaused: false }, /^RESUME /],
] as const)('after %s, %s', (before, kind, after, words) => {
  test('needs a person, and says so when it is asked again', async () => {
    const world = fakeWorld();
    await done(world, { kind: before, id });
    const approval = await approved(world, { kind, id });
    expect(approval.confirmation).toMatch(words);
    const first = await confirmChange(world.ports(), deal, { kind, id }, approval);
    const again = await confirmChange(world.ports(), deal, { kind, id }, approval);
    expect([first.isExisting, again.isExisting]).toEqual([false, true]);
    expect(now(world)).toMatchObject({ ...after, userId: '77' });
    expect(world.notes.size).toBe(2);
  });

  test.each([undefined, 'an API'])('is not done with a text of %s', async (writer) => {
    const world = fakeWorld();
    await done(world, { kind: before, id });
    const { digest, confirmation } = await prepareChange(world.ports(), deal, { kind, id });
    if (writer !== undefined) world.enter(confirmation?.text ?? '', { sourceType: 'API' });
    const approval =
      writer === undefined ? { digest } : { digest, confirmation: confirmation?.text };
    const failure = await failureOf(confirmChange(world.ports(), deal, { kind, id }, approval));
    expect(failure.code).toBe(
      writer === undefined ? 'confirmation-other' : 'confirmation-not-by-user',
    );
    expect(now(world)).not.toMatchObject(after);
  });
});

test.each([
  ['keep-subscription', 'subscription-not-ending'],
  ['resume-collection', 'subscription-not-paused'],
] as const)('%s is refused with %s where there is nothing to undo', async (kind, code) => {
  const failure = await failureOf(prepareChange(fakeWorld().ports(), deal, { kind, id }));
  expect(failure.code).toBe(code);
});

test('a price that is not known is not in the text', async () => {
  const world = fakeWorld();
  const before = now(world);
  if (before === undefined) throw new Error('The world has no subscription.');
  world.stripe.subscriptions.set(id, { ...before, price: null });
  const { confirmation } = await prepareChange(world.ports(), deal, { kind: 'cancel-now', id });
  expect(confirmation?.text).toMatch(/^CANCEL-NOW [0-9A-Z]{6}$/);
});

test.each([
  ['cancel-at-period-end', 'subscription-ending'],
  ['pause-collection', 'subscription-paused'],
  ['cancel-now', 'subscription-ended'],
] as const)('%s is refused with %s where it is so already', async (kind, code) => {
  const world = fakeWorld();
  await done(world, { kind, id });
  const failure = await failureOf(prepareChange(world.ports(), deal, { kind, id }));
  expect(failure.code).toBe(code);
});

test('one that has not begun can only be canceled now', async () => {
  const world = fakeWorld();
  const before = now(world);
  if (before) world.stripe.subscriptions.set(id, { ...before, status: 'incomplete' });
  for (const kind of ['cancel-at-period-end', 'pause-collection'] as const) {
    const failure = await failureOf(prepareChange(world.ports(), deal, { kind, id }));
    expect(failure.code).toBe('subscription-not-begun');
  }
  await done(world, { kind: 'cancel-now', id });
  expect(now(world)).toMatchObject({ status: 'canceled' });
});

test('nothing of an ended subscription is changed', async () => {
  const world = fakeWorld();
  await done(world, { kind: 'cancel-now', id });
  for (const kind of ['keep-subscription', 'resume-collection', 'pause-collection'] as const) {
    const failure = await failureOf(prepareChange(world.ports(), deal, { kind, id }));
    expect(failure.code).toBe('subscription-ended');
  }
});

describe('a link to update the card', () => {
  const change = { kind: 'card-link', customerId: 'cus_1' } as const;

  test('is made for a linked customer whose payment failed', async () => {
    const world = fakeWorld();
    const answer = await done(world, change);
    expect(answer.outcome).toMatchObject({ customer: { id: 'cus_1' } });
    expect(world.stripe.cardLinks).toEqual(['cus_1']);
  });

  test('is made for no other customer', async () => {
    const world = fakeWorld();
    world.deal['stripe_customer_id'] = 'cus_2';
    const failure = await failureOf(prepareChange(world.ports(), deal, change));
    expect([failure.code, world.stripe.cardLinks]).toEqual(['payee-not-of-record', []]);
  });

  test('is made where a subscription is past due, whatever the flag of the customer says', async () => {
    const world = fakeWorld();
    const customer = world.stripe.customers.get('cus_1');
    if (customer) world.stripe.customers.set('cus_1', { ...customer, isDelinquent: false });
    const before = now(world);
    if (before) world.stripe.subscriptions.set(id, { ...before, status: 'past_due' });
    expect((await requestOverview(world.ports(), deal)).failing).toMatchObject([{ id: 'cus_1' }]);
    await done(world, change);
    expect(world.stripe.cardLinks).toEqual(['cus_1']);
  });

  test('is not made where nothing failed', async () => {
    const world = fakeWorld();
    const customer = world.stripe.customers.get('cus_1');
    if (customer) world.stripe.customers.set('cus_1', { ...customer, isDelinquent: false });
    const failure = await failureOf(prepareChange(world.ports(), deal, change));
    expect(failure.code).toBe('customer-not-failing');
  });
});

test('a request that was made on a record which was merged into this one is changed here', async () => {
  const world = fakeWorld();
  const kind = 'deactivate-link' as const;
  const records = [{ objectType: 'deal', recordId: '8001' } as const];
  const link = { kind: 'link', id: 'plink_1', number: null, url: null, customer: null } as const;
  const amount = { minor: 5_000, currency: 'usd' };
  world.stripe.requests.set('plink_1', {
    ...link,
    ...{ amount, open: amount, status: 'open', created: null, dueDate: null, fingerprint: 'f' },
    ...{ confirmation: null, userId: null, records, netMinor: 5_000, hasLines: true },
    ...{ isRecurring: false, subscription: null, isCharged: false },
  });
  const before = await failureOf(prepareChange(world.ports(), deal, { kind, id: 'plink_1' }));
  expect(before.code).toBe('not-requested-here');
  world.deal['hs_merged_object_ids'] = '8000;8001';
  expect((await requestOverview(world.ports(), deal)).requests).toMatchObject([{ id: 'plink_1' }]);
  const answer = await done(world, { kind, id: 'plink_1' });
  expect(answer.outcome).toMatchObject({ request: { status: 'canceled' } });
});
