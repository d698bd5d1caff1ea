import type { ErrorCode } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { PaymentSource, WritableKind } from '../ports.ts';
import type { Caller } from '../http/retry.ts';
import { createCatalogue } from './catalogue.ts';
import { chargesOfPayment, eachChargePage } from './charges.ts';
import { checkoutsOfGuest, listCheckouts, retrieveCheckout } from './checkouts.ts';
import { claimsOf, writeClaim } from './claims.ts';
import { completeCharge } from './complete.ts';
import {
  customersLike,
  customersOfDomain,
  customersWithAddress,
  retrieveCustomer,
} from './customers.ts';
import { toStripeSyncError, toStripeWriteError } from './errors.ts';
import { invoicesOf, retrieveInvoice } from './invoices.ts';
import { findByMetadata } from './find-by-metadata.ts';
import type { Pace } from './pace.ts';
import type { StripeReader } from './reader.ts';
import { retrieveSubscription, subscriptionsOf } from './subscriptions.ts';

interface PaymentSourceParts {
  readonly stripe: Stripe;
  readonly mode: 'live' | 'test';
  readonly caller: Caller;
  readonly pace: Pace;
  /** For what the view can do without. */
  readonly bestEffort: Caller;
  readonly account: AccountMemory;
}

/** The account id, kept between invocations of a warm process: it never changes for a key. */
export interface AccountMemory {
  id?: string;
}

async function translated<T>(missing: ErrorCode, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw toStripeSyncError(error, missing);
  }
}

async function readAccountId({
  stripe,
  bestEffort,
  account,
}: PaymentSourceParts): Promise<string | null> {
  if (account.id !== undefined) return account.id;
  try {
    const { id } = await bestEffort.call((timeout) =>
      stripe.accounts.retrieveCurrent({}, { timeout }),
    );
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

type Lists = Pick<
  PaymentSource,
  'chargesOfCustomer' | 'invoicesOfCustomer' | 'subscriptionsOfCustomer' | 'checkoutsOfCustomer'
>;

function customerLists(reader: StripeReader): Lists {
  const ofCustomer = (work: Promise<void>): Promise<void> => translated('unknown-customer', work);
  return {
    chargesOfCustomer: (customer, sink) =>
      ofCustomer(
        eachChargePage(reader, { customer }, (charges) => {
          sink({ charges });
        }),
      ),
    invoicesOfCustomer: (id, sink) =>
      ofCustomer(
        invoicesOf(reader, id).then((invoices) => {
          sink({ invoices });
        }),
      ),
    subscriptionsOfCustomer: (id, sink) =>
      ofCustomer(
        subscriptionsOf(reader, id).then((subscriptions) => {
          sink({ subscriptions });
        }),
      ),
    checkoutsOfCustomer: (customer, sink) =>
      ofCustomer(
        listCheckouts(reader, { customer, status: 'complete' }).then((checkouts) => {
          sink({ checkouts });
        }),
      ),
  };
}

type ByPerson = Pick<
  PaymentSource,
  'customer' | 'customersWithAddress' | 'customersOfDomain' | 'customersLike'
>;

function people(reader: StripeReader): ByPerson {
  return {
    customer: (id) => translated('unknown-customer', retrieveCustomer(reader, id)),
    customersWithAddress: (addresses, options) =>
      translated('stripe-refused', customersWithAddress(reader, addresses, options)),
    customersOfDomain: (domain) => translated('stripe-refused', customersOfDomain(reader, domain)),
    customersLike: (text) => translated('stripe-refused', customersLike(reader, text)),
  };
}

type ById = Omit<PaymentSource, keyof Lists | keyof ByPerson | 'mode' | 'accountId'>;

function thingsById(reader: StripeReader): ById {
  return {
    chargesOfPayment: (id) => translated('unknown-payment', chargesOfPayment(reader, id)),
    invoice: (id) => translated('unknown-invoice', retrieveInvoice(reader, id)),
    subscription: (id) => translated('unknown-subscription', retrieveSubscription(reader, id)),
    checkout: (id) => translated('unknown-checkout', retrieveCheckout(reader, id)),
    checkoutsOfPayment: (id) =>
      translated('unknown-payment', listCheckouts(reader, { payment_intent: id })),
    checkoutsOfGuest: (address) => translated('stripe-refused', checkoutsOfGuest(reader, address)),
    findByMetadata: (objectType, recordIds, sink) =>
      translated('stripe-refused', findByMetadata(reader, objectType, recordIds, sink)),
    completed: (charge) => translated('unknown-payment', completeCharge(reader, charge)),
    metadataClaims: (kind, id) => translated(UNKNOWN[kind], claimsOf(reader, kind, id)),
    writeClaim: async (kind, id, claim) => {
      try {
        await writeClaim(reader, kind, id, claim);
      } catch (error) {
        throw toStripeWriteError(error, UNKNOWN[kind]);
      }
    },
  };
}

export function createPaymentSource(parts: PaymentSourceParts): PaymentSource {
  const { stripe, mode, caller, pace } = parts;
  const reader: StripeReader = {
    stripe,
    caller,
    pace,
    catalogue: createCatalogue({ stripe, caller, pace }),
  };
  return {
    mode,
    accountId: () => readAccountId(parts),
    ...customerLists(reader),
    ...people(reader),
    ...thingsById(reader),
  };
}
