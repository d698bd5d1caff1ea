import type {
  Charge,
  Checkout,
  Currency,
  Customer,
  Invoice,
  Language,
  ObjectType,
  PropertyValues,
  RecordLink,
  StoredProperties,
  StripeObjects,
  Subscription,
} from '@stripe-payments/core';

/** The world outside, as the use cases need it. Every asynchronous method throws only `SyncError`. */
export interface Ports {
  readonly stripe: PaymentSource;
  readonly crm: RecordStore;
  /** Of the texts that are stored in HubSpot. */
  readonly accountLanguage: Language;
  readonly clock: Clock;
  readonly time: ReadingTime;
  readonly seal: Seal;
  /** True for the domain of a mail provider, whose addresses say nothing about a company. */
  readonly isFreeMail: (domain: string) => boolean;
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

/** Takes objects as their pages arrive, so that a read that is cut short keeps what it has. */
export type ObjectSink = (found: Partial<StripeObjects>) => void;

export type SearchOutcome = 'searched' | 'search-unavailable';

/** What a read brought, and whether the account has no search, so that more could be missing. */
export interface Searched<T> {
  readonly found: readonly T[];
  readonly outcome: SearchOutcome;
}

/** Stripe objects that can carry a record's id in their metadata and be assigned by id. */
export type WritableKind = 'charge' | 'payment-intent' | 'invoice' | 'subscription' | 'checkout';

/** One customer's charges and billing documents, a list each. */
interface CustomerLists {
  chargesOfCustomer(customerId: string, sink: ObjectSink): Promise<void>;
  /** Payments of PaymentIntents that no charge shows: failed, or waiting for the customer. */
  attemptsOfCustomer(customerId: string): Promise<readonly Charge[]>;
  invoicesOfCustomer(customerId: string): Promise<readonly Invoice[]>;
  subscriptionsOfCustomer(customerId: string): Promise<readonly Subscription[]>;
  /** Completed ones. */
  checkoutsOfCustomer(customerId: string): Promise<readonly Checkout[]>;
}

/** Who could have paid. */
interface CustomerSource {
  /** Null where it was deleted. */
  customer(id: string): Promise<Customer | null>;
  /**
   * Customers that have one of the addresses, ignoring case. A search is about a minute behind, so
   * with `isListed` each address is also asked for by list; where there is no search, always.
   */
  customersWithAddress(
    addresses: readonly string[],
    options: { readonly isListed: boolean },
  ): Promise<Searched<Customer>>;
  customersOfDomain(domain: string): Promise<Searched<Customer>>;
  /** For people: name or address contain the text. At most 20. */
  customersLike(text: string): Promise<Searched<Customer>>;
}

/** Stripe objects by id; each method throws the code that says which kind is unknown. */
interface ObjectsById {
  /** A charge (`ch_`, `py_`) or all attempts of a PaymentIntent (`pi_`). */
  chargesOfPayment(paymentId: string): Promise<readonly Charge[]>;
  invoice(id: string): Promise<Invoice>;
  subscription(id: string): Promise<Subscription>;
  checkout(id: string): Promise<Checkout>;
  /** Checkouts that a PaymentIntent paid. */
  checkoutsOfPayment(paymentIntentId: string): Promise<readonly Checkout[]>;
  /** Completed ones of people who are no customers, by the address they typed; its case matters. */
  checkoutsOfGuest(address: string): Promise<readonly Checkout[]>;
}

/**
 * What an event says has changed: ids, addresses and names only. Its figures are of an older moment, so
 * everything is read again.
 */
export interface TouchedObjects {
  readonly customerIds: readonly string[];
  /** PaymentIntents, and charges without one. */
  readonly paymentIds: readonly string[];
  /** Invoices, subscriptions and checkouts. */
  readonly documentIds: readonly string[];
  /** Of customers and guests, those before a change too. */
  readonly addresses: readonly string[];
  /** Records that metadata names, or named before a change. */
  readonly claims: readonly Claim[];
}

export interface StripeEvent {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly touched: TouchedObjects;
}

export interface EventPage {
  /** Newest first. */
  readonly events: readonly StripeEvent[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/** What happened at Stripe in the last 30 days. */
interface EventSource {
  eventsPage(sinceSeconds: number, after: string | undefined): Promise<EventPage>;
  /** @throws {SyncError} `unknown-event` for one that Stripe does not know, or no longer. */
  event(id: string): Promise<StripeEvent>;
}

/** Stripe. Charges come with their refunds and balance transactions; disputes come after. */
export interface PaymentSource extends CustomerLists, CustomerSource, ObjectsById, EventSource {
  readonly mode: 'live' | 'test';
  /** Null where the key may not read the account. */
  accountId(): Promise<string | null>;
  /** Objects whose metadata, or whose PaymentIntent's, references one of the records; about a minute behind. */
  findByMetadata(
    objectType: ObjectType,
    recordIds: readonly string[],
    sink: ObjectSink,
  ): Promise<SearchOutcome>;
  /** The same charge with its disputes and, where a list was cut at 10, with all refunds. */
  completed(charge: Charge): Promise<Charge>;
  /** The records that the object's metadata names; throws where the object does not exist. */
  metadataClaims(kind: WritableKind, id: string): Promise<readonly Claim[]>;
  /** Names the record in the object's metadata, or no record of that type. */
  writeClaim(kind: WritableKind, id: string, claim: WrittenClaim): Promise<void>;
}

export type Claim = Pick<RecordLink, 'objectType' | 'recordId'>;

export interface WrittenClaim {
  readonly objectType: ObjectType;
  /** Null takes the name away. */
  readonly recordId: string | null;
}

export interface RecordRef {
  readonly objectType: ObjectType;
  readonly recordId: string;
}

/** Properties of records, by record id. */
type RecordsById = ReadonlyMap<string, StoredProperties>;

/** One condition of a search; several are alternatives. */
export type SearchCondition =
  | { readonly property: string; readonly is: 'set' }
  /** One of the words of the value, by HubSpot's idea of a word. */
  | { readonly property: string; readonly is: 'containing'; readonly word: string }
  | { readonly property: string; readonly is: 'one-of'; readonly values: readonly string[] }
  /** What a person would find by typing the text: additional emails and domains too, and much else. */
  | { readonly is: 'found-by'; readonly text: string };

export interface RecordSearch {
  readonly objectType: ObjectType;
  /** Alternatives. */
  readonly conditions: readonly SearchCondition[];
  readonly properties: readonly string[];
}

export interface FoundRecords {
  /** Newest first; seconds behind what was written. */
  readonly records: RecordsById;
  /** True where there are more than are read. */
  readonly isCut: boolean;
}

/** A value that a property has had. */
interface PropertyVersion {
  readonly value: string;
  /** When it was written, by HubSpot's clock, in milliseconds since the epoch. */
  readonly writtenAtMs: number;
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

/** HubSpot's records. */
export interface RecordStore {
  /** Properties that the account does not have are absent from the answer. */
  read(record: RecordRef, properties: readonly string[]): Promise<StoredProperties>;
  /** Records that no longer exist are absent from the answer. */
  readMany(
    objectType: ObjectType,
    recordIds: readonly string[],
    properties: readonly string[],
  ): Promise<RecordsById>;
  /** Ids of all records of a type that a record is associated with. */
  associated(record: RecordRef, toType: ObjectType): Promise<readonly string[]>;
  /** The same for many records; one without any is absent from the answer. */
  associatedWithMany(
    fromType: ObjectType,
    recordIds: readonly string[],
    toType: ObjectType,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /**
   * Records that fulfil one of the conditions. No record has a property of the app that does not exist.
   * @throws {SyncError} `claims-unchecked` where not all of them could be asked for, or `timeout`.
   */
  searchClaims(search: RecordSearch): Promise<FoundRecords>;
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
