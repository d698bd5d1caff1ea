import type {
  ActionKind,
  InvoicePreview,
  Language,
  LineItem,
  Money,
  PlannedCycle,
  ProbedPermission,
  PropertyEdit,
  RecordView,
  RefundReason,
  RequestLine,
  Sign,
  StoredProperties,
} from '@stripe-payments/core';
import type { Probe } from '../setup/setup-ports.ts';
import type { Ports, RecordRef, RecordStore, StripeEvent } from '../../ports.ts';
import type { CouponReads, CouponWrites } from './coupon-ports.ts';
import type {
  FoundRequests,
  ItemToChange,
  StoredCustomer,
  StoredRefund,
  StoredRequest,
  StoredSubscription,
} from './stored-objects.ts';

export type {
  FoundRequests,
  ItemToChange,
  StoredCustomer,
  StoredItem,
  StoredRefund,
  StoredRequest,
  StoredSubscription,
} from './stored-objects.ts';

interface TaxedRequest {
  readonly customerId: string;
  readonly currency: string;
  readonly lines: readonly Pick<RequestLine, 'label' | 'total'>[];
}

/** `unlocated`: Stripe knows no address from which to tell the tax. */
type TaxPreview =
  { readonly status: 'known'; readonly tax: Money } | { readonly status: 'unlocated' };

interface SubscriptionsOfCustomer {
  readonly subscriptions: readonly StoredSubscription[];
  readonly customer: StoredCustomer | null;
}

/** What is read of Stripe before something is done. Every method throws only `SyncError`. */
interface ActingReads extends CouponReads {
  /** All of a charge, as a list says: never behind. */
  refundsOf(chargeId: string): Promise<readonly StoredRefund[]>;
  /** Null where it was deleted. @throws {SyncError} `unknown-customer` */
  customer(id: string): Promise<StoredCustomer | null>;
  /** As lists say: never behind. */
  customersOfAddress(email: string): Promise<readonly StoredCustomer[]>;
  /** Of a customer, the newest first. */
  invoicesOfCustomer(customerId: string): Promise<FoundRequests>;
  /** Of a subscription, as a list says: never behind. */
  openInvoicesOf(subscriptionId: string): Promise<FoundRequests>;
  /** Those that name one of the records, a minute behind; null where there is no search. */
  findInvoices(records: readonly RecordRef[]): Promise<readonly StoredRequest[] | null>;
  /** @throws {SyncError} `unknown-invoice` */
  invoice(id: string): Promise<StoredRequest>;
  /** True where a payment of it has begun and neither succeeded nor failed, such as a bank debit: for days. */
  isBeingPaid(invoiceId: string): Promise<boolean>;
  /**
   * Of the account, the newest first, with the key that makes them: the other may not read them. Without the amount
   * of one that another program made, which `link` has.
   */
  links(): Promise<FoundRequests>;
  /** @throws {SyncError} `not-requested-here` for one that does not exist. */
  link(id: string): Promise<StoredRequest>;
  /** Those that have not ended, and their customer where there is one of them. */
  subscriptionsOfCustomer(customerId: string): Promise<SubscriptionsOfCustomer>;
  /** What its next invoice asks for, by Stripe's preview; null where there is none, or it cannot be read. */
  nextInvoice(subscriptionId: string): Promise<Money | null>;
  /** The tax of an invoice over these lines, by Stripe's preview; null where that cannot be read. */
  taxOf(request: TaxedRequest): Promise<TaxPreview | null>;
  /** What a change of an item bills, by Stripe's preview. @throws {SyncError} where Stripe would refuse it. */
  previewChange(subscription: StoredSubscription, change: ItemToChange): Promise<InvoicePreview>;
  /** By id; of what cannot be read there is none. */
  productNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Those of a customer as what was asked for, the ended ones too: never behind. */
  subscriptionRequests(customerId: string): Promise<FoundRequests>;
  /** Those that name one of the records, a minute behind; none where there is no search. */
  findSubscriptions(records: readonly RecordRef[]): Promise<readonly StoredSubscription[]>;
  /** What was begun with a payment link, as a list says: never behind. Empty where that cannot be read. */
  subscriptionsOfLink(linkId: string): Promise<readonly StoredSubscription[]>;
  /** Of the last minutes, in which a search may miss what came. None where the key may not read them. */
  recentEvents(): Promise<readonly StripeEvent[]>;
  /** @throws {SyncError} `unknown-subscription` */
  subscription(id: string): Promise<StoredSubscription>;
}

/** Who confirmed, and with which text. */
interface WrittenConsent {
  readonly userId: string;
  readonly text: string;
}

type Metadata = Readonly<Record<string, string>>;

interface Made {
  readonly metadata: Metadata;
  /** The same call with the same key is done once. */
  readonly key: string;
}

type CycleToMake = Pick<PlannedCycle, 'interval' | 'lines' | 'trialDays'>;

export interface LinkToMake extends Made {
  readonly lines: readonly RequestLine[];
  /** Null for what is paid once. */
  readonly cycle: CycleToMake | null;
  readonly collectsTax: boolean;
}

export interface InvoiceToMake extends Made {
  readonly customerId: string;
  readonly currency: string;
  readonly daysUntilDue: number;
  readonly memo: string | null;
  readonly poNumber: string | null;
  readonly collectsTax: boolean;
}

export interface SubscriptionToMake extends Made {
  readonly customerId: string;
  readonly cycle: CycleToMake;
  /** On its first invoice. */
  readonly once: readonly RequestLine[];
  /** Seconds since the epoch: instead of the days of the trial; null where there is no day of the start. */
  readonly trialEnd: number | null;
  readonly daysUntilDue: number;
  readonly collectsTax: boolean;
}

/**
 * What is done at Stripe, with the key for it alone. Every method throws only `SyncError`: after
 * `stripe-unreachable`, `stripe-wrong-answer` or `timeout` it is not known whether it was done.
 */
interface ActingWrites extends CouponWrites {
  refund(
    refund: Made & {
      readonly chargeId: string;
      readonly amountMinor: number;
      readonly reason: RefundReason | null;
    },
  ): Promise<StoredRefund>;
  createLink(link: LinkToMake): Promise<StoredRequest>;
  deactivateLink(id: string): Promise<StoredRequest>;
  createCustomer(
    customer: Made & { readonly name: string | null; readonly email: string },
  ): Promise<StoredCustomer>;
  /** A draft without lines, which Stripe does not finalize by itself. */
  createInvoice(invoice: InvoiceToMake): Promise<StoredRequest>;
  addLines(id: string, lines: readonly RequestLine[], key: string): Promise<StoredRequest>;
  /** Only a draft: what is open already is refused. */
  finalize(id: string): Promise<StoredRequest>;
  send(id: string, key: string): Promise<StoredRequest>;
  void(id: string, key: string): Promise<StoredRequest>;
  /** It counts as paid outside Stripe: no money is taken. */
  payOutside(id: string, key: string): Promise<StoredRequest>;
  markUncollectible(id: string, key: string): Promise<StoredRequest>;
  /** Stripe sends each of its invoices to the customer. */
  createSubscription(subscription: SubscriptionToMake): Promise<StoredRequest>;
  /** It ends now. The comment on the cancellation says who confirmed it. */
  endSubscription(
    subscription: StoredSubscription,
    consent: WrittenConsent,
  ): Promise<StoredSubscription>;
  /** With who confirmed it in its metadata. */
  changeSubscription(
    subscription: StoredSubscription,
    change: { readonly endsWithPeriod: boolean } | { readonly isCollectionPaused: boolean },
    consent: WrittenConsent & Pick<Made, 'key'>,
  ): Promise<StoredSubscription>;
  /** As it was previewed, with who confirmed it. @throws {SyncError} `payment-declined` where nothing was changed. */
  changeItem(
    subscription: StoredSubscription,
    change: ItemToChange,
    consent: WrittenConsent & Pick<Made, 'key'>,
  ): Promise<StoredSubscription>;
  /** A page of Stripe's on which the customer updates the card. @throws {SyncError} `portal-not-saved` */
  cardLink(customerId: string): Promise<{ readonly id: string; readonly url: string }>;
  /** Adds to the metadata of an invoice. */
  note(id: string, metadata: Metadata): Promise<void>;
}

/** What is read of HubSpot before something is done. */
interface ActingRecords extends Pick<
  RecordStore,
  'read' | 'readMany' | 'associated' | 'accountFacts'
> {
  /** @throws {SyncError} `hubspot-permission` without the scope for line items. */
  lineItems(dealId: string): Promise<readonly LineItem[]>;
  /** What a property is and was, with who wrote it. */
  editsOf(record: RecordRef, property: string): Promise<readonly PropertyEdit[]>;
  /** Empties a property. */
  clear(record: RecordRef, property: string): Promise<void>;
}

/** A record on whose timeline a note stands. */
export interface NoteTarget extends RecordRef {
  readonly objectType: 'deal' | 'contact';
}

/** Notes on timelines. */
interface Notes {
  /** All of a record. @throws {SyncError} `hubspot-permission` without the scope for notes. */
  of(record: NoteTarget): Promise<readonly { readonly id: string; readonly body: string }[]>;
  /** @param body HTML. */
  create(record: NoteTarget, body: string, atMs: number): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Whether the key for writing has a permission. @throws {SyncError} `write-key-invalid` */
export type TryWrite = (permission: ProbedPermission) => Promise<Probe>;

/** The world outside, as the actions need it. */
export interface ActingPorts {
  /** What is turned on. */
  readonly kinds: readonly ActionKind[];
  readonly stripe: Pick<Ports['stripe'], 'mode' | 'chargesOfPayment' | 'completed'>;
  /** What a record was paid and owes, read now: not all of it where it has a problem or goes on. */
  view(
    record: RecordRef,
    stored: StoredProperties,
  ): Promise<Pick<RecordView, 'invoices' | 'payments' | 'summary' | 'problems' | 'continuation'>>;
  readonly reads: ActingReads;
  readonly writes: ActingWrites;
  readonly tryWrite: TryWrite;
  readonly crm: ActingRecords;
  readonly notes: Notes;
  /** Of what is written into HubSpot. */
  readonly language: Language;
  readonly clock: Ports['clock'];
  /** Of the tickets that prove which payments a record showed. */
  readonly seal: Ports['seal'];
  /** By a key that is derived from the one for writing. */
  readonly sign: Sign;
}
