import type {
  RecordClaims,
  Money,
  RecordSummary,
  RecordView,
  Failure,
  StoredProperties,
} from '@stripe-payments/core';
import { matchObjects, mergeSummaries, recordRows, summarize } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import type { CollectedObjects } from '../knowledge/gathered.ts';
import { rejectedWords } from '../knowledge/record-claims.ts';
import { completeCharges } from './complete.ts';
import { fittingRows, notesOf } from './notes.ts';
import { withDealNames } from './other-names.ts';
import { distinctProblems, problemsOf } from './problems.ts';

/** Facts of a view that do not come from what was gathered. */
export interface ViewFacts {
  readonly record: RecordClaims;
  readonly stored: StoredProperties;
  readonly asOfMs: number;
  readonly accountId: string | null;
  readonly dealAmount: Money | null;
  /** Of the slices before; null at the first. */
  readonly before: {
    readonly summary: RecordSummary;
    readonly problems: readonly Failure[];
  } | null;
}

function badIds(stored: StoredProperties): readonly Failure[] {
  const words = rejectedWords(stored);
  if (words.length === 0) return [];
  const detail = words.map((word) => `"${word}"`).join(', ');
  // Somebody may have pasted a key into the wrong field.
  return [new SyncError('bad-id', { detail }).failure];
}

/** Makes the view of what was gathered; without coverage, which only slices have. */
export async function assembleView(
  ports: Ports,
  gathered: CollectedObjects,
  facts: ViewFacts,
): Promise<Omit<RecordView, 'coverage' | 'continuation'>> {
  const { record, stored, asOfMs, accountId, dealAmount, before } = facts;
  const { objects, knowledge, failures, isSearchUnavailable } = gathered;
  const completed = await completeCharges(ports.stripe, matchObjects(objects, knowledge));
  const attribution = await withDealNames(ports, completed.attribution);
  const nowSeconds = Math.floor(asOfMs / 1_000);
  const own = summarize(attribution, nowSeconds);
  const summary = before === null ? own : mergeSummaries(before.summary, own);
  const rows = recordRows(attribution, knowledge, nowSeconds);
  return {
    objectType: record.objectType,
    recordId: record.recordId,
    mode: ports.stripe.mode,
    accountId,
    asOfMs,
    linkedCustomerIds: [...record.linkedCustomerIds],
    assignedIds: [...record.assignedIds],
    dealAmount,
    summary,
    ...fittingRows(rows),
    notes: notesOf(attribution, isSearchUnavailable, { summary, payments: rows.payments }),
    problems: distinctProblems([
      ...(before?.problems ?? []),
      ...badIds(stored),
      ...problemsOf([...failures, ...completed.failures]),
    ]),
  };
}
