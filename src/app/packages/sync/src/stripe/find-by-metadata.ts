import type { Charge, ObjectType } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { ObjectSink, SearchOutcome } from '../ports.ts';
import { eachChargePage } from './charges.ts';
import { searchCustomers } from './customers.ts';
import { INVOICE_EXPANSIONS, takeInvoices } from './invoices.ts';
import { CHARGE_EXPANSIONS, mapCharge } from './map-charge.ts';
import { anyOf, metadataClause } from './query.ts';
import type { StripeReader } from './reader.ts';
import { inList } from './reader.ts';
import { searchAll, whereSearchable } from './search.ts';
import { takeSubscriptions } from './subscriptions.ts';

async function searchCharges(reader: StripeReader, query: string): Promise<readonly Charge[]> {
  const expand = inList(CHARGE_EXPANSIONS);
  const charges = await searchAll(reader, query, (params, options) =>
    reader.stripe.charges.search({ ...params, expand }, options),
  );
  return charges.map(mapCharge);
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

async function namingCharges(reader: StripeReader, query: string, sink: ObjectSink): Promise<void> {
  const [charges, intents] = await Promise.all([
    searchCharges(reader, query),
    searchAll(reader, query, (params, options) =>
      reader.stripe.paymentIntents.search(params, options),
    ),
  ]);
  sink({ charges });
  await Promise.all(
    intentsWithUnseenCharges(intents, charges).map((id) =>
      eachChargePage(reader, { payment_intent: id }, (page) => {
        sink({ charges: page });
      }),
    ),
  );
}

async function namingInvoices(
  reader: StripeReader,
  query: string,
  sink: ObjectSink,
): Promise<void> {
  const expand = inList(INVOICE_EXPANSIONS);
  const invoices = await searchAll(reader, query, (params, options) =>
    reader.stripe.invoices.search({ ...params, expand }, options),
  );
  sink({ invoices: await takeInvoices(reader, invoices) });
}

async function namingSubscriptions(
  reader: StripeReader,
  query: string,
  sink: ObjectSink,
): Promise<void> {
  const subscriptions = await searchAll(reader, query, (params, options) =>
    reader.stripe.subscriptions.search(params, options),
  );
  sink({ subscriptions: await takeSubscriptions(reader, subscriptions) });
}

async function namingCustomers(
  reader: StripeReader,
  query: string,
  sink: ObjectSink,
): Promise<void> {
  sink({ customers: await searchCustomers(reader, query) });
}

const KINDS = [namingCharges, namingInvoices, namingSubscriptions, namingCustomers] as const;

/** Everything whose metadata names one of the records. Checkout sessions cannot be searched. */
export function findByMetadata(
  reader: StripeReader,
  objectType: ObjectType,
  recordIds: readonly string[],
  sink: ObjectSink,
): Promise<SearchOutcome> {
  const queries = anyOf(recordIds.map((recordId) => metadataClause(objectType, recordId)));
  return whereSearchable(async () => {
    await Promise.all(
      queries.flatMap((query) => KINDS.map((searchKind) => searchKind(reader, query, sink))),
    );
  });
}
