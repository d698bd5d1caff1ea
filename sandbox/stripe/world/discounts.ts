import type { DiscountAmount } from '../entities/billing.ts';
import type { CouponRow, DiscountRow } from '../entities/catalogue.ts';
import { isRedeemable } from '../formatters/catalogue.ts';
import type { NewCoupon } from './billing-requests.ts';
import {
  createdAt,
  theCoupon,
  theCustomer,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { recordCoupon } from './events.ts';
import { roundedQuotient } from './exchange.ts';
import { monthsLater } from './pricing.ts';
import { checkTexts } from './text-limits.ts';

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

function checkCoupon(coupon: NewCoupon): void {
  const { percentOff, amountOff, currency, duration, durationInMonths } = coupon;
  if ((percentOff === undefined) === (amountOff === undefined)) {
    throw new WorldRefusal('A coupon takes off either a percentage or an amount.');
  }
  if (percentOff !== undefined && (percentOff <= 0 || percentOff > 100)) {
    throw new WorldRefusal('A percentage is more than 0 and at most 100.');
  }
  if ((amountOff === undefined) !== (currency === undefined)) {
    throw new WorldRefusal('An amount off needs a currency, and a percentage has none.');
  }
  if ((duration === 'repeating') !== (durationInMonths !== undefined)) {
    throw new WorldRefusal('A repeating coupon needs its months, and no other has them.');
  }
}

const COUPON_ID_LENGTH = 8;

export function createCoupon(context: WorldContext, coupon: NewCoupon): CouponRow {
  const atMs = timeOf(context, coupon.atMs);
  checkCoupon(coupon);
  checkTexts('coupon', coupon);
  const row: CouponRow = {
    id: coupon.id ?? context.ids.text(COUPON_ID_LENGTH),
    created: createdAt(atMs),
    name: coupon.name ?? null,
    percentOff: coupon.percentOff ?? null,
    amountOff: coupon.amountOff ?? null,
    currency: coupon.currency ?? null,
    currencyOptions: coupon.currencyOptions ?? {},
    appliesTo: coupon.appliesTo ?? null,
    duration: coupon.duration ?? 'once',
    durationInMonths: coupon.durationInMonths ?? null,
    maxRedemptions: coupon.maxRedemptions ?? null,
    redeemBy: coupon.redeemByMs === undefined ? null : createdAt(coupon.redeemByMs),
    timesRedeemed: 0,
    metadata: coupon.metadata ?? {},
  };
  context.store.coupons.insert(row, atMs);
  recordCoupon(context, 'coupon.created', row, atMs);
  return row;
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
  Partial<Pick<DiscountRow, 'subscription' | 'subscriptionItem' | 'invoice' | 'checkoutSession'>>;

/** The coupon as it takes off this currency. */
function termsIn(coupon: CouponRow, currency: string): CouponRow {
  const amountOff = coupon.currencyOptions[currency];
  return amountOff === undefined ? coupon : { ...coupon, amountOff, currency };
}

/** Customers and subscriptions that have it keep it; it can't be redeemed again, and its id is free. */
export function deleteCoupon(context: WorldContext, id: string): void {
  theCoupon(context.store, id);
  context.store.coupons.remove(id);
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
  const start = createdAt(atMs);
  const { durationInMonths } = coupon;
  return context.store.discounts.insert(
    {
      id: context.ids.next('di_1'),
      created: start,
      coupon: couponId,
      terms: coupon,
      currency,
      subscription: null,
      subscriptionItem: null,
      invoice: null,
      checkoutSession: null,
      end: durationInMonths === null ? null : monthsLater(start, durationInMonths),
      ...target,
    },
    atMs,
  );
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
