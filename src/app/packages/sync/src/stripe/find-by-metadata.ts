import type { Charge, ObjectType, RecordClaim } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { ObjectSink, SearchOutcome } from '../ports.ts';
import type { Catalogue } from './catalogue.ts';
import { mapCharge, readCharges } from './charges.ts';
import type { SeenCustomers } from './customers.ts';
import { searchCustomers } from './customers.ts';
import { attemptsIn } from './intent-attempts.ts';
import { wholeInvoices } from './invoices.ts';
import { whereSearchable } from './lists.ts';
import type { StripeApi } from './metadata.ts';
import { claimsIn } from './metadata.ts';
import { metadataClauses } from './query.ts';
import type { Searches } from './search.ts';
import { withCatalogue } from './subscriptions.ts';

/** What a search by metadata needs. */
interface MetadataSearch {
  readonly stripe: StripeApi;
  readonly searches: Searches;
  readonly catalogue: Catalogue;
  readonly seen: SeenCustomers;
}

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

interface WithMetadata {
  readonly metadata: Stripe.Metadata | null;
}

interface Question {
  readonly clauses: readonly string[];
  /** A search that is shared has what others asked for too. */
  readonly isWanted: (found: WithMetadata) => boolean;
}

async function findCharges(
  { stripe, searches }: MetadataSearch,
  { clauses, isWanted }: Question,
  sink: ObjectSink,
): Promise<void> {
  const [charges, intents] = await Promise.all([
    searches
      .charges(clauses)
      .then((found) => found.filter(isWanted).map((charge) => mapCharge(charge, stripe.otherKeys))),
    searches.paymentIntents(clauses).then((found) => found.filter(isWanted)),
  ]);
  sink({ charges: [...charges, ...attemptsIn(intents, stripe.otherKeys)] });
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
  search: MetadataSearch,
  [objectType, recordIds]: readonly [ObjectType, readonly string[]],
  sink: ObjectSink,
): Promise<SearchOutcome> {
  const { stripe, searches, catalogue } = search;
  const named = new Set(recordIds);
  const isNaming = (claims: readonly RecordClaim[]): boolean =>
    claims.some((claim) => claim.objectType === objectType && named.has(claim.recordId));
  const isWanted: Question['isWanted'] = ({ metadata }) =>
    isNaming(claimsIn(metadata, stripe.otherKeys));
  const clauses = recordIds.flatMap((recordId) =>
    metadataClauses(objectType, recordId, stripe.otherKeys),
  );
  return whereSearchable(async () => {
    await Promise.all([
      findCharges(search, { clauses, isWanted }, sink),
      searches.invoices(clauses).then(async (found) => {
        sink({ invoices: await wholeInvoices(stripe, catalogue, found.filter(isWanted)) });
      }),
      searches.subscriptions(clauses).then(async (found) => {
        const wanted = found.filter(isWanted);
        search.seen.add(wanted.map(({ customer }) => customer));
        sink({ subscriptions: await withCatalogue(stripe, catalogue, wanted) });
      }),
      searchCustomers(search, clauses, ({ recordClaims }) => isNaming(recordClaims)).then(
        (customers) => {
          sink({ customers });
        },
      ),
    ]);
  });
}
