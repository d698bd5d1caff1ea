import type { Deed } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { withLine } from '../../../../src/app/packages/sync/src/use-cases/acting/timeline.ts';
import { fc, test as law } from '../../../builders/laws.ts';
import type { Fault } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';

const deed: Deed = {
  kind: 'refund',
  amount: money(2_500, 'usd'),
  number: null,
  userId: '77',
  url: 'https://dashboard.stripe.com/test/payments/pi_1',
  key: 'refund re_1',
};

const acted = (isExisting: boolean) => ({ done: { isExisting }, deed });

test('says what was done, who confirmed it, and the way to it', async () => {
  const world = fakeWorld();
  expect(await withLine(world.ports(), deal, acted(false))).toMatchObject({ line: 'left' });
  const [body = ''] = world.notes.values();
  expect(body.replaceAll('\u00a0', ' ')).toMatch(
    /^\$25\.00 refunded in Stripe\.<br>Confirmed by HubSpot user 77\.<br><a href="https:\/\/dashboard\.stripe\.com\/test\/payments\/pi_1">Open in Stripe<\/a><br>Stripe payments \[[0-9a-f]{12}\]$/,
  );
});

test('a deed whose note is there gets no second one, and another deed gets its own', async () => {
  const world = fakeWorld();
  await withLine(world.ports(), deal, acted(false));
  await withLine(world.ports(), deal, acted(true));
  expect(world.notes.size).toBe(1);
  await withLine(world.ports(), deal, { ...acted(false), deed: { ...deed, key: 'refund re_2' } });
  expect(world.notes.size).toBe(2);
});

test('without the scope for notes the action is done all the same', async () => {
  const ports = fakeWorld().ports();
  const refused = () => Promise.reject(new SyncError('hubspot-permission'));
  const notes = { of: refused, create: refused, remove: refused };
  const done = await withLine({ ...ports, notes }, deal, acted(false));
  expect(done).toEqual({ isExisting: false, line: 'no-permission' });
});

const faults = fc.array(
  fc.constantFrom<Fault>('none', 'none', 'lost', 'unanswered', 'killed-before', 'killed-after'),
  { maxLength: 5 },
);

law.prop([faults, faults, fc.boolean()])(
  'a deed has one line after it was asked for at once, with what was lost or killed, and again',
  async (first, second, isExisting) => {
    const world = fakeWorld();
    await Promise.all([
      withLine(world.ports(first), deal, acted(false)),
      withLine(world.ports(second), deal, acted(isExisting)),
    ]);
    const again = await withLine(world.ports(), deal, acted(true));
    expect([again.line, world.notes.size]).toEqual(['left', 1]);
  },
);
