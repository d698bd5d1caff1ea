import type { Ledger } from '../ledger/ledger.ts';
import type { SettlementTotals } from '../ledger/settlement.ts';
import { allFeesMinor } from '../ledger/settlement.ts';
import { feeRatePercent } from '../ledger/fee-rate.ts';
import type { Currency } from '../money/currency.ts';
import { toDecimal } from '../money/decimal.ts';
import { formatCurrency } from '../money/format.ts';
import type { Money } from '../money/money.ts';
import { money, subtract } from '../money/money.ts';
import { storedSubscriptionStatus } from '../mrr/subscription-status.ts';
import { outstandingOf } from '../status/deal-coverage.ts';
import type { RecordSummary } from '../status/record-summary.ts';
import type { ShownMovement } from '../mrr/movements.ts';
import type { StoredTexts } from '../texts/catalogue.ts';
import type { ValueTexts } from '../texts/function-texts.ts';
import { valueTextsIn } from '../texts/function-texts.ts';
import type { Language } from '../texts/language.ts';
import { declineText } from '../texts/declines.ts';
import { isoDateFromEpochMs, isoFromEpochMs } from '../time/iso.ts';
import { dayOf } from '../time/month.ts';
import { amountsByCurrency } from './amounts-by-currency.ts';
import { PROPERTY_CURRENCIES } from './currencies.ts';
import type { PropertyName } from './kinds.ts';
import type { CurrencyAmounts } from './record-amounts.ts';
import { firstBillIn, onlyOf, presentmentAmounts, shownAnswerDue } from './record-amounts.ts';

/** What a sync writes, as HubSpot stores it: text, and '' for a property that has no value. */
export type PropertyValues = Readonly<Partial<Record<PropertyName, string>>>;

const EMPTY = '';

const optional = (amount: Money | null | undefined): string =>
  amount === null || amount === undefined ? EMPTY : toDecimal(amount);

/**
 * The only one, where it is one and the enumeration knows its currency: an unknown code would fail the
 * whole write, and an amount without its currency would be read in the account's. The text line has all.
 */
export function single<T extends { currency: Currency }>(totals: readonly T[]): T | undefined {
  const only = onlyOf(totals);
  if (only === undefined) return undefined;
  return PROPERTY_CURRENCIES.includes(formatCurrency(only.currency)) ? only : undefined;
}

const currencyValue = (totals: { currency: Currency } | undefined): string =>
  totals === undefined ? EMPTY : formatCurrency(totals.currency);

/** Empty where all of it is metered: zero would say that nothing comes. */
function mrrValue(
  { currency, mrr }: Pick<CurrencyAmounts, 'currency' | 'mrr'>,
  isMetered: boolean,
): string {
  const minor = mrr?.minor ?? 0;
  return isMetered && minor === 0 ? EMPTY : toDecimal(money(minor, currency));
}

/** Empty while a fee is pending: a part of the sum would read like the whole. */
export const finalSettlement = ({ settlement, feeStatus }: Ledger): SettlementTotals | undefined =>
  feeStatus === 'final' ? single(settlement) : undefined;

/** The currencies of the amounts; each empty where there are several. */
export const currencyValues = (summary: RecordSummary) => ({
  stripe_currency: currencyValue(single(presentmentAmounts(summary))),
  stripe_settlement_currency: currencyValue(finalSettlement(summary.ledger)),
});

/** The same for reading, without the list of what HubSpot takes: a card that loads it is larger for nothing. */
export const shownCurrencies = (summary: RecordSummary) => ({
  stripe_currency: currencyValue(onlyOf(presentmentAmounts(summary))),
  stripe_settlement_currency: currencyValue(onlyOf(summary.ledger.settlement)),
});

/** In the one currency in which customers paid, owe and will pay; all empty where there are several. */
export function presentmentValues(summary: RecordSummary): PropertyValues {
  const only = single(presentmentAmounts(summary));
  const amount = (minor: number | undefined): string =>
    only === undefined ? EMPTY : toDecimal(money(minor ?? 0, only.currency));
  return {
    stripe_amount_paid: amount(only?.paid?.capturedMinor),
    stripe_amount_refunded: amount(only?.paid?.refundedMinor),
    stripe_refund_failed_amount: amount(only?.paid?.refundFailedMinor),
    stripe_amount_disputed: amount(only?.paid?.disputedMinor),
    stripe_amount_due: amount(only?.due?.dueMinor),
    stripe_amount_processing: amount(only?.paid?.processingMinor),
    stripe_amount_authorized: amount(only?.paid?.authorizedMinor),
    stripe_amount_paid_outside: amount(only?.due?.outsideMinor),
    stripe_first_bill_amount: optional(firstBillIn(summary, only?.currency)),
    stripe_mrr: only === undefined ? EMPTY : mrrValue(only, summary.recurring.isMetered),
  };
}

export function settlementValues(ledger: Ledger): PropertyValues {
  const final = finalSettlement(ledger);
  const amount = (minor: number | undefined): string =>
    final === undefined || minor === undefined ? EMPTY : toDecimal(money(minor, final.currency));
  return {
    stripe_gross_amount: amount(final?.grossMinor),
    stripe_fee_amount: amount(final && allFeesMinor(final)),
    stripe_net_amount: amount(final?.netMinor),
    stripe_fee_rate: (final && feeRatePercent(final)) ?? EMPTY,
  };
}

/** The amount in a currency, where nothing is in another. */
function onlyIn(amounts: readonly Money[], currency: Currency): Money | undefined {
  const filled = amounts.filter(({ minor }) => minor !== 0);
  if (filled.some((amount) => amount.currency !== currency)) return undefined;
  return filled[0] ?? money(0, currency);
}

/** What was sold, and the tax in what was kept; empty where not every payment's document states it. */
function billedValues(summary: RecordSummary): PropertyValues {
  const { ledger, billed } = summary;
  const { products, hasMoreProducts, areProductsKnown, taxBasis } = billed;
  const isStated = taxBasis === 'stated' || taxBasis === 'proportional';
  const paid = single(presentmentAmounts(summary));
  const settled = finalSettlement(ledger);
  const tax = isStated && paid ? onlyIn(billed.tax, paid.currency) : undefined;
  const settledTax =
    isStated && settled && billed.isSettledTaxKnown
      ? onlyIn(billed.settledTax, settled.currency)
      : undefined;
  const amounts = {
    stripe_tax_amount: optional(tax),
    stripe_net_after_tax:
      settled === undefined || settledTax === undefined
        ? EMPTY
        : toDecimal(subtract(money(settled.netMinor, settled.currency), settledTax)),
  };
  const names = hasMoreProducts ? [...products, '…'] : products;
  return {
    stripe_products: areProductsKnown ? names.join('\n') : EMPTY,
    ...amounts,
    stripe_tax_basis: Object.values(amounts).every((text) => text === EMPTY) ? EMPTY : taxBasis,
  };
}

export const datetimeValue = (seconds: number | null): string =>
  seconds === null ? EMPTY : isoFromEpochMs(seconds * 1_000);

/** Stripe makes funds available at midnight UTC: a day that is the same everywhere. */
export const utcDateValue = (seconds: number | null): string =>
  seconds === null ? EMPTY : isoDateFromEpochMs(seconds * 1_000);

export const dateValue = (
  seconds: number | null,
  { timeZone }: Pick<ReadFacts, 'timeZone'>,
): string => (seconds === null ? EMPTY : dayOf(seconds, timeZone));

function amountValues(summary: RecordSummary, texts: StoredTexts): PropertyValues {
  const { ledger } = summary;
  return {
    stripe_fee_status: ledger.feeStatus,
    stripe_fees_pending_count: String(summary.feesPendingCount),
    ...currencyValues(summary),
    ...presentmentValues(summary),
    ...settlementValues(ledger),
    ...billedValues(summary),
    stripe_amounts_by_currency: amountsByCurrency(summary, texts.amountsByCurrency),
    stripe_funds_available_date: utcDateValue(ledger.fundsAvailableOn),
  };
}

function recurringValues(
  { recurring, nextDueOn, nextAttemptOn }: RecordSummary,
  facts: ReadFacts,
): PropertyValues {
  const { status, nextBillingOn } = recurring;
  return {
    stripe_subscription_status: storedSubscriptionStatus(status),
    stripe_next_billing_date: dateValue(nextBillingOn, facts),
    stripe_next_due_date: dateValue(nextDueOn, facts),
    stripe_next_attempt_date: dateValue(nextAttemptOn, facts),
  };
}

/** All empty where the last movement is not known; none of a deal, which has no history. */
function movementValues(facts: ReadFacts): PropertyValues {
  const { movement, language = 'en' } = facts;
  if (movement === undefined) return {};
  const amount = single(movement?.amount ? [movement.amount] : []);
  return {
    stripe_mrr_movement: movement?.kind ?? EMPTY,
    stripe_mrr_movement_currency: currencyValue(amount),
    stripe_mrr_movement_amount: optional(amount),
    stripe_mrr_movement_date: dateValue(movement?.on ?? null, facts),
    stripe_mrr_movement_reason: movement?.texts[language]?.reason ?? EMPTY,
  };
}

/** Of a deal: empty where nothing can be compared. */
function coverageValues({ dealCoverage }: RecordSummary, facts: ReadFacts): PropertyValues {
  if (dealCoverage === null) return {};
  return {
    stripe_coverage: dealCoverage.value ?? EMPTY,
    stripe_amount_outstanding: optional(outstandingOf(dealCoverage)),
    stripe_paid_in_full_date: dateValue(dealCoverage.paidInFullOn, facts),
  };
}

/** Facts of the read that the payments themselves do not tell. */
export interface ReadFacts {
  readonly mode: 'live' | 'test';
  /** When Stripe was read, in milliseconds since the epoch. */
  readonly asOfMs: number;
  /** The account's, in which due and renewal dates are days: IANA name. */
  readonly timeZone: string;
  /** The record's last movement; null where it is not known, absent for a deal. */
  readonly movement?: ShownMovement | null;
  /** The account's; English without. */
  readonly language?: Language;
}

/** The contract's values for a complete read: all but those that people edit. */
export function propertyValues(
  summary: RecordSummary,
  facts: ReadFacts,
  texts: ValueTexts = valueTextsIn('en'),
): PropertyValues {
  const { latestFailure } = summary;
  const { mode, asOfMs } = facts;
  return {
    stripe_payment_status: summary.status,
    ...coverageValues(summary, facts),
    ...amountValues(summary, texts),
    ...recurringValues(summary, facts),
    ...movementValues(facts),
    stripe_payment_count: String(summary.paymentCount),
    stripe_free_checkout_count: String(summary.freeCheckoutCount),
    stripe_first_payment_date: datetimeValue(summary.firstPaymentOn),
    stripe_last_payment_date: datetimeValue(summary.lastPaymentOn),
    stripe_failure_reason:
      latestFailure === null ? EMPTY : declineText(latestFailure, texts).reason,
    stripe_match: summary.match,
    stripe_review_count: String(summary.needsReviewCount),
    stripe_mode: mode,
    stripe_last_synced_at: isoFromEpochMs(asOfMs),
    stripe_dispute_status: summary.disputes.status,
    stripe_dispute_due_date: dateValue(shownAnswerDue(summary), facts),
    stripe_disputes_to_answer: String(summary.disputes.toAnswerCount),
    stripe_processing_expected_date: utcDateValue(summary.expectedOn),
    stripe_authorized_until_date: dateValue(summary.authorizedUntil, facts),
    stripe_refund_failed: String(summary.hasFailedRefund),
    stripe_sync_error: EMPTY,
  };
}
