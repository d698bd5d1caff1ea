import { isCapturedPayment } from '../ledger/captures.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import type { Relations } from '../matching/relations.ts';
import { mergeByCurrency } from '../money/merge-by-currency.ts';
import type { Money } from '../money/money.ts';
import { add } from '../money/money.ts';
import type { Charge } from '../payment/charge.ts';
import { distinctById } from '../payment/stripe-objects.ts';
import { isVisible, plainLine } from '../untrusted/plain-text.ts';
import { billingDocumentOf, hasBillingDocument } from './billing-document.ts';
import { taxSplitOf } from './tax.ts';

/** Where tax comes from, in the order in which one payment decides for several. */
const TAX_BASES = ['none', 'stated', 'proportional', 'unknown'] as const;

type TaxBasis = (typeof TAX_BASES)[number];

/** What the invoices and checkout sessions of captured payments say: what was sold, and the tax in it. */
export interface BilledTotals {
  /** Each once, by code unit; the first of them where there are more. */
  readonly products: readonly string[];
  readonly hasMoreProducts: boolean;
  /** False where a document names more than was read. */
  readonly areProductsKnown: boolean;
  /** `unknown` where one payment's tax is not stated: the sums are then those of the others. */
  readonly taxBasis: TaxBasis;
  /** In what was paid and neither refunded nor away in a dispute: an entry a presentment currency. */
  readonly tax: readonly Money[];
  /** The same at the rates of settlement: an entry a settlement currency. */
  readonly settledTax: readonly Money[];
  /** False while a fee is pending, or where one payment was settled in several currencies. */
  readonly isSettledTaxKnown: boolean;
}

/** A sum travels from part to part of a reading: names are a few kilobytes of it at most. */
const MAX_PRODUCTS = 50;
const MAX_NAME = 250;

export const NOTHING_BILLED: BilledTotals = {
  products: [],
  hasMoreProducts: false,
  areProductsKnown: true,
  taxBasis: 'none',
  tax: [],
  settledTax: [],
  isSettledTaxKnown: true,
};

/** Whichever says less. */
const lesserBasis = (left: TaxBasis, right: TaxBasis): TaxBasis =>
  TAX_BASES.indexOf(left) > TAX_BASES.indexOf(right) ? left : right;

const named = (names: readonly string[]): Pick<BilledTotals, 'products' | 'hasMoreProducts'> => {
  const distinct = [...new Set(names)].sort();
  return {
    products: distinct.slice(0, MAX_PRODUCTS),
    hasMoreProducts: distinct.length > MAX_PRODUCTS,
  };
};

/**
 * The totals of two sets of payments that share none: the same as those of both at once.
 * @throws {UnsafeAmountError} where a sum is not a safe integer.
 */
export function mergeBilled(first: BilledTotals, second: BilledTotals): BilledTotals {
  const { products, hasMoreProducts } = named([...first.products, ...second.products]);
  return {
    products,
    hasMoreProducts: hasMoreProducts || first.hasMoreProducts || second.hasMoreProducts,
    areProductsKnown: first.areProductsKnown && second.areProductsKnown,
    taxBasis: lesserBasis(first.taxBasis, second.taxBasis),
    tax: mergeByCurrency(first.tax, second.tax, add),
    settledTax: mergeByCurrency(first.settledTax, second.settledTax, add),
    isSettledTaxKnown: first.isSettledTaxKnown && second.isSettledTaxKnown,
  };
}

function billedBy(charge: Charge, relations: Relations, nowSeconds: number): BilledTotals {
  const document = billingDocumentOf(charge, relations);
  const names = (document?.products ?? [])
    .map((name) => plainLine(name, MAX_NAME))
    .filter(isVisible);
  const billed = {
    ...NOTHING_BILLED,
    ...named(names),
    areProductsKnown: names.length > 0 || !hasBillingDocument(charge, relations),
  };
  const split =
    document === null ? undefined : taxSplitOf(charge, document, ledgerOf([charge], nowSeconds));
  if (split === undefined) return { ...billed, taxBasis: 'unknown', isSettledTaxKnown: false };
  const { tax, settledTax, isStated } = split;
  return {
    ...billed,
    taxBasis: isStated ? 'stated' : 'proportional',
    tax: [tax],
    settledTax: settledTax === undefined ? [] : [settledTax],
    isSettledTaxKnown: settledTax !== undefined,
  };
}

/**
 * @param nowSeconds seconds since the epoch: decides when a missing balance transaction never comes.
 * @throws {UnsafeAmountError} where an amount or a sum is not a safe integer.
 */
export const billedTotals = (
  charges: readonly Charge[],
  relations: Relations,
  nowSeconds: number,
): BilledTotals =>
  distinctById(charges)
    .filter(isCapturedPayment)
    .map((charge) => billedBy(charge, relations, nowSeconds))
    .reduce(mergeBilled, NOTHING_BILLED);
