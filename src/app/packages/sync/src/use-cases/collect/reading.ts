import type { StripeObjects } from '@stripe-payments/core';
import { NO_STRIPE_OBJECTS, distinctById } from '@stripe-payments/core';
import type { ObjectSink, PaymentSource, SearchOutcome } from '../../ports.ts';
import { asSyncError, SyncError } from '../../sync-error.ts';
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

async function readObject(stripe: PaymentSource, id: string, sink: ObjectSink): Promise<void> {
  switch (id.slice(0, id.indexOf('_'))) {
    case 'in':
      sink({ invoices: [await stripe.invoice(id)] });
      return;
    case 'sub':
      sink({ subscriptions: [await stripe.subscription(id)] });
      return;
    case 'cs':
      sink({ checkouts: [await stripe.checkout(id)] });
      return;
    default:
      sink({ charges: await stripe.chargesOfPayment(id) });
  }
}

type CustomerStep = Extract<Step, { readonly customerId: string }>;

async function readLists(
  stripe: PaymentSource,
  { kind, customerId }: Exclude<CustomerStep, { readonly kind: 'charges' }>,
  sink: ObjectSink,
): Promise<void> {
  switch (kind) {
    case 'customer': {
      const customer = await stripe.customer(customerId);
      sink({ customers: customer === null ? [] : [customer] });
      return;
    }
    case 'attempts':
      sink({ charges: await stripe.attemptsOfCustomer(customerId) });
      return;
    case 'invoices':
      sink({ invoices: await stripe.invoicesOfCustomer(customerId) });
      return;
    case 'subscriptions':
      sink({ subscriptions: await stripe.subscriptionsOfCustomer(customerId) });
      return;
    case 'checkouts':
      sink({ checkouts: await stripe.checkoutsOfCustomer(customerId) });
  }
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

/** Asks Stripe one question; the answer goes into the sink. */
async function perform(
  stripe: PaymentSource,
  step: Exclude<Step, { readonly kind: 'charges' }>,
  sink: ObjectSink,
): Promise<SearchOutcome> {
  switch (step.kind) {
    case 'metadata':
      return stripe.findByMetadata(step.objectType, step.recordIds, sink);
    case 'addresses': {
      const { found, outcome } = await stripe.customersWithAddress(step.addresses, step);
      sink({ customers: found });
      return outcome;
    }
    case 'domain': {
      const { found, outcome } = await stripe.customersOfDomain(step.domain);
      sink({ customers: found });
      return outcome;
    }
    case 'guest':
      sink({ checkouts: await stripe.checkoutsOfGuest(step.address) });
      return 'searched';
    case 'checkouts-of-payment':
      sink({ checkouts: await stripe.checkoutsOfPayment(step.id) });
      return 'searched';
    case 'object':
      await readObject(stripe, step.id, sink);
      return 'searched';
    default:
      await readLists(stripe, step, sink);
      return 'searched';
  }
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

/** Answers of a search, which may be a minute old. */
const isBehind = ({ kind }: Step): boolean =>
  kind === 'metadata' || kind === 'addresses' || kind === 'domain';

export function createReading(
  stripe: PaymentSource,
  { follow, hasRoom = () => true }: ReadingOptions,
): Reading {
  const started = new Set<string>();
  const searched: Partial<StripeObjects>[] = [];
  const listed: Partial<StripeObjects>[] = [];
  const knownCustomers = new Set<string>();
  const failures: SyncError[] = [];
  const listedCustomers = new Set<string>();
  const goesOn = new Map<string, string>();
  let isSearchUnavailable = false;

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
      (isBehind(step) ? searched : listed).push(objects);
      for (const { id } of objects.customers ?? []) knownCustomers.add(id);
    };
    try {
      if (step.kind === 'charges') await readCharges(step, sink);
      else if ((await perform(stripe, step, sink)) === 'search-unavailable') {
        isSearchUnavailable = true;
      }
    } catch (error) {
      failures.push(asSyncError(error));
    }
    await run(follow(step, mergeObjectSets(found)));
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
      const objects = mergeObjects(mergeObjectSets(searched), mergeObjectSets(listed));
      const [lacking] = lackingPayments(objects, listedCustomers);
      const detail = `A list of charges lacks ${String(lacking)}.`;
      const ended = lacking === undefined ? [] : [new SyncError('stripe-wrong-answer', { detail })];
      return { objects, failures: [...failures, ...ended], isSearchUnavailable, goesOn };
    },
  };
}
