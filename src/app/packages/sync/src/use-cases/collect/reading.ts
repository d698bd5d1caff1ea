import type { StripeObjects } from '@stripe-payments/core';
import { NO_STRIPE_OBJECTS, distinctById } from '@stripe-payments/core';
import type { ObjectSink, PaymentSource, StripeEvent } from '../../ports.ts';
import { asSyncError, SyncError } from '../../sync-error.ts';
import { perform } from './ask-stripe.ts';
import { isGone, isSearch, recentSteps, withoutReread } from './recent-steps.ts';
import type { Step } from './steps.ts';

/** Both together; of what is in both, the second says how it is. */
function mergeObjects(
  first: Partial<StripeObjects>,
  second: Partial<StripeObjects>,
): StripeObjects {
  return {
    customers: distinctById([...(first.customers ?? []), ...(second.customers ?? [])]),
    charges: distinctById([...(first.charges ?? []), ...(second.charges ?? [])]),
    invoices: distinctById([...(first.invoices ?? []), ...(second.invoices ?? [])]),
    subscriptions: distinctById([...(first.subscriptions ?? []), ...(second.subscriptions ?? [])]),
    checkouts: distinctById([...(first.checkouts ?? []), ...(second.checkouts ?? [])]),
  };
}

/** All of many finds. */
export function mergeObjectSets(finds: readonly Partial<StripeObjects>[]): StripeObjects {
  const every = <K extends keyof StripeObjects>(kind: K): StripeObjects[K][number][] =>
    finds.flatMap((find) => [...(find[kind] ?? [])]);
  return mergeObjects(NO_STRIPE_OBJECTS, {
    customers: every('customers'),
    charges: every('charges'),
    invoices: every('invoices'),
    subscriptions: every('subscriptions'),
    checkouts: every('checkouts'),
  });
}

/** True where no charge, invoice, subscription or checkout was found. */
export function holdsNothing(objects: StripeObjects): boolean {
  const { charges, invoices, subscriptions, checkouts } = objects;
  return [charges, invoices, subscriptions, checkouts].every(({ length }) => length === 0);
}

/**
 * Payments that paid invoices and checkouts of customers name, and the lists of these customers' charges
 * lack: such a list ended too early.
 */
function lackingPayments(
  { charges, invoices, checkouts }: StripeObjects,
  listedCustomers: ReadonlySet<string>,
): readonly string[] {
  const isListed = ({ customerId }: { readonly customerId: string | null }): boolean =>
    customerId !== null && listedCustomers.has(customerId);
  const paid = [
    ...invoices
      .filter(isListed)
      .flatMap(({ payments }) => payments)
      .filter(({ status, amountPaidMinor }) => status === 'paid' && amountPaidMinor !== 0)
      .map(({ paymentIntentId, chargeId }) => paymentIntentId ?? chargeId),
    ...checkouts
      .filter(isListed)
      .filter(({ paymentStatus, amountMinor }) => paymentStatus === 'paid' && amountMinor !== 0)
      .map(({ paymentIntentId }) => paymentIntentId),
  ].filter((id) => id !== null);
  const known = new Set(charges.flatMap(({ id, paymentIntentId }) => [id, paymentIntentId]));
  return [...new Set(paid)].filter((id) => !known.has(id));
}

/** What was read so far, and why something could not be. */
export interface ReadResult {
  readonly objects: StripeObjects;
  readonly failures: readonly SyncError[];
  readonly isSearchUnavailable: boolean;
  /** Customers of whose charges there are more, each with the last one that was read. */
  readonly goesOn: ReadonlyMap<string, string>;
}

/** Reads Stripe step by step, each step once, all that are known at the same time. */
export interface Reading {
  /** Returns when these steps and all that follow from them are done; failures are in the result. */
  run(steps: readonly Step[]): Promise<void>;
  result(): ReadResult;
}

export interface ReadingOptions {
  readonly follow: (step: Step, found: Partial<StripeObjects>) => readonly Step[];
  /** Asked before each page of charges but the first. Default: always. */
  readonly hasRoom?: () => boolean;
}

/** Room for a number of pages. */
export function roomForPages(count: number): () => boolean {
  let left = count;
  return () => {
    left -= 1;
    return left >= 0;
  };
}

export function createReading(
  stripe: PaymentSource,
  { follow, hasRoom = () => true }: ReadingOptions,
): Reading {
  const started = new Set<string>();
  const rereadIds = new Set<string>();
  const searched: Partial<StripeObjects>[] = [];
  const listed: Partial<StripeObjects>[] = [];
  const knownCustomers = new Set<string>();
  const failures: SyncError[] = [];
  const listedCustomers = new Set<string>();
  const goesOn = new Map<string, string>();
  let isSearchUnavailable = false;

  const recentEvents = async (): Promise<readonly StripeEvent[]> => {
    try {
      return await stripe.recentEvents();
    } catch (error) {
      failures.push(asSyncError(error));
      return [];
    }
  };

  const isNew = (step: Step): boolean => {
    if (step.kind === 'customer' && knownCustomers.has(step.customerId)) return false;
    const key = JSON.stringify(step);
    if (started.has(key)) return false;
    started.add(key);
    return true;
  };

  const readCharges = async (
    { customerId, after }: Extract<Step, { readonly kind: 'charges' }>,
    sink: ObjectSink,
  ): Promise<void> => {
    const last = await stripe.chargesOfCustomer(customerId, sink, { after, hasRoom });
    if (last !== null) goesOn.set(customerId, last);
    else if (after === undefined) listedCustomers.add(customerId);
  };

  const runStep = async (step: Step): Promise<void> => {
    const found: Partial<StripeObjects>[] = [];
    const sink: ObjectSink = (objects) => {
      found.push(objects);
      (isSearch(step) ? searched : listed).push(objects);
      for (const { id } of objects.customers ?? []) knownCustomers.add(id);
    };
    const events = isSearch(step) ? recentEvents() : [];
    try {
      if (step.kind === 'charges') await readCharges(step, sink);
      else if ((await perform(stripe, step, sink)) === 'search-unavailable') {
        isSearchUnavailable = true;
      }
      if (step.kind === 'recent') rereadIds.add(step.id);
    } catch (thrown) {
      const error = asSyncError(thrown);
      if (step.kind === 'recent' && isGone(error)) rereadIds.add(step.id);
      else failures.push(error);
    }
    const objects = mergeObjectSets(found);
    const recent = isSearch(step) ? recentSteps(step, objects, await events) : [];
    await run([...recent, ...follow(step, objects)]);
  };

  const run = async (steps: readonly Step[]): Promise<void> => {
    const isLast = ({ kind }: Step): boolean => kind === 'customer';
    await Promise.all(steps.filter((step) => !isLast(step) && isNew(step)).map(runStep));
    // Lists of their payments bring most customers along.
    await Promise.all(steps.filter((step) => isLast(step) && isNew(step)).map(runStep));
  };

  return {
    run,
    result: () => {
      const asSearched = withoutReread(mergeObjectSets(searched), rereadIds);
      const objects = mergeObjects(asSearched, mergeObjectSets(listed));
      const [lacking] = lackingPayments(objects, listedCustomers);
      const detail = `A list of charges lacks ${String(lacking)}.`;
      const ended = lacking === undefined ? [] : [new SyncError('stripe-wrong-answer', { detail })];
      return { objects, failures: [...failures, ...ended], isSearchUnavailable, goesOn };
    },
  };
}
