import type { StripeActionId } from '../../drawers.ts';
import type { ChargeRow, DisputeRow, RefundRow } from '../entities/payments.ts';
import type { Store } from '../store/store.ts';
import { isOpenDispute, isOpenInquiry } from '../world/disputes.ts';
import { refundableAmount } from '../world/refunds.ts';

/** The newest refund that can still come back. */
export const failableRefund = (store: Store, chargeId: string): RefundRow | undefined =>
  store.refunds
    .inGroup(chargeId)
    .findLast((refund) => refund.origin === 'customer' && refund.status !== 'failed');

/** The newest dispute that can still be won: an open one, an open inquiry, or a lost one. */
export const winnableDispute = (store: Store, chargeId: string): DisputeRow | undefined =>
  store.disputes
    .inGroup(chargeId)
    .findLast((each) => isOpenDispute(each) || isOpenInquiry(each) || each.status === 'lost');

export const openDisputeOf = (store: Store, chargeId: string): DisputeRow | undefined =>
  store.disputes.inGroup(chargeId).find(isOpenDispute);

function actionsOnDisputes(store: Store, charge: ChargeRow): readonly StripeActionId[] {
  if (charge.method.type !== 'card') return [];
  const disputes = store.disputes.inGroup(charge.id);
  const isQuestioned = disputes.some((each) => isOpenDispute(each) || isOpenInquiry(each));
  return [
    ...(disputes.some(isOpenDispute) ? [] : (['open-dispute'] as const)),
    ...(isQuestioned ? [] : (['open-inquiry'] as const)),
    ...(winnableDispute(store, charge.id) === undefined ? [] : (['win-dispute'] as const)),
    ...(openDisputeOf(store, charge.id) === undefined ? [] : (['lose-dispute'] as const)),
  ];
}

/** In the order in which the drawer shows them. */
export function availableActions(store: Store, charge: ChargeRow): readonly StripeActionId[] {
  if (charge.status === 'failed') return [];
  if (charge.status === 'pending') return ['bank-debit-succeeds', 'bank-debit-fails'];
  if (!charge.isCaptured) {
    const isHeld = store.paymentIntents.get(charge.paymentIntent)?.status === 'requires_capture';
    return isHeld ? ['capture', 'cancel-authorization'] : [];
  }
  const canRefund = refundableAmount(charge) > 0 && openDisputeOf(store, charge.id) === undefined;
  return [
    ...(charge.balanceTransaction === null ? (['settle-fee'] as const) : []),
    ...(canRefund ? (['refund'] as const) : []),
    ...(failableRefund(store, charge.id) === undefined ? [] : (['fail-refund'] as const)),
    ...actionsOnDisputes(store, charge),
  ];
}
