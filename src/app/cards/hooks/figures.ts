import type {
  FeeStatus,
  Ledger,
  Money,
  PaymentStatus,
  PresentmentTotals,
  RecordView,
  SettlementTotals,
} from '@stripe-payments/core';
import {
  allFeesMinor,
  epochMsFromText,
  fromDecimal,
  isFeeStatus,
  isPaymentStatus,
  money,
} from '@stripe-payments/core';

/** What customers paid in one presentment currency. */
export interface PaidFigures {
  readonly paid: Money;
  readonly refunded: Money;
  readonly disputed: Money;
}

/** What reached the business in one settlement currency. */
export interface ReceivedFigures {
  readonly gross: Money;
  readonly fees: Money;
  readonly net: Money;
}

/** The figures of a record, whether read from Stripe just now or saved on the record. */
export interface Figures {
  readonly status: PaymentStatus;
  readonly feeStatus: FeeStatus;
  readonly mode: 'live' | 'test';
  readonly paid: readonly PaidFigures[];
  readonly received: readonly ReceivedFigures[];
  /** Saved figures of several currencies exist as text only, one line a currency. */
  readonly lines: readonly string[];
  /** Milliseconds since the epoch. */
  readonly fundsAvailableMs: number | null;
}

function paidFigures(totals: PresentmentTotals): PaidFigures {
  const amount = (minor: number): Money => money(minor, totals.currency);
  return {
    paid: amount(totals.capturedMinor),
    refunded: amount(totals.refundedMinor),
    disputed: amount(totals.disputedMinor),
  };
}

function receivedFigures(totals: SettlementTotals): ReceivedFigures {
  const amount = (minor: number): Money => money(minor, totals.currency);
  return {
    gross: amount(totals.grossMinor),
    fees: amount(allFeesMinor(totals)),
    net: amount(totals.netMinor),
  };
}

const inMs = (seconds: Ledger['fundsAvailableOn']): number | null =>
  seconds === null ? null : seconds * 1_000;

export function figuresOfView({ summary, mode }: RecordView): Figures {
  const { ledger } = summary;
  return {
    status: summary.status,
    feeStatus: ledger.feeStatus,
    mode,
    paid: ledger.presentment.map(paidFigures),
    received: ledger.settlement.map(receivedFigures),
    lines: [],
    fundsAvailableMs: inMs(ledger.fundsAvailableOn),
  };
}

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

/** The figures of the last sync; undefined where there was none. */
export function figuresOfSaved(saved: SavedProperties): Figures | undefined {
  const status = saved['stripe_payment_status'] ?? '';
  const feeStatus = saved['stripe_fee_status'] ?? '';
  if (!isPaymentStatus(status) || !isFeeStatus(feeStatus)) return undefined;
  const paid = savedAmounts(saved, 'stripe_currency', {
    paid: 'stripe_amount_paid',
    refunded: 'stripe_amount_refunded',
    disputed: 'stripe_amount_disputed',
  });
  const received = savedAmounts(saved, 'stripe_settlement_currency', {
    gross: 'stripe_gross_amount',
    fees: 'stripe_fee_amount',
    net: 'stripe_net_amount',
  });
  const lines = (saved['stripe_amounts_by_currency'] ?? '')
    .split('\n')
    .filter((line) => line !== '');
  return {
    status,
    feeStatus,
    mode: saved['stripe_mode'] === 'test' ? 'test' : 'live',
    paid: paid === undefined ? [] : [paid],
    received: received === undefined ? [] : [received],
    lines: paid === undefined ? lines : [],
    fundsAvailableMs: epochMsFromText(saved['stripe_funds_available_date'] ?? '') ?? null,
  };
}
