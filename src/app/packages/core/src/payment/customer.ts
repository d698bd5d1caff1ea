import type { RecordClaim } from './charge.ts';

/** Someone who pays. Several customers may share an address, and one may have none. */
export interface Customer {
  readonly id: string;
  readonly name: string | null;
  /** As stored: Stripe keeps the case. */
  readonly email: string | null;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly livemode: boolean;
  readonly recordClaims: readonly RecordClaim[];
}
