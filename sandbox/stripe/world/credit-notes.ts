import type { CreditNoteRefund, CreditNoteRow, InvoiceRow } from '../entities/billing.ts';
import { amountRemaining } from '../formatters/amounts.ts';
import type { CreditedInvoice, NewCreditNote } from './billing-requests.ts';
import { recordCreditNote, recordInvoice } from './events.ts';
import {
  createdAt,
  theCharge,
  theCustomer,
  theInvoice,
  thePaymentIntent,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { cancelInvoicePayment, followRemaining } from './invoice-intents.ts';
import { closePaid } from './invoices.ts';
import { refund, refundableAmount } from './refunds.ts';
import { followPaidInvoice } from './subscription-status.ts';

/** The charges that paid the invoice, the last one first. */
function chargesOf(context: WorldContext, invoice: InvoiceRow): readonly string[] {
  return context.store.invoicePayments
    .inGroup(invoice.id)
    .filter((payment) => payment.status === 'paid')
    .flatMap((payment) => thePaymentIntent(context.store, payment.paymentIntent).latestCharge ?? [])
    .toReversed();
}

function giveBack(
  context: WorldContext,
  invoice: InvoiceRow,
  amount: number,
  atMs: number,
): readonly CreditNoteRefund[] {
  const chargeIds = chargesOf(context, invoice);
  const refundable = chargeIds.map((id) => refundableAmount(theCharge(context.store, id)));
  if (refundable.reduce((sum, each) => sum + each, 0) < amount) {
    throw new WorldRefusal('The payments of the invoice cannot give that back.');
  }
  const refunds: CreditNoteRefund[] = [];
  let left = amount;
  for (const chargeId of chargeIds) {
    const part = Math.min(left, refundableAmount(theCharge(context.store, chargeId)));
    if (part === 0) continue;
    refunds.push({ refund: refund(context, chargeId, { amount: part, atMs }).id, amount: part });
    left -= part;
  }
  return refunds;
}

/** Credit on the customer's balance, which Stripe counts below zero. */
function creditBalance(
  context: WorldContext,
  invoice: InvoiceRow,
  amount: number,
  atMs: number,
): string {
  const { id, balance } = theCustomer(context.store, invoice.customer.id);
  context.store.customers.update(id, { balance: balance - amount }, atMs);
  return context.ids.next('cbtxn_1');
}

function theCreditable(context: WorldContext, note: NewCreditNote): InvoiceRow {
  const invoice = theInvoice(context.store, note.invoice);
  if (invoice.status !== 'open' && invoice.status !== 'paid') {
    throw new WorldRefusal(`The invoice ${invoice.id} is ${invoice.status}: nothing to credit.`);
  }
  const creditable = amountRemaining(invoice) + invoice.amountPaid - invoice.postPaymentCredit;
  if (note.amount <= 0 || note.amount > creditable) {
    throw new WorldRefusal('No more can be credited than the invoice is still worth.');
  }
  return invoice;
}

type Given = Pick<CreditNoteRow, 'refunds' | 'customerBalanceTransaction'>;

function give(
  context: WorldContext,
  invoice: InvoiceRow,
  note: NewCreditNote,
  amount: number,
  atMs: number,
): Given {
  if (amount === 0) return { refunds: [], customerBalanceTransaction: null };
  if (note.credit === 'customer-balance') {
    const customerBalanceTransaction = creditBalance(context, invoice, amount, atMs);
    return { refunds: [], customerBalanceTransaction };
  }
  const refunds = giveBack(context, invoice, amount, atMs);
  return { refunds, customerBalanceTransaction: null };
}

const PDF_KEY_LENGTH = 32;

function storeNote(
  context: WorldContext,
  invoice: InvoiceRow,
  note: NewCreditNote,
  amounts: Pick<CreditNoteRow, 'prePaymentAmount' | 'postPaymentAmount'> & Given,
  atMs: number,
): CreditNoteRow {
  const count = context.store.creditNotes.inGroup(invoice.id).length + 1;
  const row: CreditNoteRow = {
    ...amounts,
    id: context.ids.next('cn_1'),
    created: createdAt(atMs),
    amount: note.amount,
    currency: invoice.currency,
    customer: invoice.customer.id,
    invoice: invoice.id,
    number: `${invoice.number ?? invoice.id}-CN-${String(count).padStart(2, '0')}`,
    lineId: context.ids.next('cnli_1'),
    lineDescription: note.memo ?? 'Credit',
    reason: note.reason ?? null,
    memo: note.memo ?? null,
    pdfKey: context.ids.text(PDF_KEY_LENGTH),
    metadata: note.metadata ?? {},
  };
  context.store.creditNotes.insert(row, atMs);
  recordCreditNote(context, 'credit_note.created', row, atMs);
  return row;
}

function follow(context: WorldContext, invoice: InvoiceRow, atMs: number): InvoiceRow {
  if (invoice.status === 'paid' || amountRemaining(invoice) > 0) {
    followRemaining(context, invoice, atMs);
    recordInvoice(context, 'invoice.updated', invoice, atMs);
    return invoice;
  }
  cancelInvoicePayment(context, invoice.id, 'automatic', atMs);
  const paid = closePaid(context, invoice.id, atMs);
  followPaidInvoice(context, paid, atMs);
  return paid;
}

/** First it lowers what is still to pay; the rest gives back what was paid. */
export function issueCreditNote(context: WorldContext, note: NewCreditNote): CreditedInvoice {
  const atMs = timeOf(context, note.atMs);
  const invoice = theCreditable(context, note);
  const prePaymentAmount = Math.min(note.amount, amountRemaining(invoice));
  const postPaymentAmount = note.amount - prePaymentAmount;
  const given = give(context, invoice, note, postPaymentAmount, atMs);
  const amounts = { prePaymentAmount, postPaymentAmount, ...given };
  const creditNote = storeNote(context, invoice, note, amounts, atMs);
  const credited = context.store.invoices.update(
    invoice.id,
    {
      prePaymentCredit: invoice.prePaymentCredit + prePaymentAmount,
      postPaymentCredit: invoice.postPaymentCredit + postPaymentAmount,
    },
    atMs,
  );
  return { creditNote, invoice: follow(context, credited, atMs) };
}
