import type {
  CheckoutItemRow,
  CheckoutSessionRow,
  DiscountAmount,
  InvoiceLineRow,
  InvoiceRow,
} from '../entities/billing.ts';
import { exclusiveTaxes, sumOfTaxes, taxesOn, taxTotals, type TaxAmount } from './tax.ts';

const lineDiscount = (line: InvoiceLineRow): number =>
  line.discountAmounts.reduce((sum, each) => sum + each.amount, 0);

export const subtotalOf = (invoice: Pick<InvoiceRow, 'lines'>): number =>
  invoice.lines.reduce((sum, line) => sum + line.amount, 0);

type Taxed = Pick<InvoiceRow, 'lines' | 'taxRates'>;

/** Tax is on what the discounts leave. */
export const lineTaxes = (
  line: InvoiceLineRow,
  { taxRates }: Pick<InvoiceRow, 'taxRates'>,
): readonly TaxAmount[] => taxesOn(line.amount - lineDiscount(line), taxRates);

export const invoiceTaxes = (invoice: Taxed): readonly TaxAmount[] =>
  taxTotals(invoice.lines.map((line) => lineTaxes(line, invoice)));

/** Of the lines before discounts, as the subtotal is. */
export const subtotalExcludingTax = (invoice: Taxed): number =>
  invoice.lines.reduce((rest, { amount }) => {
    const taxes = taxesOn(amount, invoice.taxRates);
    return rest - sumOfTaxes(taxes) + exclusiveTaxes(taxes);
  }, subtotalOf(invoice));

/** Exclusive tax comes on top; inclusive tax is in the lines. */
export const totalOf = (invoice: Taxed): number =>
  invoice.lines.reduce((sum, line) => sum + line.amount - lineDiscount(line), 0) +
  exclusiveTaxes(invoiceTaxes(invoice));

const balanceUsed = ({ startingBalance, endingBalance }: InvoiceRow): number =>
  endingBalance === null ? 0 : endingBalance - startingBalance;

/** The customer's credit and credit notes issued before the payment lower what is due. */
export const amountDue = (invoice: InvoiceRow): number =>
  totalOf(invoice) - balanceUsed(invoice) - invoice.prePaymentCredit;

export const amountRemaining = (invoice: InvoiceRow): number =>
  amountDue(invoice) - invoice.amountPaid;

/** Summed over the lines, one for each discount. */
export function totalDiscountAmounts(invoice: InvoiceRow): readonly DiscountAmount[] {
  const all = invoice.lines.flatMap((line) => line.discountAmounts);
  return [...new Set(all.map((each) => each.discount))].map((discount) => ({
    discount,
    amount: all
      .filter((each) => each.discount === discount)
      .reduce((sum, each) => sum + each.amount, 0),
  }));
}

type Items = Pick<CheckoutSessionRow, 'items' | 'taxRates'>;

export const itemTaxes = (
  { amountSubtotal: subtotal, amountDiscount: discount }: CheckoutItemRow,
  { taxRates }: Pick<CheckoutSessionRow, 'taxRates'>,
): readonly TaxAmount[] => taxesOn(subtotal - discount, taxRates);

const sessionTaxes = (session: Items): readonly TaxAmount[] =>
  taxTotals(session.items.map((item) => itemTaxes(item, session)));

export const amountTax = (session: Items): number => sumOfTaxes(sessionTaxes(session));

export const amountSubtotal = ({ items }: Items): number =>
  items.reduce((sum, item) => sum + item.amountSubtotal, 0);

export const amountDiscount = ({ items }: Items): number =>
  items.reduce((sum, item) => sum + item.amountDiscount, 0);

export const amountTotal = (session: Items): number =>
  amountSubtotal(session) - amountDiscount(session) + exclusiveTaxes(sessionTaxes(session));
