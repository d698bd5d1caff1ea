import type {
  ObjectType,
  PaymentRecordKind,
  PaymentWrite,
  StoredProperties,
} from '@stripe-payments/core';
import type { SyncError } from './sync-error.ts';

export interface RecordRef {
  readonly objectType: ObjectType;
  readonly recordId: string;
}

/** A value that a property has had. */
export interface PropertyVersion {
  readonly value: string;
  /** When it was written, by HubSpot's clock, in milliseconds since the epoch. */
  readonly writtenAtMs: number;
}

/** A payment's own record. */
export interface PaymentRecord {
  readonly id: string;
  readonly properties: StoredProperties;
}

export interface SavedPayments {
  /** Of the records that are written, by charge ID. */
  readonly ids: ReadonlyMap<string, string>;
  /** Why HubSpot did not take the others: `hubspot-refused`; null where all are written. */
  readonly refusal: SyncError | null;
}

/**
 * The records of single payments, where the account keeps them. HubSpot takes them in batches of 100; all
 * methods take any number.
 */
export interface PaymentRecordStore {
  /** Where the account keeps them, if it keeps any. */
  kind(): Promise<PaymentRecordKind>;
  /** Asks which payment records a record has, for the next `tiedTo` of it. */
  begin(record: RecordRef): void;
  /**
   * IDs of the payment records that are associated with a record; null where the account keeps none, or the
   * app may not write them. Payments in HubSpot that this app did not make are none.
   */
  tiedTo(record: RecordRef): Promise<readonly string[] | null>;
  /** By charge ID; those that have no record are absent. Null as for `tiedTo`. */
  ofCharges(
    chargeIds: readonly string[],
    properties: readonly string[],
  ): Promise<ReadonlyMap<string, PaymentRecord> | null>;
  /** Charges whose records a person deleted in HubSpot lately: of 1,000 records at most. */
  deletedCharges(): Promise<ReadonlySet<string>>;
  /**
   * IDs of the payment records that count on no record of a type, as HubSpot's search knows them: the newest
   * 1,000. Null as for `tiedTo`.
   */
  notCountedOn(objectType: ObjectType): Promise<readonly string[] | null>;
  /**
   * A page of the payment records that were written in a span of time, as HubSpot's search knows them, oldest
   * first. Null as for `tiedTo`.
   * @param after `next` of the page before.
   */
  writtenPage(
    span: { readonly fromMs: number; readonly untilMs: number; readonly after: string | null },
    properties: readonly string[],
  ): Promise<{
    readonly records: ReadonlyMap<string, StoredProperties>;
    readonly next: string | null;
  } | null>;
  byId(
    ids: readonly string[],
    properties: readonly string[],
  ): Promise<ReadonlyMap<string, StoredProperties>>;
  /** Records of a type that payment records are associated with; one without any is absent. */
  tiesOf(
    ids: readonly string[],
    objectType: ObjectType,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Makes or changes the one record of each charge: all that HubSpot takes, also where it refuses some. */
  save(writes: readonly PaymentWrite[]): Promise<SavedPayments>;
  /** Associates payment records with a record, and takes associations back. */
  tie(record: RecordRef, ids: readonly string[]): Promise<void>;
  untie(record: RecordRef, ids: readonly string[]): Promise<void>;
  /** Every value that a property of payment records has had, newest first. */
  versions(
    ids: readonly string[],
    property: string,
  ): Promise<ReadonlyMap<string, readonly PropertyVersion[]>>;
}
