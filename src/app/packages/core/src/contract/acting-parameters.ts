import * as z from 'zod/mini';
import { INTERVAL_UNITS } from '../acting/recurring.ts';
import { COUPON_ID } from '../acting/coupons.ts';
import { REFUND_REASONS } from './acting.ts';
import { DIFFERENCE_BILLINGS } from './item-changes.ts';
import { objectTypeParameter, recordIdParameter } from './parameters.ts';
import type { Immutable } from './schema.ts';

/** Companies have the deals and contacts that are asked. */
const objectType = objectTypeParameter;

/** Longer than any amount. */
const decimal = z.string().check(z.regex(/^\d{1,15}(\.\d{1,6})?$/));

const currency = z.string().check(z.regex(/^[a-z]{3}$/));

const stripeId = (prefix: string) =>
  z.string().check(z.regex(new RegExp(`^${prefix}_[A-Za-z0-9_]{1,200}$`)));

/** Longer than Stripe takes: the function says which field is too long, instead of understanding nothing. */
const line = z.string().check(z.minLength(1), z.maxLength(5_000));

/** Of which the function says what it may be. */
const days = z.int();

const digest = z.string().check(z.regex(/^[\w-]{1,100}$/));

/** `REFUND 25.00 USD 7F3K9Q`, as the preview gave it; without an amount where none is known. */
const confirmation = z.exactOptional(
  z.string().check(z.regex(/^[A-Z-]{4,13} (?:\d{1,20}(?:\.\d{1,3})? [A-Z]{3} )?[0-9A-Z]{4,20}$/)),
);

/** One amount, with what the payer reads: else the name of the deal. */
const amountFields = {
  kind: z.literal('amount'),
  amount: decimal,
  currency,
  description: z.exactOptional(line),
};

/** What is asked for once. */
const subject = z.discriminatedUnion('kind', [
  /** The deal's one-time line items. */
  z.strictObject({ kind: z.literal('lines') }),
  /** A part of the deal's amount, or of its line items where it has none. */
  z.strictObject({ kind: z.literal('deposit'), percent: decimal }),
  z.strictObject(amountFields),
]);

const interval = z.strictObject({
  unit: z.enum(INTERVAL_UNITS),
  count: z.int().check(z.positive(), z.maximum(1_095)),
});

/** What is asked for again and again. */
const recurringSubject = z.discriminatedUnion('kind', [
  /** The deal's line items of one interval, with or without those that are paid once. */
  z.strictObject({ kind: z.literal('recurring-lines'), interval, withOneTime: z.boolean() }),
  z.strictObject({ ...amountFields, interval }),
]);

const trialDays = z.exactOptional(days);

/** A customer of the record, or a contact of it that becomes one. */
const payee = z.union([
  z.strictObject({ customerId: stripeId('cus') }),
  z.strictObject({ contactId: recordIdParameter }),
]);

const asked = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('link'), subject, collectsTax: z.boolean() }),
  z.strictObject({
    method: z.literal('invoice'),
    subject,
    collectsTax: z.boolean(),
    payee,
    daysUntilDue: days,
    memo: z.exactOptional(line),
    poNumber: z.exactOptional(line),
    delivery: z.enum(['copy', 'email']),
  }),
  /** Begins when the payer completes the page. */
  z.strictObject({
    method: z.literal('subscription-link'),
    subject: recurringSubject,
    collectsTax: z.boolean(),
    trialDays,
  }),
  /** Begins now, or on a day; Stripe sends each invoice to the payee. */
  z.strictObject({
    method: z.literal('subscription'),
    subject: recurringSubject,
    collectsTax: z.boolean(),
    payee,
    daysUntilDue: days,
    trialDays,
    startDay: z.exactOptional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  }),
]);

/** Refuses what it does not know: what a newer card asks for must not be left out in silence. */
export const requestPaymentParameters = z.discriminatedUnion('step', [
  /** What the card shows. */
  z.strictObject({ objectType, step: z.literal('overview') }),
  /** What the form of a request is filled with. */
  z.strictObject({ objectType, step: z.literal('basis') }),
  z.strictObject({ objectType, step: z.literal('prepare'), asked }),
  z.strictObject({ objectType, step: z.literal('confirm'), asked, digest, confirmation }),
]);

/** A merchant chooses it. */
const couponId = z.string().check(z.regex(COUPON_ID));

const change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('refund'),
    /** A row of the record's payments, and the proof that the record showed it. */
    paymentId: z.string().check(z.regex(/^(?:pi|ch|py)_[A-Za-z0-9_]{1,200}$/)),
    ticket: z.string().check(z.maxLength(2_000, { abort: true }), z.regex(/^[\w-]+\.[\w-]+$/)),
    /** In major units of the payment's currency; null for all that is left. */
    amount: z.nullable(decimal),
    reason: z.nullable(z.enum(REFUND_REASONS)),
  }),
  z.strictObject({ kind: z.literal('deactivate-link'), id: stripeId('plink') }),
  z.strictObject({ kind: z.literal('void-invoice'), id: stripeId('in') }),
  z.strictObject({ kind: z.literal('send-invoice'), id: stripeId('in') }),
  /** Paid outside Stripe: no money is taken. */
  z.strictObject({ kind: z.literal('mark-paid'), id: stripeId('in') }),
  z.strictObject({ kind: z.literal('mark-uncollectible'), id: stripeId('in') }),
  z.strictObject({ kind: z.literal('card-link'), customerId: stripeId('cus') }),
  z.strictObject({ kind: z.literal('cancel-now'), id: stripeId('sub') }),
  z.strictObject({ kind: z.literal('cancel-at-period-end'), id: stripeId('sub') }),
  /** It no longer ends with its period. */
  z.strictObject({ kind: z.literal('keep-subscription'), id: stripeId('sub') }),
  z.strictObject({ kind: z.literal('pause-collection'), id: stripeId('sub') }),
  z.strictObject({ kind: z.literal('resume-collection'), id: stripeId('sub') }),
  /** Another quantity or price of one of its items. */
  z.strictObject({
    kind: z.literal('change-item'),
    id: stripeId('sub'),
    itemId: stripeId('si'),
    quantity: z.int().check(z.positive(), z.maximum(999_999)),
    /** The price of one for an interval, in major units; null for the present one. */
    unit: z.nullable(decimal),
    billing: z.enum(DIFFERENCE_BILLINGS),
  }),
  /** Another coupon instead of those that the subscription has; null for none. */
  z.strictObject({
    kind: z.literal('change-coupon'),
    id: stripeId('sub'),
    coupon: z.nullable(
      z.union([
        z.strictObject({ id: couponId }),
        /** A promotion code, or the ID of a coupon, as a person typed it: the function says whether there is one. */
        z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(500)) }),
      ]),
    ),
  }),
]);

export const manageBillingParameters = z.discriminatedUnion('step', [
  /** A confirmation of nothing, to see what HubSpot's history says of it. */
  z.strictObject({ objectType, step: z.literal('rehearse') }),
  /** What the form of a coupon is filled with. */
  z.strictObject({ objectType, step: z.literal('coupons'), id: stripeId('sub') }),
  z.strictObject({ objectType, step: z.literal('prepare'), change }),
  z.strictObject({ objectType, step: z.literal('confirm'), change, digest, confirmation }),
]);

/** What the app page asks, of no record: whether the key may do what is on. */
export const checkActionsParameters = z.strictObject({ step: z.literal('check') });

export type RequestPaymentParameters = Immutable<z.input<typeof requestPaymentParameters>>;
export type ManageBillingParameters = Immutable<z.input<typeof manageBillingParameters>>;
export type AskedPayment = Immutable<z.output<typeof asked>>;
export type AskedSubject = AskedPayment['subject'];
export type AskedChange = Immutable<z.output<typeof change>>;
