import type { Relations } from '../matching/relations.ts';
import type { Currency } from '../money/currency.ts';
import type { Charge } from '../payment/charge.ts';
import type { Invoice, InvoicePayment } from '../payment/invoice.ts';
import { isVisible } from '../untrusted/plain-text.ts';

/** The invoice or checkout session that a payment paid, as far as a record tells of it. */
export interface BillingDocument {
  readonly currency: Currency;
  /** In minor units, tax included. */
  readonly totalMinor: number;
  /** The tax that it states; null where it states none, which is not zero. */
  readonly taxMinor: number | null;
  /** What earlier payments paid of it, in minor units. */
  readonly paidBeforeMinor: number;
  /** Null on sessions. */
  readonly invoiceNumber: string | null;
  /** Names of what was sold, each once. */
  readonly products: readonly string[];
}

const isBy =
  ({ id, paymentIntentId }: Charge) =>
  ({ chargeId, paymentIntentId: intentId }: InvoicePayment): boolean =>
    chargeId === id || (intentId !== null && intentId === paymentIntentId);

/** What Stripe adds to a line of a subscription, in English for every reader. */
const PRICE_IN_ENGLISH = / \(at [^()]+ \/ [^()]+\)$/;

/** What a line of an invoice bills for: `2 × Gold` of `2 × Gold (at $29.99 / month)`. */
export const lineName = (description: string): string => description.replace(PRICE_IN_ENGLISH, '');

const distinctNames = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter(isVisible)),
];

/**
 * Names of what the lines bill for; none where there are more lines than were read. Without the name of a
 * product its description says what it is.
 */
function productsOf({ lines, hasMoreLines }: Invoice): readonly string[] {
  if (hasMoreLines) return [];
  return distinctNames(
    lines.flatMap(
      ({ productName, description }) =>
        productName ?? (description === null ? [] : lineName(description)),
    ),
  );
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

type Documents = Pick<Relations, 'invoicesOfCharge' | 'checkoutsOfCharge'>;

const paidInvoices = (charge: Charge, relations: Documents): readonly Invoice[] =>
  relations
    .invoicesOfCharge(charge)
    .filter(({ payments }) =>
      payments.some((payment) => payment.status === 'paid' && isBy(charge)(payment)),
    );

/** True where the payment paid a document, also one of several. */
export const hasBillingDocument = (charge: Charge, relations: Documents): boolean =>
  paidInvoices(charge, relations).length > 0 || relations.checkoutsOfCharge(charge).length > 0;

/**
 * The one document that a payment paid: its invoice, or the checkout session where it has none. Null
 * where there is none, or where several share the payment: nothing says which part is whose.
 */
export function billingDocumentOf(charge: Charge, relations: Documents): BillingDocument | null {
  const [invoice, ...otherInvoices] = paidInvoices(charge, relations);
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
