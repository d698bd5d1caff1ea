import * as z from 'zod/mini';
import type { Immutable } from './schema.ts';
import { flag, integer, integerOrNull, moneySchema, openEnum, textOrNull } from './schema.ts';
import { actedSubscription } from './acting-subscriptions.ts';

/** How the rest of the period is billed where an item of a subscription changes within it. */
export const DIFFERENCE_BILLINGS = ['next-invoice', 'now', 'none'] as const;

export type DifferenceBilling = (typeof DIFFERENCE_BILLINGS)[number];

/** Quantity and price of an item. */
const itemTerms = z.object({
  quantity: integer,
  /** Of one, for an interval; null where it depends on tiers. */
  unit: z.nullable(moneySchema),
});

/** An invoice that Stripe would make, as Stripe's own preview says. */
export const invoicePreview = z.object({
  /** Before discounts and tax; a credit is below zero. */
  lines: z.array(z.object({ label: textOrNull, amount: moneySchema, isProration: flag })),
  discount: moneySchema,
  /** On top of the lines. */
  tax: moneySchema,
  /** The lines less the discount, with tax: below zero it is credited to the customer. */
  total: moneySchema,
  /** The total less what the customer has as credit. */
  due: moneySchema,
});

/** What a change of an item will do. */
export const itemChangePreview = z.object({
  kind: z.literal('change-item'),
  subscription: actedSubscription,
  before: itemTerms,
  after: itemTerms,
  billing: openEnum<DifferenceBilling>(),
  /** False where Stripe sends invoices instead of charging the customer. */
  isCharged: flag,
  /** The invoice of the change itself; null where the next one bills it, or none. */
  now: z.nullable(invoicePreview),
  next: invoicePreview,
  /** When the next one is made, in seconds since the epoch. */
  nextOn: integerOrNull,
});

export const itemChangeOutcome = z.object({
  kind: z.literal('change-item'),
  subscription: actedSubscription,
  after: itemTerms,
});

export type ItemTerms = Immutable<z.infer<typeof itemTerms>>;
export type InvoicePreview = Immutable<z.infer<typeof invoicePreview>>;
export type ItemChangePreview = Immutable<z.infer<typeof itemChangePreview>>;
