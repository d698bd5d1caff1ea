import type { RecordClaims, StripeObjects } from '@stripe-payments/core';
import { NO_STRIPE_OBJECTS } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { SyncError, asSyncError } from '../../sync-error.ts';
import type { Discovery, Unit } from './discover.ts';
import {
  discoverContacts,
  discoverOwn,
  ownObjects,
  passesWithTime,
  stepsOfUnit,
} from './discover.ts';
import type { KnownPayer } from './payers.ts';
import { createReading, mergeObjectSets } from './reading.ts';
import type { Progress } from './token.ts';

/** Ten contacts fit into one search. */
const CONTACTS_AT_ONCE = 10;
const GROUPS_AT_ONCE = 2;
const UNITS_AT_ONCE = 8;

/** No new round is begun with less than this: it would be cut off and done again. */
const ROUND_NEEDS_MS = 2_200;

/** What a slice has read, and where the next one begins. */
export interface Slice {
  readonly objects: StripeObjects;
  readonly failures: readonly SyncError[];
  readonly isSearchUnavailable: boolean;
  readonly contactsToDo: readonly string[];
  readonly unitsToDo: readonly Unit[];
  readonly unitsDone: readonly Unit[];
}

export interface SliceInput {
  readonly company: RecordClaims;
  readonly contacts: readonly KnownPayer[];
  /** Of the slice before; null at the first. */
  readonly progress: Progress | null;
}

type Read = Pick<Slice, 'objects' | 'failures' | 'isSearchUnavailable'>;

/** Reads all of a unit. @throws {SyncError} one that passes: nothing of it counts, and it is read again. */
async function readUnit({ stripe }: Ports, unit: Unit): Promise<Read> {
  const reading = createReading(stripe, { follow: () => [] });
  await reading.run(stepsOfUnit(unit));
  const { objects, failures, isSearchUnavailable } = reading.result();
  const passing = failures.find(passesWithTime);
  if (passing !== undefined) throw passing;
  const own = ownObjects(unit, objects);
  const charges = await Promise.all(own.charges.map((charge) => stripe.completed(charge)));
  return { objects: { ...own, charges }, failures, isSearchUnavailable };
}

function groupsOf(contacts: readonly KnownPayer[]): readonly (readonly KnownPayer[])[] {
  return Array.from({ length: Math.ceil(contacts.length / CONTACTS_AT_ONCE) }, (_, group) =>
    contacts.slice(group * CONTACTS_AT_ONCE, (group + 1) * CONTACTS_AT_ONCE),
  );
}

/** The state of a slice while it runs. */
class Work {
  readonly reads: Read[] = [];
  readonly contactsToDo: Map<string, KnownPayer>;
  readonly unitsToDo: Set<Unit>;
  readonly unitsDone: Set<Unit>;
  isOwnToDo: boolean;
  /** Why some of the work has to wait for the next slice. */
  interruption: SyncError | undefined;

  constructor({ contacts, progress }: SliceInput) {
    const toDo = new Set(progress?.contactsToDo ?? contacts.map(({ recordId }) => recordId));
    this.contactsToDo = new Map(
      contacts
        .filter(({ recordId }) => toDo.has(recordId))
        .map((contact) => [contact.recordId, contact]),
    );
    this.unitsToDo = new Set(progress?.unitsToDo);
    this.unitsDone = new Set(progress?.unitsDone);
    this.isOwnToDo = progress === null;
  }

  get isFinished(): boolean {
    return !this.isOwnToDo && this.contactsToDo.size === 0 && this.unitsToDo.size === 0;
  }

  /** A unit that was read is never read again, also when another contact leads to it. */
  found({ units, failures, isSearchUnavailable }: Discovery): void {
    for (const unit of units) if (!this.unitsDone.has(unit)) this.unitsToDo.add(unit);
    this.reads.push({ objects: NO_STRIPE_OBJECTS, failures, isSearchUnavailable });
  }

  read(unit: Unit, read: Read): void {
    this.unitsToDo.delete(unit);
    this.unitsDone.add(unit);
    this.reads.push(read);
  }
}

/** Starts what fits into a round; each task puts its result into the work, or throws. */
function tasksOf(ports: Ports, company: RecordClaims, work: Work): readonly Promise<void>[] {
  const units = [...work.unitsToDo].slice(0, UNITS_AT_ONCE);
  const reading = units.map(async (unit) => {
    work.read(unit, await readUnit(ports, unit));
  });
  // Units first: looking for more while many wait would only make the token longer.
  if (units.length === UNITS_AT_ONCE) return reading;
  const groups = groupsOf([...work.contactsToDo.values()]).slice(0, GROUPS_AT_ONCE);
  const looking = groups.map(async (group) => {
    work.found(await discoverContacts(ports, group));
    for (const { recordId } of group) work.contactsToDo.delete(recordId);
  });
  const lookingForOwn = work.isOwnToDo
    ? [
        discoverOwn(ports, company).then((discovery) => {
          work.found(discovery);
          work.isOwnToDo = false;
        }),
      ]
    : [];
  return [...lookingForOwn, ...reading, ...looking];
}

/** @throws {SyncError} a failure after which it is unknown what was left out. */
async function runRound(ports: Ports, company: RecordClaims, work: Work): Promise<void> {
  const outcomes = await Promise.allSettled(tasksOf(ports, company, work));
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    const failure = asSyncError(outcome.reason);
    if (!passesWithTime(failure)) throw failure;
    work.interruption = failure;
  }
}

/**
 * Reads as much of a company as the time allows. A unit is read as a whole or not at all, and once in
 * all slices, so that no payment can be counted twice.
 * @throws {SyncError} what interrupted it, where not even one unit or group could be read.
 */
export async function readSlice(ports: Ports, input: SliceInput): Promise<Slice> {
  const work = new Work(input);
  do {
    await runRound(ports, input.company, work);
  } while (
    !work.isFinished &&
    work.interruption === undefined &&
    ports.time.remainingMs() > ROUND_NEEDS_MS
  );
  if (work.isOwnToDo || (work.reads.length === 0 && !work.isFinished)) {
    throw work.interruption ?? new SyncError('timeout');
  }
  return {
    objects: mergeObjectSets(work.reads.map(({ objects }) => objects)),
    failures: work.reads.flatMap(({ failures }) => failures),
    isSearchUnavailable: work.reads.some((read) => read.isSearchUnavailable),
    contactsToDo: [...work.contactsToDo.keys()],
    unitsToDo: [...work.unitsToDo],
    unitsDone: [...work.unitsDone],
  };
}
