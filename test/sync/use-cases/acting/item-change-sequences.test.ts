import { expect } from 'vitest';
import { confirmChange } from '../../../../src/app/packages/sync/src/use-cases/acting/manage-billing.ts';
import { fc, test } from '../../../builders/laws.ts';
import type { Fault } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';
import { approved, asked, item, shownIn } from './item-steps.ts';

const FAULTS = ['none', 'none', 'lost', 'unanswered', 'killed-before', 'killed-after'] as const;

test.prop(
  [
    fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 5 }),
        unit: fc.constantFrom(null, '25.00', '30.00'),
        billing: fc.constantFrom('next-invoice' as const, 'now' as const, 'none' as const),
        faults: fc.array(fc.constantFrom<Fault>(...FAULTS), { maxLength: 12 }),
        isAtOnce: fc.boolean(),
        waitMs: fc.constantFrom(0, 4 * 60_000),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  ],
  { numRuns: 200 },
)(
  'what is billed is the sum of what was shown for each confirmed change, each once',
  async (changes) => {
    const world = fakeWorld();
    const shown: number[] = [];
    for (const { faults, isAtOnce, waitMs, ...fields } of changes) {
      const change = asked(fields);
      const before = world.stripe.subscriptionChanges.length;
      const review = await approved(world, change).catch(() => null);
      if (review === null) continue;
      world.stripe.nowMs += waitMs;
      const confirm = (met: readonly Fault[]) =>
        confirmChange(world.ports(met), deal, change, review.approval).catch(() => undefined);
      if (isAtOnce) await Promise.all([confirm(faults), confirm([])]);
      else await confirm(faults);
      await confirm([]);
      expect(world.stripe.subscriptionChanges).toHaveLength(before + 1);
      expect(item(world)).toMatchObject({ quantity: change.quantity });
      const { now, next, after } = shownIn(review.prepared);
      const each = (after.unit?.minor ?? 0) * after.quantity;
      const earlier = world.stripe.differences.slice(0, -1);
      const pending = earlier.reduce((sum, { next: minor }) => sum + minor, 0);
      if (change.billing === 'now') shown.push((now?.total.minor ?? NaN) - pending);
      if (change.billing === 'next-invoice') shown.push(next.total.minor - each - pending);
    }
    const billed = world.stripe.differences.reduce((sum, each) => sum + each.now + each.next, 0);
    expect(billed).toBe(shown.reduce((sum, minor) => sum + minor, 0));
  },
);
