import type { StripeSideActionId } from '../api/stripe-side-wire.ts';
import { stripeSideActionIds } from '../api/stripe-side-wire.ts';

export const actionLabels: Readonly<Record<StripeSideActionId, string>> = {
  'pay-by-card': 'Pay by card',
  'pay-declined': 'Pay, card declined',
  authorize: 'Authorize only',
  capture: 'Capture',
  'cancel-authorization': 'Cancel authorization',
  'settle-fee': 'Fee arrives',
  refund: 'Refund',
  'fail-refund': 'Refund fails',
  'open-dispute': 'Open dispute',
  'open-inquiry': 'Open inquiry',
  'win-dispute': 'Win dispute',
  'lose-dispute': 'Lose dispute',
  'start-bank-debit': 'Start bank debit',
  'bank-debit-succeeds': 'Bank debit succeeds',
  'bank-debit-fails': 'Bank debit fails',
  'create-invoice': 'Send invoice, due in 14 days',
  'pay-invoice': 'Pay invoice',
  'pay-invoice-part': 'Pay a part',
  'fail-invoice-payment': 'Payment fails',
  'void-invoice': 'Void invoice',
  'start-subscription': 'Start monthly subscription',
  'renew-subscription': 'Renew',
  'cancel-at-period-end': 'Cancel at period end',
};

/** Actions that start a payment belong to the customer or the deal, not to a payment. */
export const startingActions = [
  'pay-by-card',
  'pay-declined',
  'authorize',
  'start-bank-debit',
  'create-invoice',
  'start-subscription',
] as const satisfies readonly StripeSideActionId[];

const amountActions: ReadonlySet<StripeSideActionId> = new Set([
  'capture',
  'refund',
  'open-dispute',
  'pay-invoice-part',
]);

export const takesAmount = (action: StripeSideActionId): boolean => amountActions.has(action);

/** An action that this page does not know is left out: it could not say what it does. */
export function knownActions(ids: readonly string[]): readonly StripeSideActionId[] {
  return stripeSideActionIds.filter((id) => ids.includes(id));
}
