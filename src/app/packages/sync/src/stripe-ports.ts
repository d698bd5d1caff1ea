import type {
  Charge,
  Checkout,
  Customer,
  Invoice,
  ObjectType,
  Payout,
  RecordLink,
  SettledCharge,
  StripeObjects,
  Subscription,
} from '@stripe-payments/core';

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

/** A part of a long list. */
export interface ChargesPart {
  /** The last one of the part before; undefined for the newest. */
  readonly after?: string | undefined;
  /** Asked before each page but the first. */
  readonly hasRoom?: () => boolean;
  /** Reads the customer with the charges, at no call more, where the key may. */
  readonly bringsCustomer?: boolean;
}

/** One customer's charges and billing documents, a list each. */
interface CustomerLists {
  /**
   * Newest first, page by page while there is room.
   * @returns the last one read, to go on after; null at the end of the list.
   */
  chargesOfCustomer(
    customerId: string,
    sink: ObjectSink,
    part?: ChargesPart,
  ): Promise<string | null>;
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
  /** Ids of the invoices and checkouts that a PaymentIntent pays, or is to pay. */
  documentsOfPayment(paymentIntentId: string): Promise<readonly string[]>;
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
  /** Those of whom every payment is touched: who has them was changed. */
  readonly wholeCustomerIds?: readonly string[];
  /** PaymentIntents, and charges without one. */
  readonly paymentIds: readonly string[];
  /** Invoices, subscriptions and checkouts. */
  readonly documentIds: readonly string[];
  /** Of customers and guests, those before a change too. */
  readonly addresses: readonly string[];
  /** Of companies, those before a change too; none of what Stripe tells. */
  readonly domains?: readonly string[];
  /** Records that metadata names, or named before a change. */
  readonly claims: readonly Claim[];
  /** Whose payments are looked for page by page. */
  readonly payouts?: readonly TouchedPayout[];
}

export interface TouchedPayout {
  readonly id: string;
  /** The last transaction of the page before; null for the first page. */
  readonly after: string | null;
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
  /** Of the last minutes, in which searches may miss what came: the newest few hundred. None where the key may not. */
  recentEvents(): Promise<readonly StripeEvent[]>;
  /** @throws {SyncError} `unknown-event` for one that Stripe does not know, or no longer. */
  event(id: string): Promise<StripeEvent>;
}

/** In which payouts a payment is, as far as that can be known. */
export type PayoutsFound =
  | {
      readonly status: 'found';
      /** By balance transaction; null for one that is in none yet, and without those of which that is not known. */
      readonly payouts: ReadonlyMap<string, Payout | null>;
    }
  /** Payouts are sent by a person or a program: Stripe does not say what is in them. */
  | { readonly status: 'not-itemized' }
  /** The key may not read payouts. */
  | { readonly status: 'no-permission' }
  /** In none yet, or Stripe could not be asked. */
  | { readonly status: 'unknown' };

/** A page of what an automatic payout pays out. */
export interface PayoutPage {
  /**
   * Balance transactions: the charge of those that are a payment's gross, and the payout of those that brought back what
   * it had, since it failed or was canceled.
   */
  readonly transactions: readonly {
    readonly id: string;
    readonly chargeId: string | null;
    readonly returnedPayoutId: string | null;
  }[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

interface PayoutSource {
  /** By balance transaction. Never throws: no figure depends on payouts. */
  payoutsOfCharge(charge: SettledCharge): Promise<PayoutsFound>;
  /** The same of a few payments, by charge, in so many calls at most: what is not reached is unknown. */
  payoutsOfFew(
    charges: readonly SettledCharge[],
    maxCalls: number,
  ): Promise<ReadonlyMap<string, PayoutsFound>>;
  /**
   * True where a person or a program sends the payouts, so that Stripe itemizes none; false where that is not known.
   * From the account, once that was read.
   */
  hasManualPayouts(): boolean;
  payout(id: string): Promise<Payout>;
  itemizedPayout(payoutId: string, after: string | undefined): Promise<PayoutPage>;
}

/** Stripe. Charges come with their refunds and balance transactions; disputes come after. */
export interface PaymentSource
  extends CustomerLists, CustomerSource, ObjectsById, EventSource, PayoutSource {
  readonly mode: 'live' | 'test';
  /** Requests that this invocation has sent to Stripe: each is one of the account's allotment of reads. */
  callsSent(): number;
  /** Null where the key may not read the account. */
  accountId(): Promise<string | null>;
  /**
   * True where the account pays fees that are tied to no payment; false where that is not known. Without
   * `mayAsk` only what the warm process remembers.
   */
  hasAccountFees(options: { readonly mayAsk: boolean }): Promise<boolean>;
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
