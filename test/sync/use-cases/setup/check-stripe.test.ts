import type { ErrorCode, StripePermission } from '@stripe-payments/core';
import { STRIPE_PERMISSIONS } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import type { StripeInspector } from '../../../../src/app/packages/sync/src/use-cases/setup/setup-ports.ts';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { checkSetup } from '../../../../src/app/packages/sync/src/use-cases/setup/check-setup.ts';
import type { SetupFakes } from './fake-setup.ts';
import { allPresent, failing, fakeSetup, fakeStripe } from './fake-setup.ts';

describe('a key is unusable', () => {
  const codeOf = async (stripe: SetupFakes['stripe']): Promise<ErrorCode | 'usable'> => {
    const { stripeKey } = await checkSetup(fakeSetup(stripe === undefined ? {} : { stripe }));
    return stripeKey.status === 'usable' ? 'usable' : stripeKey.error.code;
  };
  const dead = (code: ErrorCode): Partial<StripeInspector> => ({
    account: failing(code),
    settlementCurrencies: failing(code),
  });
  const unknown = {
    probe: () => Promise.resolve({ status: 'unknown', detail: undefined } as const),
  };

  test.each<readonly [string, SetupFakes['stripe'], ErrorCode | 'usable']>([
    ['without any', new SyncError('not-configured'), 'not-configured'],
    ['of another kind', new SyncError('stripe-key-wrong-kind'), 'stripe-key-wrong-kind'],
    ['that Stripe does not take', { probe: failing('stripe-key-invalid') }, 'stripe-key-invalid'],
    [
      'for everything, that Stripe does not take',
      { kind: 'full', ...dead('stripe-key-invalid') },
      'stripe-key-invalid',
    ],
    [
      'that was revoked while it was looked at',
      { settlementCurrencies: failing('stripe-key-invalid') },
      'stripe-key-invalid',
    ],
    [
      'for everything, while Stripe is away',
      { kind: 'full', ...dead('stripe-unreachable') },
      'stripe-unreachable',
    ],
    [
      'for everything, of another account',
      { kind: 'full', ...dead('stripe-permission') },
      'stripe-permission',
    ],
    ['while Stripe is away', { ...unknown, ...dead('stripe-unreachable') }, 'stripe-unreachable'],
    ['while Stripe is too slow', { ...unknown, ...dead('timeout') }, 'stripe-unreachable'],
    [
      'while Stripe limits requests',
      { ...unknown, ...dead('stripe-rate-limited') },
      'stripe-rate-limited',
    ],
    ['unless something was answered', dead('stripe-unreachable'), 'usable'],
    [
      'unless it was refused everything, which is an answer',
      {
        probe: () => Promise.resolve({ status: 'missing', detail: 'No.' } as const),
        ...dead('stripe-permission'),
      },
      'usable',
    ],
  ])('%s', async (_name, stripe, code) => {
    expect(await codeOf(stripe)).toBe(code);
  });
});

describe('permissions', () => {
  const MISSING: ReadonlySet<StripePermission> = new Set([
    'charge_read',
    'dispute_read',
    'balance_read',
  ]);

  test("are missing with Stripe's message, or unknown", async () => {
    const stripe = fakeStripe({
      probe: (permission) =>
        Promise.resolve(
          MISSING.has(permission)
            ? { status: 'missing', detail: `Having 'rak_${permission}' would help.` }
            : permission === 'invoice_read'
              ? { status: 'unknown', detail: undefined }
              : { status: 'present' },
        ),
    });
    const { stripeKey } = await checkSetup({ ...fakeSetup(), stripe });
    expect(stripeKey).toMatchObject({ status: 'usable' });
    if (stripeKey.status !== 'usable') return;
    expect(stripeKey.permissions).toEqual(
      STRIPE_PERMISSIONS.map((permission) => {
        if (permission === 'invoice_read') return { permission, status: 'unknown' };
        if (!MISSING.has(permission)) return { permission, status: 'present' };
        return { permission, status: 'missing', detail: `Having 'rak_${permission}' would help.` };
      }),
    );
    expect(stripe.probed).toEqual(STRIPE_PERMISSIONS);
  });

  test('of a full key need no test call', async () => {
    const stripe = fakeStripe({ kind: 'full' });
    const { stripeKey } = await checkSetup({ ...fakeSetup(), stripe });
    expect(stripeKey).toMatchObject({ kind: 'full', permissions: allPresent });
    expect(stripe.probed).toEqual([]);
  });
});
