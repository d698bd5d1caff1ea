import type { TouchedObjects } from '../../ports.ts';

/** What a change has touched, and when, in milliseconds since the epoch. */
export interface TouchedAt {
  readonly changedAtMs: number;
  readonly touched: TouchedObjects;
}

/**
 * So many customers, or payments, are read of Stripe before records are looked for: what is read of them is kept for
 * the syncs of their records.
 */
export const MAX_OBJECTS = 20;

/** Below this a slice is not made smaller. */
const MIN_OBJECTS = 5;

/** What any of them has touched. */
export function mergeTouched(all: readonly TouchedObjects[]): TouchedObjects {
  const every = (of: (touched: TouchedObjects) => readonly string[]): readonly string[] => [
    ...new Set(all.flatMap(of)),
  ];
  const claims = all.flatMap((touched) => touched.claims);
  const payouts = all.flatMap((touched) => touched.payouts ?? []);
  return {
    customerIds: every(({ customerIds }) => customerIds),
    wholeCustomerIds: every(({ wholeCustomerIds = [] }) => wholeCustomerIds),
    paymentIds: every(({ paymentIds }) => paymentIds),
    documentIds: every(({ documentIds }) => documentIds),
    addresses: every(({ addresses }) => addresses),
    domains: every(({ domains = [] }) => domains),
    claims: [...new Map(claims.map((claim) => [JSON.stringify(claim), claim])).values()],
    ...(payouts.length > 0 && { payouts }),
  };
}

const keysOf = (touched: TouchedObjects): readonly string[] => [
  ...touched.customerIds,
  ...(touched.wholeCustomerIds ?? []).map((id) => `all of ${id}`),
  ...touched.paymentIds,
  ...touched.documentIds,
  ...touched.addresses,
  ...(touched.domains ?? []),
  ...[...touched.claims, ...(touched.payouts ?? [])].map((each) => JSON.stringify(each)),
];

/** A new email or domain makes no read, but a slice of very many changes is resolved less exactly. */
const readsOf = ({ customerIds, paymentIds, addresses, domains = [] }: TouchedObjects): number =>
  Math.max(
    customerIds.length,
    paymentIds.length,
    Math.ceil(addresses.length / 2),
    Math.ceil(domains.length / 2),
  );

/** Of a queue what one round reads. */
export interface TouchedSlice {
  readonly touched: TouchedObjects;
  /** What it is made of. */
  readonly entries: readonly TouchedAt[];
}

const isPayout = ({ touched }: TouchedAt): boolean => (touched.payouts ?? []).length > 0;

/** A payout is resolved alone: in between it would part a refund from the invoice that names its record. */
export const payoutsLast = (queue: readonly TouchedAt[]): readonly TouchedAt[] => [
  ...queue.filter((entry) => !isPayout(entry)),
  ...queue.filter(isPayout),
];

/**
 * As much of a queue as one round may read, at least its first entry, and the rest without what that covers:
 * a payment causes several events.
 */
export function takeSome(
  queue: readonly TouchedAt[],
  maxObjects: number,
): { readonly some: TouchedSlice; readonly rest: readonly TouchedAt[] } {
  let count = 0;
  let touched = mergeTouched([]);
  for (const entry of queue) {
    const next = mergeTouched([touched, entry.touched]);
    if (count > 0 && (isPayout(entry) || readsOf(next) > maxObjects)) break;
    touched = next;
    count += 1;
  }
  const covered = new Set(keysOf(touched));
  const isCovered = (entry: TouchedAt): boolean =>
    keysOf(entry.touched).every((key) => covered.has(key));
  const others = queue.slice(count);
  const entries = [...queue.slice(0, count), ...others.filter(isCovered)];
  return { some: { touched, entries }, rest: others.filter((entry) => !isCovered(entry)) };
}

/** A slice half as large; undefined where it is as small as it gets. */
export const smallerSlice = (maxObjects: number): number | undefined =>
  maxObjects <= MIN_OBJECTS ? undefined : Math.max(MIN_OBJECTS, Math.floor(maxObjects / 2));
