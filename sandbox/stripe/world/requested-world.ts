import type { InvoiceRow, SubscriptionRow } from '../entities/billing.ts';
import type { InvoiceItemRow } from '../entities/invoice-items.ts';
import type { PaymentLinkRow } from '../entities/payment-links.ts';
import type { CompletedCheckout } from './checkout-requests.ts';
import type { WorldContext } from './context.ts';
import { checkCurrency } from './customer-currency.ts';
import type { DeclineReason } from './declines.ts';
import {
  addInvoiceItem,
  createDraft,
  deleteDraft,
  finalizeDraft,
  sendInvoice,
  type NewDraft,
  type NewInvoiceItem,
} from './invoice-drafts.ts';
import {
  changePaymentLink,
  completeOnLink,
  createPaymentLink,
  declineOnLink,
  openLink,
  type LinkPayer,
  type NewPaymentLink,
  type PaymentLinkChange,
} from './payment-links.ts';
import type { Payment } from './payment-request.ts';
import { keepSubscription, resumeCollection } from './subscription-changes.ts';

/** What an app asks for through the API, and what payers do with it. The rules are those of StripeWorld. */
export interface RequestedWorld {
  createPaymentLink(link: NewPaymentLink): PaymentLinkRow;
  changePaymentLink(id: string, change: PaymentLinkChange): PaymentLinkRow;
  /** The id of a session of the link's page. */
  openLink(id: string, payer: LinkPayer): string;
  declineOnLink(sessionId: string, reason: DeclineReason): Payment;
  completeOnLink(sessionId: string): CompletedCheckout;
  /** A draft without lines of its own. */
  createDraft(draft: NewDraft): InvoiceRow;
  addInvoiceItem(item: NewInvoiceItem): InvoiceItemRow;
  finalizeDraft(id: string): InvoiceRow;
  sendInvoice(id: string): InvoiceRow;
  deleteDraft(id: string): void;
  /** Refuses a currency that the customer cannot have beside another. */
  checkCurrency(customer: string, currency: string): void;
  resumeCollection(id: string): SubscriptionRow;
  keepSubscription(id: string): SubscriptionRow;
}

export const createRequestedWorld = (context: WorldContext): RequestedWorld => ({
  createPaymentLink: (link) => createPaymentLink(context, link),
  changePaymentLink: (id, change) => changePaymentLink(context, id, change),
  openLink: (id, payer) => openLink(context, id, payer),
  declineOnLink: (sessionId, reason) => declineOnLink(context, sessionId, reason),
  completeOnLink: (sessionId) => completeOnLink(context, sessionId),
  createDraft: (draft) => createDraft(context, draft),
  addInvoiceItem: (item) => addInvoiceItem(context, item),
  finalizeDraft: (id) => finalizeDraft(context, id),
  sendInvoice: (id) => sendInvoice(context, id),
  deleteDraft: (id) => {
    deleteDraft(context, id);
  },
  checkCurrency: (customer, currency) => {
    checkCurrency(context, customer, currency);
  },
  resumeCollection: (id) => resumeCollection(context, id),
  keepSubscription: (id) => keepSubscription(context, id),
});
