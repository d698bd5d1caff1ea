import type { Charge, Customer, PropertyValues, StoredProperties } from '@stripe-payments/core';
import { comparableAddress, PROPERTY_NAMES } from '@stripe-payments/core';
import { createSeal } from '../../src/app/packages/sync/src/seal.ts';
import type {
  PaymentRecordStore,
  PaymentSource,
  Ports,
  RecordStore,
} from '../../src/app/packages/sync/src/ports.ts';
import { SyncError } from '../../src/app/packages/sync/src/sync-error.ts';
import type { ViewedRecord } from '../../src/app/packages/sync/src/use-cases/viewed-record.ts';

export const NOW_MS = Date.parse('2026-11-22T12:00:00Z');

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
  readonly customers?: readonly Customer[];
  /** What is left of the reading time at each call; then always enough. */
  readonly remainingMs?: readonly number[];
  readonly nowMs?: () => number;
  readonly stripe?: Partial<PaymentSource>;
  readonly crm?: Partial<RecordStore>;
  readonly paymentRecords?: Partial<PaymentRecordStore>;
}

const ENOUGH_MS = 10_000;

/** A Stripe of a few customers and charges, without billing documents. */
function fakeStripe({ charges = {}, customers = [] }: Fakes): PaymentSource {
  const nothing = (): Promise<void> => Promise.resolve();
  const none = (): Promise<never[]> => Promise.resolve([]);
  const unknown = (): Promise<never> => Promise.reject(new SyncError('stripe-refused'));
  const found = (wanted: (email: string) => boolean) =>
    Promise.resolve({
      found: customers.filter(({ email }) => email !== null && wanted(comparableAddress(email))),
      outcome: 'searched' as const,
    });
  const chargesAt = (id: string, code: 'unknown-customer' | 'unknown-payment') => {
    const known = charges[id];
    return known === undefined ? Promise.reject(new SyncError(code)) : Promise.resolve(known);
  };
  return {
    mode: 'test',
    callsSent: () => 0,
    accountId: () => Promise.resolve('acct_1'),
    hasAccountFees: () => Promise.resolve(false),
    chargesOfCustomer: async (id, sink) => {
      sink({ charges: await chargesAt(id, 'unknown-customer') });
      return null;
    },
    attemptsOfCustomer: () => Promise.resolve([]),
    invoicesOfCustomer: none,
    subscriptionsOfCustomer: none,
    checkoutsOfCustomer: none,
    customer: (id) => Promise.resolve(customers.find((each) => each.id === id) ?? null),
    customersWithAddress: (addresses) => {
      const wanted = new Set(addresses.map(comparableAddress));
      return found((email) => wanted.has(email));
    },
    customersOfDomain: (domain) => found((email) => email.endsWith(`@${domain}`)),
    customersLike: (text) => found((email) => email.includes(text)),
    chargesOfPayment: (id) => chargesAt(id, 'unknown-payment'),
    invoice: unknown,
    subscription: unknown,
    checkout: unknown,
    documentsOfPayment: none,
    checkoutsOfPayment: none,
    checkoutsOfGuest: none,
    eventsPage: () => Promise.resolve({ events: [], next: null }),
    recentEvents: none,
    event: () => Promise.reject(new SyncError('unknown-event')),
    findByMetadata: () => Promise.resolve('searched'),
    completed: (charge) => Promise.resolve(charge),
    payoutsOfCharge: () => Promise.resolve({ status: 'unknown' }),
    payoutsOfFew: () => Promise.resolve(new Map()),
    hasManualPayouts: () => false,
    payout: unknown,
    itemizedPayout: unknown,
    metadataClaims: none,
    writeClaim: nothing,
  };
}

const NO_RECORDS = { records: new Map<string, StoredProperties>(), isCut: false };

/** An account that keeps no payment records: nothing else is asked of it. */
const NO_PAYMENT_RECORDS: PaymentRecordStore = {
  kind: () => Promise.resolve('custom-object'),
  begin: () => undefined,
  tiedTo: () => Promise.resolve(null),
  ofCharges: () => Promise.resolve(null),
  notCountedOn: () => Promise.resolve(null),
  writtenPage: () => Promise.resolve(null),
  deletedCharges: () => Promise.resolve(new Set()),
  byId: () => Promise.reject(new SyncError('hubspot-refused')),
  tiesOf: () => Promise.reject(new SyncError('hubspot-refused')),
  save: () => Promise.reject(new SyncError('hubspot-refused')),
  tie: () => Promise.reject(new SyncError('hubspot-refused')),
  untie: () => Promise.reject(new SyncError('hubspot-refused')),
  versions: () => Promise.reject(new SyncError('hubspot-refused')),
};

/** Ports without a network: a Stripe of a few charges, and one record. */
export function fakePorts(fakes: Fakes = {}): FakePorts {
  const writes: PropertyValues[] = [];
  const remaining = [...(fakes.remainingMs ?? [])];
  /** What a search finds is there. */
  const searched = new Map<string, StoredProperties>();
  return {
    writes,
    clock: { nowMs: fakes.nowMs ?? (() => NOW_MS) },
    time: { remainingMs: () => remaining.shift() ?? ENOUGH_MS, wait: () => Promise.resolve() },
    seal: createSeal('sk_test_fake'),
    runLog: { save: () => Promise.resolve('off'), catchUps: () => Promise.resolve([]) },
    hasWebhook: false,
    paymentRecords: { ...NO_PAYMENT_RECORDS, ...fakes.paymentRecords },
    begin: () => undefined,
    hubSpotFigures: () => Promise.resolve(null),
    accountLanguage: 'en',
    customerSearch: 'record',
    isFreeMail: (domain) => domain === 'gmail.com',
    stripe: { ...fakeStripe(fakes), ...fakes.stripe },
    crm: {
      read: () => Promise.resolve(fakes.stored ?? stored),
      readMany: (_objectType, ids) =>
        Promise.resolve(new Map([...searched].filter(([id]) => ids.includes(id)))),
      propertyStates: () => Promise.resolve(new Map()),
      associated: () => Promise.resolve([]),
      associatedWithMany: () => Promise.resolve(new Map()),
      ofPrimaryCompany: () => Promise.resolve([]),
      primaryCompanies: () => Promise.resolve(new Map()),
      recordsAfter: () => Promise.resolve({ recordIds: [], isLast: true }),
      deletedSince: () => Promise.resolve({ records: [], isCut: false }),
      listMembers: () => Promise.resolve({ recordIds: [], next: null }),
      histories: () => Promise.resolve(new Map()),
      saved: (_record, _properties, versionsOf) => {
        const states: StoredProperties[] = [fakes.stored ?? stored, ...writes];
        const values = states.flatMap((each) => each[versionsOf] ?? []).reverse();
        return Promise.resolve({
          stored: Object.assign({}, ...states) as StoredProperties,
          versions: values.map((value) => ({ value, writtenAtMs: NOW_MS })),
        });
      },
      searchedValue: (_record, property) =>
        Promise.resolve((writes.at(-1) as StoredProperties | undefined)?.[property] ?? null),
      write: (_record, values) => {
        writes.push(values);
        return Promise.resolve();
      },
      accountFacts: () => Promise.resolve({ currency: 'usd', timeZone: 'America/New_York' }),
      ...fakes.crm,
      searchClaims: async (search) => {
        const found = await (fakes.crm?.searchClaims?.(search) ?? NO_RECORDS);
        found.records.forEach((values, id) => searched.set(id, values));
        return found;
      },
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
