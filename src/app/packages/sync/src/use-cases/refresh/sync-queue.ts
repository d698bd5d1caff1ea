import type { Continuation, ErrorCode, Failure, RangeRecord } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { isOfService, isRepeatable, SyncError } from '../../sync-error.ts';
import { syncUnviewed } from './sync-due.ts';

/** A record that is to be synced. */
export interface Waiting extends RecordRef {
  /** Of its own reading, where it has begun. */
  readonly continuation: Continuation | null;
  readonly tries: number;
}

/**
 * So many syncs begin together: as many as share a query of Stripe's search. In a function no more run at the
 * same time.
 */
const RECORDS_TOGETHER = 10;

/** More that read Stripe at the same time slow one another down: the first would be written later. */
const MAX_READING = 4 * RECORDS_TOGETHER;

/** A record that even then did not fit into a call fails. */
const MAX_TRIES = 3;

export const waitingFor = (records: readonly RecordRef[]): readonly Waiting[] =>
  records.map(({ objectType, recordId }) => ({
    objectType,
    recordId,
    continuation: null,
    tries: 0,
  }));

/** So few may have something that a service never answers for. */
const MIN_UNREACHABLE = 3;

const MAY_BE_OF_RECORD: ReadonlySet<ErrorCode> = new Set([
  'stripe-unreachable',
  'hubspot-unreachable',
]);

/** Why none of the records was synced, where it is a service that refuses them all. */
function refusalOfAll(failures: readonly (Failure | null)[]): Failure | undefined {
  const refusals = failures.filter((failure) => failure !== null && isOfService(failure.code));
  if (refusals.length < failures.length) return undefined;
  const isSure = refusals.length >= MIN_UNREACHABLE;
  return (
    refusals.find(
      (failure) => failure !== null && (isSure || !MAY_BE_OF_RECORD.has(failure.code)),
    ) ?? undefined
  );
}

/** Calls `then` once the record has been read: when its figures are to be written. */
function afterReading({ crm, ...ports }: Ports, then: () => void): Ports {
  const write: Ports['crm']['write'] = (...written) => {
    then();
    return crm.write(...written);
  };
  return { ...ports, crm: { ...crm, write } };
}

interface SyncedSome {
  /** Those that are finished. */
  readonly records: readonly RangeRecord[];
  readonly waiting: readonly Waiting[];
  /** True where one did not fit into this call: the others may not fit either. */
  readonly isOutOfTime: boolean;
}

/** Nothing new is begun with less than this: it would be cut off. */
const SYNC_NEEDS_MS = 5_000;

/** So many rounds of a run that has a process for itself follow one another without a pause between them. */
const ROUNDS_WITHOUT_PAUSE = 20;

/** Of those that wait, how many are synced before the next are listed. */
export const recordsOfRound = ({ recordsAtOnce }: Pick<Ports, 'recordsAtOnce'>): number =>
  recordsAtOnce === undefined ? RECORDS_TOGETHER : recordsAtOnce * ROUNDS_WITHOUT_PAUSE;

/**
 * Syncs the first of those that wait. What did not fit into the time is the first to go on.
 * @throws {SyncError} where a service refuses each of them alike: they still wait.
 */
export async function syncNext(ports: Ports, all: readonly Waiting[]): Promise<SyncedSome> {
  const { recordsAtOnce: own } = ports;
  const [...waiting] = all;
  const next = waiting.splice(0, recordsOfRound(ports));
  const records: RangeRecord[] = [];
  const failures: (Failure | null)[] = [];
  const again: Waiting[] = [];
  const syncOne = async (each: Waiting, hasRead: () => void): Promise<void> => {
    const { objectType, recordId, continuation, tries } = each;
    const isLast = tries + 1 >= MAX_TRIES;
    const trying = { ...afterReading(ports, hasRead), isTriedAgain: !isLast };
    const synced = await syncUnviewed(trying, { objectType, recordId }, continuation);
    failures.push(synced.status === 'synced' ? null : synced.error);
    const repeated = { ...each, continuation: null, tries: tries + 1 };
    if (synced.status === 'failed' && !isLast && isRepeatable(synced.error.code)) {
      again.push(repeated);
    } else if (synced.status !== 'unfinished') {
      records.push(synced);
    } else if (synced.continuation !== null) {
      again.push({ ...each, continuation: synced.continuation });
    } else if (!isLast) {
      again.push(repeated);
    } else {
      const error = synced.error ?? { code: 'timeout' };
      records.push({ objectType, recordId, status: 'failed', error });
    }
  };
  const mayGoOn = (): boolean =>
    ports.time.remainingMs() >= SYNC_NEEDS_MS && refusalOfAll(failures) === undefined;
  const atOnce = own ?? RECORDS_TOGETHER;
  const together = Math.min(atOnce, RECORDS_TOGETHER);
  let running = 0;
  let reading = 0;
  // Those that begin together share calls, and read Stripe while the ones before them are written.
  const begin = async (): Promise<void> => {
    const some = next.splice(0, together);
    running += some.length;
    reading += some.length;
    await Promise.all([...some.map(syncInTurn), beginMore()]);
  };
  const syncInTurn = async (each: Waiting): Promise<void> => {
    let isReading = true;
    let begun = Promise.resolve();
    const hasRead = (): void => {
      if (!isReading) return;
      isReading = false;
      reading -= 1;
      begun = beginMore();
    };
    await syncOne(each, hasRead);
    running -= 1;
    hasRead();
    await Promise.all([begun, beginMore()]);
  };
  const beginMore = async (): Promise<void> => {
    const hasRoom = running + together <= atOnce && reading + together <= MAX_READING;
    if (next.length > 0 && hasRoom && mayGoOn()) await begin();
  };
  await begin();
  const refusal = refusalOfAll(failures);
  if (refusal !== undefined) throw new SyncError(refusal.code, refusal);
  return { records, waiting: [...again, ...next, ...waiting], isOutOfTime: again.length > 0 };
}
