import type { PaymentLinkRow } from '../entities/payment-links.ts';
import type { Metadata } from '../entities/row.ts';
import { amountTotal } from '../formatters/amounts.ts';
import { automaticRates } from '../values/automatic-tax.ts';
import { checkCharge } from './charge-limits.ts';
import { completeCheckout } from './checkout-completion.ts';
import type { CompletedCheckout, NewCheckout } from './checkout-requests.ts';
import { checkoutItems, currencyOfPrices, modeOf, startCheckout } from './checkout.ts';
import {
  createdAt,
  theCheckoutSession,
  thePaymentLink,
  thePrice,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { payDeclined } from './card-payments.ts';
import type { DeclineReason } from './declines.ts';
import { recordPaymentLink } from './events.ts';
import { invoiceLinkPayment } from './link-invoices.ts';
import type { CardFacts, Payment } from './payment-request.ts';
import { checkTexts } from './text-limits.ts';

/** What is asked for with a link; its prices exist already. */
export type NewPaymentLink = Pick<
  PaymentLinkRow,
  | 'afterCompletion'
  | 'createsCustomer'
  | 'inactiveMessage'
  | 'invoiceData'
  | 'limit'
  | 'metadata'
  | 'paymentIntentData'
  | 'paymentMethodTypes'
  | 'subscriptionData'
> & { readonly items: readonly { readonly price: string; readonly quantity: number }[] };

const URL_KEY_LENGTH = 18;

export function createPaymentLink(context: WorldContext, link: NewPaymentLink): PaymentLinkRow {
  const atMs = timeOf(context, undefined);
  const { items, ...asked } = link;
  checkTexts('payment', {
    ...link.paymentIntentData,
    metadata: link.paymentIntentData?.metadata ?? {},
  });
  const prices = items.map(({ price }) => thePrice(context.store, price));
  const currency = currencyOfPrices(prices);
  const mode = modeOf({}, prices);
  if (currency === null || mode === 'setup') throw new WorldRefusal('A link needs a line item.');
  const rows = checkoutItems(context, items, {}, currency, atMs);
  checkCharge(amountTotal({ items: rows, taxRates: [] }), currency);
  const row = context.store.paymentLinks.insert(
    {
      ...asked,
      id: context.ids.next('plink_1'),
      created: createdAt(atMs),
      isActive: true,
      mode,
      currency,
      items: rows,
      completedCount: 0,
      urlKey: context.ids.text(URL_KEY_LENGTH),
    },
    atMs,
  );
  recordPaymentLink(context, 'payment_link.created', row, atMs);
  return row;
}

export interface PaymentLinkChange {
  readonly isActive?: boolean;
  readonly inactiveMessage?: string | null;
  readonly limit?: number | null;
  readonly metadata?: Metadata;
}

export function changePaymentLink(
  context: WorldContext,
  id: string,
  change: PaymentLinkChange,
): PaymentLinkRow {
  const atMs = timeOf(context, undefined);
  thePaymentLink(context.store, id);
  const row = context.store.paymentLinks.update(id, change, atMs);
  recordPaymentLink(context, 'payment_link.updated', row, atMs);
  return row;
}

function planOf(link: PaymentLinkRow, payer: LinkPayer, atMs: number): NewCheckout {
  const { paymentIntentData: intent, subscriptionData: subscription, invoiceData } = link;
  const trialDays = subscription?.trialPeriodDays ?? null;
  return {
    items: link.items.map(({ price, quantity }) => ({ price, quantity })),
    guest: { email: payer.email, name: payer.name },
    // An invoice needs a customer.
    createsCustomer: link.createsCustomer || invoiceData !== null,
    metadata: link.metadata,
    paymentLink: link.id,
    paymentIntentMetadata: intent?.metadata ?? {},
    ...(intent?.description != null && { paymentIntentDescription: intent.description }),
    ...(intent?.statementDescriptorSuffix != null && {
      statementDescriptorSuffix: intent.statementDescriptorSuffix,
    }),
    subscriptionMetadata: subscription?.metadata ?? {},
    ...(trialDays !== null && { trialEndMs: atMs + trialDays * DAY_MS }),
    ...(payer.card !== undefined && { card: payer.card }),
    payWith: payer.payWith ?? 'card',
    isTaxAutomatic: link.isTaxAutomatic === true,
    ...(link.isTaxAutomatic === true && {
      taxRates: automaticRates({ country: payer.country ?? null }),
    }),
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Who came to the page of a link, and how they pay. */
export interface LinkPayer {
  readonly email: string;
  readonly name: string;
  /** Of the address, which the page asks for where it needs it. */
  readonly country?: string;
  readonly card?: CardFacts;
  readonly payWith?: NewCheckout['payWith'];
}

function thePayable(context: WorldContext, id: string): PaymentLinkRow {
  const link = thePaymentLink(context.store, id);
  if (link.isActive) return link;
  throw new WorldRefusal(link.inactiveMessage ?? 'This link is no longer active.');
}

/** The payer opens the page: a session that a payment completes, or that expires. */
export function openLink(context: WorldContext, id: string, payer: LinkPayer): string {
  const atMs = timeOf(context, undefined);
  return startCheckout(context, planOf(thePayable(context, id), payer, atMs)).id;
}

/** The session stays open, for another card. */
export function declineOnLink(
  context: WorldContext,
  sessionId: string,
  reason: DeclineReason,
): Payment {
  const session = theCheckoutSession(context.store, sessionId);
  const plan = context.checkoutPlans.get(sessionId);
  if (session.mode === 'setup' || session.currency === null || plan === undefined) {
    throw new WorldRefusal(`The checkout session ${sessionId} takes no payment.`);
  }
  // A trial only saves the card: there is no charge that could fail.
  if (amountTotal(session) === 0) throw new WorldRefusal('Your card was declined.');
  const payment = payDeclined(context, {
    amount: amountTotal(session),
    currency: session.currency,
    metadata: plan.paymentIntentMetadata ?? {},
    ...(plan.guest !== undefined && { billingEmail: plan.guest.email }),
    ...(session.paymentIntent !== null && { paymentIntent: session.paymentIntent }),
    reason,
  });
  const change = { paymentIntent: payment.paymentIntent.id };
  context.store.checkoutSessions.update(sessionId, change, context.clock.nowMs());
  return payment;
}

/** The last payment that a link allows deactivates it. */
export function completeOnLink(context: WorldContext, sessionId: string): CompletedCheckout {
  const { paymentLink } = theCheckoutSession(context.store, sessionId);
  const link = thePayable(context, paymentLink ?? '');
  const completed = completeCheckout(context, sessionId);
  if (completed.payment !== null) invoiceLinkPayment(context, completed.payment);
  const atMs = timeOf(context, undefined);
  const completedCount = link.completedCount + 1;
  const isActive = link.limit === null || completedCount < link.limit;
  const row = context.store.paymentLinks.update(link.id, { completedCount, isActive }, atMs);
  recordPaymentLink(context, 'payment_link.updated', row, atMs);
  return completed;
}
