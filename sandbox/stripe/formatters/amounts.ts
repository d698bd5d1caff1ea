import type {
  CheckoutSessionRow,
  DiscountAmount,
  InvoiceLineRow,
  InvoiceRow,
} from '../entities/billing.ts';

const lineDiscount = (line: InvoiceLineRow): number =>
  line.discountAmounts.reduce((sum, each) => sum + each.amount, 0);

export const subtotalOf = (invoice: Pick<InvoiceRow, 'lines'>): number =>
  invoice.lines.reduce((sum, line) => sum + line.amount, 0);

export const totalOf = (invoice: Pick<InvoiceRow, 'lines'>): number =>
  invoice.lines.reduce((sum, line) => sum + line.amount - lineDiscount(line), 0);

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

type Items = Pick<CheckoutSessionRow, 'items'>;

export const amountSubtotal = ({ items }: Items): number =>
  items.reduce((sum, item) => sum + item.amountSubtotal, 0);

export const amountDiscount = ({ items }: Items): number =>
  items.reduce((sum, item) => sum + item.amountDiscount, 0);

export const amountTotal = (session: Items): number =>
  amountSubtotal(session) - amountDiscount(session);
