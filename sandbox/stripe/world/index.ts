import type { BalanceTransactionRow, PayoutRow, WebhookEndpointRow } from '../entities/account.ts';
import type {
  ChargeRow,
  CustomerRow,
  DisputeRow,
  PaymentIntentRow,
  RefundRow,
} from '../entities/payments.ts';
import type { Metadata } from '../entities/row.ts';
import type { Store } from '../store/store.ts';
import { bankDebitFails, bankDebitSucceeds, startBankDebit } from './bank-debits.ts';
import { letBillingTimePass } from './billing-clock.ts';
import { createBillingWorld, type BillingWorld } from './billing-world.ts';
import { cancelAuthorization, capture, type Cancellation, type Capture } from './captures.ts';
import { authorizeCard, payByCard, payDeclined, type DeclinedPayment } from './card-payments.ts';
import { followCheckout } from './checkout.ts';
import { theCharge, thePaymentIntent, timeOf, WorldRefusal, type WorldContext } from './context.ts';
import {
  changeBalance,
  changeCustomer,
  createCustomer,
  deleteCustomer,
  type CustomerChange,
  type NewCustomer,
} from './customers.ts';
import {
  loseDispute,
  openDispute,
  openInquiry,
  winDispute,
  type DisputeRequest,
  type LostDispute,
} from './disputes.ts';
import { recordCharge } from './events.ts';
import { followInvoiceDebit } from './invoice-debits.ts';
import { invoiceLinkPayment } from './link-invoices.ts';
import { takeAccountFee, type AccountFee } from './ledger.ts';
import type { BankPayment, CardPayment, Payment } from './payment-request.ts';
import { cancelPayout, failPayout, letPayoutsPass, sendPayout, type NewPayout } from './payouts.ts';
import { failRefund, refund, sendRefund, type RefundRequest } from './refunds.ts';
import { createRequestedWorld, type RequestedWorld } from './requested-world.ts';
import { settle, settleDue } from './settlement.ts';
import {
  awaitCustomer,
  failAuthentication,
  receiveTransfer,
  type AwaitedPayment,
} from './unpaid-intents.ts';
import { cancelSubscription, hasEnded } from './subscription-changes.ts';
import {
  changeWebhook,
  registerWebhook,
  type NewWebhookEndpoint,
  type WebhookEndpointChange,
} from './webhook-endpoints.ts';

interface PaymentChange {
  readonly metadata?: Metadata;
  readonly description?: string | null;
}

function changeCharge(
  context: WorldContext,
  id: string,
  change: PaymentChange,
  atMs?: number,
): ChargeRow {
  const before = theCharge(context.store, id);
  const row = context.store.charges.update(id, change, timeOf(context, atMs));
  const previous = { metadata: before.metadata, description: before.description };
  recordCharge(context, 'charge.updated', row, timeOf(context, atMs), previous);
  return row;
}

/** As on the real service, no event tells of a change to a PaymentIntent's metadata. */
function changePaymentIntent(
  context: WorldContext,
  id: string,
  change: PaymentChange,
  atMs?: number,
): PaymentIntentRow {
  thePaymentIntent(context.store, id);
  return context.store.paymentIntents.update(id, change, timeOf(context, atMs));
}

/**
 * What happens at Stripe. Amounts are minor units. Every action happens now on the sandbox clock,
 * or at the past moment `atMs`; it throws a WorldRefusal when it cannot happen.
 */
export interface StripeWorld extends BillingWorld, RequestedWorld {
  readonly store: Store;
  /** Lets everything happen that time alone brings, up to now. */
  catchUp(): void;
  /** The same but for payouts: these follow once every story of the past has happened. */
  catchUpPayments(): void;
  createCustomer(customer: NewCustomer): CustomerRow;
  changeCustomer(id: string, change: CustomerChange): CustomerRow;
  /** In minor units; credit is below zero. */
  changeBalance(id: string, balance: number): CustomerRow;
  deleteCustomer(id: string): void;
  payByCard(payment: CardPayment): Payment;
  payDeclined(payment: DeclinedPayment): Payment;
  authorize(payment: CardPayment): Payment;
  capture(chargeId: string, ask?: Capture): ChargeRow;
  cancelAuthorization(chargeId: string, ask?: Cancellation): ChargeRow;
  /** A PaymentIntent without a charge: a voucher, a bank transfer, an authentication. */
  awaitCustomer(payment: AwaitedPayment): PaymentIntentRow;
  /** A part of what a bank transfer is to bring, in minor units. */
  receiveTransfer(intentId: string, amount: number): PaymentIntentRow;
  failAuthentication(intentId: string): PaymentIntentRow;
  startBankDebit(payment: BankPayment): Payment;
  bankDebitSucceeds(chargeId: string, atMs?: number): Payment;
  bankDebitFails(chargeId: string, atMs?: number): Payment;
  /** The balance transaction arrives now instead of half an hour after the payment. */
  settleFee(chargeId: string): ChargeRow;
  refund(chargeId: string, request?: RefundRequest): RefundRow;
  failRefund(refundId: string, atMs?: number): RefundRow;
  sendRefund(refundId: string, atMs?: number): RefundRow;
  openDispute(chargeId: string, request?: DisputeRequest): DisputeRow;
  openInquiry(chargeId: string, request?: DisputeRequest): DisputeRow;
  winDispute(disputeId: string, atMs?: number): DisputeRow;
  loseDispute(disputeId: string, ask?: LostDispute): DisputeRow;
  changeCharge(id: string, change: PaymentChange, atMs?: number): ChargeRow;
  changePaymentIntent(id: string, change: PaymentChange, atMs?: number): PaymentIntentRow;
  takeAccountFee(fee: AccountFee): BalanceTransactionRow;
  sendPayout(payout: NewPayout): PayoutRow;
  failPayout(id: string, code?: string): PayoutRow;
  cancelPayout(id: string): PayoutRow;
  /** As a person does in the dashboard. */
  registerWebhook(endpoint: NewWebhookEndpoint): WebhookEndpointRow;
  changeWebhook(id: string, change: WebhookEndpointChange): WebhookEndpointRow;
  /** Events from now on are recorded as delivered or not. */
  setDeliveries(isWorking: boolean): void;
  /** The id belongs to an object of the account's other mode. */
  addOtherModeId(id: string): void;
}

function settleNow(context: WorldContext, chargeId: string): ChargeRow {
  settleDue(context, context.clock.nowMs());
  if (!context.dueSettlements.has(chargeId)) {
    throw new WorldRefusal(`No fee is pending on ${chargeId}.`);
  }
  return settle(context, chargeId, context.clock.nowMs());
}

function followed(context: WorldContext, payment: Payment, atMs: number | undefined): Payment {
  followCheckout(context, payment, atMs);
  followInvoiceDebit(context, payment, atMs);
  invoiceLinkPayment(context, payment, atMs);
  return payment;
}

/** Its subscriptions end with it. */
function removeCustomer(context: WorldContext, id: string): void {
  for (const row of context.store.subscriptions.newestFirst()) {
    if (row.customer === id && !hasEnded(row)) cancelSubscription(context, row.id);
  }
  deleteCustomer(context, id);
}

export function createWorld(context: WorldContext): StripeWorld {
  const catchUpPayments = (): void => {
    letBillingTimePass(context);
    settleDue(context, context.clock.nowMs());
  };
  return {
    store: context.store,
    ...createBillingWorld(context),
    ...createRequestedWorld(context),
    catchUp: () => {
      catchUpPayments();
      letPayoutsPass(context, context.clock.nowMs());
    },
    catchUpPayments,
    createCustomer: (customer) => createCustomer(context, customer),
    changeCustomer: (id, change) => changeCustomer(context, id, change),
    changeBalance: (id, balance) => changeBalance(context, id, balance),
    deleteCustomer: (id) => {
      removeCustomer(context, id);
    },
    payByCard: (payment) => payByCard(context, payment),
    payDeclined: (payment) => payDeclined(context, payment),
    authorize: (payment) => authorizeCard(context, payment),
    capture: (chargeId, ask) => capture(context, chargeId, ask),
    cancelAuthorization: (chargeId, ask) => cancelAuthorization(context, chargeId, ask),
    awaitCustomer: (payment) => awaitCustomer(context, payment),
    receiveTransfer: (id, amount) => receiveTransfer(context, id, amount),
    failAuthentication: (id) => failAuthentication(context, id),
    startBankDebit: (payment) => startBankDebit(context, payment),
    bankDebitSucceeds: (chargeId, atMs) =>
      followed(context, bankDebitSucceeds(context, chargeId, atMs), atMs),
    bankDebitFails: (chargeId, atMs) =>
      followed(context, bankDebitFails(context, chargeId, atMs), atMs),
    settleFee: (chargeId) => settleNow(context, chargeId),
    refund: (chargeId, request) => refund(context, chargeId, request),
    failRefund: (refundId, atMs) => failRefund(context, refundId, atMs),
    sendRefund: (refundId, atMs) => sendRefund(context, refundId, atMs),
    openDispute: (chargeId, request) => openDispute(context, chargeId, request),
    openInquiry: (chargeId, request) => openInquiry(context, chargeId, request),
    winDispute: (disputeId, atMs) => winDispute(context, disputeId, atMs),
    loseDispute: (disputeId, ask) => loseDispute(context, disputeId, ask),
    changeCharge: (id, change, atMs) => changeCharge(context, id, change, atMs),
    changePaymentIntent: (id, change, atMs) => changePaymentIntent(context, id, change, atMs),
    takeAccountFee: (fee) => takeAccountFee(context, fee),
    sendPayout: (payout) => sendPayout(context, payout),
    failPayout: (id, code) => failPayout(context, id, code),
    cancelPayout: (id) => cancelPayout(context, id),
    registerWebhook: (endpoint) => registerWebhook(context, endpoint),
    changeWebhook: (id, change) => changeWebhook(context, id, change),
    setDeliveries: (isWorking) => {
      context.deliveries.isWorking = isWorking;
    },
    addOtherModeId: (id) => {
      context.store.otherModeIds.add(id);
    },
  };
}
