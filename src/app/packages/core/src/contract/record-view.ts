import type { Ledger } from '../ledger/ledger.ts';
import type { Money } from '../money/money.ts';
import type { ObjectType, RecordLink } from '../record/object-type.ts';
import type { RecordSummary } from '../status/record-summary.ts';
import type { Failure } from './failure.ts';
import type {
  CustomerRow,
  FreeCheckoutRow,
  InvoiceRow,
  PaymentRow,
  SubscriptionRow,
  UndecidedRow,
} from './rows.ts';

/** Something true that the figures alone do not say. */
export type Note =
  | { readonly kind: 'search-unavailable' }
  /** Payments of the record's customers that are another record's by stronger evidence. */
  | {
      readonly kind: 'claimed-elsewhere';
      readonly count: number;
      readonly others: readonly RecordLink[];
    }
  | { readonly kind: 'rows-omitted'; readonly shown: number; readonly total: number }
  | { readonly kind: 'unclassified'; readonly flagged: Ledger['flagged'] };

/** How far the reading of a company's contacts has come. */
export interface Coverage {
  readonly contactsCovered: number;
  readonly contactsTotal: number;
}

/** A record's payments as read from Stripe. */
export interface RecordView {
  readonly objectType: ObjectType;
  readonly recordId: string;
  readonly mode: 'live' | 'test';
  /** For links into the dashboard; null where the key may not read it. */
  readonly accountId: string | null;
  /** When Stripe was read, in milliseconds since the epoch. */
  readonly asOfMs: number;
  /** Ids in the record's own `stripe_customer_id`. */
  readonly linkedCustomerIds: readonly string[];
  /** Ids in the record's own `stripe_payment_ids`. */
  readonly assignedIds: readonly string[];
  readonly customers: readonly CustomerRow[];
  /** The deal's own amount, in its currency; null where there is none, or it cannot be told exactly. */
  readonly dealAmount: Money | null;
  /** Of everything covered so far, the parts before a continuation included. */
  readonly summary: RecordSummary;
  /** Newest first; after a continuation only what came new, like all lists here. */
  readonly payments: readonly PaymentRow[];
  readonly undecided: readonly UndecidedRow[];
  readonly subscriptions: readonly SubscriptionRow[];
  readonly invoices: readonly InvoiceRow[];
  readonly freeCheckouts: readonly FreeCheckoutRow[];
  readonly notes: readonly Note[];
  /** Why something is missing from the figures. Empty when the read is complete. */
  readonly problems: readonly Failure[];
  /** Null where the record has no contacts to go through. */
  readonly coverage: Coverage | null;
  /** What to send to go on; null when everything is covered. */
  readonly continuation: string | null;
}
