import type { Charge, ObjectType, PaymentFacts, StripeObjects } from '@stripe-payments/core';
import {
  comparedPaymentProperties,
  PAYMENT_KEY,
  PAYMENT_READ_AT,
  paymentRecordValues,
  plannedPayment,
  relationsOf,
  unmatchedFactsOf,
  valueTextsIn,
  withoutDocument,
} from '@stripe-payments/core';
import type { PaymentRecord, Ports } from '../../ports.ts';
import { asSyncError, isPassing } from '../../sync-error.ts';
import { settleMatches } from './release.ts';

export interface ReadPayments {
  readonly payments: readonly PaymentFacts[];
  readonly mode: 'live' | 'test';
  /** When the reading began, in milliseconds since the epoch. */
  readonly asOfMs: number;
}

/** One that HubSpot took itself has HubSpot's own record, and is not copied. */
const isOurs = ({ charge }: PaymentFacts): boolean => charge.hubSpotPayment === null;

type PlannedValues = Parameters<typeof plannedPayment>[0];

async function valuesOf(
  { crm, accountLanguage }: Ports,
  { payments, mode, asOfMs }: ReadPayments,
): Promise<readonly PlannedValues[]> {
  const timeZone = (await crm.accountFacts())?.timeZone ?? 'UTC';
  // The link has no account, since not every reading asks for it.
  const account = { mode, accountId: null };
  const read = { account, nowSeconds: Math.floor(asOfMs / 1_000), timeZone };
  const texts = valueTextsIn(accountLanguage);
  return payments.filter(isOurs).flatMap((facts): readonly PlannedValues[] => {
    const values = paymentRecordValues(facts, read, texts);
    if (values === undefined) return [];
    return [facts.document === null ? withoutDocument(values) : values];
  });
}

const NONE_DELETED: ReadonlySet<string> = new Set();

type Stored = ReadonlyMap<string, PaymentRecord>;

async function storedOf(
  { paymentRecords }: Ports,
  values: readonly PlannedValues[],
): Promise<Stored> {
  const [first] = values;
  if (first === undefined) return new Map();
  const ids = values.map((each) => each[PAYMENT_KEY]);
  return (await paymentRecords.ofCharges(ids, comparedPaymentProperties(first))) ?? new Map();
}

/**
 * Makes and changes the records of the payments; gives the IDs of all, and of those written.
 * @param objectType of the record they were read for; null for none.
 */
export async function saveRecords(
  ports: Ports,
  objectType: ObjectType | null,
  reading: ReadPayments,
) {
  const all = await valuesOf(ports, reading);
  const stored = await storedOf(ports, all);
  const hasNew = all.some((each) => !stored.has(each[PAYMENT_KEY]));
  // What a person deleted is not made again.
  const deleted = hasNew ? await ports.paymentRecords.deletedCharges() : NONE_DELETED;
  const values = all.filter(
    (each) => stored.has(each[PAYMENT_KEY]) || !deleted.has(each[PAYMENT_KEY]),
  );
  const context = { objectType, readAtMs: reading.asOfMs };
  const writes = values.flatMap(
    (each) => plannedPayment(each, stored.get(each[PAYMENT_KEY])?.properties, context) ?? [],
  );
  const written: ReadonlyMap<string, string> =
    writes.length === 0 ? new Map<string, string>() : await ports.paymentRecords.save(writes);
  const dated = writes
    .filter((write) => PAYMENT_READ_AT in write)
    .map((write) => write[PAYMENT_KEY]);
  const ids = new Map([
    ...[...stored].map(([charge, { id }]) => [charge, id] as const),
    ...written,
  ]);
  return {
    ids,
    written: [...written.values()],
    dated: dated.flatMap((charge) => ids.get(charge) ?? []),
  };
}

/**
 * Makes and changes the records of payments that nothing ties to a record: a list of these is what waits to be
 * matched. What HubSpot does not take, as an account without room, is left out.
 * @param objects what was read around the charges.
 * @throws {SyncError} what another try may well do.
 */
export async function saveUnmatched(
  ports: Ports,
  charges: readonly Charge[],
  { objects, asOfMs }: { readonly objects: StripeObjects; readonly asOfMs: number },
): Promise<void> {
  const { stripe } = ports;
  const relations = relationsOf(objects);
  try {
    const completed = await Promise.all(charges.map((charge) => stripe.completed(charge)));
    const payments = completed.flatMap((charge) => unmatchedFactsOf(charge, relations) ?? []);
    const { written } = await saveRecords(ports, null, { payments, mode: stripe.mode, asOfMs });
    await settleMatches(ports, written);
  } catch (thrown) {
    const error = asSyncError(thrown);
    if (isPassing(error.code)) throw error;
  }
}
