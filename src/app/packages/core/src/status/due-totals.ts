import type { Currency } from '../money/currency.ts';
import { mergeByCurrency } from '../money/merge-by-currency.ts';
import { money } from '../money/money.ts';
import type { Relations } from '../matching/relations.ts';
import type { Invoice } from '../payment/invoice.ts';
import { earlier } from '../time/instants.ts';
import { isOpenStatus, statusOfInvoice } from './invoice-status.ts';
import { outsideReceipts, paidOutside } from './paid-outside.ts';

type InvoiceRelations = Pick<Relations, 'chargesOfInvoice'>;

/** What invoices in one currency still ask for, and what covers them without a payment; minor units. */
export interface DueTotals {
  readonly currency: Currency;
  readonly dueMinor: number;
  /** The part of it that is past due. */
  readonly pastDueMinor: number;
  /** The part of it that is the rest of invoices which are paid in part. */
  readonly restMinor: number;
  /** Paid outside Stripe (out of band, a payment record) or from credit that no payment here brought. */
  readonly outsideMinor: number;
}

function addDue(left: DueTotals, right: DueTotals): DueTotals {
  const { currency } = left;
  return {
    currency,
    dueMinor: money(left.dueMinor + right.dueMinor, currency).minor,
    pastDueMinor: money(left.pastDueMinor + right.pastDueMinor, currency).minor,
    restMinor: money(left.restMinor + right.restMinor, currency).minor,
    outsideMinor: money(left.outsideMinor + right.outsideMinor, currency).minor,
  };
}

export function mergeDue(
  left: readonly DueTotals[],
  right: readonly DueTotals[],
): readonly DueTotals[] {
  return mergeByCurrency(left, right, addDue);
}

function dueOfInvoice(
  invoice: Invoice,
  { chargesOfInvoice }: InvoiceRelations,
  nowSeconds: number,
): readonly DueTotals[] {
  const { currency, amountRemainingMinor } = invoice;
  const status = statusOfInvoice(invoice, chargesOfInvoice(invoice), nowSeconds);
  const due = money(isOpenStatus(status) ? Math.max(0, amountRemainingMinor) : 0, currency);
  if (due.minor === 0) return [];
  const pastDueMinor = status === 'past_due' ? due.minor : 0;
  const isPartlyPaid = invoice.amountPaidMinor > 0 || paidOutside(invoice) > 0;
  const restMinor = isPartlyPaid ? due.minor : 0;
  return [{ currency, dueMinor: due.minor, pastDueMinor, restMinor, outsideMinor: 0 }];
}

/** What invoices come to, an entry a currency in which something is open or was paid outside. */
export function dueTotals(
  invoices: readonly Invoice[],
  relations: InvoiceRelations,
  nowSeconds: number,
): readonly DueTotals[] {
  const outside = outsideReceipts(invoices, relations).map(({ amount }) => ({
    currency: amount.currency,
    dueMinor: 0,
    pastDueMinor: 0,
    restMinor: 0,
    outsideMinor: amount.minor,
  }));
  return invoices
    .map((invoice) => dueOfInvoice(invoice, relations, nowSeconds))
    .concat([outside])
    .reduce(mergeDue, []);
}

/** Seconds since the epoch; null where there is none. */
export interface DueDates {
  /** The earliest due date of what is open, one that has passed included. */
  readonly nextDueOn: number | null;
  /** When Stripe tries next to collect what is past due. */
  readonly nextAttemptOn: number | null;
}

export function dueDates(
  invoices: readonly Invoice[],
  relations: InvoiceRelations,
  nowSeconds: number,
): DueDates {
  const next = (dates: readonly (number | null)[]): number | null =>
    dates.reduce<number | null>(earlier, null);
  const open = invoices.filter(
    (invoice) => dueOfInvoice(invoice, relations, nowSeconds).length > 0,
  );
  const attempts = open
    .filter((invoice) => {
      const status = statusOfInvoice(invoice, relations.chargesOfInvoice(invoice), nowSeconds);
      return status === 'past_due' && (invoice.nextPaymentAttempt ?? 0) > nowSeconds;
    })
    .map(({ nextPaymentAttempt }) => nextPaymentAttempt);
  return { nextDueOn: next(open.map(({ dueDate }) => dueDate)), nextAttemptOn: next(attempts) };
}
