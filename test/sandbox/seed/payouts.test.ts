import { expect, test } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import type { BalanceTransactionRow } from '../../../sandbox/stripe/entities/account.ts';
import { startWorld } from '../../../sandbox/world/world.ts';
import { NOW } from '../stripe/start-sandbox.ts';

const netOf = (rows: readonly BalanceTransactionRow[]): number =>
  rows.reduce((sum, { amount, fee }) => sum + amount - fee, 0);

test('what of the demo account can be paid out is in a payout, unless the account owes more than that', async () => {
  const clock = createManualClock(Date.parse(NOW));
  const world = await startWorld({ clock, monotonicNowMs: () => 0, seed: 1 });
  try {
    const { balanceTransactions, payouts } = world.stripe.world.store;
    const paidOut = new Set(payouts.newestFirst().flatMap(({ items }) => items));
    const today = Math.floor(Date.parse(NOW) / 86_400_000) * 86_400;
    const waiting = balanceTransactions
      .newestFirst()
      .filter(({ id, reportingCategory, availableOn }) => {
        return reportingCategory !== 'payout' && availableOn < today && !paidOut.has(id);
      });
    expect(paidOut.size).toBeGreaterThan(200);
    for (const currency of new Set(waiting.map((row) => row.currency))) {
      expect(netOf(waiting.filter((row) => row.currency === currency))).toBeLessThanOrEqual(0);
    }
  } finally {
    await world.close();
  }
});
