import Stripe from 'stripe';
import * as z from 'zod/mini';
import type { EventPage, StripeEvent, TouchedObjects } from '../ports.ts';
import type { Gather } from './batches.ts';
import { inBatches } from './batches.ts';
import { PAGE_SIZE } from './lists.ts';
import type { OtherKeys, StripeApi } from './metadata.ts';
import { claimsIn } from './metadata.ts';

// An event's object is in the version of its creation, and may be of any kind: only ids, addresses and
// metadata are read of it, each where it is what it should be.

const idOrObject = z.union([
  z.string(),
  z.pipe(
    z.looseObject({ id: z.string() }),
    z.transform(({ id }) => id),
  ),
]);

/** What is of another shape is not there. */
const lenient = <T extends z.ZodMiniType>(shape: T) => z.catch(z.optional(shape), undefined);

const metadataShape = lenient(z.record(z.string(), z.string()));

const subscriptionDetails = lenient(
  z.looseObject({ subscription: lenient(idOrObject), metadata: metadataShape }),
);

const OBJECT = z.looseObject({
  object: lenient(z.string()),
  id: lenient(z.string()),
  customer: lenient(idOrObject),
  charge: lenient(idOrObject),
  latest_charge: lenient(idOrObject),
  payment_intent: lenient(idOrObject),
  invoice: lenient(idOrObject),
  subscription: lenient(idOrObject),
  email: lenient(z.string()),
  customer_email: lenient(z.string()),
  customer_details: lenient(z.looseObject({ email: lenient(z.string()) })),
  /** Of an invoice, since 2025-03-31 and before. */
  parent: lenient(z.looseObject({ subscription_details: subscriptionDetails })),
  subscription_details: subscriptionDetails,
  /** Of an invoice payment. */
  payment: lenient(
    z.looseObject({ charge: lenient(idOrObject), payment_intent: lenient(idOrObject) }),
  ),
  metadata: metadataShape,
});

/** Metadata before a change has null for a key that was not there. */
const PREVIOUS = z.looseObject({
  customer: lenient(idOrObject),
  email: lenient(z.string()),
  metadata: lenient(z.record(z.string(), z.nullable(z.string()))),
});

type ObjectFields = z.infer<typeof OBJECT>;

const filled = (values: readonly (string | null | undefined)[]): readonly string[] =>
  [
    ...new Set(values.filter((value) => value !== null && value !== undefined && value !== '')),
  ] as readonly string[];

const ownId = ({ object, id }: ObjectFields, kind: string): string | undefined =>
  object === kind ? id : undefined;

/** One payment has a PaymentIntent and a charge; read by its PaymentIntent, every attempt comes with it. */
function paymentsOf(fields: ObjectFields): readonly string[] {
  const { payment } = fields;
  const intents = [ownId(fields, 'payment_intent'), fields.payment_intent, payment?.payment_intent];
  const charges = [ownId(fields, 'charge'), fields.charge, payment?.charge];
  const byIntent = filled(intents);
  return byIntent.length > 0 ? byIntent : filled(charges);
}

/** @param previous the values before, of the fields that changed. */
function touchedObjects(object: unknown, previous: unknown, otherKeys: OtherKeys): TouchedObjects {
  const fields = OBJECT.parse(object);
  const before = PREVIOUS.parse(previous ?? {});
  const subscription = fields.parent?.subscription_details ?? fields.subscription_details;
  const named = Object.entries(before.metadata ?? {}).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const payoutId = ownId(fields, 'payout');
  const customerId = ownId(fields, 'customer');
  const isRenamed = before.metadata !== undefined || before.email !== undefined;
  return {
    ...(payoutId !== undefined && { payouts: [{ id: payoutId, after: null }] }),
    customerIds: filled([customerId, fields.customer, before.customer]),
    ...(customerId !== undefined && isRenamed && { wholeCustomerIds: [customerId] }),
    paymentIds: paymentsOf(fields),
    documentIds: filled([
      ownId(fields, 'invoice'),
      ownId(fields, 'subscription'),
      ownId(fields, 'checkout.session'),
      fields.invoice,
      fields.subscription,
      subscription?.subscription,
    ]),
    addresses: filled([
      fields.email,
      fields.customer_email,
      fields.customer_details?.email,
      before.email,
    ]),
    claims: [
      ...claimsIn(fields.metadata, otherKeys),
      ...claimsIn(Object.fromEntries(named), otherKeys),
      ...claimsIn(subscription?.metadata, otherKeys),
    ],
  };
}

const mapEvent = (event: Stripe.EventBase, otherKeys: OtherKeys): StripeEvent => ({
  id: event.id,
  created: event.created,
  touched: touchedObjects(event.data.object, event.data.previous_attributes, otherKeys),
});

/** A page of events, newest first; `after` is the event that the page before ended with. */
export async function eventsPage(
  { events, otherKeys }: StripeApi,
  sinceSeconds: number,
  after: string | undefined,
): Promise<EventPage> {
  const page = await events.list({
    created: { gte: sinceSeconds },
    limit: PAGE_SIZE,
    ...(after === undefined ? {} : { starting_after: after }),
  });
  const read = page.data.map((event) => mapEvent(event, otherKeys));
  return { events: read, next: page.has_more ? (read.at(-1)?.id ?? null) : null };
}

/** Stripe keeps events for 30 days; it does not know older ones, nor those of the other mode. */
export async function retrieveEvent(stripe: StripeApi, id: string): Promise<StripeEvent> {
  return mapEvent(await stripe.events.retrieve(id), stripe.otherKeys);
}

/** Twice what searches are behind, as https://docs.stripe.com/search#data-freshness says. */
const RECENT_MS = 2 * 60_000;

/** An account with more events has older ones that a search is likely to know. */
const MAX_RECENT_PAGES = 3;

/** What happened in the last minutes; nothing where the key may not read it. */
export async function readRecent(
  stripe: StripeApi,
  nowMs: number,
): Promise<readonly StripeEvent[]> {
  const sinceSeconds = Math.floor((nowMs - RECENT_MS) / 1_000);
  const events: StripeEvent[] = [];
  let after: string | undefined;
  try {
    for (let pages = 1; pages <= MAX_RECENT_PAGES; pages += 1) {
      const page = await eventsPage(stripe, sinceSeconds, after);
      events.push(...page.events);
      if (page.next === null) break;
      after = page.next;
    }
  } catch (error) {
    // A key that may not read events finds what searches know.
    if (error instanceof Stripe.errors.StripePermissionError) return [];
    throw error;
  }
  return events;
}

/** What happened in the last minutes; who asks at the same time shares the answer. */
export const createRecentEvents = (
  stripe: StripeApi,
  nowMs: () => number,
  gather: Gather,
): ((_: null) => Promise<readonly StripeEvent[]>) =>
  inBatches(() => {
    const reading = readRecent(stripe, nowMs());
    return () => reading;
  }, gather);
