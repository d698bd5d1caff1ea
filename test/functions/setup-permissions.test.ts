import type { ObjectType } from '@stripe-payments/core';
import { isRequiredPermission, STRIPE_PERMISSIONS } from '@stripe-payments/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { failureOf } from './replies.ts';
import type { SetupWorld } from './setup-world.ts';
import { startSetupWorld } from './setup-world.ts';

const { repeatingCoupon, tiers } = STORY_IDS;

/** Between them they have everything that the product reads. */
const RECORDS: readonly (readonly [ObjectType, string])[] = [
  ['deal', '9001'],
  ['deal', '9024'],
  ['contact', repeatingCoupon.contact],
  ['contact', tiers.contact],
];

let world: SetupWorld;

beforeAll(async () => {
  world = await startSetupWorld();
});

afterAll(() => world.close());

test.each(STRIPE_PERMISSIONS)(
  'without %s a sync is stopped if, and only if, the setup says that it is needed',
  async (lacked) => {
    const key = `rk_test_51Q7without${lacked.replaceAll('_', '')}`;
    const permissions = STRIPE_PERMISSIONS.filter((permission) => permission !== lacked);
    await world.stripe.send('POST', '/keys', { key, permissions });
    const given = { STRIPE_SECRET_KEY: key };
    const replies = await Promise.all(
      RECORDS.map(([objectType, id]) => world.preview(id, { objectType }, given)),
    );
    const stopped = replies.filter(({ ok }) => !ok).map(failureOf);
    expect(stopped.length > 0).toBe(isRequiredPermission(lacked));
    for (const { code, detail } of stopped) {
      expect(code).toBe('stripe-permission');
      expect(detail).toContain(lacked);
    }
  },
);
