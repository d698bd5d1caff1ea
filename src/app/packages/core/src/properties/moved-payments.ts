import { fromDecimal, toDecimal } from '../money/decimal.ts';
import { formatCurrency } from '../money/format.ts';
import type { Money } from '../money/money.ts';
import type { RecordLink } from '../record/object-type.ts';
import { epochMsFromText, isoFromEpochMs } from '../time/iso.ts';

/** A payment that a person has moved from one deal to another. Both deals tell it in the same line. */
export interface MovedPayment {
  readonly id: string;
  readonly amount: Money;
  readonly atMs: number;
  readonly from: RecordLink;
  readonly to: RecordLink;
}

/** Lines of one deal. */
export const MAX_MOVED_LINES = 20;

/** In no language, since it is read again; `deal 9201 -> deal 9204` tells no names. */
const LINE =
  /^([\d-]{10}) ([\d:]{8}) UTC, (-?[\d.]+) ([A-Z]{3}), (\w{1,255}), deal (\d{1,19}) -> deal (\d{1,19})$/;

const deal = (recordId: string): RecordLink => ({ objectType: 'deal', recordId });

/** `2026-11-29 13:05:07 UTC, 1500.00 USD, ch_1Abc, deal 9201 -> deal 9204`. */
export function movedLine({ id, amount, atMs, from, to }: MovedPayment): string {
  const [day = '', time = ''] = isoFromEpochMs(atMs).split('T');
  const paid = `${toDecimal(amount)} ${formatCurrency(amount.currency)}`;
  return `${day} ${time.slice(0, 8)} UTC, ${paid}, ${id}, deal ${from.recordId} -> deal ${to.recordId}`;
}

function parsedLine(line: string): MovedPayment | undefined {
  const [, day, time, decimal = '', code = '', id = '', from = '', to = ''] = LINE.exec(line) ?? [];
  const amount = fromDecimal(decimal, code.toLowerCase());
  const atMs = epochMsFromText(`${String(day)}T${String(time)}Z`);
  if (amount === undefined || atMs === undefined) return undefined;
  return { id, amount, atMs, from: deal(from), to: deal(to) };
}

const linesIn = (text: string | null | undefined): readonly string[] =>
  (text ?? '').split('\n').filter((line) => line !== '');

/** What `stripe_moved_payments` tells, newest first; a line that is no such line is left out. */
export const movedPaymentsIn = (text: string | null | undefined): readonly MovedPayment[] =>
  linesIn(text).flatMap((line) => parsedLine(line) ?? []);

const isOfPayment =
  (id: string | undefined) =>
  (line: string): boolean =>
    parsedLine(line)?.id === id;

/**
 * The text with one more line. A payment has one line, of its last move: the same move again changes
 * nothing, also at another time.
 */
export function withMovedLine(text: string, line: string): string {
  const moved = parsedLine(line);
  const before = linesIn(text);
  const known = before.filter(isOfPayment(moved?.id)).flatMap((each) => parsedLine(each) ?? []);
  const isKnown = known.some(
    ({ from, to }) => from.recordId === moved?.from.recordId && to.recordId === moved.to.recordId,
  );
  if (isKnown || moved === undefined) return text;
  const others = before.filter((each) => !isOfPayment(moved.id)(each));
  return [...others, line].sort().reverse().slice(0, MAX_MOVED_LINES).join('\n');
}

/** The text without any line of the payment. */
export function withoutMovedLine(text: string, line: string): string {
  const isOfIt = isOfPayment(parsedLine(line)?.id);
  const before = linesIn(text);
  return before.some(isOfIt) ? before.filter((each) => !isOfIt(each)).join('\n') : text;
}
