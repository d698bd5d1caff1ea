import type { Charge } from '../payment/charge.ts';
import type { Checkout } from '../payment/checkout.ts';
import type { Invoice } from '../payment/invoice.ts';
import type { StripeObjects } from '../payment/stripe-objects.ts';
import { distinctById, NO_STRIPE_OBJECTS } from '../payment/stripe-objects.ts';
import type { Subscription } from '../payment/subscription.ts';
import type { Candidate } from './candidate.ts';
import {
  chargeCandidate,
  checkoutCandidate,
  invoiceCandidate,
  subscriptionCandidate,
} from './candidate.ts';
import type { RecordKnowledge } from './record-claims.ts';
import { distinctRecords } from './record-claims.ts';
import { matchCandidate } from './match-candidate.ts';
import { matchForCompany } from './match-company.ts';
import type { Matched } from './match.ts';
import type { Relations } from './relations.ts';
import { relationsOf } from './relations.ts';

/** Every object that was read with its match to one record; each object once, newest first. */
export interface MatchedObjects {
  readonly charges: readonly Matched<Charge>[];
  readonly invoices: readonly Matched<Invoice>[];
  readonly subscriptions: readonly Matched<Subscription>[];
  readonly checkouts: readonly Matched<Checkout>[];
  readonly relations: Relations;
}

interface Dated {
  readonly id: string;
  readonly created: number;
}

export function newestFirst(left: Dated, right: Dated): number {
  const byTime = right.created - left.created;
  if (byTime !== 0) return byTime;
  return left.id < right.id ? 1 : -1;
}

/**
 * Says for every payment, invoice, subscription and checkout whether it is the record's, by which
 * evidence, or which other records it matches (docs/how-payments-match.md). Total and pure:
 * the order of input does not matter, and of objects that came twice the last reading counts.
 * @param related objects that were matched before, and that say to what these belong.
 */
export function matchObjects(
  objects: StripeObjects,
  knowledge: RecordKnowledge,
  related: StripeObjects = NO_STRIPE_OBJECTS,
): MatchedObjects {
  const relations = relationsOf({
    customers: [...related.customers, ...objects.customers],
    charges: [...related.charges, ...objects.charges],
    invoices: [...related.invoices, ...objects.invoices],
    subscriptions: [...related.subscriptions, ...objects.subscriptions],
    checkouts: [...related.checkouts, ...objects.checkouts],
  });
  const { record, competingRecords, payers, deals = [] } = knowledge;
  const known: RecordKnowledge = {
    record,
    competingRecords: distinctRecords(competingRecords),
    payers: distinctRecords(payers),
    deals: distinctRecords(deals),
  };
  const match = record.objectType === 'company' ? matchForCompany : matchCandidate;
  const matched = <T extends Dated>(
    items: readonly T[],
    candidateOf: (item: T, relations: Relations) => Candidate,
  ): readonly Matched<T>[] =>
    [...distinctById(items)]
      .sort(newestFirst)
      .map((item) => ({ item, match: match(candidateOf(item, relations), known) }));
  return {
    charges: matched(objects.charges, chargeCandidate),
    invoices: matched(objects.invoices, invoiceCandidate),
    subscriptions: matched(objects.subscriptions, subscriptionCandidate),
    checkouts: matched(objects.checkouts, checkoutCandidate),
    relations,
  };
}

/** What counts on the record. */
export function countedOf<T>(matched: readonly Matched<T>[]): readonly T[] {
  return matched.filter(({ match }) => match.status === 'counted').map(({ item }) => item);
}
