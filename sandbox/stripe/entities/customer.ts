import type { Metadata, Row } from './row.ts';

export interface CustomerRow extends Row {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly country: string | null;
  readonly description: string | null;
  readonly currency: string | null;
  /** Minor units; below zero it is credit for the next invoice. */
  readonly balance: number;
  readonly nextInvoiceSequence: number;
  readonly isDelinquent: boolean;
  readonly metadata: Metadata;
  readonly isDeleted: boolean;
}
