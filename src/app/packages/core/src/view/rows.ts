import { isCapturedPayment } from '../ledger/captures.ts';
import { awayMinor, isOpenDispute } from '../ledger/dispute-money.ts';
import { balanceTransactionsOf, feeStatusOfCharge } from '../ledger/fee-status.ts';
import { refundsOfCaptured } from '../ledger/presentment.ts';
import { settlementLedger } from '../ledger/settlement.ts';
import { lineName } from '../billing/billing-document.ts';
import type { Reason } from '../matching/match.ts';
import type { Relations } from '../matching/relations.ts';
import { money } from '../money/money.ts';
import { endsOn, renewsOn } from '../mrr/billing-dates.ts';
import { isRunningDiscount } from '../mrr/discounts.ts';
import { monthlyRevenue } from '../mrr/monthly-revenue.ts';
import type { Charge, Refund } from '../payment/charge.ts';
import type { Checkout } from '../payment/checkout.ts';
import type { Invoice } from '../payment/invoice.ts';
import type { Subscription, SubscriptionItem } from '../payment/subscription.ts';
import { isPartlyRead, statusOfCharge } from '../status/charge-status.ts';
import { paidOutside } from '../status/paid-outside.ts';
import { isOpenStatus, statusOfInvoice } from '../status/invoice-status.ts';
import { statusOfSubscription } from '../mrr/subscription-status.ts';
import type {
  CustomerRef,
  DisputeFacts,
  FreeCheckoutRow,
  InvoiceRef,
  InvoiceRow,
  PaymentRow,
  SubscriptionItemRow,
  SubscriptionRow,
} from '../contract/rows.ts';

/** Who pays; by id alone where the customer was not read, null for a guest. */
export function customerRef(customerId: string | null, relations: Relations): CustomerRef | null {
  if (customerId === null) return null;
  const customer = relations.customer(customerId);
  return { id: customerId, name: customer?.name ?? null, email: customer?.email ?? null };
}

/** Descriptions of an invoice's lines, each once. */
function lineDescriptions({ lines }: Invoice): readonly string[] {
  const descriptions = lines.flatMap(({ description }) =>
    description === null || description === '' ? [] : [lineName(description)],
  );
  return [...new Set(descriptions)];
}

function invoiceRef(invoice: Invoice): InvoiceRef {
  const { id, number, hasMoreLines } = invoice;
  return { id, number, lines: lineDescriptions(invoice), hasMoreLines };
}

/** Of several disputes the open one, else the one whose money is away, else the one that asks for an answer, else the first. */
function primaryDispute({ disputes }: Charge): DisputeFacts | null {
  const dispute =
    disputes.find(isOpenDispute) ??
    disputes.find((each) => awayMinor(each) > 0) ??
    disputes.find(({ status }) => status === 'warning_needs_response') ??
    disputes[0];
  if (dispute === undefined) return null;
  const { status, reason, evidenceDueBy } = dispute;
  return { status, reason, evidenceDueBy };
}

const sumOf = (refunds: readonly Refund[]): number =>
  refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** A payment as the card shows it. */
export function paymentRow(
  charge: Charge,
  reason: Reason,
  relations: Relations,
  nowSeconds: number,
): PaymentRow {
  const { currency, passedOnMinor } = charge;
  const isCaptured = isCapturedPayment(charge);
  const failedRefunds = charge.refunds.filter(({ status }) => status === 'failed');
  return {
    id: charge.id,
    paymentIntentId: charge.paymentIntentId,
    created: charge.created,
    description: charge.description,
    status: statusOfCharge(charge),
    amount: money(charge.amountMinor, currency),
    captured: money(isCaptured ? charge.amountCapturedMinor : 0, currency),
    passedOn: isCaptured && passedOnMinor !== null ? money(passedOnMinor, currency) : null,
    refunded: money(sumOf(refundsOfCaptured(charge)), currency),
    refundFailed: money(sumOf(failedRefunds), currency),
    unapplied: money(charge.unappliedMinor, currency),
    customerPaid: charge.customerPaid,
    hubSpotRecord: charge.hubSpotPayment?.record ?? null,
    feeStatus: feeStatusOfCharge(charge, nowSeconds),
    settlement: isPartlyRead(charge) ? [] : settlementLedger(balanceTransactionsOf(charge)).totals,
    exchangeRate: charge.balanceTransaction?.exchangeRate ?? null,
    method: charge.method,
    failure: charge.failure,
    dispute: primaryDispute(charge),
    customer: customerRef(charge.customerId, relations),
    billing: charge.billing,
    invoices: relations.invoicesOfCharge(charge).map(invoiceRef),
    reason,
  };
}

export function invoiceRow(
  invoice: Invoice,
  reason: Reason,
  relations: Relations,
  nowSeconds: number,
): InvoiceRow {
  const { id, number, currency, created, attemptCount, hostedUrl, pdfUrl, hasMoreLines } = invoice;
  return {
    id,
    number,
    status: statusOfInvoice(invoice, relations.chargesOfInvoice(invoice), nowSeconds),
    created,
    total: money(invoice.totalMinor, currency),
    paid: money(invoice.amountPaidMinor, currency),
    remaining: money(invoice.amountRemainingMinor, currency),
    credited: money(invoice.creditedMinor, currency),
    paidOutside: money(paidOutside(invoice), currency),
    dueOn: invoice.dueDate,
    nextAttemptOn: invoice.nextPaymentAttempt,
    attemptCount,
    hostedUrl,
    pdfUrl,
    lines: lineDescriptions(invoice),
    hasMoreLines,
    customer: customerRef(invoice.customerId, relations),
    reason,
  };
}

const isOpen = ({ status }: InvoiceRow): boolean => isOpenStatus(status);

/** What still has to be paid first; the order that the rows have stays otherwise. */
export function openFirst(rows: readonly InvoiceRow[]): readonly InvoiceRow[] {
  return [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))];
}

function itemRow({ price, quantity }: SubscriptionItem): SubscriptionItemRow {
  const { name, usageType, unitAmountDecimal, currency, interval, intervalCount } = price;
  return {
    name,
    quantity,
    isMetered: usageType === 'metered',
    unitAmountDecimal,
    currency,
    interval,
    intervalCount,
  };
}

function hasDiscount({ discounts, items }: Subscription, nowSeconds: number): boolean {
  return [...discounts, ...items.flatMap((item) => item.discounts)].some((discount) =>
    isRunningDiscount(discount, nowSeconds),
  );
}

export function subscriptionRow(
  subscription: Subscription,
  reason: Reason,
  relations: Relations,
  nowSeconds: number,
): SubscriptionRow {
  const { id, created, items, trialEnd, isCollectionPaused, customerId } = subscription;
  const { mrr, isMetered } = monthlyRevenue(subscription, nowSeconds);
  return {
    id,
    status: statusOfSubscription(subscription),
    created,
    mrr: money(mrr.minor, mrr.currency),
    isMetered,
    items: items.map(itemRow),
    hasDiscount: hasDiscount(subscription, nowSeconds),
    renewsOn: renewsOn(subscription),
    endsOn: endsOn(subscription),
    startsOn: subscription.startsOn,
    trialEndsOn: trialEnd,
    isCollectionPaused,
    customer: customerRef(customerId, relations),
    reason,
  };
}

/** Undefined for one without an amount: in setup mode nothing is bought. */
export function freeCheckoutRow(checkout: Checkout, reason: Reason): FreeCheckoutRow | undefined {
  const { id, created, amountMinor, currency, name, email, subscriptionId } = checkout;
  if (amountMinor === null || currency === null) return undefined;
  return { id, created, amount: money(amountMinor, currency), name, email, subscriptionId, reason };
}
