import type { Relations } from '../matching/relations.ts';
import type { Invoice } from '../payment/invoice.ts';
import type { CustomerRef, InvoiceRef } from './rows.ts';

/** Who pays; by id alone where the customer was not read, null for a guest. */
export function customerRef(customerId: string | null, relations: Relations): CustomerRef | null {
  if (customerId === null) return null;
  const customer = relations.customer(customerId);
  return { id: customerId, name: customer?.name ?? null, email: customer?.email ?? null };
}

/** Descriptions of an invoice's lines, each once. */
export function lineDescriptions({ lines }: Invoice): readonly string[] {
  const descriptions = lines.flatMap(({ description }) =>
    description === null || description === '' ? [] : [description],
  );
  return [...new Set(descriptions)];
}

export function invoiceRef(invoice: Invoice): InvoiceRef {
  const { id, number, hasMoreLines } = invoice;
  return { id, number, lines: lineDescriptions(invoice), hasMoreLines };
}
