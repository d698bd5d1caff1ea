import type { PaymentRecordKind, PaymentWrite } from '@stripe-payments/core';
import { PAYMENT_KEY, recordKey } from '@stripe-payments/core';
import { askedAhead } from '../asked-ahead.ts';
import { gathered } from '../gathering.ts';
import type { PaymentRecordStore, RecordRef, SavedPayments } from '../ports.ts';
import type { HubSpotClient } from './client.ts';
import type { PaymentPlace, Tie } from './payment-batches.ts';
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
  /** How long a call waits for others that can share it; without it, it does not. */
  readonly gather?: () => Promise<void>;
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

/** Of many questions for some IDs, each with the properties that it wants of them. */
interface OfIds {
  readonly ids: readonly string[];
  readonly properties: readonly string[];
}

const only = <T>(found: ReadonlyMap<string, T>, ids: readonly string[]): ReadonlyMap<string, T> =>
  new Map([...found].filter(([id]) => ids.includes(id)));

/** Whatever was written for a charge by one sync is not in the same call as what another writes for it. */
function areDisjoint(all: readonly (readonly PaymentWrite[])[]): boolean {
  const charges = all.flatMap((writes) => writes.map((write) => write[PAYMENT_KEY]));
  return new Set(charges).size === charges.length;
}

/** The calls of a store in one of the places, which records that are synced side by side share. */
function sharedCalls(
  inPlace: <T>(work: (place: PaymentPlace) => Promise<T>) => Promise<T>,
  wait: StoreParts['gather'],
) {
  const mapOf = <T>(
    ask: (
      place: PaymentPlace,
      ids: readonly string[],
      properties: readonly string[],
    ) => Promise<ReadonlyMap<string, T>>,
  ) =>
    gathered<OfIds, ReadonlyMap<string, T>>({
      wait,
      isOfAll: isOff,
      groupOf: ({ properties }) => properties.join(),
      together: async (questions) => {
        const [{ properties }] = questions;
        const ids = [...new Set(questions.flatMap((each) => each.ids))];
        const found = await inPlace((place) => ask(place, ids, properties));
        return questions.map((each) => only(found, each.ids));
      },
      alone: ({ ids, properties }) => inPlace((place) => ask(place, ids, properties)),
    });
  return {
    tiedTo: gathered<RecordRef, readonly string[]>({
      wait,
      isOfAll: isOff,
      groupOf: ({ objectType }) => objectType,
      together: (records) => inPlace((place) => tiedTo(place, records)),
      alone: async (record) => {
        const [ids = []] = await inPlace((place) => tiedTo(place, [record]));
        return ids;
      },
    }),
    tie: gathered<Tie, true>({
      wait,
      groupOf: ({ record }) => record.objectType,
      together: async (ties) => {
        await inPlace((place) => tie(place, ties));
        return ties.map(() => true);
      },
      alone: async (one) => {
        await inPlace((place) => tie(place, [one]));
        return true;
      },
    }),
    save: gathered<readonly PaymentWrite[], SavedPayments>({
      wait,
      groupOf: () => '',
      together: async (all) => {
        if (!areDisjoint(all)) return [];
        const { ids } = await inPlace((place) => upsertPayments(place, all.flat()));
        return all.map((writes) => {
          const own = only(
            ids,
            writes.map((write) => write[PAYMENT_KEY]),
          );
          return own.size < writes.length ? undefined : { ids: own, refusal: null };
        });
      },
      alone: (writes) => inPlace((place) => upsertPayments(place, writes)),
    }),
    ofCharges: mapOf(ofCharges),
    byId: mapOf(byId),
    versions: mapOf((place, ids, [property = '']) => versions(place, ids, property)),
  };
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
  const ifKeptThere = <T>(ask: () => Promise<T>): Promise<T | null> => ifKept(parts, ask);
  const shared = sharedCalls(inPlace, parts.gather);
  const ties = askedAhead(
    (record: RecordRef) => ifKeptThere(() => shared.tiedTo(record)),
    recordKey,
  );
  return {
    kind,
    begin: ties.begin,
    tiedTo: ties.ask,
    ofCharges: (ids, properties) => ifKeptThere(() => shared.ofCharges({ ids, properties })),
    notCountedOn: (type) => ifKeptThere(() => inPlace((place) => notCountedOn(place, type))),
    deletedCharges: () => inPlace((place) => deleted(parts, place)),
    writtenPage: (span, properties) =>
      ifKeptThere(() => inPlace((place) => writtenPage(place, span, properties))),
    byId: (ids, properties) => shared.byId({ ids, properties }),
    tiesOf: async (ids, objectType) =>
      ids.length === 0 ? new Map() : inPlace((place) => tiesOf(place, ids, objectType)),
    save: (writes) => shared.save(writes),
    tie: async (record, ids) => {
      await shared.tie({ record, ids });
    },
    untie: (record, ids) => inPlace((place) => untie(place, record, ids)),
    versions: (ids, property) => shared.versions({ ids, properties: [property] }),
  };
}
