import type { Relations } from '../matching/relations.ts';
import type { Charge } from '../payment/charge.ts';
import type { Invoice, InvoicePayment } from '../payment/invoice.ts';
import { isVisible } from '../untrusted/plain-text.ts';
import type { BillingDocument } from './payment-facts.ts';

const isBy =
  ({ id, paymentIntentId }: Charge) =>
  ({ chargeId, paymentIntentId: intentId }: InvoicePayment): boolean =>
    chargeId === id || (intentId !== null && intentId === paymentIntentId);

const distinctNames = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter(isVisible)),
];

/**
 * Names of what the lines bill for; none where there are more lines than were read. Without the name of a
 * product its description says what it is.
 */
function productsOf({ lines, hasMoreLines }: Invoice): readonly string[] {
  if (hasMoreLines) return [];
  return distinctNames(lines.flatMap((line) => line.productName ?? line.description ?? []));
}

function ofInvoice(charge: Charge, invoice: Invoice): BillingDocument | null {
  const paid = invoice.payments.filter(({ status }) => status === 'paid');
  const index = paid.findIndex(isBy(charge));
  // What a charge paid beside this invoice has no part in its tax.
  if (paid[index]?.amountPaidMinor !== charge.amountCapturedMinor) return null;
  return {
    currency: invoice.currency,
    totalMinor: invoice.totalMinor,
    taxMinor: invoice.taxMinor,
    // Stripe lists the newest first.
    paidBeforeMinor: paid
      .slice(index + 1)
      .reduce((sum, { amountPaidMinor }) => sum + (amountPaidMinor ?? 0), 0),
    invoiceNumber: invoice.number,
    products: productsOf(invoice),
  };
}

/**
 * The one document that a payment paid: its invoice, or the checkout session where it has none. Null
 * where there is none, or where several share the payment: nothing says which part is whose.
 */
export function billingDocumentOf(
  charge: Charge,
  relations: Pick<Relations, 'invoicesOfCharge' | 'checkoutsOfCharge'>,
): BillingDocument | null {
  const [invoice, ...otherInvoices] = relations
    .invoicesOfCharge(charge)
    .filter(({ payments }) =>
      payments.some((payment) => payment.status === 'paid' && isBy(charge)(payment)),
    );
  if (invoice !== undefined) {
    return otherInvoices.length === 0 ? ofInvoice(charge, invoice) : null;
  }
  const [session, ...others] = relations.checkoutsOfCharge(charge);
  if (session === undefined || others.length > 0) return null;
  const { currency, amountMinor, taxMinor } = session;
  if (currency === null || amountMinor === null) return null;
  return {
    currency,
    totalMinor: amountMinor,
    taxMinor,
    paidBeforeMinor: 0,
    invoiceNumber: null,
    products: distinctNames(session.products),
  };
}
