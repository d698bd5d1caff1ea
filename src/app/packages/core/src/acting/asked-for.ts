import { mergeByCurrency } from '../money/merge-by-currency.ts';
import type { Money } from '../money/money.ts';
import { add, money } from '../money/money.ts';
import type { InvoiceStatus } from '../status/invoice-status.ts';
import { isOpenStatus } from '../status/invoice-status.ts';

/** What asks for money of a record already, also where another program made it: the customer can pay it, or is paying it. */
export interface AskedFor {
  /**
   * `invoices`: some that a sync counted, and nothing else is known of. `payment`: on its way, or reserved. `dispute`:
   * was paid, and a bank has yet to decide who has it.
   */
  readonly kind: 'invoice' | 'invoices' | 'link' | 'payment' | 'dispute';
  readonly id: string;
  /** An invoice's; null for others. */
  readonly number: string | null;
  /** What is still to come of it. */
  readonly open: Money;
  /** Seconds since the epoch. */
  readonly dueDate: number | null;
}

/** What is missing of a deal's amount, and what asks for it already. */
export interface Standing {
  /** Of the deal's amount; null where the two cannot be compared, and on a contact. */
  readonly outstanding: Money | null;
  readonly asked: readonly AskedFor[];
  /** What the customer paid and has back, in the currency of the deal: it is missing, and not theirs to pay. */
  readonly refunded: Money | null;
  /** What a bank took back for good, likewise. */
  readonly lost: Money | null;
}

/** What is asked for, a sum for each currency. @throws {UnsafeAmountError} where a sum is not exact. */
export const askedTotals = ({ asked }: Pick<Standing, 'asked'>): readonly Money[] =>
  asked.reduce<readonly Money[]>((sums, { open }) => mergeByCurrency(sums, [open], add), []);

/**
 * What nothing asks for yet, in the currency of what is outstanding: never less than nothing, and null where
 * that is not known.
 * @throws {UnsafeAmountError} where a sum is not exact.
 */
export function missingOf({ outstanding, asked, refunded, lost }: Standing): Money | null {
  if (outstanding === null) return null;
  const { currency, minor } = outstanding;
  const already = askedTotals({ asked }).find((sum) => sum.currency === currency)?.minor ?? 0;
  const returned = (refunded?.minor ?? 0) + (lost?.minor ?? 0);
  return money(Math.max(0, minor - already - returned), currency);
}

/** What a total is above what is missing; null where it is not, or they cannot be compared. */
export function excessOf(total: Money, missing: Money | null): Money | null {
  if (missing?.currency !== total.currency || total.minor <= missing.minor) return null;
  return money(total.minor - missing.minor, total.currency);
}

/** The rows of a record's view that say what is asked for. */
interface AskingRows {
  readonly summary: {
    readonly ledger: {
      readonly presentment: readonly {
        readonly currency: string;
        readonly disputedMinor: number;
        readonly lostMinor: number;
      }[];
    };
  };
  readonly invoices: readonly {
    readonly id: string;
    readonly number: string | null;
    readonly status: InvoiceStatus;
    readonly remaining: Money;
    readonly dueOn: number | null;
  }[];
  readonly payments: readonly {
    readonly id: string;
    readonly status: string;
    readonly amount: Money;
    readonly invoices: readonly { readonly id: string }[];
  }[];
}

const COMING: ReadonlySet<string> = new Set(['processing', 'authorized']);

/** Open invoices of whatever origin, payments that are on their way without one of them, and open disputes. */
export function askedInView({ invoices, payments, summary }: AskingRows): readonly AskedFor[] {
  const open = invoices.filter(
    ({ status, remaining }) => isOpenStatus(status) && remaining.minor > 0,
  );
  const openIds = new Set(open.map(({ id }) => id));
  const coming = payments.filter(
    ({ status, invoices: paid }) => COMING.has(status) && !paid.some(({ id }) => openIds.has(id)),
  );
  return [
    ...open.map(({ id, number, remaining, dueOn }): AskedFor => {
      return { kind: 'invoice', id, number, open: remaining, dueDate: dueOn };
    }),
    ...coming.map(({ id, amount }): AskedFor => {
      return { kind: 'payment', id, number: null, open: amount, dueDate: null };
    }),
    ...summary.ledger.presentment.flatMap(({ currency, disputedMinor, lostMinor }): AskedFor[] => {
      const disputed = money(disputedMinor - lostMinor, currency);
      const id = `disputes in ${currency}`;
      return disputed.minor <= 0
        ? []
        : [{ kind: 'dispute', id, number: null, open: disputed, dueDate: null }];
    }),
  ];
}

/** What of a record's payments did not stay, in the currency of the deal; null where nothing went. */
export function returnedInView(
  { summary }: Returns,
  currency: string | null,
): Pick<Standing, 'refunded' | 'lost'> {
  const totals = summary.ledger.presentment.find((each) => each.currency === currency);
  const some = (minor: number): Money | null =>
    totals === undefined || minor === 0 ? null : money(minor, totals.currency);
  return { refunded: some(totals?.refundedMinor ?? 0), lost: some(totals?.lostMinor ?? 0) };
}

interface Returns {
  readonly summary: {
    readonly ledger: {
      readonly presentment: readonly {
        readonly currency: string;
        readonly refundedMinor: number;
        readonly lostMinor: number;
      }[];
    };
  };
}

interface Request extends Omit<AskedFor, 'kind'> {
  readonly kind: 'invoice' | 'link' | 'subscription';
  readonly isRecurring: boolean;
  readonly status: string;
}

/** Of what was requested on the record, what can still be paid once. */
export const askedByRequests = (requests: readonly Request[]): readonly AskedFor[] =>
  requests.flatMap(({ kind, id, number, open, status, isRecurring, dueDate }) =>
    kind === 'subscription' || isRecurring || status !== 'open' || open.minor <= 0
      ? []
      : [{ kind, id, number, open, dueDate }],
  );
