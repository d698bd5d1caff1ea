import type { Currency } from '../money/currency.ts';
import type { Money } from '../money/money.ts';
import { money } from '../money/money.ts';
import { smallestStep } from '../money/ratio.ts';
import { isTooSmall, partOf } from './amounts.ts';
import { MAX_TRIAL_DAYS } from './recurring.ts';

/** What a field of a request may hold at most: characters, or days. Stripe takes 140 of a PO number. */
export const REQUEST_LIMITS = {
  description: 200,
  memo: 500,
  poNumber: 140,
  daysUntilDue: 365,
  trialDays: MAX_TRIAL_DAYS,
} as const;

/** Eight digits, and twelve of rupiah. https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts (2026-10) */
const MAX_MINOR = 99_999_999;
const MAX_MINOR_IDR = 999_999_999_999;

/** The largest amount that Stripe takes in one payment. */
export const maximumAmount = (currency: Currency): Money =>
  money(currency === 'idr' ? MAX_MINOR_IDR : MAX_MINOR, currency);

/** True for an amount that Stripe can move in its currency: 5.123 dinar end in 0 there. */
export const isWholeStep = ({ minor, currency }: Money): boolean =>
  BigInt(minor) % smallestStep(currency) === 0n;

type AmountMistake =
  'amount-invalid' | 'amount-too-precise' | 'amount-too-small' | 'amount-too-large';

/** Why Stripe would refuse to take an amount; undefined where it would not. */
export function amountMistake(amount: Money): AmountMistake | undefined {
  if (amount.minor <= 0) return 'amount-invalid';
  if (!isWholeStep(amount)) return 'amount-too-precise';
  if (isTooSmall(amount)) return 'amount-too-small';
  return amount.minor > maximumAmount(amount.currency).minor ? 'amount-too-large' : undefined;
}

/** True for a percentage above 0, at most 100. */
export const isPercent = (text: string): boolean => partOf(money(100, 'usd'), text) !== undefined;

const isIn = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

export const isDaysUntilDue = (days: number): boolean => isIn(days, 0, REQUEST_LIMITS.daysUntilDue);

export const isTrial = (days: number): boolean => isIn(days, 1, REQUEST_LIMITS.trialDays);

interface Fields {
  readonly subject: {
    readonly kind: string;
    readonly description?: string;
    readonly percent?: string;
  };
  readonly memo?: string;
  readonly poNumber?: string;
  readonly daysUntilDue?: number;
  readonly trialDays?: number;
}

type FieldMistake =
  | 'description-too-long'
  | 'memo-too-long'
  | 'po-number-too-long'
  | 'days-invalid'
  | 'trial-invalid'
  | 'percent-invalid';

/** The first field that holds what it cannot be. */
export function fieldMistake({
  subject: { description = '', percent },
  memo = '',
  poNumber = '',
  daysUntilDue = 0,
  trialDays = 1,
}: Fields): FieldMistake | undefined {
  if (description.length > REQUEST_LIMITS.description) return 'description-too-long';
  if (memo.length > REQUEST_LIMITS.memo) return 'memo-too-long';
  if (poNumber.length > REQUEST_LIMITS.poNumber) return 'po-number-too-long';
  if (!isDaysUntilDue(daysUntilDue)) return 'days-invalid';
  if (!isTrial(trialDays)) return 'trial-invalid';
  return percent === undefined || isPercent(percent) ? undefined : 'percent-invalid';
}
