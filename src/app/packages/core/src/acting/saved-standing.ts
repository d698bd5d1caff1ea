import { fromDecimal } from '../money/decimal.ts';
import { mergeByCurrency } from '../money/merge-by-currency.ts';
import type { Money } from '../money/money.ts';
import { add, money, negate } from '../money/money.ts';
import { storedAmount } from '../properties/amounts-by-currency.ts';
import { coverageValueOf, NOT_COMPARABLE, outstandingOf } from '../status/deal-coverage.ts';
import { epochMsFromText } from '../time/iso.ts';
import type { AskedFor, Standing } from './asked-for.ts';

/** The properties from which a sync says what is outstanding, and what asks for it. */
export const STANDING_PROPERTIES = [
  'stripe_currency',
  'stripe_amounts_by_currency',
  'stripe_amount_outstanding',
  'stripe_amount_paid',
  'stripe_amount_refunded',
  'stripe_amount_disputed',
  'stripe_amount_due',
  'stripe_amount_processing',
  'stripe_amount_authorized',
  'stripe_amount_paid_outside',
  'stripe_dispute_status',
  'stripe_review_count',
  'stripe_last_synced_at',
  'stripe_sync_error',
] as const;

type Stored = Readonly<Record<string, string | null | undefined>>;

/** An invoice that can still be paid, as Stripe has it now. */
export interface OpenInvoice extends Omit<AskedFor, 'kind'> {
  /** Seconds since the epoch; null where Stripe does not say. */
  readonly created: number | null;
  /** True where its metadata names the record; false for another one of a linked customer. */
  readonly isNamed: boolean;
}

/** What the figures of the last sync say. */
export interface SavedStanding extends Standing {
  /** Payments that may be the record's, and wait for a person. */
  readonly reviewCount: number;
}

/** For so long a sync's figures are shown as those of now. */
const CURRENT_FOR_MS = 300_000;

/** The longest time from what a sync read to what it wrote. */
const SYNC_TAKES_MS = 20_000;

/** True where a sync ended a moment ago, and nothing was changed in HubSpot since. All in milliseconds since the epoch. */
export function isOfLastSync(
  syncedAtMs: number | undefined,
  modifiedAtMs: number | undefined,
  nowMs: number,
): boolean {
  if (syncedAtMs === undefined || modifiedAtMs === undefined) return false;
  const ageMs = nowMs - syncedAtMs;
  return modifiedAtMs - syncedAtMs <= SYNC_TAKES_MS && ageMs >= 0 && ageMs < CURRENT_FOR_MS;
}

/** Of one currency a property, of several the lines. */
function amountsOf(
  stored: Stored,
  name: (typeof STANDING_PROPERTIES)[number],
  inLines: Parameters<typeof storedAmount>[1],
): readonly Money[] {
  const currency = (stored['stripe_currency'] ?? '').toLowerCase();
  const lines = (stored['stripe_amounts_by_currency'] ?? '').split('\n');
  const amounts =
    currency === ''
      ? lines.map((line) => storedAmount(line, inLines))
      : [fromDecimal(stored[name] ?? '', currency)];
  return amounts.filter((amount) => amount !== undefined).filter(({ minor }) => minor !== 0);
}

const sumIn = (amounts: readonly Money[], currency: string): number =>
  amounts.reduce((sum, each) => (each.currency === currency ? sum + each.minor : sum), 0);

/** Compared with the amount that the deal has now, where what was paid is saved in its currency. */
function outstandingIn(stored: Stored, amount: Money | null): Money | null {
  if (amount === null) return null;
  const { currency } = amount;
  const saved = fromDecimal(stored['stripe_amount_outstanding'] ?? '', currency);
  if (saved === undefined) return null;
  if ((stored['stripe_currency'] ?? '').toLowerCase() !== currency) return saved;
  const of = (name: string) => fromDecimal(stored[name] ?? '', currency) ?? money(0, currency);
  const kept = [
    of('stripe_amount_paid'),
    of('stripe_amount_paid_outside'),
    negate(of('stripe_amount_refunded')),
    negate(of('stripe_amount_disputed')),
  ].reduce(add);
  return outstandingOf({
    ...NOT_COMPARABLE,
    value: coverageValueOf(amount, kept),
    amount,
    paid: kept,
  });
}

/**
 * The open invoices that ask the record. Of one that names no record only a sync knows whether it is another
 * deal's: those from before the sync count one by one where the sum that was saved has room for all, and else as
 * the rest of that sum.
 */
function invoicesAsked(
  open: readonly OpenInvoice[],
  due: readonly Money[],
  synced: { readonly atMs: number | null; readonly isCurrent: boolean },
): readonly AskedFor[] {
  const { atMs, isCurrent } = synced;
  const asked = ({ id, number, open: rest, dueDate }: OpenInvoice): AskedFor => {
    return { kind: 'invoice', id, number, open: rest, dueDate };
  };
  const currencies = new Set(
    [...open.map((each) => each.open), ...due].map((each) => each.currency),
  );
  return [...currencies].flatMap((currency): readonly AskedFor[] => {
    const here = open.filter((each) => each.open.currency === currency);
    const isLater = ({ created }: OpenInvoice): boolean =>
      atMs === null || (created !== null && created * 1_000 > atMs);
    const sure = here.filter((each) => each.isNamed || isLater(each));
    const unsure = here.filter((each) => !sure.includes(each));
    const before = sure.filter((each) => !isLater(each)).map((each) => each.open);
    const room = sumIn(due, currency) - sumIn(before, currency);
    const possible = sumIn(
      unsure.map((each) => each.open),
      currency,
    );
    const counted = possible <= room ? unsure : [];
    const rest = room - (possible <= room ? possible : 0);
    // What an older sync saved may be paid since.
    const isKnown = rest > 0 && (isCurrent || possible > room);
    const others: AskedFor = {
      ...{ kind: 'invoices', id: `invoices in ${currency}`, number: null },
      ...{ open: money(Math.max(0, rest), currency), dueDate: null },
    };
    return [...[...sure, ...counted].map(asked), ...(isKnown ? [others] : [])];
  });
}

/** What is on its way or reserved, beyond what pays one of the open invoices: a debit of one is both. */
function comingAsked(stored: Stored, invoices: readonly AskedFor[]): readonly AskedFor[] {
  const coming = [
    ...amountsOf(stored, 'stripe_amount_processing', 'processing'),
    ...amountsOf(stored, 'stripe_amount_authorized', 'authorized'),
  ].reduce<readonly Money[]>((sums, each) => mergeByCurrency(sums, [each], add), []);
  return coming.flatMap(({ currency, minor }): readonly AskedFor[] => {
    const open = invoices.map((each) => each.open);
    const rest = money(Math.max(0, minor - sumIn(open, currency)), currency);
    const id = `payments in ${currency}`;
    return rest.minor === 0
      ? []
      : [{ kind: 'payment', id, number: null, open: rest, dueDate: null }];
  });
}

const OPEN_DISPUTES: ReadonlySet<string> = new Set(['needs_response', 'under_review']);

/** False where a whole sync found nothing that could be refunded: nothing was paid, or none of it stayed. */
export function mayHaveRefundable(stored: Stored): boolean {
  const isWhole =
    epochMsFromText(stored['stripe_last_synced_at'] ?? '') !== undefined &&
    (stored['stripe_sync_error'] ?? '') === '';
  // Without its properties a sync says nothing.
  const isSaved = Object.hasOwn(stored, 'stripe_amount_paid');
  if (!isWhole || !isSaved) return true;
  const paid = amountsOf(stored, 'stripe_amount_paid', 'paid');
  const refunded = amountsOf(stored, 'stripe_amount_refunded', 'refunded');
  return paid.some(({ currency, minor }) => minor > sumIn(refunded, currency));
}

/** What the last sync saved, with the invoices that are open now. */
export function savedStanding(
  stored: Stored,
  amount: Money | null,
  open: readonly OpenInvoice[],
  isCurrent: boolean,
): SavedStanding {
  const atMs = epochMsFromText(stored['stripe_last_synced_at'] ?? '') ?? null;
  const due = amountsOf(stored, 'stripe_amount_due', 'due');
  const invoices = invoicesAsked(open, due, { atMs, isCurrent });
  const isDisputed = OPEN_DISPUTES.has(stored['stripe_dispute_status'] ?? '');
  const inDisputes = amountsOf(stored, 'stripe_amount_disputed', 'disputed');
  const disputed = isDisputed ? inDisputes : [];
  const inDeal = (amounts: readonly Money[]): Money | null => {
    const minor = amount === null ? 0 : sumIn(amounts, amount.currency);
    return amount === null || minor === 0 ? null : money(minor, amount.currency);
  };
  return {
    outstanding: outstandingIn(stored, amount),
    asked: [
      ...invoices,
      ...comingAsked(stored, invoices),
      ...disputed.map((each): AskedFor => {
        const id = `disputes in ${each.currency}`;
        return { kind: 'dispute', id, number: null, open: each, dueDate: null };
      }),
    ],
    refunded: inDeal(amountsOf(stored, 'stripe_amount_refunded', 'refunded')),
    lost: isDisputed ? null : inDeal(inDisputes),
    reviewCount: Number(stored['stripe_review_count'] ?? '') || 0,
  };
}
