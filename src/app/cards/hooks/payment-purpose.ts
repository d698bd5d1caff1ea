import type { InvoiceRef, PaymentRow, Texts } from '@stripe-payments/core';
import { isolated, isVisible } from '@stripe-payments/core';

/** The first lines of an invoice, and that there are more. */
export function linesText(
  { lines, hasMoreLines }: Pick<InvoiceRef, 'lines' | 'hasMoreLines'>,
  { card }: Texts,
): string {
  return [...lines.map(isolated), ...(hasMoreLines ? [card.billing.andMore] : [])].join(', ');
}

function invoiceText(invoice: InvoiceRef, texts: Texts): string {
  const { billing } = texts.card;
  const number = isolated(invoice.number ?? invoice.id);
  const lines = linesText(invoice, texts);
  return lines === '' ? billing.forInvoice(number) : billing.forInvoiceOf(number, lines);
}

/** What the money was for: the invoice that it paid, else the description; null where nothing says. */
export function purposeOf({ invoices, description }: PaymentRow, texts: Texts): string | null {
  if (invoices.length === 0) {
    return description !== null && isVisible(description) ? isolated(description) : null;
  }
  return invoices.map((invoice) => invoiceText(invoice, texts)).join(' ');
}
