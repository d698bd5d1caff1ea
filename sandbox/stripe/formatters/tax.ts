import type Stripe from 'stripe';
import type { InvoiceRow, TaxRate } from '../entities/billing.ts';
import { isLocated } from '../values/automatic-tax.ts';

export const taxRateId = (index: number): string => `txr_1Sandbox${String(index)}`;

/** What one rate takes of an amount, in minor units. */
export interface TaxAmount {
  readonly index: number;
  readonly isInclusive: boolean;
  readonly amount: number;
  readonly taxable: number;
}

/** Rates have at most four decimals. */
const PARTS = 10_000;

/** Half away from zero, in big integers. */
function rounded(amount: number, above: number, below: number): number {
  const product = BigInt(amount) * BigInt(above);
  const magnitude = product < 0n ? -product : product;
  const over = BigInt(below);
  const result = Number((2n * magnitude + over) / (2n * over));
  return product < 0n ? -result : result;
}

/** Stripe rounds each rate on each line; exclusive rates are on what the inclusive ones leave. */
export function taxesOn(amount: number, rates: readonly TaxRate[]): readonly TaxAmount[] {
  const partsOf = ({ percentage }: TaxRate): number => Math.round(percentage * PARTS);
  const whole = 100 * PARTS;
  const inclusive = rates.filter(({ isInclusive }) => isInclusive);
  const gross = whole + inclusive.reduce((sum, rate) => sum + partsOf(rate), 0);
  const included = inclusive.reduce((sum, rate) => sum + rounded(amount, partsOf(rate), gross), 0);
  const taxable = amount - included;
  return rates.map((rate, index) => ({
    index,
    isInclusive: rate.isInclusive,
    amount: rounded(
      rate.isInclusive ? amount : taxable,
      partsOf(rate),
      rate.isInclusive ? gross : whole,
    ),
    taxable,
  }));
}

export const sumOfTaxes = (taxes: readonly TaxAmount[]): number =>
  taxes.reduce((sum, { amount }) => sum + amount, 0);

export const exclusiveTaxes = (taxes: readonly TaxAmount[]): number =>
  sumOfTaxes(taxes.filter(({ isInclusive }) => !isInclusive));

/** Summed over lines, one for each rate. */
export function taxTotals(lines: readonly (readonly TaxAmount[])[]): readonly TaxAmount[] {
  const [first = []] = lines;
  return first.map((tax, index) => ({
    ...tax,
    amount: lines.reduce((sum, line) => sum + (line[index]?.amount ?? 0), 0),
    taxable: lines.reduce((sum, line) => sum + (line[index]?.taxable ?? 0), 0),
  }));
}

export const formatTax = (tax: TaxAmount): Stripe.Invoice.TotalTax => ({
  amount: tax.amount,
  tax_behavior: tax.isInclusive ? 'inclusive' : 'exclusive',
  tax_rate_details: { tax_rate: taxRateId(tax.index) },
  taxability_reason: 'standard_rated',
  taxable_amount: tax.taxable,
  type: 'tax_rate_details',
});

/** Of an invoice: without a location there is no tax yet. */
export function formatAutomaticTax({
  isTaxAutomatic,
  customer,
}: Pick<InvoiceRow, 'customer' | 'isTaxAutomatic'>) {
  const disabled = { disabled_reason: null, liability: null, provider: null, status: null };
  if (!isTaxAutomatic) return { ...disabled, enabled: false };
  return {
    disabled_reason: null,
    enabled: true,
    liability: { type: 'self' },
    provider: 'stripe',
    status: isLocated(customer) ? 'complete' : 'requires_location_inputs',
  };
}
