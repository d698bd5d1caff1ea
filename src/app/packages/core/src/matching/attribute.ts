import type { Charge } from '../payment/charge.ts';
import type { Checkout } from '../payment/checkout.ts';
import type { Invoice } from '../payment/invoice.ts';
import type { StripeObjects } from '../payment/stripe-objects.ts';
import { distinctById } from '../payment/stripe-objects.ts';
import type { Subscription } from '../payment/subscription.ts';
import type { Claimable } from './claimable.ts';
import {
  claimableCharge,
  claimableCheckout,
  claimableInvoice,
  claimableSubscription,
} from './claimable.ts';
import type { RecordKnowledge } from './knowledge.ts';
import { distinctRecords } from './knowledge.ts';
import { place } from './place.ts';
import type { Placed } from './placement.ts';
import type { Relations } from './relations.ts';
import { relationsOf } from './relations.ts';

/** Where everything that was read stands with regard to one record; each thing once, newest first. */
export interface Attribution {
  readonly charges: readonly Placed<Charge>[];
  readonly invoices: readonly Placed<Invoice>[];
  readonly subscriptions: readonly Placed<Subscription>[];
  readonly checkouts: readonly Placed<Checkout>[];
  readonly relations: Relations;
}

interface Dated {
  readonly id: string;
  readonly created: number;
}

function newestFirst(left: Dated, right: Dated): number {
  const byTime = right.created - left.created;
  if (byTime !== 0) return byTime;
  return left.id < right.id ? 1 : -1;
}

/**
 * Says for every payment, invoice, subscription and checkout whether it is the record's, by which
 * evidence, or whose else it could be (product.md, "How a payment finds its record"). Total and pure:
 * the order of input does not matter, and of things that came twice the last reading counts.
 */
export function attribute(objects: StripeObjects, knowledge: RecordKnowledge): Attribution {
  const relations = relationsOf(objects);
  const { record, rivals, payers } = knowledge;
  const known: RecordKnowledge = {
    record,
    rivals: distinctRecords(rivals),
    payers: distinctRecords(payers),
  };
  const placed = <T extends Dated>(
    items: readonly T[],
    claimable: (item: T, relations: Relations) => Claimable,
  ): readonly Placed<T>[] =>
    [...distinctById(items)]
      .sort(newestFirst)
      .map((item) => ({ item, placement: place(claimable(item, relations), known) }));
  return {
    charges: placed(objects.charges, claimableCharge),
    invoices: placed(objects.invoices, claimableInvoice),
    subscriptions: placed(objects.subscriptions, claimableSubscription),
    checkouts: placed(objects.checkouts, claimableCheckout),
    relations,
  };
}

/** What counts on the record. */
export function countedOf<T>(placed: readonly Placed<T>[]): readonly T[] {
  return placed.filter(({ placement }) => placement.status === 'counted').map(({ item }) => item);
}
