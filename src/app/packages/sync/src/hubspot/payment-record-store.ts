import type { PaymentRecordKind } from '@stripe-payments/core';
import { recordKey } from '@stripe-payments/core';
import type { PaymentRecordStore } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import type { HubSpotClient } from './client.ts';
import type { PaymentPlace } from './payment-batches.ts';
import { byId, ofCharges, tie, tiedTo, tiesOf, untie, versions } from './payment-batches.ts';
import { deletedCharges, notCountedOn, writtenPage } from './payment-search.ts';
import { upsertPayments } from './payment-upserts.ts';
import { isUnknownObject } from './run-log.ts';

/** An account without payment records is asked again after this; the terminal says a minute. */
const OFF_FOR_MS = 60_000;

/** Kept between invocations of a warm process. */
export interface PaymentStoreMemory {
  /** Until when the account is taken to keep none, in milliseconds since the epoch. */
  offUntilMs?: number;
  /** Charges whose records were deleted, as they were known at a moment. */
  deleted?: { readonly readAtMs: number; readonly charges: Promise<ReadonlySet<string>> };
}

interface StoreParts {
  readonly client: HubSpotClient;
  /** Where the account keeps them. */
  readonly kind: PaymentRecordKind;
  readonly memory: PaymentStoreMemory;
  readonly nowMs: () => number;
}

/** The object does not exist, or its scopes are not granted: both are how an account may be. */
const isOff = (error: unknown): boolean =>
  isUnknownObject(error) || (error instanceof SyncError && error.code === 'hubspot-permission');

/** A refusal without HubSpot's words does not tell whether the account keeps them: it is asked for again. */
async function askTwice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const isWordless =
      error instanceof SyncError && error.code === 'hubspot-refused' && error.detail === undefined;
    if (!isWordless || isOff(error)) throw error;
    return ask();
  }
}

/** Null where the account keeps none: it is asked once in a while. */
async function ifKept<T>({ memory, nowMs }: StoreParts, ask: () => Promise<T>): Promise<T | null> {
  if ((memory.offUntilMs ?? 0) > nowMs()) return null;
  try {
    return await askTwice(ask);
  } catch (error) {
    if (!isOff(error)) throw error;
    memory.offUntilMs = nowMs() + OFF_FOR_MS;
    return null;
  }
}

/** What was deleted is asked again after this. */
const DELETED_FOR_MS = 60_000;

function deleted({ memory, nowMs }: StoreParts, place: PaymentPlace): Promise<ReadonlySet<string>> {
  const known = memory.deleted;
  if (known !== undefined && nowMs() < known.readAtMs + DELETED_FOR_MS) return known.charges;
  const charges = deletedCharges(place);
  memory.deleted = { readAtMs: nowMs(), charges };
  charges.catch(() => {
    delete memory.deleted;
  });
  return charges;
}

type TiedTo = PaymentRecordStore['tiedTo'];

/** One call for those who ask for the same record at the same time. */
function sharing(ask: TiedTo): TiedTo {
  const underWay = new Map<string, ReturnType<TiedTo>>();
  return (record) => {
    const key = recordKey(record);
    const asked = underWay.get(key) ?? ask(record).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  };
}

export function createPaymentRecordStore(parts: StoreParts): PaymentRecordStore {
  const place: PaymentPlace = parts;
  return {
    tiedTo: sharing((record) => ifKept(parts, () => tiedTo(place, record))),
    ofCharges: (chargeIds, properties) =>
      ifKept(parts, () => ofCharges(place, chargeIds, properties)),
    notCountedOn: (objectType) => ifKept(parts, () => notCountedOn(place, objectType)),
    deletedCharges: () => deleted(parts, place),
    writtenPage: (span, properties) => ifKept(parts, () => writtenPage(place, span, properties)),
    byId: (ids, properties) => byId(place, ids, properties),
    tiesOf: async (ids, objectType) =>
      ids.length === 0 ? new Map() : tiesOf(place, ids, objectType),
    save: (writes) => upsertPayments(place, writes),
    tie: (record, ids) => tie(place, record, ids),
    untie: (record, ids) => untie(place, record, ids),
    versions: (ids, property) => versions(place, ids, property),
  };
}
