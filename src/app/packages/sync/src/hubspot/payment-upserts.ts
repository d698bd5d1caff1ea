import type { PaymentWrite } from '@stripe-payments/core';
import { PAYMENT_KEY, paymentChange } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { SavedPayments } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import { PATHS } from './client.ts';
import { idShape, inParts, recordShape, wrongAnswer } from './pages.ts';
import type { PaymentPlace } from './payment-batches.ts';
import { ofCharges } from './payment-batches.ts';

/** HubSpot's largest batch. */
const MAX_BATCH = 100;

const upsertedShape = z.object({
  results: z.array(z.extend(recordShape, { objectWriteTraceId: z.nullish(z.string()) })),
  errors: z.nullish(
    z.array(
      z.object({
        message: z.nullish(z.string()),
        category: z.nullish(z.string()),
        context: z.nullish(z.object({ objectWriteTraceId: z.optional(z.array(idShape)) })),
      }),
    ),
  ),
});

interface Upserted {
  readonly ids: ReadonlyMap<string, string>;
  /** By charge ID, in HubSpot's words. */
  readonly refused: ReadonlyMap<string, string>;
}

/** The charge ID is each input's trace: HubSpot then writes the good ones and tells of the others. */
async function upsertOnce(place: PaymentPlace, writes: readonly PaymentWrite[]): Promise<Upserted> {
  const asked = new Set(writes.map((write) => write[PAYMENT_KEY]));
  const { results, errors } = await place.client.ask(upsertedShape, {
    missingProperty: 'hubspot-refused',
    path: `${PATHS.payments(place.kind)}/batch/upsert`,
    body: {
      inputs: writes.map((properties) => ({
        id: properties[PAYMENT_KEY],
        idProperty: PAYMENT_KEY,
        objectWriteTraceId: properties[PAYMENT_KEY],
        properties,
      })),
    },
  });
  const ids = new Map(
    results.map(({ id, objectWriteTraceId, properties }) => [
      properties[PAYMENT_KEY] ?? objectWriteTraceId ?? '',
      id,
    ]),
  );
  const refused = new Map(
    (errors ?? []).flatMap(({ message, context }) =>
      (context?.objectWriteTraceId ?? []).map((chargeId) => [chargeId, message ?? ''] as const),
    ),
  );
  const answered = [...ids.keys(), ...refused.keys()];
  const isWhole = [...asked].every((id) => answered.includes(id));
  if (!isWhole || !answered.every((id) => asked.has(id))) {
    throw wrongAnswer('A batch of payment records lacks one.');
  }
  return { ids, refused };
}

/** Of HubSpot's Payments, those that are there by now are changed, without what HubSpot takes with a new one alone. */
async function asChanges(
  place: PaymentPlace,
  writes: readonly PaymentWrite[],
): Promise<readonly PaymentWrite[]> {
  if (place.kind === 'custom-object') return writes;
  const keys = writes.map((write) => write[PAYMENT_KEY]);
  const existing = await ofCharges(place, keys, []);
  return writes.map((write) => (existing.has(write[PAYMENT_KEY]) ? paymentChange(write) : write));
}

const isRefusal = (error: unknown): error is SyncError =>
  error instanceof SyncError && error.code === 'hubspot-refused';

/**
 * Where two make a payment's record at once, one of them is refused for its unique value: then there is one,
 * and the same again changes it.
 */
async function upsert(
  place: PaymentPlace,
  writes: readonly PaymentWrite[],
): Promise<SavedPayments> {
  const again = async (left: readonly PaymentWrite[]): Promise<SavedPayments> => {
    let upserted: Upserted;
    try {
      upserted = await upsertOnce(place, await asChanges(place, left));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { ids: new Map(), refusal: error };
    }
    const { ids, refused } = upserted;
    const [detail] = refused.values();
    const refusal = detail === undefined ? null : new SyncError('hubspot-refused', { detail });
    return { ids, refusal };
  };
  let first: Upserted;
  try {
    first = await upsertOnce(place, writes);
  } catch (error) {
    // Without its parts: HubSpot refuses a whole batch for a conflict.
    if (!isRefusal(error)) throw error;
    return again(writes);
  }
  const { ids, refused } = first;
  if (refused.size === 0) return { ids, refusal: null };
  const left = writes.filter((write) => refused.has(write[PAYMENT_KEY]));
  const rest = await again(left);
  return { ids: new Map([...ids, ...rest.ids]), refusal: rest.refusal };
}

/** Writes all that HubSpot takes, also where it refuses some. */
export async function upsertPayments(
  place: PaymentPlace,
  writes: readonly PaymentWrite[],
): Promise<SavedPayments> {
  const batches = await Promise.allSettled(
    inParts(writes, MAX_BATCH).map((part) => upsert(place, part)),
  );
  const parts = batches.map((batch) => {
    if (batch.status === 'rejected') throw batch.reason;
    return batch.value;
  });
  return {
    ids: new Map(parts.flatMap(({ ids }) => [...ids])),
    refusal: parts.find(({ refusal }) => refusal !== null)?.refusal ?? null,
  };
}
