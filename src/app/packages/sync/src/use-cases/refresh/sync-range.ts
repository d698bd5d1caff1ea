import type { Continuation, RangeRecord, SyncRangeParameters } from '@stripe-payments/core';
import { OBJECT_TYPES } from '@stripe-payments/core';
import type { Ports, RecordRef, TouchedObjects } from '../../ports.ts';
import { asSyncError, SyncError } from '../../sync-error.ts';
import { claimsFound } from '../collect/competing-records.ts';
import { changedRecords } from './changed-records.ts';
import { dueRecords, isPassing } from './sync-due.ts';
import type { Waiting } from './sync-queue.ts';
import { syncNext, waitingFor } from './sync-queue.ts';
import type { ClaimIndex } from './touched-records.ts';
import { createClaimIndex, readTouched, touchedRecords } from './touched-records.ts';

/** What one call of a catch-up did, and how the next one goes on. */
export interface RangeStep {
  readonly eventsRead: number;
  /** Those that are finished. */
  readonly records: readonly RangeRecord[];
  /** Records found, and not synced yet. */
  readonly waiting: number;
  /** True where the range begins before the oldest event that Stripe keeps. */
  readonly isBeyondEvents: boolean;
  readonly continuation: Continuation | null;
}

/** Stripe keeps events for 30 days. */
const EVENTS_KEPT_MS = 30 * 24 * 60 * 60_000;

/** A record whose figures wait for something, or whose last sync failed, is synced again after this. */
const RETRY_AFTER_MS = 60 * 60_000;

/** Nothing new is begun with less than this: it would be cut off. */
const ROUND_NEEDS_MS = 5_000;

/** How far a catch-up has come; what is in its token. */
interface Range {
  readonly kind: 'range';
  readonly mode: string;
  readonly sinceMs: number;
  readonly isBeyondEvents: boolean;
  /** Where more records are looked for next. */
  readonly stage: 'unsettled' | 'changed' | 'events' | 'none';
  /** The event at which the next page begins; null for the newest. */
  readonly after: string | null;
  readonly waiting: readonly Waiting[];
  /** Found by this catch-up: once is enough. */
  readonly found: readonly string[];
}

const keyOf = ({ objectType, recordId }: RecordRef): string => `${objectType}/${recordId}`;

/** @throws {SyncError} `bad-request` for a token that was not made here for this mode. */
function rangeOf(
  { seal, stripe, clock }: Ports,
  { sinceMs, continuation }: SyncRangeParameters,
): Range {
  if (continuation !== undefined) {
    const text = seal.open(continuation);
    const range = text === undefined ? undefined : (JSON.parse(text) as Partial<Range>);
    if (range?.kind !== 'range' || range.mode !== stripe.mode) throw new SyncError('bad-request');
    return range as Range;
  }
  const oldestMs = clock.nowMs() - EVENTS_KEPT_MS;
  return {
    kind: 'range',
    mode: stripe.mode,
    sinceMs: Math.max(sinceMs, oldestMs),
    isBeyondEvents: sinceMs < oldestMs,
    stage: 'unsettled',
    after: null,
    waiting: [],
    found: [],
  };
}

/** Records whose fees are pending or whose last sync failed; where there are many, the newest of them. */
async function unsettledRecords(ports: Ports): Promise<readonly RecordRef[]> {
  const byType = await Promise.all(
    OBJECT_TYPES.map((objectType) =>
      claimsFound(ports, objectType, [
        { property: 'stripe_fee_status', is: 'one-of', values: ['pending'] },
        { property: 'stripe_sync_error', is: 'set' },
      ]),
    ),
  );
  const records = byType.flatMap(({ found }) => found);
  return dueRecords(ports, records, ports.clock.nowMs() - RETRY_AFTER_MS);
}

const mergeTouched = (all: readonly TouchedObjects[]): TouchedObjects => {
  const every = (of: (touched: TouchedObjects) => readonly string[]): readonly string[] => [
    ...new Set(all.flatMap(of)),
  ];
  return {
    customerIds: every(({ customerIds }) => customerIds),
    paymentIds: every(({ paymentIds }) => paymentIds),
    documentIds: every(({ documentIds }) => documentIds),
    addresses: every(({ addresses }) => addresses),
    claims: all.flatMap(({ claims }) => claims),
  };
};

/** The state of a catch-up while one call goes on with it. */
class RangeWork {
  readonly #ports: Ports;
  readonly #index: ClaimIndex;
  readonly #records: RangeRecord[] = [];
  #range: Range;
  #eventsRead = 0;

  constructor(ports: Ports, range: Range) {
    this.#ports = ports;
    this.#index = createClaimIndex(ports);
    this.#range = range;
  }

  get isFinished(): boolean {
    return this.#range.stage === 'none' && this.#range.waiting.length === 0;
  }

  get hasDone(): boolean {
    return this.#eventsRead > 0 || this.#records.length > 0;
  }

  /** Syncs some records, or finds more. Returns false where the rest has to wait for the next call. */
  async go(): Promise<boolean> {
    if (this.#range.waiting.length > 0) return this.#syncSome();
    switch (this.#range.stage) {
      case 'unsettled':
        this.#add(await unsettledRecords(this.#ports), { stage: 'changed', after: null });
        return true;
      case 'changed':
        await this.#findChanged();
        return true;
      case 'events':
        await this.#findByEvents();
        return true;
      case 'none':
        return false;
    }
  }

  step(): RangeStep {
    const { waiting, isBeyondEvents } = this.#range;
    return {
      eventsRead: this.#eventsRead,
      records: this.#records,
      waiting: waiting.length,
      isBeyondEvents,
      continuation: this.isFinished ? null : this.#ports.seal.close(JSON.stringify(this.#range)),
    };
  }

  async #findChanged(): Promise<void> {
    const changed = await changedRecords(this.#ports, this.#range.sinceMs);
    const newestMs = Math.max(0, ...changed.map(({ changedAtMs }) => changedAtMs));
    const due = await this.#dueOf(
      changed.map(({ touched }) => touched),
      newestMs,
    );
    this.#add(due, { stage: 'events', after: null });
  }

  async #findByEvents(): Promise<void> {
    const { sinceMs, after } = this.#range;
    const sinceSeconds = Math.floor(sinceMs / 1_000);
    const page = await this.#ports.stripe.eventsPage(sinceSeconds, after ?? undefined);
    const { events, next } = page;
    const newestMs = (events[0]?.created ?? 0) * 1_000;
    const due = await this.#dueOf(
      events.map(({ touched }) => touched),
      newestMs,
    );
    this.#eventsRead += events.length;
    this.#add(due, { stage: next === null ? 'none' : 'events', after: next });
  }

  async #dueOf(all: readonly TouchedObjects[], changedAtMs: number): Promise<readonly RecordRef[]> {
    if (all.length === 0) return [];
    const touched = mergeTouched(all);
    // Who has a document is in the event, or in the record that assigns it.
    const objects = await readTouched(this.#ports, { ...touched, documentIds: [] });
    const records = await touchedRecords(this.#ports, touched, objects, this.#index);
    return dueRecords(this.#ports, records, changedAtMs);
  }

  #add(records: readonly RecordRef[], reached: Pick<Range, 'stage' | 'after'>): void {
    const found = new Set(this.#range.found);
    const fresh = records.filter((record) => !found.has(keyOf(record)));
    this.#range = {
      ...this.#range,
      ...reached,
      waiting: [...this.#range.waiting, ...waitingFor(fresh)],
      found: [...found, ...fresh.map(keyOf)],
    };
  }

  async #syncSome(): Promise<boolean> {
    const { records, waiting, isOutOfTime } = await syncNext(this.#ports, this.#range.waiting);
    this.#records.push(...records);
    this.#range = { ...this.#range, waiting };
    return !isOutOfTime;
  }
}

/**
 * One bounded part of a catch-up: finds the records that Stripe's events since a moment have touched, and
 * syncs those that were not synced since. Repeated, it does nothing again.
 * @throws {SyncError} where nothing of it could be done.
 */
export async function syncRange(ports: Ports, parameters: SyncRangeParameters): Promise<RangeStep> {
  const work = new RangeWork(ports, rangeOf(ports, parameters));
  try {
    while (!work.isFinished) {
      const goesOn = await work.go();
      if (!goesOn || ports.time.remainingMs() < ROUND_NEEDS_MS) break;
    }
  } catch (thrown) {
    const error = asSyncError(thrown);
    if (!work.hasDone || !isPassing(error.code)) throw error;
  }
  return work.step();
}
