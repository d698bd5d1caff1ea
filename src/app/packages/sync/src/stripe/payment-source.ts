import type { Charge, Checkout, ErrorCode, Subscription } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { SentRequests } from '../http/transport.ts';
import type { PaymentSource, WritableKind } from '../ports.ts';
import type { Gather, KnownLengths } from './batches.ts';
import { createSharedList } from './batches.ts';
import { createCatalogue } from './catalogue.ts';
import { chargesOfPayment, readCharges } from './charges.ts';
import type { Buyer } from './checkouts.ts';
import { checkoutsOfPayment, mapCheckout, retrieveCheckout, sharedCheckouts } from './checkouts.ts';
import { completeCharge, sharedDisputes } from './complete-charge.ts';
import {
  createSeenCustomers,
  customersLike,
  customersOfDomain,
  customersWithAddress,
  retrieveCustomer,
} from './customers.ts';
import { hasTransactions } from './account-fees.ts';
import { understood } from './errors.ts';
import { createRecentEvents, eventsPage, retrieveEvent } from './events.ts';
import { findByMetadata } from './find-by-metadata.ts';
import { createAttempts } from './intent-attempts.ts';
import { invoiceIdsOfPayment, retrieveInvoice, sharedInvoices, wholeInvoices } from './invoices.ts';
import type { StripeApi } from './metadata.ts';
import { claimsOf, writeClaim } from './metadata.ts';
import { createPayoutFinder, findFewPayouts } from './payout-finder.ts';
import { itemizedPayout, mapPayout } from './payouts.ts';
import { scheduledSubscriptions, sharedSchedules } from './schedules.ts';
import { createSearches } from './search.ts';
import { retrieveSubscription, sharedSubscriptions, withCatalogue } from './subscriptions.ts';

interface PaymentSourceParts {
  readonly stripe: StripeApi;
  readonly mode: 'live' | 'test';
  /** The same Stripe, with one short try for what the view can do without. */
  readonly bestEffort: Stripe;
  readonly account: AccountMemory;
  readonly nowMs: () => number;
  readonly sent: Readonly<SentRequests>;
  /** How long a call waits for others that can share it. */
  readonly gather: Gather;
}

/** Kept between invocations of a warm process. */
export interface AccountMemory {
  /** The account id: it never changes for a key. */
  id?: string;
  /** Whether the account pays fees that are tied to no payment. */
  hasFees?: boolean;
  /** Whether its payouts are sent by hand. */
  hasManualPayouts?: boolean;
  /** Lists only grow. */
  readonly lengths: KnownLengths;
}

/** What is asked for while the answer is on its way gets the same answer. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}

async function readAccountId(bestEffort: Stripe, account: AccountMemory): Promise<string | null> {
  if (account.id !== undefined) return account.id;
  try {
    const { id, settings } = await bestEffort.accounts.retrieveCurrent();
    account.id = id;
    account.hasManualPayouts = settings?.payouts?.schedule.interval === 'manual';
    return id;
  } catch {
    // Only links depend on it: without, they open in the account that the person used last. What is
    // wrong with the key or with Stripe shows in the reads that matter.
    return null;
  }
}

async function readAccountFees(bestEffort: Stripe, account: AccountMemory): Promise<boolean> {
  if (account.hasFees !== undefined) return account.hasFees;
  try {
    account.hasFees = await hasTransactions(bestEffort, 'stripe_fee');
    return account.hasFees;
  } catch {
    // A sentence beside the figures depends on it, and no figure.
    return false;
  }
}

const UNKNOWN: Readonly<Record<WritableKind, ErrorCode>> = {
  charge: 'unknown-payment',
  'payment-intent': 'unknown-payment',
  invoice: 'unknown-invoice',
  subscription: 'unknown-subscription',
  checkout: 'unknown-checkout',
};

const OF_CUSTOMER = { notFound: 'unknown-customer', object: 'customer' } as const;
const OF_PAYMENT = { notFound: 'unknown-payment' } as const;
const OF_PAYOUT = { notFound: 'stripe-refused' } as const;
const OF_SEARCH = { notFound: 'stripe-refused' } as const;

export function createPaymentSource(parts: PaymentSourceParts): PaymentSource {
  const { stripe, mode, bestEffort, account, nowMs, gather } = parts;
  const sharing = { lengths: account.lengths, nowMs, gather };
  const accountId = once(() => readAccountId(bestEffort, account));
  const accountFees = once(() => readAccountFees(bestEffort, account));
  const catalogue = createCatalogue(stripe);
  const seen = createSeenCustomers(mode, stripe.otherKeys);
  const search = { stripe, searches: createSearches(stripe, gather), seen, catalogue };
  const recentEvents = createRecentEvents(stripe, nowMs, gather);
  const attemptsOf = createAttempts({ stripe, seen, nowMs, gather });
  const invoicesOf = createSharedList(sharedInvoices(stripe, seen), sharing);
  const subscriptionsOf = createSharedList(sharedSubscriptions(stripe, seen), sharing);
  const schedulesOf = createSharedList(sharedSchedules(stripe, seen), sharing);
  const checkoutsOf = createSharedList(sharedCheckouts(stripe, seen), sharing);
  const disputesOf = createSharedList(sharedDisputes(stripe), sharing);
  /** The ended ones and those that have not started too. */
  const allSubscriptionsOf = async (customer: string): Promise<readonly Subscription[]> => {
    const [subscriptions, scheduled] = await Promise.all([
      subscriptionsOf(customer).then((found) => withCatalogue(stripe, catalogue, found)),
      schedulesOf(customer).then((found) => scheduledSubscriptions(stripe, catalogue, found)),
    ]);
    return [...subscriptions, ...scheduled];
  };
  const checkoutsBy = async (buyer: Buyer): Promise<readonly Checkout[]> =>
    (await checkoutsOf(buyer)).map((session) => mapCheckout(session, stripe.otherKeys));
  const documentsOf = async (paymentIntentId: string): Promise<readonly string[]> => {
    const [invoiceIds, checkouts] = await Promise.all([
      invoiceIdsOfPayment(stripe, paymentIntentId),
      checkoutsOfPayment(stripe, paymentIntentId),
    ]);
    return [...invoiceIds, ...checkouts.map(({ id }) => id)];
  };
  return {
    mode,
    callsSent: () => parts.sent.count,
    accountId,
    hasAccountFees: ({ mayAsk }) =>
      mayAsk ? accountFees() : Promise.resolve(account.hasFees === true),
    chargesOfCustomer: (customer, sink, { after, hasRoom, bringsCustomer = false } = {}) => {
      const filter = { customer, ...(after === undefined ? {} : { starting_after: after }) };
      const onRead = (charges: readonly Charge[]): void => {
        sink({ charges });
      };
      return understood(
        OF_CUSTOMER,
        readCharges(stripe, filter, onRead, hasRoom, bringsCustomer ? seen : undefined),
      );
    },
    attemptsOfCustomer: (id) => understood(OF_CUSTOMER, attemptsOf(id)),
    invoicesOfCustomer: (id) =>
      understood(
        OF_CUSTOMER,
        invoicesOf(id).then((found) => wholeInvoices(stripe, catalogue, found)),
      ),
    subscriptionsOfCustomer: (id) => understood(OF_CUSTOMER, allSubscriptionsOf(id)),
    checkoutsOfCustomer: (customer) => understood(OF_CUSTOMER, checkoutsBy({ customer })),
    customer: (id) => understood(OF_CUSTOMER, retrieveCustomer(stripe, seen, id)),
    customersWithAddress: (addresses, options) =>
      understood(OF_SEARCH, customersWithAddress(search, addresses, options)),
    customersOfDomain: (domain) => understood(OF_SEARCH, customersOfDomain(search, domain)),
    customersLike: (text) => understood(OF_SEARCH, customersLike(stripe, text)),
    chargesOfPayment: (id) => understood(OF_PAYMENT, chargesOfPayment(stripe, id)),
    invoice: (id) =>
      understood({ notFound: UNKNOWN.invoice }, retrieveInvoice(stripe, catalogue, id)),
    subscription: (id) =>
      understood({ notFound: UNKNOWN.subscription }, retrieveSubscription(stripe, catalogue, id)),
    checkout: (id) => understood({ notFound: UNKNOWN.checkout }, retrieveCheckout(stripe, id)),
    documentsOfPayment: (id) => understood(OF_PAYMENT, documentsOf(id)),
    checkoutsOfPayment: (id) => understood(OF_PAYMENT, checkoutsOfPayment(stripe, id)),
    checkoutsOfGuest: (guest) => understood(OF_SEARCH, checkoutsBy({ guest })),
    findByMetadata: (objectType, recordIds, sink) =>
      understood(OF_SEARCH, findByMetadata(search, [objectType, recordIds], sink)),
    eventsPage: (sinceSeconds, after) =>
      understood(OF_SEARCH, eventsPage(stripe, sinceSeconds, after)),
    recentEvents: () => understood(OF_SEARCH, recentEvents(null)),
    event: (id) => understood({ notFound: 'unknown-event' }, retrieveEvent(stripe, id)),
    completed: (charge) => understood(OF_PAYMENT, completeCharge(stripe, charge, disputesOf)),
    payoutsOfCharge: createPayoutFinder(bestEffort, nowMs),
    payoutsOfFew: (charges, maxCalls) => findFewPayouts(bestEffort, nowMs, charges, maxCalls),
    hasManualPayouts: () => account.hasManualPayouts === true,
    payout: (id) => understood(OF_PAYOUT, stripe.payouts.retrieve(id).then(mapPayout)),
    itemizedPayout: (id, after) => understood(OF_PAYOUT, itemizedPayout(stripe, id, after)),
    metadataClaims: (kind, id) =>
      understood({ notFound: UNKNOWN[kind] }, claimsOf(stripe, kind, id)),
    writeClaim: (kind, id, claim) =>
      understood({ notFound: UNKNOWN[kind], access: 'write' }, writeClaim(stripe, kind, id, claim)),
  };
}
