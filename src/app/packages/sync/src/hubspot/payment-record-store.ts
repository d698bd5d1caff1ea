import type { PaymentRecordKind } from '@stripe-payments/core';
import { recordKey } from '@stripe-payments/core';
import { askedAhead } from '../asked-ahead.ts';
import type { PaymentRecordStore, RecordRef } from '../ports.ts';
import type { HubSpotClient } from './client.ts';
import type { PaymentPlace } from './payment-batches.ts';
import { byId, ofCharges, tie, tiedTo, tiesOf, untie, versions } from './payment-batches.ts';
import { askTwice, isOff, readPaymentKind } from './payment-kind.ts';
import { deletedCharges, notCountedOn, writtenPage } from './payment-search.ts';
import { upsertPayments } from './payment-upserts.ts';

/** An account without payment records is asked again after this; the terminal says a minute. */
const OFF_FOR_MS = 60_000;

/** Kept between invocations of a warm process. */
export interface PaymentStoreMemory {
  /** Until when the account is taken to keep none, in milliseconds since the epoch. */
  offUntilMs?: number;
  /** Where the account keeps them, as it was at a moment. */
  kind?: { readonly readAtMs: number; readonly kind: Promise<PaymentRecordKind> };
  /** Charges whose records were deleted, as they were known at a moment. */
  deleted?: { readonly readAtMs: number; readonly charges: Promise<ReadonlySet<string>> };
}

interface StoreParts {
  readonly client: HubSpotClient;
  readonly memory: PaymentStoreMemory;
  readonly nowMs: () => number;
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

/** What was deleted, and where records are kept, is asked again after this. */
const KNOWN_FOR_MS = 60_000;

function kindOf({ client, memory, nowMs }: StoreParts): Promise<PaymentRecordKind> {
  const known = memory.kind;
  if (known !== undefined && nowMs() < known.readAtMs + KNOWN_FOR_MS) return known.kind;
  const kind = readPaymentKind(client);
  memory.kind = { readAtMs: nowMs(), kind };
  kind.catch(() => {
    delete memory.kind;
  });
  return kind;
}

function deleted({ memory, nowMs }: StoreParts, place: PaymentPlace): Promise<ReadonlySet<string>> {
  const known = memory.deleted;
  if (known !== undefined && nowMs() < known.readAtMs + KNOWN_FOR_MS) return known.charges;
  const charges = deletedCharges(place);
  memory.deleted = { readAtMs: nowMs(), charges };
  charges.catch(() => {
    delete memory.deleted;
  });
  return charges;
}

export function createPaymentRecordStore(parts: StoreParts): PaymentRecordStore {
  let known: Promise<PaymentRecordKind> | undefined;
  // The same for all of an invocation: IDs of one object mean nothing in the other.
  const kind = (): Promise<PaymentRecordKind> => {
    known ??= kindOf(parts);
    known.catch(() => {
      known = undefined;
    });
    return known;
  };
  const inPlace = async <T>(work: (place: PaymentPlace) => Promise<T>): Promise<T> =>
    work({ client: parts.client, kind: await kind() });
  const where = <T>(work: (place: PaymentPlace) => Promise<T>): Promise<T | null> =>
    ifKept(parts, () => inPlace(work));
  const ties = askedAhead(
    (record: RecordRef) => where((place) => tiedTo(place, record)),
    recordKey,
  );
  return {
    kind,
    begin: ties.begin,
    tiedTo: ties.ask,
    ofCharges: (chargeIds, properties) => where((place) => ofCharges(place, chargeIds, properties)),
    notCountedOn: (objectType) => where((place) => notCountedOn(place, objectType)),
    deletedCharges: () => inPlace((place) => deleted(parts, place)),
    writtenPage: (span, properties) => where((place) => writtenPage(place, span, properties)),
    byId: (ids, properties) => inPlace((place) => byId(place, ids, properties)),
    tiesOf: async (ids, objectType) =>
      ids.length === 0 ? new Map() : inPlace((place) => tiesOf(place, ids, objectType)),
    save: (writes) => inPlace((place) => upsertPayments(place, writes)),
    tie: (record, ids) => inPlace((place) => tie(place, record, ids)),
    untie: (record, ids) => inPlace((place) => untie(place, record, ids)),
    versions: (ids, property) => inPlace((place) => versions(place, ids, property)),
  };
}
