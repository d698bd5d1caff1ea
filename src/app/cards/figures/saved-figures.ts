import type { Money, FigurePresentation } from '@stripe-payments/core';
import {
  add,
  COVERAGE_VALUES,
  coverageValueOf,
  epochMsFromText,
  fromDecimal,
  isFeeStatus,
  isPaymentStatus,
  negate,
  plainText,
  storedAmount,
  storedDeclineIn,
  subtract,
} from '@stripe-payments/core';
import { savedChurn } from './churn.ts';
import type { ShownCoverage } from './coverage.ts';
import type { Figures, PaidFigures } from './figures.ts';
import { keptInLine, withLineAmounts } from './line-figures.ts';

/** Property values as the SDK's hook gives them. */
export type SavedProperties = Readonly<Record<string, string | null>>;

function savedAmounts<T extends string>(
  saved: SavedProperties,
  currencyProperty: string,
  names: Readonly<Record<T, string>>,
): Readonly<Record<T, Money>> | undefined {
  const currency = saved[currencyProperty]?.toLowerCase() ?? '';
  const amounts: Partial<Record<T, Money>> = {};
  for (const key in names) {
    const amount = fromDecimal(saved[names[key]] ?? '', currency);
    if (amount === undefined) return undefined;
    amounts[key] = amount;
  }
  return isComplete(amounts, names) ? amounts : undefined;
}

function isComplete<T extends string>(
  amounts: Partial<Record<T, Money>>,
  names: Readonly<Record<T, string>>,
): amounts is Record<T, Money> {
  return Object.keys(names).every((key) => Object.hasOwn(amounts, key));
}

/** Independent of the language in which it was written. */
const CURRENCY_LINE = /^[A-Z]{3}: /;

/** The saved text, one line a currency; what it says beside them is data elsewhere on the record. */
function linesOf(saved: SavedProperties): readonly string[] {
  return (saved['stripe_amounts_by_currency'] ?? '')
    .split('\n')
    .filter((line) => CURRENCY_LINE.test(line));
}

/** Amounts that are there and not nothing: of one currency a property, of several the lines. */
function optionalAmounts(
  saved: SavedProperties,
  name: string,
  inLines: Parameters<typeof storedAmount>[1],
): readonly Money[] {
  const currency = saved['stripe_currency']?.toLowerCase() ?? '';
  const amounts =
    currency === ''
      ? linesOf(saved).map((line) => storedAmount(line, inLines))
      : [fromDecimal(saved[name] ?? '', currency)];
  return amounts.filter((amount) => amount !== undefined).filter(({ minor }) => minor !== 0);
}

/** Of one currency alone; none of several says which one it is of. */
function firstBillOf(saved: SavedProperties): Money | null {
  const currency = saved['stripe_currency']?.toLowerCase() ?? '';
  const amount = fromDecimal(saved['stripe_first_bill_amount'] ?? '', currency);
  return amount === undefined || amount.minor === 0 ? null : amount;
}

/** Of one currency alone. */
const netPaidOutOf = (saved: SavedProperties): Money | null =>
  fromDecimal(
    saved['stripe_net_paid_out'] ?? '',
    saved['stripe_settlement_currency']?.toLowerCase() ?? '',
  ) ?? null;

/** The deal's amount as it is now, in its own currency. */
function savedDeal(saved: SavedProperties): Money | undefined {
  return fromDecimal(saved['amount'] ?? '', saved['deal_currency_code']?.toLowerCase() ?? '');
}

/**
 * Compared with the amount that the deal has now, where what was paid is saved in the deal's currency;
 * else what the last sync said, if the amount is still the same.
 */
function savedCoverage(
  saved: SavedProperties,
  paid: PaidFigures | undefined,
  outside: readonly Money[],
): ShownCoverage | null {
  const value = COVERAGE_VALUES.find((each) => each === saved['stripe_coverage']);
  const amount = savedDeal(saved);
  const outstanding = fromDecimal(saved['stripe_amount_outstanding'] ?? '', amount?.currency ?? '');
  if (value === undefined || amount === undefined || outstanding === undefined) return null;
  if (paid?.paid.currency === amount.currency) {
    const stays = [paid.paid, ...outside, negate(paid.refunded), negate(paid.disputed)];
    const kept = stays.reduce(add);
    const tax = fromDecimal(saved['stripe_tax_amount'] ?? '', amount.currency);
    const now = coverageValueOf(amount, kept, [], tax === undefined ? [] : [tax]);
    // A tax of which only a part is known is not saved, and the sync knew that part.
    const isTax = tax === undefined && now === 'overpaid' && value === 'paid';
    return now === null ? null : { value: isTax ? value : now, paid: kept, amount };
  }
  if (value === 'overpaid') {
    // Of several currencies only the lines can say how much more than the amount was paid.
    const kept = linesOf(saved)
      .map(keptInLine)
      .find((each) => each?.currency === amount.currency);
    return kept !== undefined && kept.minor > amount.minor ? { value, paid: kept, amount } : null;
  }
  return { value, paid: subtract(amount, outstanding), amount };
}

const PAID = {
  paid: 'stripe_amount_paid',
  refunded: 'stripe_amount_refunded',
  disputed: 'stripe_amount_disputed',
};

const RECEIVED = {
  gross: 'stripe_gross_amount',
  fees: 'stripe_fee_amount',
  net: 'stripe_net_amount',
};

/** All of it or nothing of it, by the dispute status; of an open dispute beside a lost one it is not known. */
function savedLost(
  saved: SavedProperties,
  { disputed }: Pick<PaidFigures, 'disputed'>,
): Money | null {
  if (disputed.minor === 0 || saved['stripe_payment_status'] === 'dispute_lost') return disputed;
  return saved['stripe_dispute_status'] === 'lost' ? disputed : null;
}

/** Null of a sync before there was the property. */
function feesPendingIn(saved: SavedProperties): number | null {
  const text = saved['stripe_fees_pending_count'] ?? '';
  return text === '' ? null : Number(text);
}

const dayIn = (saved: SavedProperties, name: string): string | null => saved[name] || null;

/** The figures of the last sync; undefined where there was none. */
export function figuresOfSaved(saved: SavedProperties): Figures | undefined {
  const status = saved['stripe_payment_status'] ?? '';
  const feeStatus = saved['stripe_fee_status'] ?? '';
  if (!isPaymentStatus(status) || !isFeeStatus(feeStatus)) return undefined;
  const amounts = savedAmounts(saved, 'stripe_currency', PAID);
  const paid = amounts === undefined ? undefined : { ...amounts, lost: savedLost(saved, amounts) };
  const received = savedAmounts(saved, 'stripe_settlement_currency', RECEIVED);
  // An amount without its one currency is empty: something was paid, or settled, in several.
  const isPaidInSeveral = paid === undefined && Number(saved['stripe_payment_count'] ?? '') > 0;
  // While a fee is pending the amounts so far are in the lines only.
  const isReceivedInLines = received === undefined && feeStatus !== 'none';
  const isReceivedInSeveral = isReceivedInLines && feeStatus === 'final';
  const lines = linesOf(saved);
  const outside = optionalAmounts(saved, 'stripe_amount_paid_outside', 'outside');
  const isInSeveral = (saved['stripe_currency'] ?? '') === '' && lines.length > 1;
  const figures: Figures = {
    asOfMs: epochMsFromText(saved['stripe_last_synced_at'] ?? '') ?? null,
    status,
    freeCheckoutCount: Number(saved['stripe_free_checkout_count'] ?? ''),
    reviewCount: Number(saved['stripe_review_count'] ?? ''),
    feeStatus,
    mode: saved['stripe_mode'] ?? '',
    paid: paid === undefined ? [] : [paid],
    received: received === undefined ? [] : [{ ...received, convertedFrom: [] }],
    isPaidInSeveral,
    isReceivedInSeveral: isReceivedInLines,
    outside,
    customerPaid: [],
    coverage: savedCoverage(saved, paid, outside),
    others: [],
    processing: optionalAmounts(saved, 'stripe_amount_processing', 'processing'),
    authorized: optionalAmounts(saved, 'stripe_amount_authorized', 'authorized'),
    due: optionalAmounts(saved, 'stripe_amount_due', 'due'),
    recurring: optionalAmounts(saved, 'stripe_mrr', 'mrr'),
    unread: [],
    denied: [],
    isComplete: true,
    lines: isPaidInSeveral || isReceivedInSeveral || isInSeveral ? lines : [],
    fundsAvailableMs: epochMsFromText(saved['stripe_funds_available_date'] ?? '') ?? null,
    dispute: saved['stripe_dispute_status'] ?? '',
    // Of a sync before there was the property, one is known.
    disputesToAnswer: Number(saved['stripe_disputes_to_answer'] ?? '') || 1,
    subscription: saved['stripe_subscription_status'] ?? '',
    hasFailedRefund: saved['stripe_refund_failed'] === 'true',
    failedRefunds: optionalAmounts(saved, 'stripe_refund_failed_amount', 'refundFailed'),
    failureReason: plainText(saved['stripe_failure_reason'] ?? ''),
    failureNextStep: '',
    churn: savedChurn(saved, dayIn(saved, 'stripe_mrr_movement_date')),
    firstBill: firstBillOf(saved),
    hasLinks: Boolean(saved['stripe_customer_id']) || Boolean(saved['stripe_payment_ids']),
    pendingCount: feesPendingIn(saved),
    paymentCount: Number(saved['stripe_payment_count']),
    arePayoutsSaved: true,
    netPaidOut: netPaidOutOf(saved),
    days: {
      due: dayIn(saved, 'stripe_next_due_date'),
      dispute: dayIn(saved, 'stripe_dispute_due_date'),
      capture: dayIn(saved, 'stripe_authorized_until_date'),
      expected: dayIn(saved, 'stripe_processing_expected_date'),
      renewal: dayIn(saved, 'stripe_next_billing_date'),
      retry: dayIn(saved, 'stripe_next_attempt_date'),
      paidOut: dayIn(saved, 'stripe_payout_date'),
      payout: dayIn(saved, 'stripe_payout_expected_date'),
      lastPayout: dayIn(saved, 'stripe_last_payout_date'),
    },
  };
  return withLineAmounts(figures, lines);
}

/** The one stored text among them, which is in the account's language, in the reader's, and what to do about it. */
export function inLanguage(figures: Figures, { language }: FigurePresentation): Figures {
  if (figures.failureReason === '') return figures;
  const { reason, nextStep } = storedDeclineIn(language, figures.failureReason);
  return { ...figures, failureReason: reason, failureNextStep: nextStep };
}
