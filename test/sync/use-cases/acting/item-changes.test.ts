import { describe, expect, test } from 'vitest';
import {
  confirmChange,
  prepareChange,
} from '../../../../src/app/packages/sync/src/use-cases/acting/manage-billing.ts';
import { failureOf } from '../../fake-ports.ts';
import type { World } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';
import type { ItemChange } from './item-steps.ts';
import { approved, asked, item, shownIn } from './item-steps.ts';

async function preview(change: ItemChange, world = fakeWorld()) {
  return shownIn(await prepareChange(world.ports(), deal, change));
}

const setSubscription = ({ stripe }: World, fields: object): void => {
  const before = stripe.subscriptions.get('sub_1');
  if (before !== undefined) stripe.subscriptions.set('sub_1', { ...before, ...fields });
};

test('the review says what changes, what the next invoice bills, and what a person enters', async () => {
  const world = fakeWorld();
  const { prepared } = await approved(world, asked({ unit: '30.00' }));
  expect(prepared.preview).toMatchObject({
    before: { quantity: 2, unit: { minor: 2_500 } },
    after: { quantity: 5, unit: { minor: 3_000 } },
    now: null,
    next: { lines: [{}, {}, { amount: { minor: 15_000 } }] },
  });
  expect(prepared.confirmation?.text).toMatch(/^CHANGE 150\.00 USD [0-9A-Z]{6}$/);
  expect(world.stripe.differences).toEqual([]);
});

test('what is billed now is apart from the next invoice', async () => {
  const { prepared } = await approved(fakeWorld(), asked({ billing: 'now' }));
  const { now, next } = shownIn(prepared);
  expect(prepared.confirmation?.text).toMatch(
    new RegExp(`^CHANGE ${((now?.due.minor ?? 0) / 100).toFixed(2)} USD `),
  );
  expect(now?.due.minor).not.toBe(12_500);
  expect(now?.lines).toHaveLength(2);
  expect(next.lines.map(({ amount }) => amount.minor)).toEqual([12_500]);
});

test('is done once by the user who confirmed, as it was shown', async () => {
  const world = fakeWorld();
  const { approval, prepared } = await approved(world, asked({ billing: 'now' }));
  const done = await confirmChange(world.ports(), deal, asked({ billing: 'now' }), approval);
  const again = await confirmChange(world.ports(), deal, asked({ billing: 'now' }), approval);
  expect([done.isExisting, again.isExisting, again.userId]).toEqual([false, true, '77']);
  expect(item(world)?.quantity).toBe(5);
  const shown = shownIn(prepared).now?.total.minor;
  expect(world.stripe.differences).toEqual([{ now: shown, next: 0 }]);
});

test('is what was reviewed in the ten minutes before, and not longer', async () => {
  for (const [minutes, expected] of [
    [9, 'done'],
    [25, 'preview-changed'],
  ] as const) {
    const world = fakeWorld();
    const { approval, prepared } = await approved(world, asked({ billing: 'now' }));
    world.stripe.nowMs += minutes * 60_000;
    const outcome = confirmChange(world.ports(), deal, asked({ billing: 'now' }), approval);
    const result = await outcome.then(({ step }) => step).catch(() => null);
    const code = result ?? (await failureOf(outcome)).code;
    expect(code).toBe(expected);
    const shown = shownIn(prepared).now?.total.minor;
    expect(world.stripe.differences.map(({ now }) => now)).toEqual(
      expected === 'done' ? [shown] : [],
    );
  }
});

test.each([
  ['an API wrote', { sourceType: 'API' }, 'confirmation-not-by-user'],
  ['a user entered long ago', { writtenAtMs: 1_000 }, 'confirmation-differs'],
] as const)('is not done with a text that %s', async (_name, source, code) => {
  const world = fakeWorld();
  const { digest, confirmation } = await prepareChange(world.ports(), deal, asked());
  const text = confirmation?.text ?? '';
  world.enter('before');
  world.enter(text, source);
  const approval = { digest, confirmation: text };
  const failure = await failureOf(confirmChange(world.ports(), deal, asked(), approval));
  expect([failure.code, world.stripe.subscriptionChanges]).toEqual([code, []]);
});

test.each([
  ['more', { quantity: 6 }],
  ['another price', { unit: '1.00' }],
  ['at once', { billing: 'now' }],
  ['of another item', { itemId: 'si_2' }],
] as const)('a text is not taken for %s than was reviewed', async (_name, other) => {
  const world = fakeWorld();
  const before = item(world);
  if (before) setSubscription(world, { items: [before, { ...before, id: 'si_2' }] });
  const { approval } = await approved(world, asked());
  const failure = await failureOf(confirmChange(world.ports(), deal, asked(other), approval));
  expect([failure.code, world.stripe.subscriptionChanges]).toEqual(['preview-changed', []]);
});

test('a used text changes nothing again, also after the change was undone', async () => {
  const world = fakeWorld();
  const first = await approved(world, asked());
  await confirmChange(world.ports(), deal, asked(), first.approval);
  const back = await approved(world, asked({ quantity: 2 }));
  await confirmChange(world.ports(), deal, asked({ quantity: 2 }), back.approval);
  world.enter(first.approval.confirmation);
  const failure = await failureOf(confirmChange(world.ports(), deal, asked(), first.approval));
  expect([failure.code, item(world)?.quantity]).toEqual(['preview-changed', 2]);
});

test.each<[string, (world: World) => void]>([
  [
    'changed the item',
    (world) => {
      setSubscription(world, { items: [{ ...item(world), quantity: 3 }] });
    },
  ],
  [
    'added to the next invoice',
    ({ stripe }) => {
      stripe.differences.push({ now: 0, next: 700 });
    },
  ],
])('what another %s in between ends it', async (_name, act) => {
  const world = fakeWorld();
  const { approval } = await approved(world, asked());
  act(world);
  const failure = await failureOf(confirmChange(world.ports(), deal, asked(), approval));
  expect([failure.code, world.stripe.subscriptionChanges]).toEqual(['preview-changed', []]);
});

test('a declined card changes nothing, and the same confirmation can be tried again', async () => {
  const world = fakeWorld();
  const change = asked({ billing: 'now' });
  const { approval } = await approved(world, change);
  world.stripe.isDeclined = true;
  const failure = await failureOf(confirmChange(world.ports(), deal, change, approval));
  expect([failure.code, item(world)?.quantity]).toEqual(['payment-declined', 2]);
  world.stripe.isDeclined = false;
  await confirmChange(world.ports(), deal, change, approval);
  expect(world.stripe.differences).toHaveLength(1);
});

describe('is refused', () => {
  const cases: readonly [string, string, object, Partial<ItemChange>][] = [
    ['of an ended subscription', 'subscription-ended', { status: 'canceled' }, {}],
    ['of one that has not begun', 'subscription-not-begun', { status: 'incomplete' }, {}],
    ['of one that is set to end', 'subscription-not-renewing', { endsAt: 1_797_000_000 }, {}],
    ['of a paused collection', 'subscription-not-renewing', { isCollectionPaused: true }, {}],
    ['of an unpaid one', 'subscription-not-renewing', { status: 'unpaid' }, {}],
    ['of an item that is not there', 'item-not-of-subscription', {}, { itemId: 'si_9' }],
    ['as it is', 'nothing-to-change', {}, { quantity: 2, unit: '25.00' }],
    ['with half a cent', 'amount-invalid', {}, { unit: '25.005' }],
    ['for nothing', 'amount-invalid', {}, { unit: '0.00' }],
    ['above what Stripe takes', 'amount-too-large', {}, { unit: '1000000000.00' }],
  ];
  test.each(cases)('%s: %s', async (_name, code, fields, change) => {
    const world = fakeWorld();
    setSubscription(world, fields);
    const failure = await failureOf(prepareChange(world.ports(), deal, asked(change)));
    expect(failure.code).toBe(code);
  });

  test.each([
    [{ quantity: null, unit: null }, {}],
    [{ unit: null }, { unit: '30.00' }],
  ])('where the item is billed by usage or tiers: %j', async (fields, change) => {
    const world = fakeWorld();
    setSubscription(world, { items: [{ ...item(world), ...fields }] });
    const failure = await failureOf(prepareChange(world.ports(), deal, asked(change)));
    expect(failure.code).toBe('item-by-usage');
  });

  test('on a record to which its customer does not belong', async () => {
    const world = fakeWorld();
    world.deal['stripe_customer_id'] = 'cus_2';
    const failure = await failureOf(prepareChange(world.ports(), deal, asked()));
    expect(failure.code).toBe('subscription-not-of-record');
  });
});

test('the rest of the period is never reckoned from before it', async () => {
  const world = fakeWorld();
  const began = Math.floor(world.stripe.nowMs / 1_000) - 5;
  const before = item(world);
  // So short that a minute of it is seen.
  const period = { periodStart: began, periodEnd: began + 3_600 };
  setSubscription(world, { items: [{ ...before, ...period }] });
  const { now } = await preview(asked({ billing: 'now' }), world);
  expect(now?.lines.map(({ amount }) => amount.minor)).toEqual([-5_000, 12_500]);
});
