import type {
  Continuation,
  Failure,
  Receipts,
  RecordSummary,
  RevenueHistory,
} from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import type { Unit } from './discover.ts';

/** How far the reading of a record has come; what is in a token. */
export interface Progress {
  /** When the first part was read, in milliseconds since the epoch: how old the oldest figure is. */
  readonly startedAtMs: number;
  /** Contacts, or other payers, that were not read yet. */
  readonly contactsToDo: readonly string[];
  readonly contactsTotal: number;
  /** Read once: it is for links only. */
  readonly accountId: string | null;
  /** Found, and still to be read. */
  readonly unitsToDo: readonly Unit[];
  /** Read and counted: never again. */
  readonly unitsDone: readonly Unit[];
  /** Of units to be read, the charge after which each goes on. */
  readonly partly: Readonly<Record<Unit, string>>;
  /** Whether it is still to be looked for what is the record's own. */
  readonly isOwnToDo: boolean;
  /** Of all units done. */
  readonly summary: RecordSummary;
  /** What a deal's amount is compared with at the end; of other records none. */
  readonly receipts: Receipts;
  /** How recurring revenue came to be what the summary says; of deals nothing. */
  readonly history: RevenueHistory;
  readonly problems: readonly Failure[];
  /** Of a sync whose payment records were written part by part. */
  readonly writtenPayments?: WrittenPayments;
}

/** What became of the payment records of the parts before. */
export interface WrittenPayments {
  /** Charge IDs of the payments that count on the record. */
  readonly countedIds: readonly string[];
  /** Why not all are written; empty where all are. */
  readonly error: string;
}

/** After this a reading is begun anew: what was counted first would be too old. */
const VALID_MS = 15 * 60_000;

interface TokenContent {
  readonly version: 5;
  readonly objectType: string;
  readonly recordId: string;
  readonly mode: string;
  readonly expiresAtMs: number;
  readonly progress: Progress;
}

/** The text that a caller sends back to go on. About 20 bytes a contact to do and 30 a customer found. */
export function tokenOf(
  { seal, stripe, clock }: Ports,
  { objectType, recordId }: RecordRef,
  progress: Progress,
): string {
  const content: TokenContent = {
    version: 5,
    objectType,
    recordId,
    mode: stripe.mode,
    expiresAtMs: clock.nowMs() + VALID_MS,
    progress,
  };
  return seal.close(JSON.stringify(content));
}

/** What only this code has sealed is what this code wrote, as long as the version is the same. */
function contentOf(text: string): TokenContent | undefined {
  const content = JSON.parse(text) as Partial<TokenContent>;
  return content.version === 5 ? (content as TokenContent) : undefined;
}

/**
 * The progress in a token, without a call.
 * @throws {SyncError} `bad-request` for one that was not made here for this record and mode,
 * `continuation-expired` for an old one.
 */
export function progressIn(
  { seal, stripe, clock }: Ports,
  { objectType, recordId }: RecordRef,
  token: string,
): Progress {
  const text = seal.open(token);
  const content = text === undefined ? undefined : contentOf(text);
  const isOwn =
    content?.objectType === objectType &&
    content.recordId === recordId &&
    content.mode === stripe.mode;
  if (!isOwn) throw new SyncError('bad-request');
  if (content.expiresAtMs < clock.nowMs()) throw new SyncError('continuation-expired');
  return content.progress;
}

/**
 * Refuses a token before anything is asked for it.
 * @throws {SyncError} as `progressIn` does.
 */
export function checkContinuation(
  ports: Ports,
  record: RecordRef,
  continuation: Continuation | undefined,
): void {
  if (continuation !== undefined) progressIn(ports, record, continuation);
}
