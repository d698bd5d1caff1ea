import type {
  AskedPayment,
  AskedSubject,
  Currency,
  LinesOfItems,
  Money,
  PlannedCycle,
  RecurringRequestLine,
  RefusedLine,
  RequestLine,
} from '@stripe-payments/core';
import {
  fromDecimal,
  amountMistake,
  fieldMistake,
  isKnownCurrency,
  lineLabel,
  lineOfAmount,
  linesOfItems,
  partOf,
  totalOf,
} from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { DealMoney } from './acted-record.ts';
import type { ActingPorts } from './acting-ports.ts';

/** A request that is paid once. */
type AskedOnce = Extract<AskedPayment, { readonly method: 'link' | 'invoice' }>;

/** Stripe's limits for the lines of a payment link, and of one call that adds lines to an invoice. */
const MAX_LINES: Readonly<Record<AskedOnce['method'], number>> = { link: 20, invoice: 250 };

/** What a request asks for. */
export interface Subject {
  /** Paid once: of a subscription, with its first invoice. */
  readonly lines: readonly RequestLine[];
  /** Of a subscription with one interval of what recurs. */
  readonly total: Money;
  /** Not asked for. */
  readonly recurring: readonly RecurringRequestLine[];
  /** Null for what is paid once. */
  readonly cycle: PlannedCycle | null;
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
export function currencyOf({ currency }: DealMoney): Currency {
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
  subject.kind === 'lines' || subject.kind === 'deposit' || subject.kind === 'recurring-lines';

/** @throws {SyncError} `line-items-unusable` where a line that is needed was refused. */
export function checkUsable(
  items: LinesOfItems | null,
  isNeeded: (line: RefusedLine) => boolean,
): void {
  const refused = items?.refused.filter(isNeeded) ?? [];
  if (refused.length === 0) return;
  const detail = refused.map(({ label, why }) => `${label}: ${why}`).join('; ');
  throw new SyncError('line-items-unusable', { detail });
}

/** @throws {SyncError} `no-line-items`, `line-items-unusable` */
function usableLines(items: LinesOfItems | null): readonly RequestLine[] {
  checkUsable(items, ({ isRecurring }) => !isRecurring);
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
  if (part === undefined) throw new SyncError('percent-invalid');
  return lineOfAmount(`${name} (${percent}%)`, part);
}

/** @throws {SyncError} with the code of the first field that Stripe would not take. */
export function checkFields(asked: AskedPayment): void {
  const mistake = fieldMistake(asked);
  if (mistake !== undefined) throw new SyncError(mistake);
}

/** @throws {SyncError} where Stripe would not take it. */
export function checkAmount(amount: Money): void {
  const mistake = amountMistake(amount);
  if (mistake !== undefined) throw new SyncError(mistake);
}

/** @throws {SyncError} `currency-unknown`, `amount-invalid` */
export function amountLine(
  subject: Pick<
    Extract<AskedSubject, { readonly kind: 'amount' }>,
    'amount' | 'currency' | 'description'
  >,
  name: string,
): RequestLine {
  if (!isKnownCurrency(subject.currency)) throw new SyncError('currency-unknown');
  const amount = fromDecimal(subject.amount, subject.currency);
  if (amount === undefined || amount.minor <= 0) throw new SyncError('amount-invalid');
  const { description } = subject;
  return lineOfAmount(description === undefined ? name : lineLabel(description, name), amount);
}

function linesOf(subject: AskedOnce['subject'], facts: SubjectFacts): readonly RequestLine[] {
  switch (subject.kind) {
    case 'lines':
      return usableLines(facts.items);
    case 'deposit':
      return [depositLine(subject.percent, facts)];
    case 'amount':
      return [amountLine(subject, facts.name)];
  }
}

/**
 * The lines of what is asked for once, and their total.
 * @throws {SyncError} where there is nothing to ask for, or nothing that Stripe would take.
 */
export function subjectOf(asked: AskedOnce, facts: SubjectFacts): Subject {
  const lines = linesOf(asked.subject, facts);
  const [first] = lines;
  if (first === undefined) throw new SyncError('no-line-items');
  if (lines.length > MAX_LINES[asked.method]) throw new SyncError('too-many-lines');
  const total = totalOf(lines, first.total.currency);
  checkAmount(total);
  return { lines, total, recurring: facts.items?.recurring ?? [], cycle: null };
}
