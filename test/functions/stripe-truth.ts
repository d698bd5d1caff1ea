import { SANDBOX_STRIPE_KEY } from '../../sandbox/world/world.ts';

interface BalanceTransaction {
  readonly id: string;
  readonly source: string;
  readonly amount: number;
  readonly fee: number;
  readonly net: number;
  readonly currency: string;
  readonly reporting_category: string;
}

/** Sums in minor units of one settlement currency. */
export interface Sums {
  readonly gross: bigint;
  readonly fee: bigint;
  readonly net: bigint;
}

async function ask(url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${SANDBOX_STRIPE_KEY}` } });
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
  return response.json();
}

/** Every object of a list, by Stripe's own cursor, without any SDK. */
export async function listAll<T extends { readonly id: string }>(
  url: string,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (;;) {
    const next = new URL(url);
    next.searchParams.set('limit', '100');
    const last = all.at(-1);
    if (last !== undefined) next.searchParams.set('starting_after', last.id);
    const page = (await ask(next.href)) as { data: readonly T[]; has_more: boolean };
    all.push(...page.data);
    if (!page.has_more) return all;
  }
}

const GROSS = new Set(['charge', 'charge_failure', 'partial_capture_reversal']);

/**
 * What Stripe's own account statement says about some charges, by settlement currency: the account's
 * balance transactions whose source is the charge, one of its refunds or one of its disputes. It goes
 * another way than the product, which never lists balance transactions.
 */
export async function statementSums(
  stripeUrl: string,
  chargeIds: readonly string[],
): Promise<ReadonlyMap<string, Sums>> {
  const sources = new Set(chargeIds);
  for (const kind of ['refunds', 'disputes']) {
    const made = await listAll<{ id: string; charge: string }>(`${stripeUrl}/v1/${kind}`);
    for (const { id, charge } of made) if (chargeIds.includes(charge)) sources.add(id);
  }
  const rows = await listAll<BalanceTransaction>(`${stripeUrl}/v1/balance_transactions`);
  const sums = new Map<string, Sums>();
  for (const row of rows.filter(({ source }) => sources.has(source))) {
    const { gross, fee, net } = sums.get(row.currency) ?? { gross: 0n, fee: 0n, net: 0n };
    sums.set(row.currency, {
      gross: GROSS.has(row.reporting_category) ? gross + BigInt(row.amount) : gross,
      fee: fee + BigInt(row.fee),
      net: net + BigInt(row.net),
    });
  }
  return sums;
}
