import type { Failure } from '../contract/failure.ts';
import { canonicalDecimal } from '../money/decimal.ts';
import type { StoredProperties } from '../properties/changes.ts';
import type { ObjectType } from '../record/object-type.ts';
import { OBJECT_TYPES } from '../record/object-type.ts';
import { failureMessage } from '../presentation/failure.ts';
import { storedTextsIn } from '../texts/catalogue.ts';
import { paymentSync as english } from '../texts/english/payment-records.ts';
import { paymentSync as italian } from '../texts/italian/payment-records.ts';
import type { Language } from '../texts/language.ts';
import { epochMsFromText, isoFromEpochMs } from '../time/iso.ts';
import type { HubSpotPaymentName } from './hubspot-values.ts';
import { HUBSPOT_NUMBERS, isOfHubSpot, OF_NEW_PAYMENT } from './hubspot-values.ts';
import { PAYOUT_NAMES } from './payout-values.ts';
import type { PaymentPropertyName } from './record-properties.ts';
import { PAYMENT_KEY } from './record-properties.ts';
import type { PaymentRecordValues } from './record-values.ts';

/** Some or all properties of one payment's record; those left out stay as they are. */
export type PaymentWrite = Readonly<
  Partial<Record<PaymentPropertyName | HubSpotPaymentName, string>>
> & {
  readonly stripe_charge_id: string;
};

/** By which evidence a payment counts on its record of a type: each is written by syncs of that type only. */
export const MATCH_PROPERTIES = {
  deal: 'stripe_deal_match',
  contact: 'stripe_contact_match',
  company: 'stripe_company_match',
} as const satisfies Readonly<Record<ObjectType, PaymentPropertyName>>;

/** The moment of a reading. Newer values are never overwritten by older ones. */
export const PAYMENT_READ_AT = 'stripe_read_at' satisfies PaymentPropertyName;

/** What only an invoice or checkout session tells. */
const OF_DOCUMENT: ReadonlySet<string> = new Set<PaymentPropertyName>([
  'stripe_invoice_number',
  'stripe_products',
  'stripe_tax_amount',
  'stripe_paid_after_tax',
  'stripe_settled_tax',
  'stripe_net_after_tax',
]);

/** HubSpot may spell these otherwise than they were written. */
export const PAYMENT_NUMBERS: ReadonlySet<string> = new Set<PaymentPropertyName>([
  'stripe_amount_paid',
  'stripe_amount_refunded',
  'stripe_amount_disputed',
  'stripe_amount_processing',
  'stripe_amount_authorized',
  'stripe_tax_amount',
  'stripe_paid_after_tax',
  'stripe_gross_amount',
  'stripe_settled_refunds',
  'stripe_settled_disputes',
  'stripe_fee_amount',
  'stripe_processing_fee',
  'stripe_fee_tax',
  'stripe_application_fee',
  'stripe_passthrough_fee',
  'stripe_dispute_fee',
  'stripe_other_fee',
  'stripe_net_amount',
  'stripe_settled_tax',
  'stripe_net_after_tax',
  'stripe_fee_rate',
  'stripe_exchange_rate',
]);

/** Values to be written: all, or a part of them. */
type Values = PaymentWrite & { readonly stripe_match: string };

/**
 * Without what only its document tells: not every reading of a payment reads its document, and what another
 * one wrote stays.
 */
export const withoutDocument = (
  values: PaymentRecordValues & Partial<Record<HubSpotPaymentName, string>>,
): Values => ({
  ...Object.fromEntries(Object.entries(values).filter(([name]) => !OF_DOCUMENT.has(name))),
  stripe_charge_id: values.stripe_charge_id,
  stripe_match: values.stripe_match,
});

/** True for the names of dates and moments. */
export const isPaymentDate = (name: string): boolean => /_(?:date|at)$/.test(name);

/** A reading takes less: a moment further ahead is of a wrong clock or a person, and orders nothing. */
const MAX_AHEAD_MS = 60 * 60_000;

/** True where the stored values are of a reading that began later. */
function isOlder(stored: StoredProperties | undefined, readAtMs: number): boolean {
  const storedMs = epochMsFromText(stored?.[PAYMENT_READ_AT] ?? '');
  return storedMs !== undefined && storedMs > readAtMs && storedMs < readAtMs + MAX_AHEAD_MS;
}

function isSame(name: string, left: string, right: string): boolean {
  if (left === right) return true;
  const comparable = isPaymentDate(name)
    ? epochMsFromText
    : PAYMENT_NUMBERS.has(name) || HUBSPOT_NUMBERS.has(name)
      ? canonicalDecimal
      : undefined;
  const value = comparable?.(left);
  return value !== undefined && value === comparable?.(right);
}

/** That of the deal says most, then the contact's; `none` where it belongs to no record. */
function strongest(stored: StoredProperties): string {
  const [first = 'none'] = OBJECT_TYPES.flatMap((type) => stored[MATCH_PROPERTIES[type]] || []);
  return first;
}

function withMatch(stored: StoredProperties, objectType: ObjectType, match: string) {
  const own = { [MATCH_PROPERTIES[objectType]]: match };
  return { ...own, stripe_match: strongest({ ...stored, ...own }) };
}

/** Undefined where the record has all of it. */
function ifDifferent(
  stored: StoredProperties | undefined,
  write: PaymentWrite,
): PaymentWrite | undefined {
  const isDifferent = Object.entries(write).some(
    ([name, value]) => name !== PAYMENT_READ_AT && !isSame(name, stored?.[name] ?? '', value),
  );
  return isDifferent ? write : undefined;
}

const keeping = (
  write: PaymentWrite,
  isKept: (name: string, value: string) => boolean,
): PaymentWrite => ({
  ...Object.fromEntries(Object.entries(write).filter(([name, value]) => isKept(name, value))),
  stripe_charge_id: write.stripe_charge_id,
});

/** Of HubSpot's own properties only what differs. */
const withoutUnchanged = (stored: StoredProperties, write: PaymentWrite): PaymentWrite =>
  keeping(write, (name, value) => !isOfHubSpot(name) || !isSame(name, stored[name] ?? '', value));

/** For a payment that was made meanwhile: without what HubSpot may take with a new one alone. */
export const paymentChange = (write: PaymentWrite): PaymentWrite =>
  keeping(write, (name) => !OF_NEW_PAYMENT.has(name));

/**
 * What a sync of a record writes on a payment's record, all values of one reading together; undefined where
 * it has them. Where a newer reading wrote them, only what is decided by this record: how it was matched.
 * @param objectType of the record; null where the payment was read for none.
 * @param stored undefined where the payment has no record yet.
 * @param readAtMs when the reading began, in milliseconds since the epoch.
 */
export function plannedPayment(
  values: Values,
  stored: StoredProperties | undefined,
  { objectType, readAtMs }: { readonly objectType: ObjectType | null; readonly readAtMs: number },
): PaymentWrite | undefined {
  const { stripe_charge_id, stripe_match } = values;
  const match =
    objectType === null
      ? { stripe_match: strongest(stored ?? {}) }
      : withMatch(stored ?? {}, objectType, stripe_match);
  const write = ifDifferent(
    stored,
    isOlder(stored, readAtMs)
      ? { stripe_charge_id, ...match }
      : { ...values, ...match, [PAYMENT_READ_AT]: isoFromEpochMs(readAtMs) },
  );
  return write === undefined || stored === undefined ? write : withoutUnchanged(stored, write);
}

/**
 * What is written on the record of a payment of which nothing is known but how it is matched to records of a
 * type.
 * @param match '' where it counts on none of them.
 */
export const rematchedPayment = (
  chargeId: string,
  stored: StoredProperties,
  objectType: ObjectType,
  match: string,
): PaymentWrite | undefined =>
  ifDifferent(stored, { stripe_charge_id: chargeId, ...withMatch(stored, objectType, match) });

/**
 * True for the value of `MATCH_PROPERTIES` of a payment that counts on a record of the type: a sync writes it
 * before it associates the two.
 */
export const isMatchOfCounted = (match: string): boolean =>
  match !== '' && match !== 'ambiguous' && match !== 'none';

/**
 * What is written where `stripe_match` does not repeat the strongest match: two syncs that wrote at once knew nothing of
 * each other's.
 * @param stored with the charge's ID and all matches.
 */
export function settledMatch(stored: StoredProperties): PaymentWrite | undefined {
  const chargeId = stored[PAYMENT_KEY];
  return typeof chargeId === 'string'
    ? ifDifferent(stored, { stripe_charge_id: chargeId, stripe_match: strongest(stored) })
    : undefined;
}

/** Properties that a sync reads of a payment's record, to compare. */
export const comparedPaymentProperties = (values: Values): readonly string[] => [
  ...new Set([...Object.keys(values), ...OF_DOCUMENT, ...PAYOUT_NAMES]),
  ...('hs_payout_date' in values || !Object.keys(values).some(isOfHubSpot)
    ? []
    : ['hs_payout_date']),
  ...Object.values(MATCH_PROPERTIES),
  PAYMENT_READ_AT,
];

/** What `stripe_sync_error` says where a record's figures are saved and its payment records are not. */
export function paymentsNotAllSaved(language: Language, failure: Failure): string {
  const texts = language === 'it' ? italian : english;
  // The message of a timeout says that nothing was changed.
  if (failure.code === 'timeout') return texts.notAllSaved(texts.tooSlow);
  const { message } = failureMessage(failure, storedTextsIn(language));
  const { detail } = failure;
  return texts.notAllSaved(detail === undefined ? message : `${message} (${detail})`);
}
