import type { RecordSummary, Failure } from '@stripe-payments/core';
import type { Unit } from './unit.ts';

/** How far the reading of a company has come; what is in a token. */
export interface Progress {
  /** Contacts that have not been looked at. */
  readonly contactsToDo: readonly string[];
  readonly contactsTotal: number;
  /** Found, and still to be read. */
  readonly unitsToDo: readonly Unit[];
  /** Read and counted: never again. */
  readonly unitsDone: readonly Unit[];
  /** Of all units done. */
  readonly summary: RecordSummary;
  readonly problems: readonly Failure[];
}
