import type {
  AskedPayment,
  AskedSubject,
  Currency,
  LinesOfItems,
  Money,
  RequestLine,
} from '@stripe-payments/core';
import {
  fromDecimal,
  isKnownCurrency,
  isTooSmall,
  lineLabel,
  lineOfAmount,
  linesOfItems,
  partOf,
  totalOf,
} from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { DealMoney } from './acted-record.ts';
import type { ActingPorts } from './acting-ports.ts';

/** Stripe's limits for the lines of a payment link, and of one call that adds lines to an invoice. */
const MAX_LINES: Readonly<Record<AskedPayment['method'], number>> = { link: 20, invoice: 250 };

/** What a request asks for. */
export interface Subject {
  readonly lines: readonly RequestLine[];
  readonly total: Money;
  readonly recurring: readonly RequestLine[];
}

/** What the lines are made of, as it is now. */
export interface SubjectFacts {
  readonly deal: DealMoney;
  /** Of a deal: what its lines of one amount are called. */
  readonly name: string;
  /** Read where they are needed. */
  readonly items: LinesOfItems | null;
}

/** @throws {SyncError} `no-currency` */
function currencyOf({ currency }: DealMoney): Currency {
  if (currency === null) throw new SyncError('no-currency');
  return currency;
}

/** The deal's line items. @throws {SyncError} `no-currency`, the read's codes. */
export async function readLines(
  { crm }: Pick<ActingPorts, 'crm'>,
  dealId: string,
  deal: Promise<DealMoney>,
): Promise<LinesOfItems> {
  const [items, money] = await Promise.all([crm.lineItems(dealId), deal]);
  return linesOfItems(items, currencyOf(money));
}

/** True where the subject is made of line items, or may be. */
export const needsLines = (subject: AskedSubject): boolean =>
  subject.kind === 'lines' || subject.kind === 'deposit';

/** @throws {SyncError} `no-line-items`, `line-items-unusable` */
function usableLines(items: LinesOfItems | null): readonly RequestLine[] {
  const refused = items?.refused.filter(({ isRecurring }) => !isRecurring) ?? [];
  if (refused.length > 0) {
    const detail = refused.map(({ label, why }) => `${label}: ${why}`).join('; ');
    throw new SyncError('line-items-unusable', { detail });
  }
  if (items === null || items.lines.length === 0) throw new SyncError('no-line-items');
  return items.lines;
}

/** Of the deal's amount, or of its line items where it has none. @throws {SyncError} */
function depositLine(percent: string, { deal, name, items }: SubjectFacts): RequestLine {
  const lines = items?.lines ?? [];
  const ofLines = (): Money => totalOf(usableLines(items), currencyOf(deal));
  const whole = deal.amount ?? (lines.length > 0 ? ofLines() : null);
  if (whole === null) throw new SyncError('no-deal-amount');
  const part = partOf(whole, percent);
  if (part === undefined) throw new SyncError('amount-invalid');
  return lineOfAmount(`${name} (${percent}%)`, part);
}

function linesOf(subject: AskedSubject, facts: SubjectFacts): readonly RequestLine[] {
  switch (subject.kind) {
    case 'lines':
      return usableLines(facts.items);
    case 'deposit':
      return [depositLine(subject.percent, facts)];
    case 'outstanding': {
      const { outstanding } = facts.deal;
      if (outstanding === null || outstanding.minor <= 0)
        throw new SyncError('nothing-outstanding');
      return [lineOfAmount(facts.name, outstanding)];
    }
    case 'amount': {
      if (!isKnownCurrency(subject.currency)) throw new SyncError('currency-unknown');
      const amount = fromDecimal(subject.amount, subject.currency);
      if (amount === undefined || amount.minor <= 0) throw new SyncError('amount-invalid');
      return [lineOfAmount(lineLabel(subject.description, facts.name), amount)];
    }
  }
}

/**
 * The lines of what is asked for and their total.
 * @throws {SyncError} where there is nothing to ask for, or nothing that Stripe would take.
 */
export function subjectOf(asked: AskedPayment, facts: SubjectFacts): Subject {
  const lines = linesOf(asked.subject, facts);
  const [first] = lines;
  if (first === undefined) throw new SyncError('no-line-items');
  if (lines.length > MAX_LINES[asked.method]) throw new SyncError('too-many-lines');
  const total = totalOf(lines, first.total.currency);
  if (isTooSmall(total)) throw new SyncError('amount-too-small');
  return { lines, total, recurring: facts.items?.recurring ?? [] };
}
