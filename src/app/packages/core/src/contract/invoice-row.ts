import type { Reason } from '../matching/match.ts';
import type { Relations } from '../matching/relations.ts';
import { money } from '../money/money.ts';
import type { Invoice } from '../payment/invoice.ts';
import { statusOfInvoice } from '../status/invoice-status.ts';
import { customerRef, lineDescriptions } from './refs.ts';
import type { InvoiceRow } from './rows.ts';

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
    status: statusOfInvoice(invoice, nowSeconds),
    created,
    total: money(invoice.totalMinor, currency),
    paid: money(invoice.amountPaidMinor, currency),
    remaining: money(invoice.amountRemainingMinor, currency),
    credited: money(invoice.creditedMinor, currency),
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

const isOpen = ({ status }: InvoiceRow): boolean => status === 'open' || status === 'past_due';

/** What still has to be paid first; the order that the rows have stays otherwise. */
export function openFirst(rows: readonly InvoiceRow[]): readonly InvoiceRow[] {
  return [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))];
}
