import type {
  Charge,
  Currency,
  ObjectType,
  PropertyValues,
  StoredProperties,
} from '@stripe-payments/core';

/** The world outside, as the use cases need it. Every method throws only `SyncError`. */
export interface Ports {
  readonly stripe: PaymentSource;
  readonly crm: RecordStore;
  readonly clock: Clock;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
}

/** Takes charges as their pages arrive, so that a read that is cut short keeps what it has. */
export type ChargeSink = (charges: readonly Charge[]) => void;

/** Stripe, read only. Charges come with their refunds and balance transactions; disputes come after. */
export interface PaymentSource {
  readonly mode: 'live' | 'test';
  /** Null where the key may not read the account. */
  accountId(): Promise<string | null>;
  chargesOfCustomer(customerId: string, sink: ChargeSink): Promise<void>;
  /** A charge (`ch_`, `py_`) or all attempts of a PaymentIntent (`pi_`). */
  chargesOfPayment(paymentId: string, sink: ChargeSink): Promise<void>;
  /** Charges whose metadata, or whose PaymentIntent's, names the record; about a minute behind. */
  chargesNaming(record: RecordRef, sink: ChargeSink): Promise<'searched' | 'search-unavailable'>;
  /** The same charge with its disputes and, where a list was cut at 10, with all refunds. */
  completed(charge: Charge): Promise<Charge>;
}

export interface RecordRef {
  readonly objectType: ObjectType;
  readonly recordId: string;
}

/** HubSpot's records. */
export interface RecordStore {
  /** Properties that the account does not have are absent from the answer. */
  read(record: RecordRef, properties: readonly string[]): Promise<StoredProperties>;
  /** All of them in one call, or none. */
  write(record: RecordRef, values: PropertyValues): Promise<void>;
  /** The account's own currency, for records that name none; null where it cannot be read. */
  accountCurrency(): Promise<Currency | null>;
}
