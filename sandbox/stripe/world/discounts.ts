import type { DiscountAmount } from '../entities/billing.ts';
import type { CouponRow, DiscountRow } from '../entities/catalogue.ts';
import { isRedeemable } from '../formatters/catalogue.ts';
import {
  createdAt,
  theCoupon,
  theCustomer,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { roundedQuotient } from './exchange.ts';
import { monthsLater } from './pricing.ts';

interface AppliedDiscount {
  readonly id: string;
  readonly coupon: CouponRow;
}

interface DiscountableLine {
  /** Minor units. */
  readonly amount: number;
  readonly product: string | null;
  readonly discounts: readonly AppliedDiscount[];
}

interface OpenLine {
  readonly product: string | null;
  left: number;
  readonly taken: DiscountAmount[];
}

const PERCENT_SCALE = 1_000_000n;

const percentOf = (amount: number, percent: number): number =>
  Number(roundedQuotient(BigInt(amount) * BigInt(Math.round(percent * 10_000)), PERCENT_SCALE));

function take(line: OpenLine, discount: AppliedDiscount, amount: number): void {
  line.left -= amount;
  line.taken.push({ discount: discount.id, amount });
}

function takeFromLine(line: OpenLine, discount: AppliedDiscount): void {
  const { percentOff, amountOff } = discount.coupon;
  const amount = percentOff === null ? (amountOff ?? 0) : percentOf(line.left, percentOff);
  take(line, discount, Math.min(amount, line.left));
}

/** An amount is spread over the lines by what is left of each, to the last minor unit. */
function spread(lines: readonly OpenLine[], discount: AppliedDiscount, amountOff: number): void {
  const total = lines.reduce((sum, line) => sum + line.left, 0);
  const off = BigInt(Math.min(amountOff, total));
  let before = 0n;
  let passed = 0;
  for (const line of lines) {
    passed += line.left;
    const until = total === 0 ? 0n : roundedQuotient(off * BigInt(passed), BigInt(total));
    take(line, discount, Number(until - before));
    before = until;
  }
}

function takeFromAll(all: readonly OpenLine[], discount: AppliedDiscount): void {
  const { appliesTo } = discount.coupon;
  const lines = all.filter(
    ({ product }) => appliesTo === null || (product !== null && appliesTo.includes(product)),
  );
  const { amountOff } = discount.coupon;
  if (amountOff !== null) {
    spread(lines, discount, amountOff);
    return;
  }
  for (const line of lines) takeFromLine(line, discount);
}

/** Discounts of a line come first, then those of the invoice, each on what the others left. */
export function discountAmounts(
  lines: readonly DiscountableLine[],
  ofInvoice: readonly AppliedDiscount[],
): readonly (readonly DiscountAmount[])[] {
  const open = lines.map((line): OpenLine => {
    const begun: OpenLine = { product: line.product, left: Math.max(line.amount, 0), taken: [] };
    for (const discount of line.discounts) takeFromLine(begun, discount);
    return begun;
  });
  for (const discount of ofInvoice) takeFromAll(open, discount);
  return open.map((line) => line.taken);
}

/** Refuses a coupon that cannot be used for something in this currency now. */
export function theUsableCoupon(
  context: WorldContext,
  id: string,
  currency: string,
  atMs: number,
): CouponRow {
  const coupon = theCoupon(context.store, id);
  if (!isRedeemable(coupon, createdAt(atMs))) {
    throw new WorldRefusal(`The coupon ${id} can no longer be redeemed.`);
  }
  const isKnown = coupon.currency === currency || currency in coupon.currencyOptions;
  if (coupon.currency !== null && !isKnown) {
    throw new WorldRefusal(`The coupon ${id} takes off ${coupon.currency}, not ${currency}.`);
  }
  return coupon;
}

type Target = Pick<DiscountRow, 'customer'> &
  Partial<
    Pick<
      DiscountRow,
      'promotionCode' | 'subscription' | 'subscriptionItem' | 'invoice' | 'checkoutSession'
    >
  >;

/** The coupon as it takes off this currency. */
function termsIn(coupon: CouponRow, currency: string): CouponRow {
  const amountOff = coupon.currencyOptions[currency];
  return amountOff === undefined ? coupon : { ...coupon, amountOff, currency };
}

/** A coupon as the discount of one object: it is neither counted nor kept. */
export function discountRow(
  context: WorldContext,
  coupon: CouponRow,
  currency: string,
  target: Target,
  atMs: number,
): DiscountRow {
  const start = createdAt(atMs);
  const { durationInMonths } = coupon;
  return {
    id: context.ids.next('di_1'),
    created: start,
    coupon: coupon.id,
    terms: coupon,
    promotionCode: null,
    currency,
    subscription: null,
    subscriptionItem: null,
    invoice: null,
    checkoutSession: null,
    end: durationInMonths === null ? null : monthsLater(start, durationInMonths),
    ...target,
  };
}

/** Turns a coupon into the discount of one customer, subscription, invoice or item. */
export function redeem(
  context: WorldContext,
  couponId: string,
  currency: string,
  target: Target,
  atMs: number,
): DiscountRow {
  const coupon = theUsableCoupon(context, couponId, currency, atMs);
  context.store.coupons.update(couponId, { timesRedeemed: coupon.timesRedeemed + 1 }, atMs);
  const row = discountRow(context, coupon, currency, target, atMs);
  return context.store.discounts.insert(row, atMs);
}

const found = (context: WorldContext, ids: readonly string[]): readonly DiscountRow[] =>
  ids.flatMap((id) => context.store.discounts.get(id) ?? []);

export const appliedDiscounts = (
  context: WorldContext,
  ids: readonly string[],
): readonly AppliedDiscount[] =>
  found(context, ids).map((row) => ({
    id: row.id,
    coupon: termsIn(row.terms, row.currency),
  }));

/** Those that a period beginning then still has. */
export const inForceAt = (
  context: WorldContext,
  ids: readonly string[],
  seconds: number,
): readonly string[] =>
  found(context, ids)
    .filter((row) => row.end === null || row.end > seconds)
    .map((row) => row.id);

/** Without those that are used up by one invoice. */
export const withoutOnce = (context: WorldContext, ids: readonly string[]): readonly string[] =>
  found(context, ids)
    .filter((row) => row.terms.duration !== 'once')
    .map((row) => row.id);

export function discountCustomer(
  context: WorldContext,
  id: string,
  couponId: string,
  currency: string,
): void {
  const atMs = timeOf(context, undefined);
  const { id: customer } = theCustomer(context.store, id);
  const discount = redeem(context, couponId, currency, { customer }, atMs).id;
  context.store.customers.update(customer, { discount }, atMs);
}
