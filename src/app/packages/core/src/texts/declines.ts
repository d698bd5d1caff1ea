import type { PaymentFailure } from '../payment/charge.ts';
import type { DeclineTexts } from './catalogue.ts';

type Declines = DeclineTexts['declines'];
type DeclineCode = keyof Declines['byCode'];
type WhoCanAct = keyof Declines['nextSteps'];

/** Who can do something about a failed payment, by Stripe's code. */
const WHO_CAN_ACT: Readonly<Record<DeclineCode, WhoCanAct>> = {
  insufficient_funds: 'customer',
  card_velocity_exceeded: 'customer',
  withdrawal_count_limit_exceeded: 'customer',
  amount_too_large: 'customer',
  expired_card: 'customer',
  incorrect_cvc: 'customer',
  invalid_cvc: 'customer',
  incorrect_number: 'customer',
  invalid_number: 'customer',
  incorrect_zip: 'customer',
  incorrect_address: 'customer',
  incorrect_pin: 'customer',
  invalid_pin: 'customer',
  pin_try_exceeded: 'customer',
  invalid_expiry_month: 'customer',
  invalid_expiry_year: 'customer',
  authentication_required: 'customer',
  authentication_not_handled: 'customer',
  approve_with_id: 'retry',
  card_declined: 'customer',
  generic_decline: 'customer',
  call_issuer: 'customer',
  do_not_honor: 'customer',
  do_not_try_again: 'customer',
  no_action_taken: 'customer',
  not_permitted: 'customer',
  transaction_not_allowed: 'customer',
  service_not_allowed: 'customer',
  restricted_card: 'customer',
  card_not_supported: 'customer',
  currency_not_supported: 'customer',
  invalid_account: 'customer',
  new_account_information_available: 'customer',
  security_violation: 'customer',
  stop_payment_order: 'customer',
  revocation_of_authorization: 'customer',
  revocation_of_all_authorizations: 'customer',
  lost_card: 'customer',
  stolen_card: 'customer',
  pickup_card: 'customer',
  fraudulent: 'business',
  merchant_blacklist: 'business',
  highest_risk_level: 'business',
  elevated_risk_level: 'business',
  rule: 'business',
  previously_declined_do_not_retry: 'customer',
  duplicate_transaction: 'business',
  invalid_amount: 'business',
  offline_pin_required: 'customer',
  online_or_offline_pin_required: 'customer',
  testmode_decline: 'business',
  live_mode_test_card: 'customer',
  issuer_not_available: 'retry',
  processing_error: 'retry',
  reenter_transaction: 'retry',
  try_again_later: 'retry',
  account_closed: 'customer',
  bank_account_closed: 'customer',
  bank_account_restricted: 'customer',
  bank_ownership_changed: 'customer',
  could_not_process: 'retry',
  debit_not_authorized: 'customer',
  debit_disputed: 'customer',
  no_account: 'customer',
  account_frozen: 'customer',
  invalid_account_number: 'customer',
  incorrect_account_holder_name: 'customer',
  charge_exceeds_source_limit: 'business',
  payment_method_customer_decline: 'customer',
  payment_method_provider_decline: 'customer',
  payment_method_provider_timeout: 'retry',
  payment_intent_authentication_failure: 'customer',
  payment_intent_payment_attempt_expired: 'customer',
  payment_intent_payment_attempt_failed: 'customer',
};

/** Why a payment failed and what to do about it. */
export interface DeclineText {
  readonly reason: string;
  readonly nextStep: string;
}

const isDeclineCode = (code: string): code is DeclineCode => Object.hasOwn(WHO_CAN_ACT, code);

/**
 * The issuer's reason is more precise than Stripe's code (`insufficient_funds` against `card_declined`),
 * so it comes first. A code that is not in the table is shown as it is.
 */
export function declineText(
  { reason, code }: PaymentFailure,
  { declines }: DeclineTexts,
): DeclineText {
  const { byCode, unknown, none, nextSteps } = declines;
  const codes = [reason, code].filter((value) => value !== null).filter((value) => value !== '');
  const known = codes.find(isDeclineCode);
  if (known !== undefined) {
    return { reason: byCode[known], nextStep: nextSteps[WHO_CAN_ACT[known]] };
  }
  const [first] = codes;
  return { reason: first === undefined ? none : unknown(first), nextStep: nextSteps.stripe };
}
