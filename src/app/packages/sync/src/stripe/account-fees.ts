import type Stripe from 'stripe';

/**
 * Fees that are tied to no payment are balance transactions of a type of their own: Billing, Radar and the
 * like (`stripe_fee`), and the costs of interchange plus pricing (`network_cost`). On such accounts a
 * payment's own fee is a lower bound. That `network_cost` is a type is unconfirmed: it is documented as a
 * reporting category.
 */
const TYPES = ['stripe_fee', 'network_cost'] as const;

export async function hasTransactions(
  { balanceTransactions }: Stripe,
  type: (typeof TYPES)[number],
): Promise<boolean> {
  const { data } = await balanceTransactions.list({ type, limit: 1 });
  return data.some((transaction) => transaction.type === type);
}

/** True where the account has paid fees that are tied to no payment. */
export async function hasAccountFees(stripe: Stripe): Promise<boolean> {
  const [feesFound, costsFound] = await Promise.all([
    hasTransactions(stripe, TYPES[0]),
    // A type that Stripe does not know is refused; then there are none that could be found.
    hasTransactions(stripe, TYPES[1]).catch(() => false),
  ]);
  return feesFound || costsFound;
}
