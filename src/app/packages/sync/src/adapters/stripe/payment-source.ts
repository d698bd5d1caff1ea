import type { ErrorCode } from '@stripe-payments/core';
import pLimit from 'p-limit';
import type Stripe from 'stripe';
import type { PaymentSource } from '../../ports.ts';
import type { Caller } from '../../resilience/retry.ts';
import { completeCharge } from './complete.ts';
import { toStripeSyncError } from './errors.ts';
import type { ChargeReader } from './reader.ts';
import { listCharges, retrieveCharge } from './reader.ts';
import { chargesNaming } from './search.ts';

/** Below Stripe's 25 a second for an endpoint, at the 150 ms and more that a call takes. */
const MOST_AT_ONCE = 4;

interface PaymentSourceParts {
  readonly stripe: Stripe;
  readonly mode: 'live' | 'test';
  readonly caller: Caller;
  /** For what the view can do without. */
  readonly adorning: Caller;
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
  adorning,
  account,
}: PaymentSourceParts): Promise<string | null> {
  if (account.id !== undefined) return account.id;
  try {
    const { id } = await adorning.call((timeout) =>
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

export function createPaymentSource(parts: PaymentSourceParts): PaymentSource {
  const { stripe, mode, caller } = parts;
  const reader: ChargeReader = {
    stripe,
    caller,
    limit: pLimit(MOST_AT_ONCE),
    withMoreRefunds: new Set(),
    disputed: new Set(),
  };
  return {
    mode,
    accountId: () => readAccountId(parts),
    chargesOfCustomer: (customerId, sink) =>
      translated(
        'unknown-customer',
        reader.limit(() => listCharges(reader, { customer: customerId }, sink)),
      ),
    chargesOfPayment: (paymentId, sink) =>
      translated(
        'unknown-payment',
        reader.limit(() =>
          paymentId.startsWith('pi_')
            ? listCharges(reader, { payment_intent: paymentId }, sink)
            : retrieveCharge(reader, paymentId, sink),
        ),
      ),
    chargesNaming: (record, sink) =>
      translated('stripe-refused', chargesNaming(reader, record, sink)),
    completed: (charge) => translated('unknown-payment', completeCharge(reader, charge)),
  };
}
