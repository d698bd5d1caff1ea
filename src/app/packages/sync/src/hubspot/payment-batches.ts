import type { ObjectType, PaymentRecordKind } from '@stripe-payments/core';
import { PAYMENT_KEY } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { PaymentRecord, PaymentRecordStore, PropertyVersion, RecordRef } from '../ports.ts';
import { associatedByPath } from './associations.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { checkAnswered, inParts, recordsShape } from './pages.ts';
import { savedShape, versionsIn } from './saved-values.ts';

/** HubSpot's largest batches. */
const MAX_BATCH = 100;
const MAX_HISTORIES = 50;
const MAX_TIES = 1_000;

/** One of the places in which an account may keep payment records. */
export interface PaymentPlace {
  readonly client: HubSpotClient;
  readonly kind: PaymentRecordKind;
}

const CONTEXT = { missingProperty: 'hubspot-refused' } as const;

const readPath = ({ kind }: PaymentPlace): string => `${PATHS.payments(kind)}/batch/read`;

/** @param records of one type. The answers are in their order. */
export async function tiedTo(
  { client, kind }: PaymentPlace,
  records: readonly [RecordRef, ...RecordRef[]],
): Promise<readonly (readonly string[])[]> {
  const recordIds = records.map(({ recordId }) => recordId);
  const path = `${PATHS.paymentsOf(kind, records[0].objectType)}/read`;
  const found = await associatedByPath(client, path, recordIds);
  const all = recordIds.map((recordId) => found.get(recordId) ?? []);
  if (kind === 'custom-object') return all;
  // HubSpot's Payments has those of HubSpot's own processing, and of people: only this app's have the key.
  const payments = await byId({ client, kind }, [...new Set(all.flat())], [PAYMENT_KEY]);
  return all.map((ids) => ids.filter((id) => (payments.get(id)?.[PAYMENT_KEY] ?? '') !== ''));
}

export const tiesOf = (
  { client, kind }: PaymentPlace,
  ids: readonly string[],
  objectType: ObjectType,
): Promise<ReadonlyMap<string, readonly string[]>> =>
  associatedByPath(client, `${PATHS.ofPayments(kind, objectType)}/read`, ids);

export async function ofCharges(
  place: PaymentPlace,
  chargeIds: readonly string[],
  properties: readonly string[],
): Promise<ReadonlyMap<string, PaymentRecord>> {
  const batches = await Promise.all(
    inParts(chargeIds, MAX_BATCH).map(async (part) => {
      const answer = await place.client.ask(recordsShape, {
        ...CONTEXT,
        path: readPath(place),
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

export async function byId(
  place: PaymentPlace,
  ids: readonly string[],
  properties: readonly string[],
): ReturnType<PaymentRecordStore['byId']> {
  const batches = await Promise.all(
    inParts(ids, MAX_BATCH).map(async (part) => {
      const answer = await place.client.ask(recordsShape, {
        ...CONTEXT,
        path: readPath(place),
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

/** Payment records that are to be associated with a record. */
export interface Tie {
  readonly record: RecordRef;
  readonly ids: readonly string[];
}

/** @param ties of records of one type. */
export async function tie(
  { client, kind }: PaymentPlace,
  ties: readonly [Tie, ...Tie[]],
): Promise<void> {
  const path = `${PATHS.paymentsOf(kind, ties[0].record.objectType)}/associate/default`;
  const all = ties.flatMap(({ record, ids }) =>
    ids.map((id) => ({ from: { id: record.recordId }, to: { id } })),
  );
  await Promise.all(
    inParts(all, MAX_TIES).map((inputs) =>
      client.send({ path, body: { inputs } }, associatedShape),
    ),
  );
}

export async function untie(
  { client, kind }: PaymentPlace,
  { objectType, recordId }: RecordRef,
  ids: readonly string[],
): Promise<void> {
  const path = `${PATHS.paymentsOf(kind, objectType)}/archive`;
  await Promise.all(
    inParts(ids, MAX_TIES).map((part) => {
      const inputs = [{ from: { id: recordId }, to: part.map((id) => ({ id })) }];
      return client.send({ path, body: { inputs } });
    }),
  );
}

const historiesShape = z.object({ results: z.array(savedShape) });

export async function versions(
  place: PaymentPlace,
  ids: readonly string[],
  property: string,
): Promise<ReadonlyMap<string, readonly PropertyVersion[]>> {
  const batches = await Promise.all(
    inParts(ids, MAX_HISTORIES).map(async (part) => {
      const { results } = await place.client.ask(historiesShape, {
        ...CONTEXT,
        path: readPath(place),
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
