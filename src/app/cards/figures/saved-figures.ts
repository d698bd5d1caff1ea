import type { Money } from '@stripe-payments/core';
import { epochMsFromText, fromDecimal, isFeeStatus, isPaymentStatus } from '@stripe-payments/core';
import type { Figures } from './figures.ts';

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

/** An amount that is there and not nothing; Stripe's figures of several currencies are in the lines. */
function optionalAmount(saved: SavedProperties, name: string): readonly Money[] {
  const currency = saved['stripe_currency']?.toLowerCase() ?? '';
  const amount = fromDecimal(saved[name] ?? '', currency);
  return amount === undefined || amount.minor === 0 ? [] : [amount];
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

/** The figures of the last sync; undefined where there was none. */
export function figuresOfSaved(saved: SavedProperties): Figures | undefined {
  const status = saved['stripe_payment_status'] ?? '';
  const feeStatus = saved['stripe_fee_status'] ?? '';
  if (!isPaymentStatus(status) || !isFeeStatus(feeStatus)) return undefined;
  const paid = savedAmounts(saved, 'stripe_currency', PAID);
  const received = savedAmounts(saved, 'stripe_settlement_currency', RECEIVED);
  // An amount without its one currency is empty: something was paid, or settled, in several.
  const isPaidInSeveral = paid === undefined && Number(saved['stripe_payment_count'] ?? '') > 0;
  const isReceivedInSeveral = received === undefined && feeStatus === 'final';
  const lines = linesOf(saved);
  const isInSeveral = (saved['stripe_currency'] ?? '') === '' && lines.length > 1;
  return {
    status,
    feeStatus,
    mode: saved['stripe_mode'] ?? '',
    paid: paid === undefined ? [] : [paid],
    received: received === undefined ? [] : [received],
    isPaidInSeveral,
    isReceivedInSeveral,
    outside: optionalAmount(saved, 'stripe_amount_paid_outside'),
    customerPaid: [],
    due: optionalAmount(saved, 'stripe_amount_due'),
    recurring: optionalAmount(saved, 'stripe_mrr'),
    unread: [],
    denied: [],
    isComplete: true,
    lines: isPaidInSeveral || isReceivedInSeveral || isInSeveral ? lines : [],
    fundsAvailableMs: epochMsFromText(saved['stripe_funds_available_date'] ?? '') ?? null,
  };
}
