import type { RecordKnowledge } from '@stripe-payments/core';
import type { ReadResult } from '../reading/reading.ts';

/** What was read for a record, and what is known about whose it could be. */
export interface CollectedObjects extends ReadResult {
  readonly knowledge: RecordKnowledge;
}
