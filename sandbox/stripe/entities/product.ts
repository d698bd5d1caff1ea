import type { Metadata, Row } from './row.ts';

export interface ProductRow extends Row {
  readonly name: string;
  readonly description: string | null;
  readonly isActive: boolean;
  readonly defaultPrice: string | null;
  readonly unitLabel: string | null;
  readonly url: string | null;
  readonly metadata: Metadata;
  readonly updated: number;
}
