import type { Charge, PropertyValues, StoredProperties } from '@stripe-payments/core';
import { PROPERTY_NAMES } from '@stripe-payments/core';
import type { PaymentSource, Ports, RecordStore } from '../../src/app/packages/sync/src/ports.ts';
import { SyncError } from '../../src/app/packages/sync/src/sync-error.ts';
import type { ViewedRecord } from '../../src/app/packages/sync/src/use-cases/viewed-record.ts';

const NOW_MS = Date.parse('2026-11-22T12:00:00Z');

export const viewed: ViewedRecord = {
  objectType: 'deal',
  recordId: '9001',
  createdAt: '2026-01-02T03:04:05Z',
};

/** A deal after setup, with one linked customer and nothing else. */
export const stored: StoredProperties = {
  ...Object.fromEntries(PROPERTY_NAMES.map((name) => [name, null])),
  hs_object_id: '9001',
  createdate: '2026-01-02T03:04:05.000Z',
  amount: null,
  deal_currency_code: null,
  stripe_customer_id: 'cus_1',
};

export interface FakePorts extends Ports {
  /** Every write that was asked for, in order. */
  readonly writes: PropertyValues[];
}

export interface Fakes {
  readonly stored?: StoredProperties;
  /** What Stripe has for a customer or a payment id. */
  readonly charges?: Readonly<Record<string, readonly Charge[]>>;
  readonly stripe?: Partial<PaymentSource>;
  readonly crm?: Partial<RecordStore>;
}

/** Ports without a network: a Stripe of a few charges, and one record. */
export function fakePorts(fakes: Fakes = {}): FakePorts {
  const { charges = {} } = fakes;
  const writes: PropertyValues[] = [];
  const hand: PaymentSource['chargesOfCustomer'] = (id, sink) => {
    const found = charges[id];
    if (found === undefined) return Promise.reject(new SyncError('unknown-customer'));
    sink(found);
    return Promise.resolve();
  };
  return {
    writes,
    clock: { nowMs: () => NOW_MS },
    stripe: {
      mode: 'test',
      accountId: () => Promise.resolve('acct_1'),
      chargesOfCustomer: hand,
      chargesOfPayment: hand,
      chargesNaming: () => Promise.resolve('searched'),
      completed: (charge) => Promise.resolve(charge),
      ...fakes.stripe,
    },
    crm: {
      read: () => Promise.resolve(fakes.stored ?? stored),
      write: (_record, values) => {
        writes.push(values);
        return Promise.resolve();
      },
      accountCurrency: () => Promise.resolve('usd'),
      ...fakes.crm,
    },
  };
}

/** The error that a use case fails with; fails the test where it succeeds. */
export async function failureOf(work: Promise<unknown>): Promise<SyncError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SyncError) return error;
  throw new Error('A SyncError was expected.', { cause: error });
}
