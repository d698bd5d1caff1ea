import type { ErrorCode } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { PaymentSource, WritableKind } from '../ports.ts';
import { createCatalogue } from './catalogue.ts';
import { chargesOfPayment, completeCharge, readCharges } from './charges.ts';
import { checkoutsOfGuest, listCheckouts, retrieveCheckout } from './checkouts.ts';
import {
  customersLike,
  customersOfDomain,
  customersWithAddress,
  retrieveCustomer,
} from './customers.ts';
import { understood } from './errors.ts';
import { eventsPage, retrieveEvent } from './events.ts';
import { findByMetadata } from './find-by-metadata.ts';
import { attemptsOfCustomer } from './intent-attempts.ts';
import { invoicesOf, retrieveInvoice } from './invoices.ts';
import { claimsOf, writeClaim } from './metadata.ts';
import { retrieveSubscription, subscriptionsOf } from './subscriptions.ts';

interface PaymentSourceParts {
  readonly stripe: Stripe;
  readonly mode: 'live' | 'test';
  /** The same Stripe, with one short try for what the view can do without. */
  readonly bestEffort: Stripe;
  readonly account: AccountMemory;
}

/** The account id, kept between invocations of a warm process: it never changes for a key. */
export interface AccountMemory {
  id?: string;
}

async function readAccountId(bestEffort: Stripe, account: AccountMemory): Promise<string | null> {
  if (account.id !== undefined) return account.id;
  try {
    const { id } = await bestEffort.accounts.retrieveCurrent();
    account.id = id;
    return id;
  } catch {
    // Only links depend on it: without, they open in the account that the person used last. What is
    // wrong with the key or with Stripe shows in the reads that matter.
    return null;
  }
}

const UNKNOWN: Readonly<Record<WritableKind, ErrorCode>> = {
  charge: 'unknown-payment',
  'payment-intent': 'unknown-payment',
  invoice: 'unknown-invoice',
  subscription: 'unknown-subscription',
  checkout: 'unknown-checkout',
};

const OF_CUSTOMER = { notFound: 'unknown-customer' } as const;
const OF_PAYMENT = { notFound: 'unknown-payment' } as const;
const OF_SEARCH = { notFound: 'stripe-refused' } as const;

export function createPaymentSource(parts: PaymentSourceParts): PaymentSource {
  const { stripe, mode, bestEffort, account } = parts;
  const catalogue = createCatalogue(stripe);
  return {
    mode,
    accountId: () => readAccountId(bestEffort, account),
    chargesOfCustomer: (customer, sink) =>
      understood(
        OF_CUSTOMER,
        readCharges(stripe, { customer }, (charges) => {
          sink({ charges });
        }),
      ),
    attemptsOfCustomer: (id) => understood(OF_CUSTOMER, attemptsOfCustomer(stripe, id)),
    invoicesOfCustomer: (id) => understood(OF_CUSTOMER, invoicesOf(stripe, id)),
    subscriptionsOfCustomer: (id) =>
      understood(OF_CUSTOMER, subscriptionsOf(stripe, catalogue, id)),
    checkoutsOfCustomer: (customer) =>
      understood(OF_CUSTOMER, listCheckouts(stripe, { customer, status: 'complete' })),
    customer: (id) => understood(OF_CUSTOMER, retrieveCustomer(stripe, id)),
    customersWithAddress: (addresses, options) =>
      understood(OF_SEARCH, customersWithAddress(stripe, addresses, options)),
    customersOfDomain: (domain) => understood(OF_SEARCH, customersOfDomain(stripe, domain)),
    customersLike: (text) => understood(OF_SEARCH, customersLike(stripe, text)),
    chargesOfPayment: (id) => understood(OF_PAYMENT, chargesOfPayment(stripe, id)),
    invoice: (id) => understood({ notFound: UNKNOWN.invoice }, retrieveInvoice(stripe, id)),
    subscription: (id) =>
      understood({ notFound: UNKNOWN.subscription }, retrieveSubscription(stripe, catalogue, id)),
    checkout: (id) => understood({ notFound: UNKNOWN.checkout }, retrieveCheckout(stripe, id)),
    checkoutsOfPayment: (id) =>
      understood(OF_PAYMENT, listCheckouts(stripe, { payment_intent: id })),
    checkoutsOfGuest: (address) => understood(OF_SEARCH, checkoutsOfGuest(stripe, address)),
    findByMetadata: (objectType, recordIds, sink) =>
      understood(OF_SEARCH, findByMetadata(stripe, catalogue, [objectType, recordIds], sink)),
    eventsPage: (sinceSeconds, after) =>
      understood(OF_SEARCH, eventsPage(stripe, sinceSeconds, after)),
    event: (id) => understood({ notFound: 'unknown-event' }, retrieveEvent(stripe, id)),
    completed: (charge) => understood(OF_PAYMENT, completeCharge(stripe, charge)),
    metadataClaims: (kind, id) =>
      understood({ notFound: UNKNOWN[kind] }, claimsOf(stripe, kind, id)),
    writeClaim: (kind, id, claim) =>
      understood({ notFound: UNKNOWN[kind], access: 'write' }, writeClaim(stripe, kind, id, claim)),
  };
}
