import type {
  PaymentWrite,
  PropertyChange,
  PropertyValues,
  SettledCharge,
  StoredProperties,
} from '@stripe-payments/core';
import {
  epochMsFromText,
  hasMovedMoney,
  isFinalArrival,
  isInPayouts,
  PAYOUT_NAMES,
  payoutValues,
  propertyChanges,
  settledCharge,
} from '@stripe-payments/core';
import type { PaymentRecord, PayoutsFound, Ports } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { valuesOf } from '../figure-values.ts';
import type { RecordReading } from '../read-record.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import { readViewedRecord, writeAndReadBack } from '../viewed-record.ts';
import type { PayoutDates } from './payouts-of-reading.ts';
import {
  finalIn,
  isArrivalSaved,
  isCounted,
  OF_MONEY,
  PAYOUT_DATES,
  payoutDates,
  payoutsIn,
} from './payouts-of-reading.ts';

/** What one call asks Stripe for: lists of payouts, and what is in those after each change of the balance. */
const MAX_PAYMENTS = 3;
const MAX_CALLS = 8;

/** Where payment records are kept, older payments have their payout there. */
const MAX_WITH_RECORDS = 20;

/** The card asks at once. */
const VALID_MS = 10 * 60_000;

const SYNCED_AT = 'stripe_last_synced_at';
const HUBSPOT_DATE = 'hs_payout_date';

/** What a sync saved, and of which the payouts are open. */
export interface OpenPayouts {
  readonly charges: readonly SettledCharge[];
  /** By `OF_MONEY`: only as long as the record has these, its money is that of the payments. */
  readonly money: PropertyValues;
  readonly asOfMs: number;
  readonly areKept: boolean;
}

/**
 * Of a whole reading that was saved, what its record's payouts depend on; null where a few calls can give no day: while
 * no money is available or a fee is pending, of many payments, of payouts that are not itemized, and where the
 * day is known.
 * @param known the dates that the record has now.
 */
export async function openPayouts(
  ports: Ports,
  { payments, view }: RecordReading,
  known: PayoutDates,
  tied: Promise<readonly string[] | null>,
): Promise<OpenPayouts | null> {
  const { asOfMs, summary } = view;
  const { ledger } = summary;
  if (ports.asksForPayouts === true || ports.stripe.hasManualPayouts()) return null;
  if (ledger.feeStatus !== 'final' || isArrivalSaved(known, ledger)) return null;
  const charges = payments
    .filter(isCounted)
    .map(({ charge }) => charge)
    .filter(hasMovedMoney);
  const nowSeconds = Math.floor(ports.clock.nowMs() / 1_000);
  if (charges.length === 0 || charges.length > MAX_WITH_RECORDS) return null;
  if (!charges.some((charge) => isInPayouts(charge, nowSeconds))) return null;
  const areKept = (await tied.catch(() => null)) !== null;
  if (!areKept && charges.length > MAX_PAYMENTS) return null;
  const values = await valuesOf(ports, view);
  const money = Object.fromEntries(OF_MONEY.map((name) => [name, values[name] ?? '']));
  return { charges: charges.map(settledCharge), money, asOfMs, areKept };
}

const sameRecord = (
  { stripe }: Ports,
  { objectType, recordId, createdAt }: ViewedRecord,
): Readonly<Record<string, unknown>> => ({
  kind: 'payouts',
  objectType,
  recordId,
  createdMs: epochMsFromText(createdAt) ?? null,
  mode: stripe.mode,
});

/** What the card sends back for them: nothing in it can be changed. */
export function sealedPayouts(ports: Ports, viewed: ViewedRecord, open: OpenPayouts): string {
  const expiresAtMs = ports.clock.nowMs() + VALID_MS;
  return ports.seal.close(JSON.stringify({ ...sameRecord(ports, viewed), expiresAtMs, open }));
}

function openedPayouts(ports: Ports, viewed: ViewedRecord, token: string): OpenPayouts {
  const text = ports.seal.open(token);
  // Only this code seals; what else it sealed is of another kind.
  const given = (text === undefined ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>;
  const { open, expiresAtMs } = given as { readonly open?: OpenPayouts; expiresAtMs?: number };
  const isSame = Object.entries(sameRecord(ports, viewed)).every(
    ([name, value]) => given[name] === value,
  );
  if (!isSame || open === undefined || (expiresAtMs ?? 0) < ports.clock.nowMs()) {
    throw new SyncError('continuation-expired');
  }
  return open;
}

const hasMoney = (stored: StoredProperties, { money }: OpenPayouts): boolean =>
  propertyChanges(stored, money).length === 0;

/** Payment records tell the same as their record. */
async function writeOnRecords(
  { paymentRecords }: Ports,
  charges: readonly SettledCharge[],
  found: ReadonlyMap<string, PayoutsFound>,
  records: ReadonlyMap<string, PaymentRecord>,
): Promise<void> {
  const isHubSpots = (await paymentRecords.kind()) === 'hubspot-payments';
  const writes = charges.flatMap((charge): readonly PaymentWrite[] => {
    const payouts = found.get(charge.id);
    const properties = records.get(charge.id)?.properties;
    if (payouts === undefined || properties === undefined) return [];
    const values = payoutValues(charge, payoutsIn(payouts));
    const { stripe_payout_date: day } = values;
    const isSame = Object.entries(values).every(([name, to]) => (properties[name] ?? '') === to);
    if (isSame) return [];
    const moment = day === undefined || day === '' ? '' : `${day}T00:00:00.000Z`;
    const ofHubSpot = isHubSpots ? { [HUBSPOT_DATE]: moment } : {};
    return [{ stripe_charge_id: charge.id, ...values, ...ofHubSpot }];
  });
  if (writes.length > 0) await paymentRecords.save(writes);
}

/**
 * Saves when the money of a record that was just synced reaches the bank. A record that has other money by now is left
 * as it is.
 * @throws {SyncError} the codes of the record's read and write; `continuation-expired` for a token that is not its own.
 */
export async function savePayouts(
  ports: Ports,
  viewed: ViewedRecord,
  token: string,
): Promise<{ readonly changes: readonly PropertyChange[] }> {
  const open = openedPayouts(ports, viewed, token);
  const { charges, asOfMs, areKept } = open;
  const ids = charges.map(({ id }) => id);
  const [stored, records] = await Promise.all([
    readViewedRecord(ports, viewed, [...OF_MONEY, SYNCED_AT, ...PAYOUT_DATES]),
    areKept ? ports.paymentRecords.ofCharges(ids, PAYOUT_NAMES).catch(() => null) : null,
  ]);
  const final = finalIn(ports, records);
  const isOf = (read: StoredProperties): boolean =>
    epochMsFromText(read[SYNCED_AT] ?? '') === asOfMs;
  const nowSeconds = Math.floor(ports.clock.nowMs() / 1_000);
  const asked = charges.filter(
    (charge) => isInPayouts(charge, nowSeconds) && !isFinalArrival(charge, final),
  );
  if (!isOf(stored) || !hasMoney(stored, open) || asked.length > MAX_PAYMENTS)
    return { changes: [] };
  const found =
    asked.length === 0
      ? new Map<string, PayoutsFound>()
      : await ports.stripe.payoutsOfFew(asked, MAX_CALLS);
  if (records !== null) await writeOnRecords(ports, asked, found, records);
  const isUnread = asked.some(({ id }) => (found.get(id)?.status ?? 'unknown') !== 'found');
  if (isUnread) return { changes: [] };
  const known = new Map([...found].map(([id, payouts]) => [id, payoutsIn(payouts)]));
  const days = payoutDates(charges, { final, asked: known }, nowSeconds);
  // HubSpot leaves out what is archived.
  const writable = Object.entries(days).filter(([name]) => Object.hasOwn(stored, name));
  const values: PropertyValues = Object.fromEntries(writable);
  const changes = propertyChanges(stored, values);
  if (changes.length === 0) return { changes };
  const saved = await writeAndReadBack(ports, viewed, values, SYNCED_AT);
  if (isOf(saved.stored) || hasMoney(await ports.crm.read(viewed, OF_MONEY), open)) {
    return { changes };
  }
  // Another sync saved other money at the same moment: of that nothing is known.
  await ports.crm.write(viewed, Object.fromEntries(writable.map(([name]) => [name, ''])));
  return { changes: [] };
}
