import type { Continuation, RangeRecord, CatchUpParameters } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { asSyncError, isOfService, isPassing } from '../../sync-error.ts';
import type { ClaimIndex } from '../collect/claim-index.ts';
import { createClaimIndex } from '../collect/claim-index.ts';
import { nextChanges } from './changes-in-hubspot.ts';
import { unsettledRecords } from './unsettled-records.ts';
import { knowing } from './known-objects.ts';
import { doubtfulRecords, walkSince } from './doubtful-payments.ts';
import { recordsTiedByHand } from '../payment-records/tied-by-hand.ts';
import type { Range } from './range.ts';
import { rangeOf } from './range.ts';
import { saveUnmatchedOf } from './unmatched-payments.ts';
import { dueOfSlice } from './due-of-slice.ts';
import { syncNext, waitingFor } from './sync-queue.ts';
import type { AheadOptions } from './read-ahead.ts';
import { readingAhead } from './read-ahead.ts';
import { payoutsLast, smallerSlice, takeSome } from './touched-queue.ts';
import { expandPayout, touchedAt } from './touched-payouts.ts';
import { readTouched, touchedRecords } from './touched-records.ts';

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
  /** Requests to Stripe. */
  readonly stripeCalls: number;
}

/** Nothing new is begun with less than this: it would be cut off. */
const ROUND_NEEDS_MS = 5_000;

/** What was read ahead is read again after this. */
const MAX_AHEAD_MS = 10_000;

const keyOf = ({ objectType, recordId }: RecordRef): string => `${objectType}/${recordId}`;

/** The state of a catch-up while one call goes on with it. */
class RangeWork {
  readonly #ports: Ports;
  readonly #index: ClaimIndex;
  readonly #records: RangeRecord[] = [];
  readonly #begun: Range;
  #range: Range;
  #eventsRead = 0;
  /** With what the last slice has read, for the syncs of its records. */
  #ahead: Ports;
  /** What the syncs before it missed, as searches are behind, the next catch-up finds due. */
  readonly #options: AheadOptions = { many: new Set(), isRepeated: true };

  constructor(ports: Ports, range: Range) {
    this.#ports = ports;
    this.#ahead = readingAhead(ports, this.#options);
    this.#index = createClaimIndex(ports);
    this.#begun = range;
    this.#range = range;
  }

  get isFinished(): boolean {
    const { stage, touched, waiting } = this.#range;
    return stage === 'none' && touched.length === 0 && waiting.length === 0;
  }

  get hasSynced(): boolean {
    return this.#records.length > 0;
  }

  get hasDone(): boolean {
    return this.#range !== this.#begun;
  }

  /** Reads less at once from now on. False where that is not possible. */
  shrink(): boolean {
    const maxObjects = smallerSlice(this.#range.maxObjects);
    if (maxObjects === undefined) return false;
    this.#range = { ...this.#range, maxObjects };
    return true;
  }

  /** Syncs some records, or finds more. Returns false where the rest has to wait for the next call. */
  async go(): Promise<boolean> {
    if (this.#range.waiting.length > 0) return this.#syncSome();
    if (this.#range.touched.length > 0) {
      await this.#resolveSome();
      return true;
    }
    switch (this.#range.stage) {
      case 'unsettled':
        this.#add(await unsettledRecords(this.#ports));
        this.#range = { ...this.#range, stage: 'changed' };
        return true;
      case 'changed':
        this.#range = { ...this.#range, ...(await nextChanges(this.#ports, this.#range)) };
        return true;
      case 'associated':
        this.#add(await recordsTiedByHand(this.#ports));
        this.#range = { ...this.#range, stage: 'written' };
        return true;
      case 'written':
        await this.#findDoubtful();
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
      stripeCalls: this.#ports.stripe.callsSent(),
      continuation: this.isFinished ? null : this.#ports.seal.close(JSON.stringify(this.#range)),
    };
  }

  async #findDoubtful(): Promise<void> {
    const { sinceMs, areDeleted, walk } = this.#range;
    const from = walk ?? walkSince(areDeleted ? 0 : sinceMs, this.#ports.clock.nowMs());
    const { records, lostCharges, next } = await doubtfulRecords(this.#ports, from);
    this.#add(records);
    this.#range = {
      ...this.#range,
      walk: next,
      stage: next === null ? 'events' : 'written',
      touched: touchedAt(this.#ports.clock.nowMs(), lostCharges),
    };
  }

  async #findByEvents(): Promise<void> {
    const { sinceMs, after } = this.#range;
    const sinceSeconds = Math.floor(sinceMs / 1_000);
    const page = await this.#ports.stripe.eventsPage(sinceSeconds, after ?? undefined);
    const { events, next } = page;
    this.#eventsRead += events.length;
    const touched = events.map((each) => ({
      changedAtMs: each.created * 1_000,
      touched: each.touched,
    }));
    this.#range = {
      ...this.#range,
      touched: payoutsLast(touched),
      stage: next === null ? 'none' : 'events',
      after: next,
    };
  }

  /** Finds the records of a part of what was touched. */
  async #resolveSome(): Promise<void> {
    const [first] = this.#range.touched;
    if ((first?.touched.payouts ?? []).length > 0) {
      const { queue, done } = await expandPayout(
        this.#ports,
        this.#range.touched,
        this.#range.payouts,
      );
      this.#range = { ...this.#range, touched: queue, payouts: done };
      return;
    }
    const { some, rest } = takeSome(this.#range.touched, this.#range.maxObjects);
    // Who has a document is in the event, or in the record that assigns it.
    const ahead = readingAhead(this.#ports, this.#options);
    const objects = await readTouched(ahead.readAhead, { ...some.touched, documentIds: [] });
    this.#ahead = knowing(ahead, objects);
    const { records, having } = await touchedRecords(
      this.#ports,
      some.touched,
      objects,
      this.#index,
    );
    const [due] = await Promise.all([
      dueOfSlice(this.#ports, records, { entries: some.entries, objects }, this.#index),
      saveUnmatchedOf(this.#ports, { objects, having }, this.#index, ahead.readAhead.sinceMs),
    ]);
    this.#range = { ...this.#range, touched: rest };
    this.#add(due);
  }

  #add(records: readonly RecordRef[]): void {
    const found = new Set(this.#range.found);
    const fresh = records.filter((record) => !found.has(keyOf(record)));
    this.#range = {
      ...this.#range,
      waiting: [...this.#range.waiting, ...waitingFor(fresh)],
      found: [...found, ...fresh.map(keyOf)],
    };
  }

  async #syncSome(): Promise<boolean> {
    const { sinceMs } = this.#ahead.readAhead ?? { sinceMs: -Infinity };
    const isOld = this.#ports.clock.nowMs() - sinceMs > MAX_AHEAD_MS;
    if (isOld) this.#ahead = readingAhead(this.#ports, this.#options);
    const { records, waiting, isOutOfTime } = await syncNext(this.#ahead, this.#range.waiting);
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
export async function syncRange(ports: Ports, parameters: CatchUpParameters): Promise<RangeStep> {
  const work = new RangeWork(ports, rangeOf(ports, parameters));
  try {
    while (!work.isFinished) {
      const goesOn = await work.go();
      if (!goesOn || ports.time.remainingMs() < ROUND_NEEDS_MS) break;
    }
  } catch (thrown) {
    const error = asSyncError(thrown);
    // The reply has what was synced before a service refused all; the next call begins with what it refused.
    if (isOfService(error.code) && work.hasSynced) return work.step();
    if (!isPassing(error.code)) throw error;
    // What was too much for a whole call is asked for in smaller parts by the next one.
    if (!work.hasDone && !(error.code === 'timeout' && work.shrink())) throw error;
  }
  return work.step();
}
