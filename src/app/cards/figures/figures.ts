import type {
  CustomerPaid,
  FeeStatus,
  FigureGroup,
  Ledger,
  Money,
  PresentmentTotals,
  RecordSummary,
  RecordView,
  SettlementTotals,
} from '@stripe-payments/core';
import {
  allFeesMinor,
  deniedAreas,
  money,
  unreadFigures,
  withoutZeros,
} from '@stripe-payments/core';

/** What customers paid in one presentment currency. */
export interface PaidFigures {
  readonly paid: Money;
  readonly refunded: Money;
  readonly disputed: Money;
}

/** What reached the business in one settlement currency. */
interface ReceivedFigures {
  readonly gross: Money;
  readonly fees: Money;
  readonly net: Money;
}

/** The figures of a record, whether read from Stripe just now or saved on the record. */
export interface Figures {
  readonly status: RecordSummary['status'];
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
  /** Open on invoices, an amount a currency. */
  readonly due: readonly Money[];
  /** Monthly recurring revenue, an amount a currency. */
  readonly recurring: readonly Money[];
  /** Figures that are not known, since a list could not be read. */
  readonly unread: readonly FigureGroup[];
  /** What the key may not read, by Stripe's names. */
  readonly denied: readonly string[];
  /** False where a read had problems, is not finished or left payments to a person: some may be missing. */
  readonly isComplete: boolean;
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

export function figuresOfView(view: RecordView): Figures {
  const { summary, mode, problems, needsReview, continuation } = view;
  const { ledger, due, recurring } = summary;
  const presentment = withoutZeros(ledger.presentment);
  const settlement = withoutZeros(ledger.settlement);
  return {
    status: summary.status,
    feeStatus: ledger.feeStatus,
    mode,
    paid: presentment.map(paidFigures),
    received: settlement.map(receivedFigures),
    isPaidInSeveral: presentment.length > 1,
    isReceivedInSeveral: settlement.length > 1,
    customerPaid: ledger.customerPaid,
    outside: due
      .filter(({ outsideMinor }) => outsideMinor !== 0)
      .map(({ outsideMinor, currency }) => money(outsideMinor, currency)),
    due: due.map(({ dueMinor, currency }) => money(dueMinor, currency)),
    recurring: withoutZeros(recurring.mrr),
    unread: unreadFigures(problems),
    denied: deniedAreas(problems),
    isComplete: problems.length === 0 && needsReview.length === 0 && continuation === null,
    lines: [],
    fundsAvailableMs: inMs(ledger.fundsAvailableOn),
  };
}
