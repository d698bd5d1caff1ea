import type { Metadata, Row } from './row.ts';

/** Behind a line of an invoice; without an invoice it waits for the next one. */
export interface InvoiceItemRow extends Row {
  readonly customer: string;
  readonly invoice: string | null;
  readonly currency: string;
  /** Minor units of all of it. */
  readonly amount: number;
  readonly description: string | null;
  readonly quantity: number;
  readonly price: string | null;
  readonly product: string | null;
  readonly unitAmountDecimal: string | null;
  readonly metadata: Metadata;
}
