import type Stripe from 'stripe';
import type { Gather } from './batches.ts';
import { inBatches } from './batches.ts';
import { allOf, inList, isRefused, PAGE_SIZE } from './lists.ts';
import { CHARGE_EXPANSIONS } from './charges.ts';
import { INVOICE_EXPANSIONS } from './invoices.ts';
import { anyOf } from './query.ts';
import { SUBSCRIPTION_EXPANSIONS } from './subscriptions.ts';

/** Finds what fulfills one of the clauses; others may be among them, which other callers asked for. */
type Find<T> = (clauses: readonly string[]) => Promise<readonly T[]>;

/** Clauses that are asked for at the same time share their queries. */
function createFind<T extends { readonly id: string }>(
  gather: Gather,
  run: (query: string) => Promise<readonly T[]>,
): Find<T> {
  const find = async (clauses: readonly string[]): Promise<readonly T[]> => {
    const found = await Promise.all(anyOf([...new Set(clauses)]).map(run));
    return found.flat();
  };
  return inBatches((asked) => {
    const together = find(asked.flat());
    // Every caller awaits it; this one keeps Node from taking it for unhandled.
    together.catch(() => undefined);
    return async (clauses) => {
      try {
        return await together;
      } catch (error) {
        // A clause that Stripe refuses may not take those of others with it.
        if (asked.length === 1 || !isRefused(error)) throw error;
        return find(clauses);
      }
    };
  }, gather);
}

/** Stripe's searches, one a resource. */
export interface Searches {
  readonly charges: Find<Stripe.Charge>;
  readonly paymentIntents: Find<Stripe.PaymentIntent>;
  readonly invoices: Find<Stripe.Invoice>;
  readonly subscriptions: Find<Stripe.Subscription>;
  readonly customers: Find<Stripe.Customer>;
}

export function createSearches(stripe: Stripe, gather: Gather): Searches {
  const limit = PAGE_SIZE;
  return {
    charges: createFind(gather, (query) =>
      allOf(stripe.charges.search({ query, limit, expand: inList(CHARGE_EXPANSIONS) })),
    ),
    paymentIntents: createFind(gather, (query) =>
      allOf(stripe.paymentIntents.search({ query, limit })),
    ),
    invoices: createFind(gather, (query) =>
      allOf(stripe.invoices.search({ query, limit, expand: inList(INVOICE_EXPANSIONS) })),
    ),
    subscriptions: createFind(gather, (query) =>
      allOf(stripe.subscriptions.search({ query, limit, expand: inList(SUBSCRIPTION_EXPANSIONS) })),
    ),
    customers: createFind(gather, (query) => allOf(stripe.customers.search({ query, limit }))),
  };
}
