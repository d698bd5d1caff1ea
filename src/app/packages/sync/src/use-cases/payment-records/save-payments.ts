import type { Failure, PaymentFacts } from '@stripe-payments/core';
import {
  epochMsFromText,
  isMatchOfCounted,
  MATCH_PROPERTIES,
  PAYMENT_KEY,
  PAYMENT_READ_AT,
  paymentsNotAllSaved,
} from '@stripe-payments/core';
import type { PaymentRecordStore, Ports, RecordRef } from '../../ports.ts';
import { asSyncError, SyncError } from '../../sync-error.ts';
import type { WrittenPayments } from '../collect/token.ts';
import type { ComparedPayments } from './save-records.ts';
import { comparedFirst, saveRecords } from './save-records.ts';
import { release, settleMatches } from './release.ts';
import { assignTied, tiedByHand } from './tied-by-hand.ts';

/** What a sync writes on payment records, beside its record's figures. */
export interface PaymentsToSave {
  /** Asks for what is written to be compared with, beside what else is asked; writes nothing. */
  prepare(): void;
  /**
   * Writes them, before the figures: these say when the record was read, and who sees that takes all of the
   * reading for written. Never fails.
   * @param isOvertaken true where another sync saved its figures after this reading began: what it associated
   * is asked for again.
   * @returns why not all are written, in the account's language; '' where all are or none are kept.
   */
  write({ isOvertaken }: { readonly isOvertaken: boolean }): Promise<string>;
  /** Why not all of them are written, as `write` found; null where all are, or none are kept. */
  failure(): Failure | null;
  /**
   * False where a newer reading's values were overwritten at the same moment. Where not all were written, a
   * later sync writes them again and nothing is asked.
   * @throws {SyncError} `write-unconfirmed` where it cannot be seen.
   */
  areNewest(): Promise<boolean>;
  /** True where what a person associated with the record is now assigned to it: its figures lack it. */
  hasAssigned(): boolean;
  /** For the next part of a reading; undefined where the account keeps no payment records. */
  progress(error: string): WrittenPayments | undefined;
}

interface Reading {
  readonly payments: readonly PaymentFacts[];
  readonly mode: 'live' | 'test';
  /** When it began, in milliseconds since the epoch. */
  readonly asOfMs: number;
  /** True for the whole of a record, or the last part of it. */
  readonly isLast: boolean;
  /** True where there were parts before; what they wrote is undefined where they wrote nothing. */
  readonly hasBefore: boolean;
  readonly before: WrittenPayments | undefined;
}

const NO_VERSIONS: Awaited<ReturnType<PaymentRecordStore['versions']>> = new Map();

/** The figures are saved by then: "nothing was changed" would be false. */
const unconfirmed = (): never => {
  throw new SyncError('write-unconfirmed');
};

const isCounted = ({ match }: PaymentFacts): boolean => match !== 'ambiguous' && match !== 'none';

/** Assigns what a person associated with the record; gives the IDs of those that stay. */
async function assignByHand(
  ports: Ports,
  record: RecordRef,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const assigned: string[] = [];
  for (const [id, payment] of await tiedByHand(ports, record, ids)) {
    if (await assignTied(ports, record, payment)) assigned.push(id);
  }
  return assigned;
}

/** Associated payment records whose payments the reading does not count. */
async function looseOf(
  { paymentRecords }: Ports,
  tied: readonly string[],
  countedIds: ReadonlySet<string>,
  { before }: Reading,
): Promise<readonly string[]> {
  const loose = tied.filter((id) => !countedIds.has(id));
  if (before === undefined || before.countedIds.length === 0 || loose.length === 0) return loose;
  const countedBefore = new Set(before.countedIds);
  const records = await paymentRecords.byId(loose, [PAYMENT_KEY]);
  return loose.filter((id) => !countedBefore.has(records.get(id)?.[PAYMENT_KEY] ?? ''));
}

/**
 * @param tied IDs of the payment records that are associated with the record; null where the account keeps
 * none.
 */
export function paymentsToSave(
  ports: Ports,
  record: RecordRef,
  tied: Promise<readonly string[] | null>,
  reading: Reading,
): PaymentsToSave {
  const { paymentRecords, accountLanguage } = ports;
  const match = MATCH_PROPERTIES[record.objectType];
  const counted = reading.payments.filter(isCounted).map(({ charge }) => charge.id);
  let dated: readonly string[] = [];
  let written: readonly string[] = [];
  let isOn = false;
  let isWritten = false;
  let tiedNow: readonly string[] = [];
  let hasAssigned = false;
  let failure: Failure | null = null;
  let first: Promise<ComparedPayments | undefined> | undefined;
  const writeAll = async (isOvertaken: boolean): Promise<SyncError | null> => {
    const before = await (isOvertaken ? paymentRecords.tiedTo(record) : tied);
    if (before === null) return null;
    isOn = true;
    const saved = await saveRecords(ports, record.objectType, reading, await first);
    dated = saved.dated;
    written = saved.written;
    const countedIds = new Set(counted.flatMap((charge) => saved.ids.get(charge) ?? []));
    // One that lacks how its payment is matched would be taken for one that a person associated.
    const present = new Set([...before, ...saved.unwritten]);
    const missing = [...countedIds].filter((id) => !present.has(id));
    tiedNow = missing;
    const isWhole = reading.isLast && reading.hasBefore === (reading.before !== undefined);
    const settleLoose = async (): Promise<void> => {
      const loose = await looseOf(ports, before, countedIds, reading);
      const assigned = await assignByHand(ports, record, loose);
      hasAssigned = assigned.length > 0;
      await release(
        ports,
        record,
        loose.filter((id) => !assigned.includes(id)),
      );
    };
    await Promise.all([
      missing.length === 0 ? undefined : paymentRecords.tie(record, missing),
      isWhole ? settleLoose() : undefined,
    ]);
    return saved.refusal;
  };
  const compareFirst = async (): Promise<ComparedPayments | undefined> => {
    // Payments in HubSpot take longer: which of a record's are this app's is asked after which it has.
    const isKept = (await paymentRecords.kind()) === 'hubspot-payments' || (await tied) !== null;
    const hasNew = async (): Promise<boolean> => ((await tied)?.length ?? 0) < counted.length;
    return isKept ? comparedFirst(ports, reading, hasNew) : undefined;
  };
  return {
    prepare() {
      first = compareFirst();
      // Awaited by what writes them, if it comes to that.
      first.catch(() => undefined);
    },
    async write({ isOvertaken }) {
      try {
        const refusal = await writeAll(isOvertaken);
        isWritten = true;
        if (refusal !== null) throw refusal;
        const before = reading.before?.error ?? '';
        failure = before === '' ? null : { code: 'write-unconfirmed' };
        return before;
      } catch (thrown) {
        isOn = true;
        failure = asSyncError(thrown).failure;
        return paymentsNotAllSaved(accountLanguage, failure);
      }
    },
    failure: () => failure,
    async areNewest() {
      if (!isWritten) return true;
      const [versions, matches] = await Promise.all([
        dated.length === 0 ? NO_VERSIONS : paymentRecords.versions(dated, PAYMENT_READ_AT),
        settleMatches(ports, [...new Set([...written, ...tiedNow])]),
      ]).catch(unconfirmed);
      const moments = [...versions.values()].flat().map(({ value }) => epochMsFromText(value) ?? 0);
      const latestMs = ports.clock.nowMs();
      // A sync of the record that had the payment before may have emptied it at the same moment.
      const areMatched = tiedNow.every((id) => isMatchOfCounted(matches.get(id)?.[match] ?? ''));
      return areMatched && moments.every((ms) => ms <= reading.asOfMs || ms > latestMs);
    },
    hasAssigned: () => hasAssigned,
    progress: (error) =>
      isOn || reading.before !== undefined
        ? { countedIds: [...(reading.before?.countedIds ?? []), ...counted], error }
        : undefined,
  };
}
