import type { StripeAction } from '../../drawers.ts';
import { moneyText } from '../values/currencies.ts';
import type { Metadata } from '../entities/row.ts';
import type { StripeWorld } from '../world/index.ts';
import type { CardPayment } from '../world/payment-request.ts';
import { theCharge, WorldRefusal } from '../world/context.ts';
import { failableRefund, openDisputeOf, winnableDispute } from './available-actions.ts';
import { performBilling } from './billing-actions.ts';

const USUAL_AMOUNT = 12_000;

const metadataOf = (request: StripeAction): Metadata => ({
  ...(request.hubspotDealId !== undefined && { hubspot_deal_id: request.hubspotDealId }),
  ...(request.hubspotContactId !== undefined && { hubspot_contact_id: request.hubspotContactId }),
  ...(request.hubspotCompanyId !== undefined && { hubspot_company_id: request.hubspotCompanyId }),
});

function paymentOf(request: StripeAction): CardPayment {
  return {
    amount: request.amountMinor ?? USUAL_AMOUNT,
    currency: request.currency ?? 'usd',
    description: 'Payment made in the sandbox',
    metadata: metadataOf(request),
    ...(request.customerId === undefined ? {} : { customer: request.customerId }),
  };
}

function chargeIdOf(request: StripeAction): string {
  if (request.chargeId !== undefined) return request.chargeId;
  throw new WorldRefusal(`The action ${request.action} needs a chargeId.`);
}

function existing<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new WorldRefusal(text);
  return value;
}

const amountOf = (request: StripeAction): { readonly amount?: number } =>
  request.amountMinor === undefined ? {} : { amount: request.amountMinor };

function startPayment(world: StripeWorld, request: StripeAction): string | undefined {
  const payment = paymentOf(request);
  const money = moneyText(payment.amount, payment.currency);
  switch (request.action) {
    case 'pay-by-card':
      world.payByCard(payment);
      return `A card payment of ${money} succeeded; its fee follows within half an hour.`;
    case 'pay-declined':
      world.payDeclined(payment);
      return `A card payment of ${money} was declined for insufficient funds.`;
    case 'authorize':
      world.authorize(payment);
      return `${money} was authorized on a card and waits to be captured.`;
    case 'start-bank-debit':
      world.startBankDebit(payment);
      return `A bank debit of ${money} is on its way.`;
    default:
      return undefined;
  }
}

function continuePayment(world: StripeWorld, request: StripeAction): string | undefined {
  const chargeId = chargeIdOf(request);
  const charge = theCharge(world.store, chargeId);
  const text = (amount: number): string => moneyText(amount, charge.currency);
  switch (request.action) {
    case 'capture':
      return `${text(world.capture(chargeId, amountOf(request)).amountCaptured)} was captured.`;
    case 'cancel-authorization':
      world.cancelAuthorization(chargeId);
      return `The authorization of ${text(charge.amount)} was canceled.`;
    case 'settle-fee':
      world.settleFee(chargeId);
      return `The fee of the payment of ${text(charge.amount)} is known now.`;
    case 'refund':
      return `${text(world.refund(chargeId, amountOf(request)).amount)} was refunded.`;
    case 'fail-refund': {
      const refund = existing(failableRefund(world.store, chargeId), 'There is no refund to fail.');
      world.failRefund(refund.id);
      return `The refund of ${text(refund.amount)} failed and the money came back.`;
    }
    case 'bank-debit-succeeds':
      world.bankDebitSucceeds(chargeId);
      return `The bank debit of ${text(charge.amount)} succeeded.`;
    case 'bank-debit-fails':
      world.bankDebitFails(chargeId);
      return `The bank debit of ${text(charge.amount)} was returned for insufficient funds.`;
    default:
      return undefined;
  }
}

function dispute(world: StripeWorld, request: StripeAction): string {
  const chargeId = chargeIdOf(request);
  const { currency } = theCharge(world.store, chargeId);
  switch (request.action) {
    case 'open-dispute': {
      const opened = world.openDispute(chargeId, amountOf(request));
      return `The customer disputes ${moneyText(opened.amount, currency)}.`;
    }
    case 'open-inquiry':
      world.openInquiry(chargeId, amountOf(request));
      return `The customer's bank asks about the payment; no money has moved.`;
    case 'win-dispute': {
      const open = winnableDispute(world.store, chargeId);
      const over = world.winDispute(existing(open, 'There is no dispute to win.').id);
      return over.status === 'won'
        ? `The dispute over ${moneyText(over.amount, currency)} was won.`
        : 'The inquiry was closed without a dispute.';
    }
    case 'lose-dispute': {
      const open = existing(openDisputeOf(world.store, chargeId), 'There is no dispute to lose.');
      world.loseDispute(open.id);
      return `The dispute over ${moneyText(open.amount, currency)} was lost.`;
    }
    default:
      throw new WorldRefusal(`The sandbox does not know the action ${request.action}.`);
  }
}

const billing = (world: StripeWorld, request: StripeAction, nowMs: number): string | undefined =>
  performBilling(world, {
    action: request.action,
    targetId: request.chargeId,
    customerId: request.customerId,
    amount: request.amountMinor,
    currency: request.currency,
    metadata: metadataOf(request),
    nowMs,
  });

/** Does it and says in one sentence what happened; throws a WorldRefusal when it cannot happen. */
export const perform = (world: StripeWorld, request: StripeAction, nowMs: number): string =>
  startPayment(world, request) ??
  billing(world, request, nowMs) ??
  continuePayment(world, request) ??
  dispute(world, request);
