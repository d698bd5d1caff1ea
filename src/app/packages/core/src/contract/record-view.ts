import * as z from 'zod/mini';
import type { Ledger } from '../ledger/ledger.ts';
import type { FlaggedTransaction } from '../ledger/settlement.ts';
import type { UnsettledKind } from '../ledger/unsettled-amounts.ts';
import type { ShownMovement } from '../mrr/movements.ts';
import type { CoverageValue, DealAmount, DealCoverage } from '../status/deal-coverage.ts';
import type { RecordSummary } from '../status/record-summary.ts';
import { failureSchema } from './failure.ts';
import {
  customerRef,
  customerRowSchema,
  freeCheckoutRowSchema,
  invoiceRowSchema,
  paymentFailure,
  paymentRowSchema,
  settlementTotals,
  subscriptionRowSchema,
  reviewRowSchema,
} from './rows.ts';
import type { Immutable } from './schema.ts';
import {
  flag,
  integer,
  integerOrNull,
  labelsSchema,
  mode,
  moneySchema,
  objectType,
  openEnum,
  recordLinks,
  text,
  textOrNull,
} from './schema.ts';

const flagged: z.ZodMiniType<FlaggedTransaction> = z.object({
  id: text,
  reportingCategory: text,
  currency: text,
  netMinor: integer,
  why: openEnum<FlaggedTransaction['why']>(),
});

const ledger: z.ZodMiniType<Ledger> = z.object({
  settlement: z.array(settlementTotals),
  presentment: z.array(
    z.object({
      currency: text,
      capturedMinor: integer,
      refundedMinor: integer,
      refundFailedMinor: integer,
      disputedMinor: integer,
      lostMinor: integer,
      processingMinor: integer,
      authorizedMinor: integer,
    }),
  ),
  customerPaid: z.array(z.object({ charged: moneySchema, paid: moneySchema })),
  feeStatus: openEnum<Ledger['feeStatus']>(),
  unsettled: z.array(
    z.object({
      kind: openEnum<UnsettledKind>(),
      currency: text,
      amountMinor: integer,
      count: integer,
    }),
  ),
  flagged: z.array(flagged),
  fundsAvailableOn: integerOrNull,
});

const recurring: z.ZodMiniType<RecordSummary['recurring']> = z.object({
  status: openEnum<RecordSummary['recurring']['status']>(),
  mrr: z.array(z.object({ minor: integer, currency: text, exact: text })),
  isMetered: flag,
  nextBillingOn: integerOrNull,
  firstBill: z.nullable(z.object({ on: integer, amount: z.nullable(moneySchema) })),
});

/** The newest change of monthly recurring revenue. */
const shownMovement: z.ZodMiniType<ShownMovement> = z.object({
  kind: openEnum<ShownMovement['kind']>(),
  amount: z.nullable(moneySchema),
  on: integerOrNull,
  texts: z.record(text, z.object({ line: text, reason: text })),
});

const dealAmount: z.ZodMiniType<DealAmount> = z.union([
  z.nullable(moneySchema),
  openEnum<'not-comparable'>(),
]);

const dealCoverage: z.ZodMiniType<DealCoverage> = z.object({
  value: z.nullable(openEnum<CoverageValue>()),
  amount: z.nullable(moneySchema),
  paid: z.nullable(moneySchema),
  others: z.array(moneySchema),
  paidInFullOn: integerOrNull,
  isPartlyPaid: flag,
});

const billed: z.ZodMiniType<RecordSummary['billed']> = z.object({
  products: z.array(text),
  hasMoreProducts: flag,
  areProductsKnown: flag,
  taxBasis: openEnum<RecordSummary['billed']['taxBasis']>(),
  tax: z.array(moneySchema),
  settledTax: z.array(moneySchema),
  isSettledTaxKnown: flag,
});

const summary: z.ZodMiniType<RecordSummary> = z.object({
  status: openEnum<RecordSummary['status']>(),
  ledger,
  billed,
  paymentCount: integer,
  firstPaymentOn: integerOrNull,
  lastPaymentOn: integerOrNull,
  latestFailure: z.nullable(paymentFailure),
  latestAttemptOn: integerOrNull,
  chargeStatuses: z.array(openEnum<RecordSummary['chargeStatuses'][number]>()),
  disputes: z.object({
    status: openEnum<RecordSummary['disputes']['status']>(),
    answerDueOn: integerOrNull,
    answerWasDueOn: integerOrNull,
    toAnswerCount: integer,
  }),
  hasFailedRefund: flag,
  feesPendingCount: integer,
  freeCheckoutCount: integer,
  authorizedUntil: integerOrNull,
  expectedOn: integerOrNull,
  dealCoverage: z.nullable(dealCoverage),
  due: z.array(
    z.object({
      currency: text,
      dueMinor: integer,
      pastDueMinor: integer,
      restMinor: integer,
      outsideMinor: integer,
    }),
  ),
  nextDueOn: integerOrNull,
  nextAttemptOn: integerOrNull,
  recurring,
  evidence: z.array(openEnum<RecordSummary['evidence'][number]>()),
  needsReviewCount: integer,
  match: openEnum<RecordSummary['match']>(),
});

/** Something true that the figures alone do not say. */
const note = z.union([
  /** Payments of the record's customers that are another record's by stronger evidence. */
  z.object({ kind: z.literal('claimed-elsewhere'), count: integer, others: recordLinks }),
  /** Linked and assigned on a record that was merged into this one, and not here any more. */
  z.object({
    kind: z.literal('lost-in-merge'),
    customers: z.array(customerRef),
    paymentIds: z.array(text),
  }),
  z.object({ kind: z.literal('rows-omitted'), shown: integer, total: integer }),
  /** Payments that wait for a person and did not fit, and what to send for the next of each part of the reading. */
  z.object({
    kind: z.literal('review-omitted'),
    shown: integer,
    total: integer,
    rest: z.array(z.object({ reviewAfter: text, continuation: textOrNull })),
  }),
  /** Properties that a sync could not fill, since they are archived in HubSpot. */
  z.object({ kind: z.literal('properties-archived'), labels: labelsSchema }),
  z.object({ kind: z.literal('unclassified'), flagged: z.array(flagged) }),
  z.object({
    kind: openEnum<'search-unavailable' | 'account-fees'>(
      'claimed-elsewhere',
      'lost-in-merge',
      'rows-omitted',
      'review-omitted',
      'properties-archived',
      'unclassified',
    ),
  }),
]);

/** How far the reading of a company's contacts has come. */
const coverageSchema = z.object({ contactsCovered: integer, contactsTotal: integer });

/** A record's payments as read from Stripe. */
export const recordViewSchema = z.object({
  objectType,
  recordId: text,
  mode,
  /** For links into the dashboard; null where the key may not read it. */
  accountId: textOrNull,
  /** When Stripe was read, in milliseconds since the epoch. */
  asOfMs: integer,
  /** Ids in the record's own `stripe_customer_id`. */
  linkedCustomerIds: z.array(text),
  /** Ids in the record's own `stripe_payment_ids`. */
  assignedIds: z.array(text),
  customers: z.array(customerRowSchema),
  /**
   * The deal's own amount, in its currency; null where there is none, `not-comparable` where it has more
   * decimals than the currency, or none is known in which it is.
   */
  dealAmount,
  /** Of everything covered so far, the parts before a continuation included. */
  summary,
  /** Of a contact or company; null of a deal, and where it is not known. */
  movement: z.nullable(shownMovement),
  /** Newest first; after a continuation only what came new, like all lists here. */
  payments: z.array(paymentRowSchema),
  needsReview: z.array(reviewRowSchema),
  subscriptions: z.array(subscriptionRowSchema),
  invoices: z.array(invoiceRowSchema),
  freeCheckouts: z.array(freeCheckoutRowSchema),
  notes: z.array(note),
  /** Why payments failed and what to do, by their codes, then by language. */
  declines: z.record(text, z.record(text, z.object({ reason: text, nextStep: text }))),
  /** Why something is missing from the figures. Empty when the read is complete. */
  problems: z.array(failureSchema),
  /** Null where the record has no contacts to go through. */
  coverage: z.nullable(coverageSchema),
  /** What to send to go on; null when everything is covered. */
  continuation: textOrNull,
});

export type Note = Immutable<z.infer<typeof note>>;
export type Coverage = Immutable<z.infer<typeof coverageSchema>>;
export type RecordView = Immutable<z.infer<typeof recordViewSchema>>;
