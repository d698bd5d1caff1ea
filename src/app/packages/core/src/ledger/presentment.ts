import type { Currency } from '../money/currency.ts';
import { mergeByCurrency } from '../money/merge-by-currency.ts';
import { add, money } from '../money/money.ts';
import type { Money } from '../money/money.ts';
import type { Charge, Refund } from '../payment/charge.ts';
import { isAuthorized, isCapturedPayment, settlesCapturedOnly } from './captures.ts';
import { awayMinor } from './dispute-money.ts';

/** What customers paid, got back and contest in one presentment currency, in its minor units. */
export interface PresentmentTotals {
  readonly currency: Currency;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  /** Of refunds that failed: back in the balance, and not part of what was refunded. */
  readonly refundFailedMinor: number;
  /** In dispute or lost: only the part that is away. */
  readonly disputedMinor: number;
  /** The part of it that is lost. */
  readonly lostMinor: number;
  /** On its way from the customer's bank. */
  readonly processingMinor: number;
  /** Reserved on cards and not captured. */
  readonly authorizedMinor: number;
}

/** Every amount of the totals. */
const AMOUNTS = [
  'capturedMinor',
  'refundedMinor',
  'refundFailedMinor',
  'disputedMinor',
  'lostMinor',
  'processingMinor',
  'authorizedMinor',
] as const;

type Amounts = Readonly<Record<(typeof AMOUNTS)[number], number>>;

function totalsIn(
  currency: Currency,
  minorOf: (amount: (typeof AMOUNTS)[number]) => number,
): PresentmentTotals {
  const minor = (amount: (typeof AMOUNTS)[number]): number =>
    money(minorOf(amount), currency).minor;
  return {
    currency,
    capturedMinor: minor('capturedMinor'),
    refundedMinor: minor('refundedMinor'),
    refundFailedMinor: minor('refundFailedMinor'),
    disputedMinor: minor('disputedMinor'),
    lostMinor: minor('lostMinor'),
    processingMinor: minor('processingMinor'),
    authorizedMinor: minor('authorizedMinor'),
  };
}

/** True for a refund that gives money back, or will. */
function isRefundEffective({ status, balanceTransaction }: Refund): boolean {
  // Refunds of before 2016 have no status: their balance transaction says that the money left.
  if (status === null) return balanceTransaction !== null;
  return status === 'succeeded' || status === 'pending' || status === 'requires_action';
}

const isReversal = ({ balanceTransaction }: Refund): boolean =>
  balanceTransaction?.reportingCategory === 'partial_capture_reversal';

/**
 * The refund object of an uncaptured rest whose balance transaction has not arrived: exactly that rest,
 * done at once, on a charge that is not known to have settled the captured part only.
 */
function awaitedReversal(charge: Charge): Refund | undefined {
  const uncapturedMinor = charge.amountMinor - charge.amountCapturedMinor;
  if (uncapturedMinor <= 0 || charge.refunds.some(isReversal) || settlesCapturedOnly(charge)) {
    return undefined;
  }
  return charge.refunds.find(
    ({ status, balanceTransaction, amountMinor }) =>
      status === 'succeeded' && balanceTransaction === null && amountMinor === uncapturedMinor,
  );
}

/** Refunds of captured money: the uncaptured rest of a partial capture can be a refund object too. */
export function refundsOfCaptured(charge: Charge): readonly Refund[] {
  if (!isCapturedPayment(charge)) return [];
  const reversal = awaitedReversal(charge);
  return charge.refunds.filter(
    (refund) => isRefundEffective(refund) && !isReversal(refund) && refund !== reversal,
  );
}

const addPresentment = (left: PresentmentTotals, right: PresentmentTotals): PresentmentTotals =>
  totalsIn(left.currency, (amount) => left[amount] + right[amount]);

export const mergePresentment = (
  left: readonly PresentmentTotals[],
  right: readonly PresentmentTotals[],
): readonly PresentmentTotals[] => mergeByCurrency(left, right, addPresentment);

function partsOf(charge: Charge): readonly PresentmentTotals[] {
  const part = (currency: Currency, amounts: Partial<Amounts>): PresentmentTotals =>
    totalsIn(currency, (amount) => amounts[amount] ?? 0);
  const { status, currency: paidIn, amountMinor: asked } = charge;
  if (status === 'pending') return [part(paidIn, { processingMinor: asked })];
  if (isAuthorized(charge)) return [part(paidIn, { authorizedMinor: asked })];
  if (!isCapturedPayment(charge)) return [part(paidIn, {})];
  return [
    part(charge.currency, { capturedMinor: charge.amountCapturedMinor }),
    ...refundsOfCaptured(charge).map(({ currency, amountMinor }) =>
      part(currency, { refundedMinor: amountMinor }),
    ),
    ...charge.refunds
      .filter(({ status: each }) => each === 'failed')
      .map(({ currency, amountMinor }) => part(currency, { refundFailedMinor: amountMinor })),
    ...charge.disputes.map((dispute) => {
      const disputedMinor = awayMinor(dispute);
      const lostMinor = dispute.status === 'lost' ? disputedMinor : 0;
      return part(dispute.currency, { disputedMinor, lostMinor });
    }),
  ];
}

/**
 * One entry a currency in which a payment was tried, in alphabetical order; all zero where none of it was
 * captured: then nothing is known of it but the currency.
 * @throws {UnsafeAmountError} where an amount or a sum is not a safe integer.
 */
export function presentmentTotals(charges: Iterable<Charge>): readonly PresentmentTotals[] {
  return [...charges]
    .flatMap(partsOf)
    .reduce<readonly PresentmentTotals[]>((sums, part) => mergePresentment(sums, [part]), []);
}

/** Payments whose price Stripe converted for the customer (Adaptive Pricing), a pair of currencies. */
export interface CustomerPaid {
  /** What the charges say. */
  readonly charged: Money;
  /** What the customers saw and paid. */
  readonly paid: Money;
}

const pairOf = ({ charged, paid }: CustomerPaid): string => `${charged.currency}/${paid.currency}`;

export function mergeCustomerPaid(
  left: readonly CustomerPaid[],
  right: readonly CustomerPaid[],
): readonly CustomerPaid[] {
  const merged = new Map(left.map((each) => [pairOf(each), each]));
  for (const each of right) {
    const before = merged.get(pairOf(each));
    merged.set(
      pairOf(each),
      before === undefined
        ? each
        : { charged: add(before.charged, each.charged), paid: add(before.paid, each.paid) },
    );
  }
  return [...merged.values()].sort((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1));
}

/** @throws {UnsafeAmountError} where an amount or a sum is not a safe integer. */
export function customerPaid(charges: readonly Charge[]): readonly CustomerPaid[] {
  return charges
    .filter(isCapturedPayment)
    .flatMap(({ customerPaid: paid, amountCapturedMinor, currency }) =>
      paid === null
        ? []
        : [
            {
              charged: money(amountCapturedMinor, currency),
              paid: money(paid.minor, paid.currency),
            },
          ],
    )
    .reduce<readonly CustomerPaid[]>((sums, each) => mergeCustomerPaid(sums, [each]), []);
}
