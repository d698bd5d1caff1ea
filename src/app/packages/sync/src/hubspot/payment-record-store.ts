import type { ObjectType } from '@stripe-payments/core';
import { PAYMENT_KEY, recordKey } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { PaymentRecord, PaymentRecordStore, PropertyVersion, RecordRef } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import { associatedByPath } from './associations.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { checkAnswered, inParts, recordsShape } from './pages.ts';
import { deletedCharges, notCountedOn, writtenPage } from './payment-search.ts';
import { upsertPayments } from './payment-upserts.ts';
import { savedShape, versionsIn } from './saved-values.ts';
import { isUnknownObject } from './run-log.ts';

/** HubSpot's largest batches. */
const MAX_BATCH = 100;
const MAX_HISTORIES = 50;
const MAX_TIES = 1_000;

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
  readonly memory: PaymentStoreMemory;
  readonly nowMs: () => number;
}

const CONTEXT = { missingProperty: 'hubspot-refused' } as const;

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

function deleted({ client, memory, nowMs }: StoreParts): Promise<ReadonlySet<string>> {
  const known = memory.deleted;
  if (known !== undefined && nowMs() < known.readAtMs + DELETED_FOR_MS) return known.charges;
  const charges = deletedCharges(client);
  memory.deleted = { readAtMs: nowMs(), charges };
  charges.catch(() => {
    delete memory.deleted;
  });
  return charges;
}

async function tiedTo(
  client: HubSpotClient,
  { objectType, recordId }: RecordRef,
): Promise<readonly string[]> {
  const path = `${PATHS.paymentsOf(objectType)}/read`;
  return (await associatedByPath(client, path, [recordId])).get(recordId) ?? [];
}

async function ofCharges(
  client: HubSpotClient,
  chargeIds: readonly string[],
  properties: readonly string[],
): Promise<ReadonlyMap<string, PaymentRecord>> {
  const batches = await Promise.all(
    inParts(chargeIds, MAX_BATCH).map(async (part) => {
      const answer = await client.ask(recordsShape, {
        ...CONTEXT,
        path: `${PATHS.payments}/batch/read`,
        body: {
          idProperty: PAYMENT_KEY,
          inputs: part.map((id) => ({ id })),
          properties: [...new Set([PAYMENT_KEY, ...properties])],
          propertiesWithHistory: [],
        },
      });
      const found = answer.results.map(
        (record) => [record.properties[PAYMENT_KEY] ?? '', record] as const,
      );
      checkAnswered(
        part,
        found.map(([chargeId]) => chargeId),
        answer,
      );
      return found;
    }),
  );
  return new Map(batches.flat());
}

async function byId(
  client: HubSpotClient,
  ids: readonly string[],
  properties: readonly string[],
): ReturnType<PaymentRecordStore['byId']> {
  const batches = await Promise.all(
    inParts(ids, MAX_BATCH).map(async (part) => {
      const answer = await client.ask(recordsShape, {
        ...CONTEXT,
        path: `${PATHS.payments}/batch/read`,
        body: { inputs: part.map((id) => ({ id })), properties, propertiesWithHistory: [] },
      });
      const found = answer.results.map((record) => [record.id, record.properties] as const);
      checkAnswered(
        part,
        found.map(([id]) => id),
        answer,
      );
      return found;
    }),
  );
  return new Map(batches.flat());
}

const associatedShape = z.object({ results: z.array(z.unknown()) });

async function tie(
  client: HubSpotClient,
  { objectType, recordId }: RecordRef,
  ids: readonly string[],
): Promise<void> {
  const path = `${PATHS.paymentsOf(objectType)}/associate/default`;
  await Promise.all(
    inParts(ids, MAX_TIES).map((part) => {
      const inputs = part.map((id) => ({ from: { id: recordId }, to: { id } }));
      return client.send({ path, body: { inputs } }, associatedShape);
    }),
  );
}

async function untie(
  client: HubSpotClient,
  { objectType, recordId }: RecordRef,
  ids: readonly string[],
): Promise<void> {
  const path = `${PATHS.paymentsOf(objectType)}/archive`;
  await Promise.all(
    inParts(ids, MAX_TIES).map((part) => {
      const inputs = [{ from: { id: recordId }, to: part.map((id) => ({ id })) }];
      return client.send({ path, body: { inputs } });
    }),
  );
}

const historiesShape = z.object({ results: z.array(savedShape) });

async function versions(
  client: HubSpotClient,
  ids: readonly string[],
  property: string,
): Promise<ReadonlyMap<string, readonly PropertyVersion[]>> {
  const batches = await Promise.all(
    inParts(ids, MAX_HISTORIES).map(async (part) => {
      const { results } = await client.ask(historiesShape, {
        ...CONTEXT,
        path: `${PATHS.payments}/batch/read`,
        body: {
          inputs: part.map((id) => ({ id })),
          properties: [PAYMENT_KEY],
          propertiesWithHistory: [property],
        },
      });
      return results.map(
        ({ id, propertiesWithHistory }) =>
          [id, versionsIn(propertiesWithHistory?.[property] ?? [])] as const,
      );
    }),
  );
  return new Map(batches.flat());
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
  const { client } = parts;
  const tiesOf = (ids: readonly string[], objectType: ObjectType) =>
    associatedByPath(client, `${PATHS.ofPayments(objectType)}/read`, ids);
  return {
    tiedTo: sharing((record) => ifKept(parts, () => tiedTo(client, record))),
    ofCharges: (chargeIds, properties) =>
      ifKept(parts, () => ofCharges(client, chargeIds, properties)),
    notCountedOn: (objectType) => ifKept(parts, () => notCountedOn(client, objectType)),
    deletedCharges: () => deleted(parts),
    writtenPage: (span, properties) => ifKept(parts, () => writtenPage(client, span, properties)),
    byId: (ids, properties) => byId(client, ids, properties),
    tiesOf: async (ids, objectType) => (ids.length === 0 ? new Map() : tiesOf(ids, objectType)),
    save: (writes) => upsertPayments(client, writes),
    tie: (record, ids) => tie(client, record, ids),
    untie: (record, ids) => untie(client, record, ids),
    versions: (ids, property) => versions(client, ids, property),
  };
}
