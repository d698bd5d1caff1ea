import type { Charge, ObjectType } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { ObjectSink, SearchOutcome } from '../ports.ts';
import type { Catalogue } from './catalogue.ts';
import { readCharges, searchCharges } from './charges.ts';
import { searchCustomers } from './customers.ts';
import { attemptsIn } from './intent-attempts.ts';
import { searchInvoices } from './invoices.ts';
import { allOf, PAGE_SIZE, whereSearchable } from './lists.ts';
import { anyOf, metadataClause } from './query.ts';
import { searchSubscriptions } from './subscriptions.ts';

/**
 * A PaymentIntent's metadata is copied to its charges when they are made. Where it came later, the
 * charges are not found by search, and are read by the PaymentIntent's id.
 */
function intentsWithUnseenCharges(
  intents: readonly Stripe.PaymentIntent[],
  seen: readonly Charge[],
): readonly string[] {
  const seenIds = new Set(seen.map(({ id }) => id));
  return intents.flatMap(({ id, latest_charge: latest }) => {
    if (latest === null) return [];
    return seenIds.has(typeof latest === 'string' ? latest : latest.id) ? [] : [id];
  });
}

async function findCharges(stripe: Stripe, query: string, sink: ObjectSink): Promise<void> {
  const [charges, intents] = await Promise.all([
    searchCharges(stripe, query),
    allOf(stripe.paymentIntents.search({ query, limit: PAGE_SIZE })),
  ]);
  sink({ charges: [...charges, ...attemptsIn(intents)] });
  await Promise.all(
    intentsWithUnseenCharges(intents, charges).map((id) =>
      readCharges(stripe, { payment_intent: id }, (unseen) => {
        sink({ charges: unseen });
      }),
    ),
  );
}

/** Everything whose metadata names one of the records. Checkout sessions cannot be searched. */
export function findByMetadata(
  stripe: Stripe,
  catalogue: Catalogue,
  [objectType, recordIds]: readonly [ObjectType, readonly string[]],
  sink: ObjectSink,
): Promise<SearchOutcome> {
  const find = async (query: string): Promise<void> => {
    await Promise.all([
      findCharges(stripe, query, sink),
      searchInvoices(stripe, query).then((invoices) => {
        sink({ invoices });
      }),
      searchSubscriptions(stripe, catalogue, query).then((subscriptions) => {
        sink({ subscriptions });
      }),
      searchCustomers(stripe, query).then((customers) => {
        sink({ customers });
      }),
    ]);
  };
  return whereSearchable(async () => {
    const clauses = recordIds.map((recordId) => metadataClause(objectType, recordId));
    await Promise.all(anyOf(clauses).map(find));
  });
}
