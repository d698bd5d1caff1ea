import type {
  Charge,
  PaymentFacts,
  PayoutsByTransaction,
  PropertyName,
  SettledCharge,
  StoredProperties,
} from '@stripe-payments/core';
import {
  epochMsFromText,
  hasMovedMoney,
  isCapturedPayment,
  isFinalArrival,
  isInPayouts,
  isWhollyInPayouts,
  payoutArrival,
  payoutArrivalValues,
  payoutParts,
  propertyChanges,
} from '@stripe-payments/core';
import type { PaymentRecord, PayoutsFound, Ports } from '../../ports.ts';
import { valuesOf } from '../figure-values.ts';
import type { RecordReading } from '../read-record.ts';

/** When how much of the net reached the bank, and when it is expected there: '' while that is not known. */
export type PayoutDates = ReturnType<typeof payoutArrivalValues>;

/** What a sync knows of the way from the Stripe balance to the bank. */
interface PayoutsRead {
  readonly payments: readonly PaymentFacts[];
  /** Undefined where what HubSpot has stays. */
  readonly payoutDates: PayoutDates | undefined;
}

interface Known {
  readonly stored: StoredProperties;
  /** True for the reading of the whole record in one call. */
  readonly isWhole: boolean;
  /** As `paymentRecords.tiedTo` gives it. */
  readonly tied: Promise<readonly string[] | null>;
}

/** Payments of one sync whose payouts are asked for: each costs two calls or more. */
const MAX_ASKED = 10;

/** Less time is left to the writes. */
const ASKING_NEEDS_MS = 4_000;

/** A bank can send money back for some days after it arrived; later it is final. */
const FINAL_AFTER_MS = 14 * 24 * 60 * 60_000;

/** The same values of these: the same payments, so the same payouts. */
export const OF_MONEY: readonly PropertyName[] = [
  'stripe_payment_count',
  'stripe_last_payment_date',
  'stripe_gross_amount',
  'stripe_net_amount',
  'stripe_funds_available_date',
];

const STATUS = 'stripe_payout_status';
const DATE = 'stripe_payout_date';
export const PAYOUT_DATES = [
  DATE,
  'stripe_payout_expected_date',
  'stripe_last_payout_date',
  'stripe_net_paid_out',
] as const;

const NO_DATES: PayoutDates = {
  [DATE]: '',
  stripe_payout_expected_date: '',
  stripe_last_payout_date: '',
  stripe_net_paid_out: '',
};

/** What HubSpot has of them. */
export const storedDates = (stored: StoredProperties): PayoutDates => ({
  [DATE]: stored[DATE] ?? '',
  stripe_payout_expected_date: stored['stripe_payout_expected_date'] ?? '',
  stripe_last_payout_date: stored['stripe_last_payout_date'] ?? '',
  stripe_net_paid_out: stored['stripe_net_paid_out'] ?? '',
});

/** True where the day on which all of it was paid out is saved, with the amount that a net in one currency has. */
export const isArrivalSaved = (
  dates: PayoutDates,
  { settlement }: RecordReading['view']['summary']['ledger'],
): boolean => dates[DATE] !== '' && (dates.stripe_net_paid_out !== '' || settlement.length > 1);

/** When the net of payments reached the bank, as it is saved. */
export function payoutDates(
  charges: readonly SettledCharge[],
  known: Parameters<typeof payoutArrival>[1],
  nowSeconds: number,
): PayoutDates {
  const currencies = new Set(charges.flatMap(payoutParts).map(({ currency }) => currency));
  return payoutArrivalValues(payoutArrival(charges, known, nowSeconds), currencies);
}

const isFinal = ({ clock }: Ports, date: string | null | undefined): boolean => {
  const ms = epochMsFromText(date ?? '');
  return ms !== undefined && ms + FINAL_AFTER_MS < clock.nowMs();
};

async function hasSameMoney(
  ports: Ports,
  view: RecordReading['view'],
  stored: StoredProperties,
): Promise<boolean> {
  const changes = propertyChanges(stored, await valuesOf(ports, view));
  return !changes.some(({ name }) => OF_MONEY.includes(name));
}

export type Final = ReadonlyMap<string, number | 'not-itemized'>;

/** By charge, what its own payment record says and cannot change any more. */
async function finalOnRecords(ports: Ports, charges: readonly Charge[]): Promise<Final> {
  const ids = charges.map(({ id }) => id);
  return finalIn(
    ports,
    await ports.paymentRecords.ofCharges(ids, [STATUS, DATE]).catch(() => null),
  );
}

/** @param records with status and date of the payout, by charge; null where none are kept or they could not be read. */
export function finalIn(ports: Ports, records: ReadonlyMap<string, PaymentRecord> | null): Final {
  const final = new Map<string, number | 'not-itemized'>();
  for (const [id, { properties }] of records ?? []) {
    const [status, date] = [properties[STATUS], properties[DATE]];
    const arrivedMs = epochMsFromText(date ?? '');
    if (status === 'not_itemized') final.set(id, 'not-itemized');
    else if (status === 'paid' && arrivedMs !== undefined && isFinal(ports, date)) {
      final.set(id, arrivedMs / 1_000);
    }
  }
  return final;
}

export const payoutsIn = (found: PayoutsFound): PayoutsByTransaction => {
  if (found.status === 'found') return found.payouts;
  return found.status === 'not-itemized' ? found.status : 'unknown';
};

/**
 * Where payouts cannot be known, only the first payment is asked for.
 * @param areKept whether an answer stays on a payment's record.
 */
async function askedOf(
  { stripe }: Ports,
  charges: readonly Charge[],
  areKept: boolean,
): Promise<ReadonlyMap<string, PayoutsByTransaction>> {
  const ask = async (charge: Charge) => [charge.id, await stripe.payoutsOfCharge(charge)] as const;
  const [first, ...others] = charges;
  if (first === undefined) return new Map();
  const answer = await ask(first);
  const { status } = answer[1];
  const isInVain = status === 'no-permission' || (status === 'not-itemized' && !areKept);
  const answers = [answer, ...(isInVain ? [] : await Promise.all(others.map(ask)))];
  return new Map(answers.map(([id, found]) => [id, payoutsIn(found)]));
}

export const isCounted = ({ match }: PaymentFacts): boolean =>
  match !== 'ambiguous' && match !== 'none';

const oldestFirst = (left: Charge, right: Charge): number => left.created - right.created;

const withAnswers = (
  payments: readonly PaymentFacts[],
  asked: ReadonlyMap<string, PayoutsByTransaction>,
): readonly PaymentFacts[] =>
  payments.map((facts) => {
    const payouts = asked.get(facts.charge.id);
    return payouts === undefined ? facts : { ...facts, payouts };
  });

/**
 * The same payments with their payouts, those whose money is available: of payments that nothing ties to a record,
 * which no sync asks for.
 */
export async function withPayouts(
  ports: Ports,
  payments: readonly PaymentFacts[],
): Promise<readonly PaymentFacts[]> {
  const nowSeconds = Math.floor(ports.clock.nowMs() / 1_000);
  const available = payments
    .map(({ charge }) => charge)
    .filter((charge) => isCapturedPayment(charge) && isInPayouts(charge, nowSeconds))
    .sort(oldestFirst);
  if (available.length === 0 || ports.time.remainingMs() <= ASKING_NEEDS_MS) return payments;
  const final = await finalOnRecords(ports, available);
  const open = available.filter((charge) => !isFinalArrival(charge, final)).slice(0, MAX_ASKED);
  return withAnswers(payments, await askedOf(ports, open, true));
}

/**
 * Payouts of what a reading has found, asked for where no viewer waits, once the money is available and as
 * long as it is not for sure in the bank (docs/decisions/0020). They change no figure, so what could not be read
 * is unknown and nothing fails.
 */
export async function payoutsOfReading(
  ports: Ports,
  { payments, view }: RecordReading,
  { stored, isWhole, tied }: Known,
): Promise<PayoutsRead> {
  const isLast = view.continuation === null;
  const before = storedDates(stored);
  const hasDate = isLast && Object.values(before).some((value) => value !== '');
  const isSame = hasDate && (await hasSameMoney(ports, view, stored));
  const { ledger } = view.summary;
  if (isSame && isArrivalSaved(before, ledger) && isFinal(ports, before[DATE])) {
    return { payments, payoutDates: undefined };
  }
  const isAsked = ports.asksForPayouts === true;
  if (!isAsked) return { payments, payoutDates: isSame || !isLast ? undefined : NO_DATES };
  const charges = payments
    .filter(isCounted)
    .map(({ charge }) => charge)
    .filter(hasMovedMoney);
  const nowSeconds = Math.floor(ports.clock.nowMs() / 1_000);
  const available = charges.filter((charge) => isInPayouts(charge, nowSeconds));
  const areKept = (await tied.catch(() => null)) !== null;
  const none: Final = new Map();
  const final = areKept && available.length > 0 ? await finalOnRecords(ports, available) : none;
  const open = available.filter((charge) => !isFinalArrival(charge, final)).sort(oldestFirst);
  const canBeAll = isWhole && ledger.feeStatus === 'final';
  const isAllAvailable = charges.every((charge) => isWhollyInPayouts(charge, nowSeconds));
  // Without payment records nothing keeps an answer: a part of them would be asked for in vain each time.
  const isWorthIt = areKept || (canBeAll && open.length <= MAX_ASKED && isAllAvailable);
  const hasTime = ports.time.remainingMs() > ASKING_NEEDS_MS;
  const toAsk = isWorthIt && hasTime ? open.slice(0, MAX_ASKED) : [];
  const asked = await askedOf(ports, toAsk, areKept);
  const answered = withAnswers(payments, asked);
  if (!isLast) return { payments: answered, payoutDates: undefined };
  const dates = canBeAll ? payoutDates(charges, { final, asked }, nowSeconds) : NO_DATES;
  const isUnread = open.some(({ id }) => (asked.get(id) ?? 'unknown') === 'unknown');
  const isEmpty = dates.stripe_payout_date + dates.stripe_payout_expected_date === '';
  const stays = isSame && isEmpty && dates.stripe_net_paid_out === '' && isUnread;
  return { payments: answered, payoutDates: stays ? undefined : dates };
}
