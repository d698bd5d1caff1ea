import { SANDBOX_STRIPE_KEY } from '../../sandbox/world/world.ts';

interface BalanceTransaction {
  readonly id: string;
  readonly source: string;
  readonly amount: number;
  readonly fee: number;
  readonly net: number;
  readonly currency: string;
  readonly reporting_category: string;
  readonly available_on: number;
}

interface StripeCharge {
  readonly id: string;
  readonly failure_balance_transaction: string | null;
}

/** Sums in minor units of one settlement currency. */
export interface Sums {
  readonly gross: bigint;
  readonly fee: bigint;
  readonly net: bigint;
  /** The latest moment at which incoming money is available, in seconds. */
  readonly availableOn: number;
}

const NOTHING: Sums = { gross: 0n, fee: 0n, net: 0n, availableOn: 0 };

async function ask(url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${SANDBOX_STRIPE_KEY}` } });
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
  return response.json();
}

/** Every object of a list, by Stripe's own cursor, without any SDK. */
async function listAll<T extends { readonly id: string }>(url: string): Promise<readonly T[]> {
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

/** The account as Stripe tells it: all its movements, and which of them a charge caused. */
export interface Statement {
  sumsOf(chargeIds: readonly string[]): ReadonlyMap<string, Sums>;
}

const GROSS = new Set(['charge', 'charge_failure', 'partial_capture_reversal']);

function added(sums: Sums, row: BalanceTransaction): Sums {
  const { reporting_category: category, available_on: availableOn } = row;
  return {
    gross: GROSS.has(category) ? sums.gross + BigInt(row.amount) : sums.gross,
    fee: sums.fee + BigInt(row.fee),
    net: sums.net + BigInt(row.net),
    availableOn: row.net > 0 ? Math.max(sums.availableOn, availableOn) : sums.availableOn,
  };
}

/**
 * Reads the account's balance transactions. A charge's are those whose source is the charge, one of its
 * refunds or one of its disputes, and its failure row: another way than the product's, which never
 * lists balance transactions.
 */
export async function readStatement(stripeUrl: string): Promise<Statement> {
  const list = <T extends { readonly id: string }>(kind: string): Promise<readonly T[]> =>
    listAll<T>(`${stripeUrl}/v1/${kind}`);
  const [rows, charges, refunds, disputes] = await Promise.all([
    list<BalanceTransaction>('balance_transactions'),
    list<StripeCharge>('charges'),
    list<{ id: string; charge: string }>('refunds'),
    list<{ id: string; charge: string }>('disputes'),
  ]);
  return {
    sumsOf: (chargeIds) => {
      const own = new Set(chargeIds);
      for (const { id, charge } of [...refunds, ...disputes]) if (own.has(charge)) own.add(id);
      for (const { id, failure_balance_transaction: failure } of charges) {
        if (own.has(id) && failure !== null) own.add(failure);
      }
      const sums = new Map<string, Sums>();
      for (const row of rows.filter(({ id, source }) => own.has(source) || own.has(id))) {
        sums.set(row.currency, added(sums.get(row.currency) ?? NOTHING, row));
      }
      return sums;
    },
  };
}
