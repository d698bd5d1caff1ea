import { taxSplitOf } from '../billing/tax.ts';
import { isCapturedPayment } from '../ledger/captures.ts';
import type { FeeKind } from '../ledger/fee-kind.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { refundsOfCaptured } from '../ledger/presentment.ts';
import type { SettlementTotals } from '../ledger/settlement.ts';
import { DELAYED_METHODS } from '../history/charge-steps.ts';
import { dashboardUrl } from '../links/dashboard-url.ts';
import { toDecimal } from '../money/decimal.ts';
import { majorExchangeRate } from '../money/exchange-rate.ts';
import { formatWithCode } from '../money/format.ts';
import type { Money } from '../money/money.ts';
import { money } from '../money/money.ts';
import type { Charge } from '../payment/charge.ts';
import { amountsByCurrency } from '../properties/amounts-by-currency.ts';
import { shownAnswerDue } from '../properties/record-amounts.ts';
import {
  currencyValues,
  dateValue,
  datetimeValue,
  finalSettlement,
  presentmentValues,
  settlementValues,
  single,
  utcDateValue,
} from '../properties/values.ts';
import { isPartlyRead, statusOfCharge } from '../status/charge-status.ts';
import { disputeSummary } from '../status/dispute-status.ts';
import { emptySummary } from '../status/summarize.ts';
import type { RecordSummary } from '../status/record-summary.ts';
import type { ValueTexts } from '../texts/function-texts.ts';
import { declineText } from '../texts/declines.ts';
import type { Language } from '../texts/language.ts';
import { later } from '../time/instants.ts';
import { plainLine } from '../untrusted/plain-text.ts';
import type { PaymentFacts, PaymentReadFacts } from './payment-facts.ts';
import type { PayoutPropertyName } from './payout-values.ts';
import { payoutValues } from './payout-values.ts';
import type { PaymentPropertyName } from './record-properties.ts';
import { RECORD_STATUSES } from './record-properties.ts';

/** Values of which a sync of one record decides its own part only (`planned-payment.ts`). */
type SyncedPropertyName =
  'stripe_deal_match' | 'stripe_contact_match' | 'stripe_company_match' | 'stripe_read_at';

/**
 * What a payment's record holds, as HubSpot stores it: '' where there is no value. The payout's values are
 * left out where payouts were not read, and are then not to be written.
 */
export type PaymentRecordValues = Readonly<
  Record<Exclude<PaymentPropertyName, PayoutPropertyName | SyncedPropertyName>, string> &
    Partial<Record<PayoutPropertyName, string>>
>;

const MAX_TEXT = 5_000;

/** One line, without what could reorder or drive what shows it. */
const lineValue = (text: string | null): string => plainLine(text ?? '', MAX_TEXT);

const amountValue = (amount: Money | undefined): string =>
  amount === undefined ? '' : toDecimal(amount);

function identityValues({ charge, payer, country, document }: PaymentFacts, language: Language) {
  const amount = money(charge.amountMinor, charge.currency);
  const [name, email] = [lineValue(payer.name), lineValue(payer.email)];
  const who = [name, email, charge.customerId ?? ''].find((text) => text !== '') ?? charge.id;
  return {
    stripe_payment_name: `${who}, ${formatWithCode(amount, language)}`,
    stripe_charge_id: charge.id,
    stripe_payment_intent_id: charge.paymentIntentId ?? '',
    stripe_customer_id: charge.customerId ?? '',
    stripe_payer_name: name,
    stripe_payer_email: email,
    stripe_description: lineValue(charge.description),
    stripe_invoice_number: lineValue(document?.invoiceNumber ?? null),
    stripe_products: [...new Set(document?.products.map(lineValue) ?? [])]
      .filter((product) => product !== '')
      .join('\n'),
    stripe_payment_method: charge.method.type,
    stripe_card_brand: charge.method.brand ?? '',
    stripe_last_four: charge.method.last4 ?? '',
    stripe_country: country ?? '',
    stripe_mode: charge.livemode ? 'live' : 'test',
  };
}

/** A charge is tried, captured and refunded at times that Stripe tells, or that stay empty. */
function timeValues(charge: Charge, { fundsAvailableOn }: Ledger) {
  const capturedOn = charge.isCapturedLater
    ? (charge.balanceTransaction?.created ?? null)
    : DELAYED_METHODS.has(charge.method.type)
      ? null
      : charge.created;
  return {
    stripe_created_date: datetimeValue(charge.created),
    stripe_captured_date: datetimeValue(isCapturedPayment(charge) ? capturedOn : null),
    stripe_funds_available_date: utcDateValue(fundsAvailableOn),
    stripe_last_refund_date: datetimeValue(
      refundsOfCaptured(charge).reduce<number | null>(
        (last, { created }) => later(last, created),
        null,
      ),
    ),
  };
}

function statusValues(charge: Charge, facts: PaymentReadFacts, texts: ValueTexts) {
  const status = statusOfCharge(charge);
  const disputes = disputeSummary([charge], facts.nowSeconds);
  const failure =
    charge.status === 'failed'
      ? (charge.failure ?? { code: null, reason: null, message: null })
      : null;
  return {
    // A status that Stripe added later is no value of the enumeration.
    stripe_payment_status: RECORD_STATUSES.find((known) => known === status) ?? '',
    stripe_decline_code: lineValue(failure?.reason ?? failure?.code ?? null),
    stripe_failure_reason: failure === null ? '' : declineText(failure, texts).reason,
    stripe_dispute_status: disputes.status,
    stripe_dispute_due_date: dateValue(shownAnswerDue({ disputes }), facts),
    stripe_refund_failed: String(
      isCapturedPayment(charge) && charge.refunds.some(({ status: each }) => each === 'failed'),
    ),
  };
}

/** Beyond what a deal has: each kind of fee, and what refunds and disputes took of the balance. */
function settlementParts(final: SettlementTotals | undefined) {
  const amount = (minorOf: (totals: SettlementTotals) => number): string =>
    final === undefined ? '' : toDecimal(money(minorOf(final), final.currency));
  const fee = (...kinds: readonly FeeKind[]): string =>
    amount(({ feesByKind }) => kinds.reduce((sum, kind) => sum + feesByKind[kind], 0));
  return {
    stripe_settled_refunds: amount(({ refundedMinor }) => refundedMinor),
    stripe_settled_disputes: amount(({ disputedMinor }) => disputedMinor),
    stripe_processing_fee: fee('processing'),
    stripe_fee_tax: fee('tax'),
    stripe_application_fee: fee('application'),
    stripe_passthrough_fee: fee('passthrough'),
    stripe_dispute_fee: fee('dispute'),
    stripe_other_fee: fee('withheld_tax', 'unclassified'),
  };
}

function taxValues({ charge, document }: PaymentFacts, { ledger }: RecordSummary) {
  const isShown = isCapturedPayment(charge) && single(ledger.presentment) !== undefined;
  const split = document === null || !isShown ? undefined : taxSplitOf(charge, document, ledger);
  const settled = finalSettlement(ledger) === undefined ? undefined : split;
  return {
    stripe_tax_amount: amountValue(split?.tax),
    stripe_paid_after_tax: amountValue(split?.paidAfterTax),
    stripe_settled_tax: amountValue(settled?.settledTax),
    stripe_net_after_tax: amountValue(settled?.netAfterTax),
  };
}

/** Of a rate so small that it would be written with an exponent. */
const RATE_DECIMALS = 12;

function exchangeRateValue({ balanceTransaction, currency }: Charge): string {
  const rate = balanceTransaction?.exchangeRate ?? null;
  if (balanceTransaction === null || rate === null) return '';
  const major = majorExchangeRate(rate, currency, balanceTransaction.currency);
  const text = String(major);
  return text.includes('e') ? major.toFixed(RATE_DECIMALS) : text;
}

function amountValues({ charge }: PaymentFacts, summary: RecordSummary, texts: ValueTexts) {
  const { ledger } = summary;
  const presentment = presentmentValues(summary);
  const settlement = settlementValues(ledger);
  return {
    ...currencyValues(summary),
    stripe_amount_paid: presentment.stripe_amount_paid ?? '',
    stripe_amount_refunded: presentment.stripe_amount_refunded ?? '',
    stripe_amount_disputed: presentment.stripe_amount_disputed ?? '',
    stripe_amount_processing: presentment.stripe_amount_processing ?? '',
    stripe_amount_authorized: presentment.stripe_amount_authorized ?? '',
    stripe_fee_status: ledger.feeStatus,
    stripe_gross_amount: settlement.stripe_gross_amount ?? '',
    stripe_fee_amount: settlement.stripe_fee_amount ?? '',
    stripe_net_amount: settlement.stripe_net_amount ?? '',
    stripe_fee_rate: settlement.stripe_fee_rate ?? '',
    stripe_exchange_rate: exchangeRateValue(charge),
    stripe_amounts_by_currency: amountsByCurrency(summary, texts.amountsByCurrency),
    ...settlementParts(finalSettlement(ledger)),
  };
}

/**
 * Every value of one payment's record, from the same sums as a deal's: those of all records of a deal
 * add up to the deal's. Nothing is estimated, and what is not known is empty.
 * @returns undefined where refunds or disputes were not read: then nothing may be written.
 * @throws {UnsafeAmountError} where an amount or a sum is not a safe integer.
 */
export function paymentRecordValues(
  facts: PaymentFacts,
  read: PaymentReadFacts,
  texts: ValueTexts,
): PaymentRecordValues | undefined {
  const { charge } = facts;
  if (isPartlyRead(charge)) return undefined;
  const ledger = ledgerOf([charge], read.nowSeconds);
  const summary: RecordSummary = { ...emptySummary, ledger };
  return {
    ...identityValues(facts, texts.language),
    stripe_url: dashboardUrl(read.account, 'payments', charge.paymentIntentId ?? charge.id) ?? '',
    ...statusValues(charge, read, texts),
    ...timeValues(charge, ledger),
    ...amountValues(facts, summary, texts),
    ...taxValues(facts, summary),
    ...payoutValues(charge, facts.payouts),
    stripe_match: facts.match,
  };
}
