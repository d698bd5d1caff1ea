import type { PaymentFailure } from '../payment/charge.ts';
import type { DeclineTexts } from './catalogue.ts';
import { declineTextsIn } from './catalogue.ts';
import type { Language } from './language.ts';

type Declines = DeclineTexts['declines'];
type DeclineCode = keyof Declines['byCode'];
type Remedy = keyof Declines['nextSteps'];

/** What can be done about a failed payment, by Stripe's code. */
const REMEDIES: Readonly<Record<DeclineCode, Remedy>> = {
  insufficient_funds: 'customer',
  card_velocity_exceeded: 'customer',
  withdrawal_count_limit_exceeded: 'customer',
  amount_too_large: 'customer',
  expired_card: 'customer',
  incorrect_cvc: 'details',
  invalid_cvc: 'details',
  incorrect_number: 'details',
  invalid_number: 'details',
  incorrect_zip: 'details',
  incorrect_address: 'details',
  incorrect_pin: 'details',
  invalid_pin: 'details',
  pin_try_exceeded: 'customer',
  invalid_expiry_month: 'details',
  invalid_expiry_year: 'details',
  authentication_required: 'confirm',
  authentication_not_handled: 'confirm',
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
  account_closed: 'account',
  bank_account_closed: 'account',
  bank_account_restricted: 'account',
  bank_ownership_changed: 'account',
  could_not_process: 'retry',
  debit_not_authorized: 'customer',
  debit_disputed: 'customer',
  no_account: 'account',
  account_frozen: 'account',
  invalid_account_number: 'details',
  incorrect_account_holder_name: 'details',
  charge_exceeds_source_limit: 'business',
  payment_method_customer_decline: 'customer',
  payment_method_provider_decline: 'customer',
  payment_method_provider_timeout: 'retry',
  payment_intent_authentication_failure: 'confirm',
  payment_intent_payment_attempt_expired: 'confirm',
  payment_intent_payment_attempt_failed: 'customer',
};

/** Why a payment failed and what to do about it. */
export interface DeclineText {
  readonly reason: string;
  readonly nextStep: string;
}

const isDeclineCode = (code: string): code is DeclineCode => Object.hasOwn(REMEDIES, code);

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
    return { reason: byCode[known], nextStep: nextSteps[REMEDIES[known]] };
  }
  const [first] = codes;
  return { reason: first === undefined ? none : unknown(first), nextStep: nextSteps.stripe };
}

/**
 * A failure as its reason is stored, which is in the account's language, in the reader's; a reason that is
 * no text of ours stays as it is.
 */
export function storedDeclineIn(language: Language, stored: string): DeclineText {
  const texts = declineTextsIn(language);
  const known = (['en', 'it'] as const)
    .flatMap((each) => Object.entries(declineTextsIn(each).declines.byCode))
    .find(([, text]) => text === stored);
  if (known === undefined) {
    return { reason: stored, nextStep: texts.declines.nextSteps.stripe };
  }
  return declineText({ code: known[0], reason: null, message: null }, texts);
}
