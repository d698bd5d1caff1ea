import type { Ledger } from '../ledger/ledger.ts';
import type { SettlementTotals } from '../ledger/settlement.ts';
import type { Money } from '../money/money.ts';
import { money, subtract } from '../money/money.ts';
import { ratio, roundToMoney } from '../money/ratio.ts';
import { withoutZeros } from '../money/without-zeros.ts';
import type { Charge } from '../payment/charge.ts';
import type { BillingDocument } from './billing-document.ts';

/** Rounds `amount * part / whole` once, in big integers. */
const proportional = ({ minor, currency }: Money, part: number, whole: number): Money =>
  roundToMoney(ratio(BigInt(minor) * BigInt(part), BigInt(whole)), currency);

/**
 * The part of a document's tax that one payment of it paid. Each part is the difference of two rounded
 * sums, so that the parts of all payments are the document's tax to the cent.
 * @returns undefined where the document states no tax, or has no total to be a part of.
 */
export function taxOfPayment(document: BillingDocument, paidMinor: number): Money | undefined {
  const { totalMinor, taxMinor, paidBeforeMinor, currency } = document;
  if (taxMinor === null || totalMinor <= 0 || paidMinor <= 0) return undefined;
  const tax = money(taxMinor, currency);
  const upTo = (minor: number): Money =>
    proportional(tax, Math.min(Math.max(minor, 0), totalMinor), totalMinor);
  return subtract(upTo(paidBeforeMinor + paidMinor), upTo(paidBeforeMinor));
}

/** What of a payment is tax, and what is not. */
export interface TaxSplit {
  /** In what was paid and neither refunded nor away in a dispute, in the presentment currency. */
  readonly tax: Money;
  /** The rest of that. */
  readonly paidAfterTax: Money;
  /** The tax at the rate at which the payment was settled: in proportion, since no document states it. */
  readonly settledTax: Money | undefined;
  readonly netAfterTax: Money | undefined;
  /** True where a document states the tax itself: nothing is a part of it, or was converted. */
  readonly isStated: boolean;
}

/** True where the tax in what was kept is that of the document, or there is none. */
const isWhole = (
  { taxMinor, totalMinor, paidBeforeMinor }: BillingDocument,
  captured: Money,
  kept: Money,
): boolean =>
  taxMinor === 0 ||
  kept.minor === 0 ||
  (paidBeforeMinor === 0 && captured.minor === totalMinor && kept.minor === captured.minor);

/**
 * @param kept captured less refunded and disputed, in the document's currency.
 * @param settlement undefined while a fee is pending, or where there are several settlement currencies.
 */
function splitTax(
  document: BillingDocument,
  captured: Money,
  kept: Money,
  settlement: SettlementTotals | undefined,
): TaxSplit | undefined {
  if (document.currency !== captured.currency || kept.minor < 0) return undefined;
  const paidTax = taxOfPayment(document, captured.minor);
  if (paidTax === undefined) return undefined;
  const tax = proportional(paidTax, kept.minor, captured.minor);
  const paidAfterTax = subtract(kept, tax);
  const isStated = isWhole(document, captured, kept);
  if (settlement === undefined || settlement.grossMinor <= 0) {
    return { tax, paidAfterTax, settledTax: undefined, netAfterTax: undefined, isStated };
  }
  const { currency, grossMinor, netMinor } = settlement;
  const settledTax = proportional(money(grossMinor, currency), tax.minor, captured.minor);
  return {
    tax,
    paidAfterTax,
    settledTax,
    netAfterTax: subtract(money(netMinor, currency), settledTax),
    isStated: isStated && (tax.minor === 0 || currency === tax.currency),
  };
}

/**
 * The tax in one payment's money.
 * @param ledger of this payment alone.
 * @returns undefined where its document states none, or not in what was paid.
 */
export function taxSplitOf(
  { currency, amountCapturedMinor }: Charge,
  document: BillingDocument,
  { presentment, settlement, feeStatus }: Ledger,
): TaxSplit | undefined {
  const paid = presentment.find((each) => each.currency === currency);
  if (paid === undefined) return undefined;
  const keptMinor = amountCapturedMinor - paid.refundedMinor - paid.disputedMinor;
  const [settled, ...others] = withoutZeros(settlement);
  return splitTax(
    document,
    money(amountCapturedMinor, currency),
    money(keptMinor, currency),
    feeStatus === 'final' && others.length === 0 ? settled : undefined,
  );
}
