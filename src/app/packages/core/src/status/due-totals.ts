import type { Currency } from '../money/currency.ts';
import { mergeByCurrency } from '../money/merge-by-currency.ts';
import { money } from '../money/money.ts';
import type { Invoice } from '../payment/invoice.ts';
import { earlier } from '../time/instants.ts';
import { statusOfInvoice } from './invoice-status.ts';

/** What is open on invoices in one currency, in its minor units. */
export interface DueTotals {
  readonly currency: Currency;
  readonly dueMinor: number;
  /** The part of it that is past due. */
  readonly pastDueMinor: number;
}

function addDue(left: DueTotals, right: DueTotals): DueTotals {
  const { currency } = left;
  return {
    currency,
    dueMinor: money(left.dueMinor + right.dueMinor, currency).minor,
    pastDueMinor: money(left.pastDueMinor + right.pastDueMinor, currency).minor,
  };
}

export function mergeDue(
  left: readonly DueTotals[],
  right: readonly DueTotals[],
): readonly DueTotals[] {
  return mergeByCurrency(left, right, addDue);
}

function dueOfInvoice(invoice: Invoice, nowSeconds: number): readonly DueTotals[] {
  const { currency, amountRemainingMinor } = invoice;
  const status = statusOfInvoice(invoice, nowSeconds);
  const isOpen = status === 'open' || status === 'past_due';
  if (!isOpen || amountRemainingMinor <= 0) return [];
  const { minor } = money(amountRemainingMinor, currency);
  return [{ currency, dueMinor: minor, pastDueMinor: status === 'past_due' ? minor : 0 }];
}

/** What is open on invoices, an entry a currency in which something is. */
export function dueTotals(invoices: readonly Invoice[], nowSeconds: number): readonly DueTotals[] {
  return invoices.reduce<readonly DueTotals[]>(
    (totals, invoice) => mergeDue(totals, dueOfInvoice(invoice, nowSeconds)),
    [],
  );
}

/** The earliest due date of what is open, one that has passed included; null where none has one. */
export function nextDueOn(invoices: readonly Invoice[], nowSeconds: number): number | null {
  return invoices
    .filter((invoice) => dueOfInvoice(invoice, nowSeconds).length > 0)
    .reduce<number | null>((next, { dueDate }) => earlier(next, dueDate), null);
}
