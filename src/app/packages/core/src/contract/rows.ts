import * as z from 'zod/mini';
import type { SettlementTotals } from '../ledger/settlement.ts';
import type { ChargeFeeStatus } from '../ledger/fee-status.ts';
import type { HubSpotRecord, PaymentFailure } from '../payment/charge.ts';
import type { ChargeStatus } from '../status/charge-status.ts';
import type { InvoiceStatus } from '../status/invoice-status.ts';
import type { SubscriptionStatus } from '../mrr/subscription-status.ts';
import type { Immutable } from './schema.ts';
import {
  flag,
  integer,
  integerOrNull,
  moneySchema,
  openEnum,
  reasonSchema,
  recordLinkSchema,
  recordLinks,
  text,
  textOrNull,
} from './schema.ts';

/** Who pays, as a row names them. */
export const customerRef = z.object({ id: text, name: textOrNull, email: textOrNull });

/** Null for a guest. */
const payer = z.nullable(customerRef);

/** What a payment was for. */
const invoiceRef = z.object({
  id: text,
  number: textOrNull,
  /** Descriptions of its first lines, each once. */
  lines: z.array(text),
  hasMoreLines: flag,
});

/** The dispute or inquiry of a payment that needs attention first. */
const disputeFacts = z.object({ status: text, reason: text, evidenceDueBy: integerOrNull });

export const settlementTotals: z.ZodMiniType<SettlementTotals> = z.object({
  currency: text,
  grossMinor: integer,
  feeMinor: integer,
  refundedMinor: integer,
  disputedMinor: integer,
  disputeFeeMinor: integer,
  otherMinor: integer,
  netMinor: integer,
  feesByKind: z.object({
    processing: integer,
    tax: integer,
    application: integer,
    passthrough: integer,
    withheld_tax: integer,
    dispute: integer,
    unclassified: integer,
  }),
});

export const paymentFailure: z.ZodMiniType<PaymentFailure> = z.object({
  code: textOrNull,
  reason: textOrNull,
  message: textOrNull,
});

/** One payment as a row of the card. Times are seconds since the epoch. */
export const paymentRowSchema = z.object({
  id: text,
  paymentIntentId: textOrNull,
  created: integer,
  description: textOrNull,
  status: openEnum<ChargeStatus>(),
  amount: moneySchema,
  captured: moneySchema,
  /** Sent on to a connected account; null where all of it stays. */
  passedOn: z.nullable(moneySchema),
  refunded: moneySchema,
  /** What was to go back to the customer and came back: the refund failed. */
  refundFailed: moneySchema,
  /** Of a bank transfer: what has arrived and pays nothing yet. */
  unapplied: moneySchema,
  /** What the customer saw and paid, where that was another currency than the charge's. */
  customerPaid: z.nullable(moneySchema),
  /** Of what HubSpot's own Stripe connection took; else null. */
  hubSpotRecord: z.nullable(openEnum<HubSpotRecord>()),
  feeStatus: openEnum<ChargeFeeStatus>(),
  settlement: z.array(settlementTotals),
  /** Minor units of `amount` times this are minor units of settlement; null where nothing was converted. */
  exchangeRate: z.nullable(z.number()),
  method: z.object({ type: text, brand: textOrNull, last4: textOrNull }),
  failure: z.nullable(paymentFailure),
  dispute: z.nullable(disputeFacts),
  customer: payer,
  /** What the payer typed, of a guest too. */
  billing: z.object({ name: textOrNull, email: textOrNull }),
  invoices: z.array(invoiceRef),
  reason: reasonSchema,
  /** The deal from which a person moved it here. */
  movedFrom: z.exactOptional(recordLinkSchema),
  /** What to send to open the payment: proof that the record showed it. */
  ticket: z.exactOptional(text),
});

/** A payment that counts nowhere until a person decides, and the other records it could be of. */
export const reviewRowSchema = z.object({
  payment: paymentRowSchema,
  status: openEnum<'candidate' | 'ambiguous'>(),
  others: recordLinks,
});

/** A payment of the people of a record, and where it counts now. */
export const listedPaymentSchema = z.extend(
  z.pick(paymentRowSchema, {
    id: true,
    paymentIntentId: true,
    created: true,
    description: true,
    status: true,
    amount: true,
    customer: true,
  }),
  {
    /** True where its id is in the record's own `stripe_payment_ids`. */
    isAssigned: flag,
    countsOn: z.nullable(recordLinkSchema),
    /** Deals between which a person has to decide. */
    contenders: recordLinks,
  },
);

/** A customer of the record. */
export const customerRowSchema = z.extend(customerRef, {
  /** True for an id in the record's own `stripe_customer_id`. */
  isLinked: flag,
  reason: reasonSchema,
});

/** A customer that a search found. */
export const foundCustomerSchema = z.extend(customerRef, { created: integer, isLinked: flag });

/** Times are seconds since the epoch. */
export const invoiceRowSchema = z.object({
  id: text,
  number: textOrNull,
  status: openEnum<InvoiceStatus>(),
  created: integer,
  total: moneySchema,
  paid: moneySchema,
  remaining: moneySchema,
  credited: moneySchema,
  /** Paid outside Stripe or from the customer's credit. */
  paidOutside: moneySchema,
  dueOn: integerOrNull,
  nextAttemptOn: integerOrNull,
  attemptCount: integer,
  /** Only of Stripe's own hosts. */
  hostedUrl: textOrNull,
  pdfUrl: textOrNull,
  lines: z.array(text),
  hasMoreLines: flag,
  customer: payer,
  reason: reasonSchema,
});

/** What an item of a subscription costs and how often. */
const subscriptionItemRow = z.object({
  name: textOrNull,
  quantity: integerOrNull,
  isMetered: flag,
  /** For a unit, or null where tiers say it. */
  unitAmountDecimal: textOrNull,
  currency: text,
  interval: text,
  intervalCount: integer,
});

/** Times are seconds since the epoch. */
export const subscriptionRowSchema = z.object({
  id: text,
  status: openEnum<SubscriptionStatus>(),
  created: integer,
  /** Nothing in a trial, while paused and when over. */
  mrr: moneySchema,
  /** True where a part of it is known only at the end of each period, and is not in `mrr`. */
  isMetered: flag,
  items: z.array(subscriptionItemRow),
  hasDiscount: flag,
  /** Null where it will not renew. */
  renewsOn: integerOrNull,
  /** When it ends or ended; null where no end is set. */
  endsOn: integerOrNull,
  /** When it is to start; null where it has. */
  startsOn: integerOrNull,
  trialEndsOn: integerOrNull,
  isCollectionPaused: flag,
  customer: payer,
  reason: reasonSchema,
});

/** A checkout that cost nothing. */
export const freeCheckoutRowSchema = z.object({
  id: text,
  created: integer,
  amount: moneySchema,
  name: textOrNull,
  email: textOrNull,
  subscriptionId: textOrNull,
  reason: reasonSchema,
});

export type CustomerRef = Immutable<z.infer<typeof customerRef>>;
export type InvoiceRef = Immutable<z.infer<typeof invoiceRef>>;
export type DisputeFacts = Immutable<z.infer<typeof disputeFacts>>;
export type PaymentRow = Immutable<z.infer<typeof paymentRowSchema>>;
export type ReviewRow = Immutable<z.infer<typeof reviewRowSchema>>;
export type ListedPayment = Immutable<z.infer<typeof listedPaymentSchema>>;
export type CustomerRow = Immutable<z.infer<typeof customerRowSchema>>;
export type FoundCustomer = Immutable<z.infer<typeof foundCustomerSchema>>;
export type InvoiceRow = Immutable<z.infer<typeof invoiceRowSchema>>;
export type SubscriptionItemRow = Immutable<z.infer<typeof subscriptionItemRow>>;
export type SubscriptionRow = Immutable<z.infer<typeof subscriptionRowSchema>>;
export type FreeCheckoutRow = Immutable<z.infer<typeof freeCheckoutRowSchema>>;
