import type {
  CustomerPaid,
  FeeStatus,
  FigureGroup,
  Ledger,
  Money,
  Presentation,
  PresentmentTotals,
  RecordSummary,
  RecordView,
  SettlementTotals,
} from '@stripe-payments/core';
import {
  allFeesMinor,
  dayOf,
  deniedAreas,
  money,
  shownDecline,
  shownAnswerDue,
  shownFirstBill,
  unreadFigures,
  withoutZeros,
} from '@stripe-payments/core';
import type { Churn } from './churn.ts';
import { churnOf } from './churn.ts';
import type { ShownCoverage } from './coverage.ts';

/** What customers paid in one presentment currency. */
export interface PaidFigures {
  readonly paid: Money;
  readonly refunded: Money;
  readonly disputed: Money;
  /** The part of it that is lost; null where that is not known. */
  readonly lost: Money | null;
}

/** What reached the business in one settlement currency. */
interface ReceivedFigures {
  readonly gross: Money;
  readonly fees: Money;
  readonly net: Money;
  /** The currencies of payments that Stripe converted into this one; not known from saved figures. */
  readonly convertedFrom: readonly string[];
}

/** The figures of a record, whether read from Stripe just now or saved on the record. */
export interface Figures {
  /** When Stripe was read for them, in milliseconds since the epoch; null where that is not known. */
  readonly asOfMs: number | null;
  readonly status: RecordSummary['status'];
  /** Completed checkouts that cost nothing. */
  readonly freeCheckoutCount: number;
  /** Payments that may belong here and wait for a person. */
  readonly reviewCount: number;
  readonly feeStatus: FeeStatus;
  /** `live` or `test`; another value is of a newer build, and '' is unknown. */
  readonly mode: string;
  readonly paid: readonly PaidFigures[];
  readonly received: readonly ReceivedFigures[];
  readonly isPaidInSeveral: boolean;
  readonly isReceivedInSeveral: boolean;
  /** Covered on invoices without a payment of Stripe's, an amount a currency. */
  readonly outside: readonly Money[];
  /** What customers saw and paid where Stripe converted the price; not known from saved figures. */
  readonly customerPaid: readonly CustomerPaid[];
  /** Null on other records, and where nothing is compared. */
  readonly coverage: ShownCoverage | null;
  /** What was paid in other currencies than the deal's. */
  readonly others: readonly Money[];
  /** On its way, and reserved: an amount a currency. */
  readonly processing: readonly Money[];
  readonly authorized: readonly Money[];
  /** Open on invoices, an amount a currency. */
  readonly due: readonly Money[];
  /** Monthly recurring revenue, an amount a currency. */
  readonly recurring: readonly Money[];
  /** Figures that are not known, since a list could not be read. */
  readonly unread: readonly FigureGroup[];
  /** What the key may not read, by Stripe's names. */
  readonly denied: readonly string[];
  /** False where a read had problems or is not finished: some payments may be missing. */
  readonly isComplete: boolean;
  /** Saved figures of several currencies exist as text only, one line a currency. */
  readonly lines: readonly string[];
  /** Milliseconds since the epoch. */
  readonly fundsAvailableMs: number | null;
  /** The value of `stripe_dispute_status`, or of a newer build. */
  readonly dispute: string;
  /** How many wait for an answer; 1 where only that one does is known. */
  readonly disputesToAnswer: number;
  /** The value of `stripe_subscription_status`, or of a newer build. */
  readonly subscription: string;
  readonly hasFailedRefund: boolean;
  /** What of refunds is back in the balance, an amount a currency. */
  readonly failedRefunds: readonly Money[];
  /** Of the latest attempt, in words; '' where it did not fail. */
  readonly failureReason: string;
  /** What to do about it; '' where it did not fail. */
  readonly failureNextStep: string;
  readonly churn: Churn | null;
  /** The first bill after a trial; null where none is next, or it is not known. */
  readonly firstBill: Money | null;
  /** True where a customer is linked or a payment assigned. */
  readonly hasLinks: boolean;
  /** Payments whose fee is not known yet; null where only the total is known. */
  readonly pendingCount: number | null;
  readonly paymentCount: number;
  /** True where a sync has saved what it knows of payouts: only a sync asks for them. */
  readonly arePayoutsSaved: boolean;
  /** What payouts have brought of the net; null where that is not known. */
  readonly netPaidOut: Money | null;
  readonly days: Days;
}

/** Days as the account counts them: `2026-12-01`; null where there is none, or it is not known. */
interface Days {
  /** When the next invoice is due. */
  readonly due: string | null;
  /** When a dispute or inquiry must be answered. */
  readonly dispute: string | null;
  /** When an authorization expires. */
  readonly capture: string | null;
  /** When what is on its way is available. */
  readonly expected: string | null;
  /** When a subscription is billed next. */
  readonly renewal: string | null;
  /** When Stripe tries again to collect what is overdue. */
  readonly retry: string | null;
  /** When the last of the net was paid out, when it is expected, and when the last payout of a part came. */
  readonly paidOut: string | null;
  readonly payout: string | null;
  readonly lastPayout: string | null;
}

function paidFigures(totals: PresentmentTotals): PaidFigures {
  const amount = (minor: number): Money => money(minor, totals.currency);
  return {
    paid: amount(totals.capturedMinor),
    refunded: amount(totals.refundedMinor),
    disputed: amount(totals.disputedMinor),
    lost: amount(totals.lostMinor),
  };
}

function receivedFigures(
  totals: SettlementTotals,
  payments: RecordView['payments'],
): ReceivedFigures {
  const { currency } = totals;
  const amount = (minor: number): Money => money(minor, currency);
  const origins = payments
    .filter(({ settlement }) => settlement.some((part) => part.currency === currency))
    .map((payment) => payment.amount.currency);
  return {
    convertedFrom: [...new Set(origins)].filter((origin) => origin !== currency).sort(),
    gross: amount(totals.grossMinor),
    fees: amount(allFeesMinor(totals)),
    net: amount(totals.netMinor),
  };
}

const inMs = (seconds: Ledger['fundsAvailableOn']): number | null =>
  seconds === null ? null : seconds * 1_000;

function daysOf({ summary }: RecordView, timeZone: string): Days {
  const day = (seconds: number | null): string | null =>
    seconds === null ? null : dayOf(seconds, timeZone);
  return {
    due: day(summary.nextDueOn),
    dispute: day(shownAnswerDue(summary)),
    capture: day(summary.authorizedUntil),
    renewal: day(summary.recurring.nextBillingOn),
    retry: day(summary.nextAttemptOn),
    paidOut: null,
    payout: null,
    lastPayout: null,
    // Stripe makes funds available at midnight UTC.
    expected: summary.expectedOn === null ? null : dayOf(summary.expectedOn, 'UTC'),
  };
}

function coverageOf({ summary }: RecordView): ShownCoverage | null {
  const { value = null, paid = null, amount = null } = summary.dealCoverage ?? {};
  return value === null || paid === null || amount === null ? null : { value, paid, amount };
}

const amountsOf = (
  totals: readonly PresentmentTotals[],
  key: 'processingMinor' | 'authorizedMinor' | 'refundFailedMinor',
): readonly Money[] =>
  totals.filter((each) => each[key] !== 0).map((each) => money(each[key], each.currency));

export function figuresOfView(view: RecordView, { language, timeZone }: Presentation): Figures {
  const { summary, mode, problems, continuation } = view;
  const { ledger, due, recurring, latestFailure } = summary;
  const tried = withoutZeros(ledger.presentment).map(paidFigures);
  const brought = tried.filter(({ paid, refunded, disputed }) =>
    [paid, refunded, disputed].some(({ minor }) => minor !== 0),
  );
  const settlement = withoutZeros(ledger.settlement);
  const decline = latestFailure && shownDecline(view, latestFailure, language);
  return {
    asOfMs: view.asOfMs,
    status: summary.status,
    freeCheckoutCount: summary.freeCheckoutCount,
    reviewCount: summary.needsReviewCount,
    feeStatus: ledger.feeStatus,
    mode,
    paid: brought.length > 0 ? brought : tried,
    received: settlement.map((totals) => receivedFigures(totals, view.payments)),
    isPaidInSeveral: brought.length > 1,
    isReceivedInSeveral: settlement.length > 1,
    customerPaid: ledger.customerPaid,
    outside: due
      .filter(({ outsideMinor }) => outsideMinor !== 0)
      .map(({ outsideMinor, currency }) => money(outsideMinor, currency)),
    coverage: coverageOf(view),
    others: summary.dealCoverage?.others ?? [],
    processing: amountsOf(ledger.presentment, 'processingMinor'),
    authorized: amountsOf(ledger.presentment, 'authorizedMinor'),
    due: due
      .filter(({ dueMinor }) => dueMinor !== 0)
      .map(({ dueMinor, currency }) => money(dueMinor, currency)),
    recurring: withoutZeros(recurring.mrr),
    unread: unreadFigures(problems),
    denied: deniedAreas(problems),
    isComplete: problems.length === 0 && continuation === null,
    lines: [],
    fundsAvailableMs: inMs(ledger.fundsAvailableOn),
    dispute: summary.disputes.status,
    disputesToAnswer: summary.disputes.toAnswerCount,
    subscription: recurring.status,
    hasFailedRefund: summary.hasFailedRefund,
    failedRefunds: amountsOf(ledger.presentment, 'refundFailedMinor'),
    failureReason: decline?.reason ?? '',
    failureNextStep: decline?.nextStep ?? '',
    churn: churnOf(view.movement, timeZone),
    firstBill: shownFirstBill(summary) ?? null,
    hasLinks: view.linkedCustomerIds.length > 0 || view.assignedIds.length > 0,
    pendingCount: summary.feesPendingCount,
    paymentCount: summary.paymentCount,
    arePayoutsSaved: false,
    netPaidOut: null,
    days: daysOf(view, timeZone),
  };
}
