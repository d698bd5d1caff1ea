import type { Charge } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import type { PayoutSchedule } from '../../../sandbox/stripe/entities/account.ts';
import { CHARGE_EXPANSIONS, mapCharge } from '../../../src/app/packages/sync/src/stripe/charges.ts';
import { createPayoutFinder } from '../../../src/app/packages/sync/src/stripe/payout-finder.ts';
import type { RunningSandbox } from '../../sandbox/stripe/start-sandbox.ts';
import { DAY_MS, NOW, startSandbox } from '../../sandbox/stripe/start-sandbox.ts';

export const readCharge = async (stripe: Stripe, id: string): Promise<Charge> =>
  mapCharge(await stripe.charges.retrieve(id, { expand: [...CHARGE_EXPANSIONS] }), []);

/** A payment of 50.00 USD, days ago. */
export async function paid(
  payoutSchedule: PayoutSchedule,
  days = 5,
): Promise<RunningSandbox & { readonly chargeId: string }> {
  const clock = createManualClock(Date.parse(NOW));
  const sandbox = await startSandbox({ clock, payoutSchedule });
  const { charge } = sandbox.world.payByCard({ amount: 5_000, currency: 'usd' });
  clock.advanceBy(days * DAY_MS);
  sandbox.world.catchUp();
  return { ...sandbox, chargeId: charge.id };
}

export const finderOf = ({ stripe, clock }: Pick<RunningSandbox, 'stripe' | 'clock'>) =>
  createPayoutFinder(stripe, () => clock.nowMs());
