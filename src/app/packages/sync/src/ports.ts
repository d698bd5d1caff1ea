import type {
  GaplessRun,
  Charge,
  Currency,
  HubSpotFigures,
  Language,
  ObjectType,
  PropertyValues,
  RunPropertyName,
  StoredProperties,
} from '@stripe-payments/core';
import type { PaymentRecordStore, PropertyVersion, RecordRef } from './payment-ports.ts';
import type { PaymentSource } from './stripe-ports.ts';

export type * from './payment-ports.ts';
export type * from './stripe-ports.ts';

/** The world outside, as the use cases need it. Every asynchronous method throws only `SyncError`. */
export interface Ports {
  readonly stripe: PaymentSource;
  readonly crm: RecordStore;
  readonly paymentRecords: PaymentRecordStore;
  /** Asks HubSpot for what a sync of a record needs whatever its properties say, so that it need not wait for them. */
  readonly begin: (record: RecordRef) => void;
  /** What HubSpot's own record says of a payment that HubSpot took; else null. */
  readonly hubSpotFigures: (charge: Charge) => Promise<HubSpotFigures | null>;
  readonly runLog: RunLog;
  /** True where Stripe's events reach the app at once. */
  readonly hasWebhook: boolean;
  /** Of the texts that are stored in HubSpot. */
  readonly accountLanguage: Language;
  /** Whose customers a search finds: those of the record's people, or all of the Stripe account. */
  readonly customerSearch: 'record' | 'all';
  readonly clock: Clock;
  readonly time: ReadingTime;
  readonly seal: Seal;
  /** True for the domain of a mail provider, whose addresses say nothing about a company. */
  readonly isFreeMail: (domain: string) => boolean;
  /** Of many records, so many are synced at the same time; without it, what a function has room for. */
  readonly recordsAtOnce?: number;
  /** True where no viewer waits: only then it is asked in which payouts payments are. */
  readonly asksForPayouts?: true;
  /** True where what passes is tried again: a record then says nothing of it. */
  readonly isTriedAgain?: boolean;
  /** What was read before the record: a reading that uses it is as old as its beginning. */
  readonly readAhead?: {
    readonly stripe: PaymentSource;
    readonly crm: RecordStore;
    readonly sinceMs: number;
  };
}

/** The record of a catch-up or of the sync of a list, where the account keeps them. */
export interface RunLog {
  /** Makes the run's record or changes it, by one call. It never throws; `unknown` where HubSpot did not answer. */
  save(
    values: Readonly<Record<RunPropertyName, string>>,
  ): Promise<'saved' | 'off' | 'failed' | 'unknown'>;
  /**
   * The newest catch-ups that left no gap, as the process may remember them for a moment; none where the account
   * keeps no log, or HubSpot does not answer. It never throws.
   */
  catchUps(): Promise<readonly GaplessRun[]>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
}

/** What is left of the time in which this invocation may read. */
interface ReadingTime {
  remainingMs(): number;
  /** Waits, at most until the time is over. */
  wait(durationMs: number): Promise<void>;
}

/** Makes text that passes through a browser tamper-proof; it stays readable. */
export interface Seal {
  close(text: string): string;
  /** Undefined for anything that was not closed by the same key. */
  open(token: string): string | undefined;
}

/** Properties of records, by record id. */
type RecordsById = ReadonlyMap<string, StoredProperties>;

/** One condition of a search; several are alternatives. */
export type SearchCondition =
  | { readonly property: string; readonly is: 'set' | 'unset' }
  /** One of the words of the value, by HubSpot's idea of a word. */
  | { readonly property: string; readonly is: 'containing'; readonly word: string }
  | { readonly property: string; readonly is: 'one-of'; readonly values: readonly string[] }
  /** What a person would find by typing the text: additional emails and domains too, and much else. */
  | { readonly is: 'found-by'; readonly text: string };

export interface RecordSearch {
  readonly objectType: ObjectType;
  /** Alternatives. */
  readonly conditions: readonly SearchCondition[];
  /** Only records of which a property changed since, in milliseconds since the epoch. */
  readonly changedSinceMs?: number;
  readonly properties: readonly string[];
}

export interface FoundRecords {
  /** Newest first; seconds behind what was written. */
  readonly records: RecordsById;
  /** True where there are more than are read. */
  readonly isCut: boolean;
}

/** Records of a type in the order of their ids. */
export interface DeletedRecords {
  readonly records: readonly { readonly deletedAtMs: number; readonly stored: StoredProperties }[];
  /** True where HubSpot keeps more than are read. */
  readonly isCut: boolean;
}

export interface RecordList {
  readonly objectType: ObjectType;
  /** At least one of these properties has a value; all records where there are none. */
  readonly having: readonly string[];
  /** Values that records must have, by property. */
  readonly where: Readonly<Record<string, string>>;
  /** Null for the first of them. */
  readonly afterId: string | null;
}

export interface ListedRecords {
  readonly recordIds: readonly string[];
  readonly isLast: boolean;
}

/** A part of the members of a list of HubSpot's. */
export interface MemberPage {
  readonly recordIds: readonly string[];
  /** Where it goes on; null at its end. */
  readonly next: string | null;
}

export interface MembersOf {
  readonly objectType: ObjectType;
  readonly listId: string;
  /** Null for the first. */
  readonly after: string | null;
}

export interface PropertyHistory {
  readonly property: string;
  readonly versions: readonly PropertyVersion[];
}

/** Properties of a record, and every value that one of them has had, newest first. */
export interface SavedProperties {
  readonly stored: StoredProperties;
  readonly versions: readonly PropertyVersion[];
}

/** HubSpot's account. */
export interface AccountFacts {
  /** Its own currency, of deals that name none. */
  readonly currency: Currency;
  /** In which its dates are days: IANA name. */
  readonly timeZone: string;
}

/** An archived property keeps its values, out of sight, until it is restored. */
export type PropertyState = 'live' | 'archived';

/** Types whose records have one company among several that comes first. */
export type WithPrimaryCompany = 'contact' | 'deal';

/** HubSpot's records. */
export interface RecordStore {
  /** Properties that the account does not have are absent from the answer. */
  read(record: RecordRef, properties: readonly string[]): Promise<StoredProperties>;
  /**
   * Records that no longer exist are absent from the answer.
   * @throws {SyncError} `property-archived` where one of the app's properties is.
   */
  readMany(
    objectType: ObjectType,
    recordIds: readonly string[],
    properties: readonly string[],
  ): Promise<RecordsById>;
  /** What the account has under the names; those that it never had are absent from the answer. */
  propertyStates(
    objectType: ObjectType,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, PropertyState>>;
  /** Ids of all records of a type that a record is associated with. */
  associated(record: RecordRef, toType: ObjectType): Promise<readonly string[]>;
  /** The same for many records; one without any is absent from the answer. */
  associatedWithMany(
    fromType: ObjectType,
    recordIds: readonly string[],
    toType: ObjectType,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Ids of all contacts or deals whose primary company it is, or whose only one. */
  ofPrimaryCompany(companyId: string, objectType: WithPrimaryCompany): Promise<readonly string[]>;
  /** The primary company of each record, or its only one; a record without is absent from the answer. */
  primaryCompanies(
    objectType: WithPrimaryCompany,
    recordIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  /**
   * Records that fulfil one of the conditions. No record has a property of the app that does not exist.
   * @throws {SyncError} `claims-unchecked` where not all of them could be asked for now; `property-archived`,
   * `timeout`.
   */
  searchClaims(search: RecordSearch): Promise<FoundRecords>;
  /**
   * The next records by id, seconds behind what was written.
   * @throws {SyncError} `not-set-up` where the app's properties do not exist.
   */
  recordsAfter(list: RecordList): Promise<ListedRecords>;
  /**
   * The next members of a list, which HubSpot keeps current by itself.
   * @throws {SyncError} `unknown-list` where there is none of the type.
   */
  listMembers(list: MembersOf): Promise<MemberPage>;
  /** Records that were deleted since, of those that HubSpot keeps: for 90 days. */
  deletedSince(
    objectType: ObjectType,
    properties: readonly string[],
    sinceMs: number,
  ): Promise<DeletedRecords>;
  /** Every value that properties of records have had, newest first. Gone records are absent. */
  histories(
    objectType: ObjectType,
    recordIds: readonly string[],
    properties: readonly string[],
  ): Promise<ReadonlyMap<string, readonly PropertyHistory[]>>;
  /** What is saved now, for a write to compare with and to be confirmed by. In the time of writes. */
  saved(
    record: RecordRef,
    properties: readonly string[],
    versionsOf: string,
  ): Promise<SavedProperties>;
  /** The value that searches know, seconds behind; null where they find no value or no record. */
  searchedValue(record: RecordRef, property: string): Promise<string | null>;
  /**
   * All of them in one call, or none.
   * @throws {SyncError} `write-unconfirmed` where it was sent and not confirmed: only the same again tells.
   */
  write(record: RecordRef, values: PropertyValues): Promise<void>;
  /** Null where the token may not read the account. */
  accountFacts(): Promise<AccountFacts | null>;
}
