import { moneyText } from '../currencies.ts';
import type { ChargeRow } from '../entities/charge.ts';
import { isFullyRefunded } from '../formatters/charge.ts';
import type { Store } from '../store/store.ts';
import { isOpenDispute, isOpenInquiry } from '../world/disputes.ts';
import type { ActionId } from './action-ids.ts';
import { availableActions } from './available-actions.ts';

interface ScenePayment {
  readonly chargeId: string;
  readonly paymentIntentId: string;
  readonly createdMs: number;
  readonly label: string;
  readonly status: string;
  readonly availableActions: readonly ActionId[];
}

export interface Scene {
  readonly nowMs: number;
  readonly payments: readonly ScenePayment[];
  readonly customers: readonly { readonly id: string; readonly name: string }[];
}

function methodText(charge: ChargeRow): string {
  const { method } = charge;
  if (method.type === 'us_bank_account') return `bank account ending in ${method.last4}`;
  const brand = method.brand.charAt(0).toUpperCase() + method.brand.slice(1);
  return `${brand} ending in ${method.last4}`;
}

function paymentLabel(charge: ChargeRow): string {
  const payer = charge.billingName === null ? '' : ` from ${charge.billingName}`;
  return `${moneyText(charge.amount, charge.currency)} by ${methodText(charge)}${payer}`;
}

function disputeStatus(store: Store, charge: ChargeRow): string | undefined {
  const disputes = store.disputes.inGroup(charge.id);
  if (disputes.some(isOpenDispute)) return 'in dispute';
  if (disputes.some(isOpenInquiry)) return 'under inquiry';
  const last = disputes.at(-1);
  if (last?.status === 'lost') return 'dispute lost';
  return last?.status === 'won' ? 'dispute won' : undefined;
}

function paymentStatus(store: Store, charge: ChargeRow): string {
  if (charge.status === 'failed') return 'failed';
  if (charge.status === 'pending') return 'on its way';
  if (!charge.isCaptured) return charge.amountRefunded > 0 ? 'canceled' : 'authorized';
  const disputed = disputeStatus(store, charge);
  if (disputed !== undefined) return disputed;
  const refunds = store.refunds.inGroup(charge.id);
  if (refunds.some((refund) => refund.origin === 'customer' && refund.status !== 'failed')) {
    return isFullyRefunded(charge) ? 'refunded' : 'partially refunded';
  }
  if (charge.balanceTransaction === null) return 'paid, fee pending';
  return 'paid';
}

export interface SceneQuestion {
  readonly customerIds: readonly string[];
  readonly dealId: string | undefined;
}

/** The payments of these customers, and those whose metadata names the deal. Newest first. */
export function sceneOf(store: Store, nowMs: number, question: SceneQuestion): Scene {
  const customerIds = new Set(question.customerIds);
  const namesDeal = (charge: ChargeRow): boolean => {
    if (question.dealId === undefined) return false;
    const intent = store.paymentIntents.get(charge.paymentIntent);
    return [charge.metadata, intent?.metadata].some(
      (metadata) => metadata?.['hubspot_deal_id'] === question.dealId,
    );
  };
  const charges = store.charges
    .newestFirst()
    .filter((row) => (row.customer !== null && customerIds.has(row.customer)) || namesDeal(row));
  return {
    nowMs,
    payments: charges.map((charge) => ({
      chargeId: charge.id,
      paymentIntentId: charge.paymentIntent,
      createdMs: charge.created * 1000,
      label: paymentLabel(charge),
      status: paymentStatus(store, charge),
      availableActions: availableActions(store, charge),
    })),
    customers: [...customerIds].flatMap((id) => {
      const customer = store.customers.get(id);
      return customer === undefined ? [] : [{ id, name: customer.name ?? id }];
    }),
  };
}
