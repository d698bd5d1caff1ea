import type { Charge, ObjectType, StripeObjects } from '@stripe-payments/core';
import type { FoundRecords, PaymentSource, Ports, RecordSearch, StripeEvent } from '../../ports.ts';
import { CLAIM_PROPERTIES } from '../collect/record-claims.ts';

/** Asks for each key once. What failed is asked for again. */
function once<K, V>(ask: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const answers = new Map<string, Promise<V>>();
  return (key) => {
    const name = JSON.stringify(key);
    const known = answers.get(name);
    if (known !== undefined) return known;
    const answer = ask(key);
    answers.set(name, answer);
    answer.catch(() => answers.delete(name));
    return answer;
  };
}

/** Stripe, where what is a customer's or names a record is asked for once. */
function rememberingSource(stripe: PaymentSource, isRepeated: boolean): PaymentSource {
  const pages: Promise<unknown>[] = [];
  const readPage = once(async (customerId: string) => {
    const charges: Charge[] = [];
    const last = await stripe.chargesOfCustomer(
      customerId,
      (found) => charges.push(...(found.charges ?? [])),
      { hasRoom: () => false, bringsCustomer: true },
    );
    return { charges, last };
  });
  const firstPage = (customerId: string) => {
    const page = readPage(customerId);
    pages.push(page);
    return page;
  };
  // With the charges comes the customer, of whom is known then whether a list of the whole account has them. Waiting
  // for the others' too lets them share that list.
  const afterCharges = <V>(ask: (id: string) => Promise<V>) =>
    once(async (id: string) => {
      void firstPage(id);
      await Promise.allSettled(pages);
      return ask(id);
    });
  // A payment counts on a deal, a contact and a company.
  const payouts = new Map<string, ReturnType<PaymentSource['payoutsOfCharge']>>();
  const recentEvents = once<null, readonly StripeEvent[]>(() => stripe.recentEvents());
  const naming = once(async ([objectType, recordIds]: readonly [ObjectType, readonly string[]]) => {
    const found: Partial<StripeObjects>[] = [];
    const outcome = await stripe.findByMetadata(objectType, recordIds, (part) => found.push(part));
    return { found, outcome };
  });
  return {
    ...stripe,
    recentEvents: () => recentEvents(null),
    chargesOfPayment: once((id: string) => stripe.chargesOfPayment(id)),
    invoice: once((id: string) => stripe.invoice(id)),
    subscription: once((id: string) => stripe.subscription(id)),
    checkout: once((id: string) => stripe.checkout(id)),
    checkoutsOfPayment: once((id: string) => stripe.checkoutsOfPayment(id)),
    chargesOfCustomer: async (customerId, sink, part = {}) => {
      if (part.after !== undefined) return stripe.chargesOfCustomer(customerId, sink, part);
      const { charges, last } = await firstPage(customerId);
      sink({ charges });
      if (last === null || part.hasRoom?.() === false) return last;
      return stripe.chargesOfCustomer(customerId, sink, { ...part, after: last });
    },
    attemptsOfCustomer: afterCharges((id) => stripe.attemptsOfCustomer(id)),
    invoicesOfCustomer: afterCharges((id) => stripe.invoicesOfCustomer(id)),
    subscriptionsOfCustomer: afterCharges((id) => stripe.subscriptionsOfCustomer(id)),
    checkoutsOfCustomer: afterCharges((id) => stripe.checkoutsOfCustomer(id)),
    customersWithAddress: (addresses, { isListed }) =>
      stripe.customersWithAddress(addresses, { isListed: isListed && !isRepeated }),
    payoutsOfCharge: (charge) => {
      const known = payouts.get(charge.id) ?? stripe.payoutsOfCharge(charge);
      payouts.set(charge.id, known);
      return known;
    },
    findByMetadata: async (objectType, recordIds, sink) => {
      const { found, outcome } = await naming([objectType, recordIds]);
      for (const part of found) sink(part);
      return outcome;
    },
  };
}

const CLAIMS = ['stripe_customer_id', 'stripe_payment_ids'] as const;

const asksForClaims = ({ conditions, changedSinceMs }: RecordSearch): boolean =>
  changedSinceMs === undefined &&
  conditions.every((each) => 'property' in each && CLAIMS.some((name) => name === each.property));

/**
 * HubSpot, where every record of a type that links or assigns anything is asked for once: those that compete
 * for a payment are among them.
 * @param many types of which there are more than a search reads, for which each record is asked for.
 */
function rememberingStore(crm: Ports['crm'], many: Set<ObjectType>): Ports['crm'] {
  const every = once((objectType: ObjectType): Promise<FoundRecords> => {
    const conditions = CLAIMS.map((property) => ({ property, is: 'set' }) as const);
    return crm.searchClaims({ objectType, conditions, properties: CLAIM_PROPERTIES[objectType] });
  });
  return {
    ...crm,
    searchClaims: async (search) => {
      const { objectType } = search;
      if (!asksForClaims(search) || many.has(objectType)) return crm.searchClaims(search);
      const all = await every(objectType);
      if (!all.isCut) return all;
      many.add(objectType);
      return crm.searchClaims(search);
    },
  };
}

/** What is known of the account, and of the run. */
export interface AheadOptions {
  /** Types of records of which more link or assign than a search reads. */
  readonly many?: Set<ObjectType>;
  /** True where a record that a search missed by being behind is synced again by the next run. */
  readonly isRepeated?: boolean;
}

/**
 * Ports whose first reading of a record takes what was read with `readAhead` before, and is as old as that.
 * Records that are synced side by side share their customers' lists and who competes for their payments.
 */
export function readingAhead(
  ports: Ports,
  { many = new Set(), isRepeated = false }: AheadOptions = {},
): Ports & Required<Pick<Ports, 'readAhead'>> {
  const stripe = rememberingSource(ports.stripe, isRepeated);
  const crm = rememberingStore(ports.crm, many);
  return { ...ports, readAhead: { stripe, crm, sinceMs: ports.clock.nowMs() } };
}
