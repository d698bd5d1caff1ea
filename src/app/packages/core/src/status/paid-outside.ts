import { presentmentTotals } from '../ledger/presentment.ts';
import type { Relations } from '../matching/relations.ts';
import type { Money } from '../money/money.ts';
import { money } from '../money/money.ts';
import { ratio, roundToMoney } from '../money/ratio.ts';
import type { Invoice } from '../payment/invoice.ts';

type InvoiceRelations = Pick<Relations, 'chargesOfInvoice'>;

/** The part of a customer's balance that is credit; Stripe counts credit below zero and debt above. */
const creditIn = (balanceMinor: number): number => Math.max(0, -balanceMinor);
const debtIn = (balanceMinor: number): number => Math.max(0, balanceMinor);

/** What an invoice took from the customer's balance and gave to it; minor units, none below 0. */
function balanceMoves({ startingBalanceMinor: before, endingBalanceMinor: after }: Invoice): {
  readonly creditUsed: number;
  readonly creditGranted: number;
  /** A total below Stripe's minimum is asked for with the next invoice. */
  readonly carriedForward: number;
} {
  if (after === null) return { creditUsed: 0, creditGranted: 0, carriedForward: 0 };
  return {
    creditUsed: Math.max(0, creditIn(before) - creditIn(after)),
    creditGranted: Math.max(0, creditIn(after) - creditIn(before)),
    carriedForward: Math.max(0, debtIn(after) - debtIn(before)),
  };
}

const isFinal = ({ status }: Invoice): boolean => status === 'open' || status === 'paid';

/**
 * What covers a final invoice and came through no payment of Stripe's: out of band, a payment record, or
 * the customer's credit. `amount_paid` says nothing here: since API 2025-03-31.basil it has what was paid
 * out of band as well. Minor units, never below 0.
 */
export function paidOutside(invoice: Invoice): number {
  if (!isFinal(invoice)) return 0;
  const { totalMinor, amountRemainingMinor, creditedBeforeMinor, payments, currency } = invoice;
  const throughStripe = payments
    .filter(({ paymentIntentId, chargeId }) => paymentIntentId !== null || chargeId !== null)
    .reduce((sum, { amountPaidMinor }) => sum + (amountPaidMinor ?? 0), 0);
  const { carriedForward } = balanceMoves(invoice);
  const covered = totalMinor - amountRemainingMinor - creditedBeforeMinor - carriedForward;
  return money(Math.max(0, covered - throughStripe), currency).minor;
}

/** Credited after the payment and not refunded by Stripe: to the customer's balance, or outside. */
function creditedElsewhere(invoice: Invoice, { chargesOfInvoice }: InvoiceRelations): number {
  const creditedAfter = invoice.creditedMinor - invoice.creditedBeforeMinor;
  const refunded = presentmentTotals(chargesOfInvoice(invoice))
    .filter(({ currency }) => currency === invoice.currency)
    .reduce((sum, { refundedMinor }) => sum + refundedMinor, 0);
  return Math.max(0, creditedAfter - refunded);
}

interface Cover {
  readonly invoice: Invoice;
  /** From outside of Stripe, without what was given back there. */
  readonly outOfBandMinor: number;
  readonly creditUsedMinor: number;
  readonly creditGrantedMinor: number;
}

function coverOf(invoice: Invoice, relations: InvoiceRelations): Cover {
  const { creditUsed, creditGranted } = balanceMoves(invoice);
  const outside = paidOutside(invoice);
  const creditUsedMinor = Math.min(outside, creditUsed);
  const outOfBand = outside - creditUsedMinor;
  const elsewhere = isFinal(invoice) ? creditedElsewhere(invoice, relations) : 0;
  const givenBack = Math.min(outOfBand, elsewhere);
  return {
    invoice,
    outOfBandMinor: outOfBand - givenBack,
    creditUsedMinor,
    creditGrantedMinor: (isFinal(invoice) ? creditGranted : 0) + elsewhere - givenBack,
  };
}

/** What covered an invoice without a payment, and counts beside the payments. */
export interface OutsideReceipt {
  /** Seconds since the epoch. */
  readonly on: number;
  readonly amount: Money;
  /** The part of it that is tax, in proportion; null where the invoice states none. */
  readonly tax: Money | null;
}

function taxIn({ taxMinor, totalMinor, currency }: Invoice, minor: number): Money | null {
  if (taxMinor === null || totalMinor <= 0) return null;
  return roundToMoney(ratio(BigInt(taxMinor) * BigInt(minor), BigInt(totalMinor)), currency);
}

const dateOf = ({ paidOn, created }: Invoice): number => paidOn ?? created;

/** Of one customer in one currency. */
function receiptsOfBalance(covers: readonly Cover[]): readonly OutsideReceipt[] {
  // Credit that these invoices gave is money that one of their payments brought: it counts once.
  let granted = covers.reduce((sum, { creditGrantedMinor }) => sum + creditGrantedMinor, 0);
  return covers
    .toSorted((left, right) => dateOf(left.invoice) - dateOf(right.invoice))
    .map(({ invoice, outOfBandMinor, creditUsedMinor }) => {
      const own = Math.min(granted, creditUsedMinor);
      granted -= own;
      const minor = outOfBandMinor + creditUsedMinor - own;
      const amount = money(minor, invoice.currency);
      return { on: dateOf(invoice), amount, tax: taxIn(invoice, minor) };
    })
    .filter(({ amount }) => amount.minor > 0);
}

/**
 * What was paid outside Stripe or from credit that came from elsewhere. Credit from a downgrade or a credit
 * note of one of the same customer's invoices counts with the payment that it came from.
 */
export function outsideReceipts(
  invoices: readonly Invoice[],
  relations: InvoiceRelations,
): readonly OutsideReceipt[] {
  const balances = new Map<string, Cover[]>();
  for (const invoice of invoices) {
    const key = `${invoice.customerId ?? invoice.id}/${invoice.currency}`;
    const cover = coverOf(invoice, relations);
    balances.set(key, [...(balances.get(key) ?? []), cover]);
  }
  return [...balances.values()].flatMap(receiptsOfBalance);
}
