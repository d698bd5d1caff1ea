import type { CouponRow } from '../entities/coupon.ts';
import type { DiscountAmount } from '../entities/invoice.ts';
import { roundedQuotient } from './exchange.ts';

export interface AppliedDiscount {
  readonly id: string;
  readonly coupon: CouponRow;
}

export interface DiscountableLine {
  /** Minor units. */
  readonly amount: number;
  readonly discounts: readonly AppliedDiscount[];
}

interface OpenLine {
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

function takeFromAll(lines: readonly OpenLine[], discount: AppliedDiscount): void {
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
    const begun: OpenLine = { left: Math.max(line.amount, 0), taken: [] };
    for (const discount of line.discounts) takeFromLine(begun, discount);
    return begun;
  });
  for (const discount of ofInvoice) takeFromAll(open, discount);
  return open.map((line) => line.taken);
}
