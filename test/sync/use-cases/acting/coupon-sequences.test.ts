import { expect } from 'vitest';
import type { AskedChange } from '@stripe-payments/core';
import {
  confirmChange,
  prepareChange,
} from '../../../../src/app/packages/sync/src/use-cases/acting/manage-billing.ts';
import { fc, test } from '../../../builders/laws.ts';
import type { Fault } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';

const FAULTS = ['none', 'none', 'lost', 'unanswered', 'killed-before', 'killed-after'] as const;

const COUPONS = [{ id: 'TEN' }, { id: 'FIVE' }, { code: 'SPRING' }, { code: 'spring' }, null];

test.prop(
  [
    fc.array(
      fc.record({
        coupon: fc.constantFrom(...COUPONS),
        isConfirmed: fc.boolean(),
        faults: fc.array(fc.constantFrom<Fault>(...FAULTS), { maxLength: 12 }),
        isAtOnce: fc.boolean(),
        waitMs: fc.constantFrom(0, 4 * 60_000),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  ],
  { numRuns: 200 },
)(
  'the coupon that a subscription has is the last that was confirmed, each redeemed once',
  async (changes) => {
    const world = fakeWorld();
    let expected: string | null = null;
    let redeemed = 0;
    for (const { coupon, isConfirmed, faults, isAtOnce, waitMs } of changes) {
      const change: AskedChange = { kind: 'change-coupon', id: 'sub_1', coupon };
      const prepared = await prepareChange(world.ports(), deal, change).catch(() => null);
      if (prepared === null) continue;
      const { preview, digest, confirmation } = prepared;
      const text = confirmation?.text ?? '';
      if (isConfirmed) world.enter(text);
      world.stripe.nowMs += waitMs;
      const confirm = (met: readonly Fault[]) =>
        confirmChange(world.ports(met), deal, change, { digest, confirmation: text }).catch(
          () => undefined,
        );
      if (isAtOnce) await Promise.all([confirm(faults), confirm([])]);
      else await confirm(faults);
      await confirm([]);
      if (isConfirmed && preview.kind === 'change-coupon') {
        expected = preview.after?.id ?? null;
        redeemed += 1;
      }
      const [only, ...others] = world.stripe.discounts.get('sub_1') ?? [];
      expect([only?.id ?? null, others]).toEqual([expected, []]);
      expect(world.stripe.subscriptionChanges).toHaveLength(redeemed);
      expect(world.notes.size).toBe(redeemed);
    }
  },
);
