import type {
  Charge,
  ObjectType,
  PaymentFacts,
  PaymentWrite,
  StripeObjects,
} from '@stripe-payments/core';
import {
  comparedPaymentProperties,
  hubSpotPaymentValues,
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
import type { SyncError } from '../../sync-error.ts';
import { asSyncError, isPassing } from '../../sync-error.ts';
import { withPayouts } from './payouts-of-reading.ts';
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
  { crm, accountLanguage, paymentRecords }: Ports,
  { payments, mode, asOfMs }: ReadPayments,
): Promise<readonly PlannedValues[]> {
  const [account, kind] = await Promise.all([crm.accountFacts(), paymentRecords.kind()]);
  const timeZone = account?.timeZone ?? 'UTC';
  // The link has no account, since not every reading asks for it.
  const link = { mode, accountId: null };
  const read = { account: link, nowSeconds: Math.floor(asOfMs / 1_000), timeZone };
  const texts = valueTextsIn(accountLanguage);
  return payments.filter(isOurs).flatMap((facts): readonly PlannedValues[] => {
    const own = paymentRecordValues(facts, read, texts);
    if (own === undefined) return [];
    const values =
      kind === 'hubspot-payments' ? { ...own, ...hubSpotPaymentValues(facts.charge, own) } : own;
    return [facts.document === null ? withoutDocument(values) : values];
  });
}

const NONE_DELETED: ReadonlySet<string> = new Set();

/** Values of so many are in memory at once. */
const MAX_AT_ONCE = 200;

/** What payments are to have, beside what their records have. */
export interface ComparedPayments {
  readonly values: readonly PlannedValues[];
  readonly stored: ReadonlyMap<string, PaymentRecord>;
  /** Charges whose records a person deleted: these are not made again. */
  readonly deleted: ReadonlySet<string>;
}

/** @param hasNew true where some have likely no record yet: what was deleted is then asked for beside them. */
async function compared(
  { paymentRecords }: Ports,
  values: readonly PlannedValues[],
  hasNew: () => Promise<boolean>,
): Promise<ComparedPayments> {
  const [first] = values;
  if (first === undefined) return { values, stored: new Map(), deleted: NONE_DELETED };
  const ids = values.map((each) => each[PAYMENT_KEY]);
  const [stored, deleted] = await Promise.all([
    paymentRecords.ofCharges(ids, comparedPaymentProperties(first)),
    hasNew().then((isNew) => (isNew ? paymentRecords.deletedCharges() : undefined)),
  ]);
  const isAllStored = ids.every((id) => stored?.has(id));
  return {
    values,
    stored: stored ?? new Map(),
    deleted: isAllStored ? NONE_DELETED : (deleted ?? (await paymentRecords.deletedCharges())),
  };
}

/** The first of the payments, beside their records. */
export async function comparedFirst(
  ports: Ports,
  reading: ReadPayments,
  hasNew: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<ComparedPayments> {
  const payments = reading.payments.slice(0, MAX_AT_ONCE);
  return compared(ports, await valuesOf(ports, { ...reading, payments }), hasNew);
}

interface SavedRecords {
  /** Of the records that there are, by charge. */
  readonly ids: ReadonlyMap<string, string>;
  /** IDs of the records written, and of those whose reading's time was. */
  readonly written: readonly string[];
  readonly dated: readonly string[];
  /** IDs of the records that lack what was to be written, as how their payments are matched. */
  readonly unwritten: readonly string[];
  /** Why HubSpot did not take one of them; null where it took all. */
  readonly refusal: SyncError | null;
}

async function saveCompared(
  { paymentRecords }: Ports,
  { values, stored, deleted }: ComparedPayments,
  context: Parameters<typeof plannedPayment>[2],
): Promise<SavedRecords> {
  const writes = values.flatMap((each) => {
    const record = stored.get(each[PAYMENT_KEY]);
    if (record === undefined && deleted.has(each[PAYMENT_KEY])) return [];
    return plannedPayment(each, record?.properties, context) ?? [];
  });
  // Apart: where there is no room for new ones, HubSpot refuses the whole batch.
  const isNew = (write: PaymentWrite): boolean => !stored.has(write[PAYMENT_KEY]);
  const saved = await Promise.all(
    [writes.filter(isNew), writes.filter((write) => !isNew(write))]
      .filter((some) => some.length > 0)
      .map((some) => paymentRecords.save(some)),
  );
  const written = new Map(saved.flatMap((each) => [...each.ids]));
  const refusal = saved.find((each) => each.refusal !== null)?.refusal ?? null;
  const ids = new Map([
    ...[...stored].map(([charge, { id }]) => [charge, id] as const),
    ...written,
  ]);
  const dated = writes.filter((write) => PAYMENT_READ_AT in write);
  const refused = writes.filter((write) => !written.has(write[PAYMENT_KEY]));
  return {
    ids,
    written: [...written.values()],
    dated: dated.flatMap((write) => written.get(write[PAYMENT_KEY]) ?? []),
    unwritten: refused.flatMap((write) => stored.get(write[PAYMENT_KEY])?.id ?? []),
    refusal,
  };
}

/**
 * Makes and changes the records of the payments.
 * @param objectType of the record they were read for; null for none.
 * @param first `comparedFirst` of the same reading, where it was asked before.
 */
export async function saveRecords(
  ports: Ports,
  objectType: ObjectType | null,
  reading: ReadPayments,
  first?: ComparedPayments,
): Promise<SavedRecords> {
  const context = { objectType, readAtMs: reading.asOfMs };
  const parts = [
    await saveCompared(ports, first ?? (await comparedFirst(ports, reading)), context),
  ];
  for (let from = MAX_AT_ONCE; from < reading.payments.length; from += MAX_AT_ONCE) {
    const rest = { ...reading, payments: reading.payments.slice(from) };
    parts.push(await saveCompared(ports, await comparedFirst(ports, rest), context));
  }
  return {
    ids: new Map(parts.flatMap(({ ids }) => [...ids])),
    written: parts.flatMap(({ written }) => written),
    dated: parts.flatMap(({ dated }) => dated),
    unwritten: parts.flatMap(({ unwritten }) => unwritten),
    refusal: parts.find(({ refusal }) => refusal !== null)?.refusal ?? null,
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
    const unmatched = completed.flatMap((charge) => unmatchedFactsOf(charge, relations) ?? []);
    const payments = await withPayouts(ports, unmatched);
    const { written } = await saveRecords(ports, null, { payments, mode: stripe.mode, asOfMs });
    await settleMatches(ports, written);
  } catch (thrown) {
    const error = asSyncError(thrown);
    if (isPassing(error.code)) throw error;
  }
}
