import type {
  ActedSubscription,
  Customer,
  DifferenceBilling,
  ListedItem,
  Money,
  PaymentRequest,
} from '@stripe-payments/core';
import type { RecordRef } from '../../ports.ts';

/** A link or invoice as Stripe has it, with what this app wrote into its metadata. */
export interface StoredRequest extends PaymentRequest {
  /** Of the content that was asked for; null where this app did not make it. */
  readonly fingerprint: string | null;
  /** The text with which a person confirmed the last change of it. */
  readonly confirmation: string | null;
  readonly userId: string | null;
  /** The records that its metadata names. */
  readonly records: readonly RecordRef[];
  /** In minor units, without tax: what this app asked for. */
  readonly netMinor: number;
  readonly hasLines: boolean;
}

/** An item of a subscription as Stripe has it. */
export interface StoredItem extends Omit<ListedItem, 'name'> {
  readonly productId: string;
  readonly priceId: string;
  readonly interval: string | null;
  readonly intervalCount: number;
  readonly taxBehavior: string | null;
  /** Seconds since the epoch: of the present period. */
  readonly periodStart: number;
  readonly periodEnd: number;
}

/** Another quantity or price of an item, and how the rest of the period is billed. */
export interface ItemToChange {
  readonly item: StoredItem;
  readonly quantity: number;
  /** Null for the present price. */
  readonly unit: Money | null;
  readonly billing: DifferenceBilling;
  /** From when the rest of the period is reckoned, in seconds since the epoch. */
  readonly prorationDate: number;
}

/** A subscription as Stripe has it, with what this app wrote into its metadata. */
export interface StoredSubscription extends ActedSubscription {
  readonly items: readonly StoredItem[];
  /** False where Stripe sends invoices instead of charging the customer. */
  readonly isCharged: boolean;
  /** The text with which a person confirmed the last change of it. */
  readonly confirmation: string | null;
  readonly userId: string | null;
  /** The records that its metadata names. */
  readonly records: readonly RecordRef[];
}

/** Of a list that is read as far as there is time: incomplete is not less. */
export interface FoundRequests {
  readonly requests: readonly StoredRequest[];
  readonly isComplete: boolean;
}

export interface StoredRefund {
  readonly id: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: string | null;
  readonly failureReason: string | null;
  readonly confirmation: string | null;
  readonly userId: string | null;
}

/** A customer that may have been made by a request. */
export interface StoredCustomer extends Pick<Customer, 'id' | 'name' | 'email'> {
  /** Of the request that it was made for; null for any other. */
  readonly fingerprint: string | null;
  /** True where a payment of it failed, or an invoice is overdue. */
  readonly isDelinquent: boolean;
}
