import type { RecordClaims, StripeObjects } from '@stripe-payments/core';
import { NO_STRIPE_OBJECTS } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { SyncError, asSyncError } from '../../sync-error.ts';
import type { Discovery, Unit } from './discover.ts';
import {
  discoverOwn,
  discoverPayers,
  keyOfPayer,
  ownObjects,
  passesWithTime,
  stepsOfUnit,
} from './discover.ts';
import type { Source } from './payers.ts';
import { createReading, mergeObjectSets, roomForPages } from './reading.ts';
import type { Progress } from './token.ts';

/** Full searches, of ten each, together with that for the record itself. */
const PAYERS_AT_ONCE = 59;
const UNITS_AT_ONCE = 20;
/** Later slices begin with customers whose lists have to be read one by one, with a test key. */
const UNITS_AT_ONCE_LATER = 8;

/** No new round is begun with less than this, or than the one before took: it would be cut off and done again. */
const ROUND_NEEDS_MS = 2_200;

/** Of charges, beyond the first of each customer: more would take too much memory at once. */
const MAX_PAGES = 10;

/** After so many no new round is begun. */
const MAX_CHARGES = 1_500;

/** As many customers as HubSpot is asked for who else could claim what they paid. */
export const MAX_CLAIMED_UNITS = 40;

/** What a slice has read, and where the next one begins. */
export interface Slice {
  readonly objects: StripeObjects;
  /** Counted in a slice before: they say to what the objects belong. */
  readonly related: StripeObjects;
  readonly failures: readonly SyncError[];
  readonly isSearchUnavailable: boolean;
  readonly contactsToDo: readonly string[];
  readonly unitsToDo: readonly Unit[];
  readonly unitsDone: readonly Unit[];
  /** Of units to do, the charge after which each goes on. */
  readonly partly: Readonly<Record<Unit, string>>;
  readonly isOwnToDo: boolean;
}

export interface SliceInput {
  readonly record: RecordClaims;
  /** A contact's own, as they are written. */
  readonly addresses: readonly string[];
  readonly payers: readonly Source[];
  /** Of the slice before; null at the first. */
  readonly progress: Progress | null;
  /** No new round is begun after so many. */
  readonly maxUnits: Promise<number>;
}

type Read = Pick<Slice, 'objects' | 'related' | 'failures' | 'isSearchUnavailable'>;

interface UnitRead extends Read {
  /** The charge after which it goes on; undefined where it was read as a whole. */
  readonly last: string | undefined;
}

/**
 * Reads a unit, or what there is room for.
 * @throws {SyncError} one that passes: nothing of it counts, and it is read again.
 */
async function readUnit(
  { stripe }: Ports,
  [unit, after]: readonly [Unit, after: string | undefined],
  hasRoom: () => boolean,
): Promise<UnitRead> {
  const reading = createReading(stripe, { follow: () => [], hasRoom });
  await reading.run(stepsOfUnit(unit, after));
  const { objects, failures, isSearchUnavailable, goesOn } = reading.result();
  const passing = failures.find(passesWithTime);
  if (passing !== undefined) throw passing;
  const own = ownObjects(unit, objects);
  const charges = await Promise.all(own.charges.map((charge) => stripe.completed(charge)));
  const rest = { failures, isSearchUnavailable, last: goesOn.get(unit) };
  return after === undefined
    ? { objects: { ...own, charges }, related: NO_STRIPE_OBJECTS, ...rest }
    : { objects: { ...NO_STRIPE_OBJECTS, charges }, related: { ...own, charges: [] }, ...rest };
}

/** The state of a slice while it runs. */
class Work {
  readonly reads: UnitRead[] = [];
  readonly payersToDo: Map<string, Source>;
  readonly unitsToDo: Set<Unit>;
  readonly unitsDone: Set<Unit>;
  readonly partly: Map<Unit, string>;
  readonly hasRoom = roomForPages(MAX_PAGES);
  isOwnToDo: boolean;
  unitsRead = 0;
  /** Why some of the work has to wait for the next slice. */
  interruption: SyncError | undefined;

  constructor({ payers, progress }: SliceInput) {
    const toDo = new Set(progress?.contactsToDo ?? payers.map(keyOfPayer));
    this.payersToDo = new Map(
      payers.map((payer) => [keyOfPayer(payer), payer] as const).filter(([key]) => toDo.has(key)),
    );
    this.unitsToDo = new Set(progress?.unitsToDo);
    this.unitsDone = new Set(progress?.unitsDone);
    this.partly = new Map(Object.entries(progress?.partly ?? {}));
    this.isOwnToDo = progress?.isOwnToDo ?? true;
  }

  get isFinished(): boolean {
    return !this.isOwnToDo && this.payersToDo.size === 0 && this.unitsToDo.size === 0;
  }

  /** True where what was read is as much as one call takes. */
  isFull(maxUnits: number): boolean {
    const charges = this.reads.reduce((sum, { objects }) => sum + objects.charges.length, 0);
    return (
      charges >= MAX_CHARGES ||
      this.unitsRead >= maxUnits ||
      this.reads.some(({ last }) => last !== undefined)
    );
  }

  /** A unit that was read is never read again, also when another contact leads to it. */
  found({ units, failures, isSearchUnavailable }: Discovery): void {
    for (const unit of units) if (!this.unitsDone.has(unit)) this.unitsToDo.add(unit);
    const nothing = { objects: NO_STRIPE_OBJECTS, related: NO_STRIPE_OBJECTS, last: undefined };
    this.reads.push({ ...nothing, failures, isSearchUnavailable });
  }

  read(unit: Unit, read: UnitRead): void {
    this.reads.push(read);
    this.unitsRead += 1;
    if (read.last === undefined) {
      this.partly.delete(unit);
      this.unitsToDo.delete(unit);
      this.unitsDone.add(unit);
    } else {
      this.partly.set(unit, read.last);
    }
  }
}

/** Starts what fits into a round; each task puts its result into the work, or throws. */
function tasksOf(
  ports: Ports,
  { record, addresses, progress }: SliceInput,
  work: Work,
): readonly Promise<void>[] {
  const atOnce = progress === null ? UNITS_AT_ONCE : UNITS_AT_ONCE_LATER;
  const units = [...work.unitsToDo].slice(0, atOnce);
  const reading = units.map(async (unit) => {
    work.read(unit, await readUnit(ports, [unit, work.partly.get(unit)], work.hasRoom));
  });
  // Units first: looking for more while many wait would only make the token longer.
  if (units.length === atOnce) return reading;
  const group = [...work.payersToDo.values()].slice(0, PAYERS_AT_ONCE);
  const lookForPayers = async (): Promise<void> => {
    work.found(await discoverPayers(ports, group));
    for (const payer of group) work.payersToDo.delete(keyOfPayer(payer));
  };
  const looking = group.length === 0 ? [] : [lookForPayers()];
  const lookingForOwn = work.isOwnToDo
    ? [
        discoverOwn(ports, record, addresses).then((discovery) => {
          work.found(discovery);
          work.isOwnToDo = false;
        }),
      ]
    : [];
  return [...lookingForOwn, ...reading, ...looking];
}

/** @throws {SyncError} a failure after which it is unknown what was left out. */
async function runRound(ports: Ports, input: SliceInput, work: Work): Promise<void> {
  const outcomes = await Promise.allSettled(tasksOf(ports, input, work));
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    const failure = asSyncError(outcome.reason);
    if (!passesWithTime(failure)) throw failure;
    work.interruption = failure;
  }
}

/** Claims of other records are searched after reading. */
const CLAIMS_NEED_MS = 2_500;

/** True where a round as long as the last one would be cut off. */
function isTooLate({ time }: Ports, beganWithMs: number): boolean {
  const leftMs = time.remainingMs();
  return leftMs <= Math.max(ROUND_NEEDS_MS, beganWithMs - leftMs) + CLAIMS_NEED_MS;
}

/**
 * Reads as much of a record as the time allows. A unit is read as a whole or not at all, and once in
 * all slices, so that no payment can be counted twice.
 * @throws {SyncError} what interrupted it, where not even one unit or group could be read.
 */
export async function readSlice(ports: Ports, input: SliceInput): Promise<Slice> {
  const work = new Work(input);
  let beganWithMs: number;
  do {
    beganWithMs = ports.time.remainingMs();
    await runRound(ports, input, work);
  } while (
    !work.isFinished &&
    !work.isFull(await input.maxUnits) &&
    work.interruption === undefined &&
    !isTooLate(ports, beganWithMs)
  );
  if (work.reads.length === 0 && !work.isFinished) {
    throw work.interruption ?? new SyncError('timeout');
  }
  return {
    objects: mergeObjectSets(work.reads.map(({ objects }) => objects)),
    related: mergeObjectSets(work.reads.map(({ related }) => related)),
    failures: work.reads.flatMap(({ failures }) => failures),
    isSearchUnavailable: work.reads.some((read) => read.isSearchUnavailable),
    contactsToDo: [...work.payersToDo.keys()],
    unitsToDo: [...work.unitsToDo],
    unitsDone: [...work.unitsDone],
    partly: Object.fromEntries(work.partly),
    isOwnToDo: work.isOwnToDo,
  };
}
