import type { Invoice } from '../payment/invoice.ts';

/** What became of an invoice. `past_due`: open after its due date, or after an attempt that failed. */
export type InvoiceStatus =
  'draft' | 'open' | 'past_due' | 'paid' | 'void' | 'uncollectible' | 'unknown';

/** @param nowSeconds seconds since the epoch. */
export function statusOfInvoice(invoice: Invoice, nowSeconds: number): InvoiceStatus {
  switch (invoice.status) {
    case 'open': {
      const isLate = invoice.dueDate !== null && invoice.dueDate < nowSeconds;
      const hasFailed = invoice.dueDate === null && invoice.attemptCount > 0;
      return isLate || hasFailed ? 'past_due' : 'open';
    }
    case 'draft':
    case 'paid':
    case 'void':
    case 'uncollectible':
      return invoice.status;
    default:
      return 'unknown';
  }
}
