import type { PaymentFailure } from '../payment/charge.ts';
import type { DeclineTexts } from './catalogue.ts';
import { declineTextsIn } from './catalogue.ts';
import type { Language } from './language.ts';
import { LANGUAGES } from './language.ts';

type Reasons = DeclineTexts['declines']['reasons'];
type Remedy = keyof Reasons;
type Explained = { readonly [R in Remedy]: readonly [R, keyof Reasons[R]] }[Remedy];

/** What can be done about a failed payment and why it failed, by Stripe's code. No card loads it: it has texts. */
export const EXPLAINED = {
  insufficient_funds: ['customer', 'funds'],
  card_velocity_exceeded: ['customer', 'overLimit'],
  withdrawal_count_limit_exceeded: ['customer', 'overLimit'],
  amount_too_large: ['customer', 'amount'],
  expired_card: ['customer', 'expired'],
  incorrect_cvc: ['details', 'cvc'],
  invalid_cvc: ['details', 'cvc'],
  incorrect_number: ['details', 'number'],
  invalid_number: ['details', 'number'],
  incorrect_zip: ['details', 'zip'],
  incorrect_address: ['details', 'address'],
  incorrect_pin: ['details', 'pin'],
  invalid_pin: ['details', 'pin'],
  pin_try_exceeded: ['customer', 'pins'],
  invalid_expiry_month: ['details', 'expiry'],
  invalid_expiry_year: ['details', 'expiry'],
  authentication_required: ['confirm', 'required'],
  authentication_not_handled: ['confirm', 'unfinished'],
  approve_with_id: ['retry', 'unauthorized'],
  card_declined: ['customer', 'card'],
  generic_decline: ['customer', 'noReason'],
  call_issuer: ['customer', 'call'],
  do_not_honor: ['customer', 'noReason'],
  do_not_try_again: ['customer', 'permanent'],
  no_action_taken: ['customer', 'noReason'],
  not_permitted: ['customer', 'banned'],
  transaction_not_allowed: ['customer', 'cardBanned'],
  service_not_allowed: ['customer', 'cardBanned'],
  restricted_card: ['customer', 'restricted'],
  card_not_supported: ['customer', 'type'],
  currency_not_supported: ['customer', 'currency'],
  invalid_account: ['customer', 'invalid'],
  new_account_information_available: ['customer', 'replaced'],
  security_violation: ['customer', 'security'],
  stop_payment_order: ['customer', 'stopped'],
  revocation_of_authorization: ['customer', 'revoked'],
  revocation_of_all_authorizations: ['customer', 'revoked'],
  // Stripe asks not to reveal that a card was reported lost or stolen, and a user may read this text out to the customer.
  lost_card: ['customer', 'card'],
  stolen_card: ['customer', 'card'],
  pickup_card: ['customer', 'card'],
  fraudulent: ['business', 'risk'],
  merchant_blacklist: ['business', 'blocklist'],
  highest_risk_level: ['business', 'risk'],
  elevated_risk_level: ['business', 'elevated'],
  rule: ['business', 'rule'],
  previously_declined_do_not_retry: ['customer', 'notRetried'],
  duplicate_transaction: ['business', 'duplicate'],
  invalid_amount: ['business', 'amount'],
  offline_pin_required: ['customer', 'pin'],
  online_or_offline_pin_required: ['customer', 'pin'],
  testmode_decline: ['business', 'testCard'],
  live_mode_test_card: ['customer', 'testCard'],
  issuer_not_available: ['retry', 'unreachable'],
  processing_error: ['retry', 'card'],
  reenter_transaction: ['retry', 'unprocessed'],
  try_again_later: ['retry', 'unprocessed'],
  account_closed: ['account', 'closed'],
  bank_account_closed: ['account', 'closed'],
  bank_account_restricted: ['account', 'restricted'],
  bank_ownership_changed: ['account', 'owner'],
  could_not_process: ['retry', 'unprocessed'],
  debit_not_authorized: ['customer', 'debit'],
  debit_disputed: ['customer', 'disputed'],
  no_account: ['account', 'notFound'],
  account_frozen: ['account', 'frozen'],
  invalid_account_number: ['details', 'account'],
  incorrect_account_holder_name: ['details', 'name'],
  charge_exceeds_source_limit: ['business', 'limit'],
  payment_method_customer_decline: ['customer', 'customer'],
  payment_method_provider_decline: ['customer', 'provider'],
  payment_method_provider_timeout: ['retry', 'provider'],
  payment_intent_authentication_failure: ['confirm', 'failed'],
  payment_intent_payment_attempt_expired: ['confirm', 'late'],
  payment_intent_payment_attempt_failed: ['customer', 'attempt'],
} as const satisfies Readonly<Record<string, Explained>>;

type DeclineCode = keyof typeof EXPLAINED;

const REMEDIES = ['customer', 'details', 'confirm', 'account', 'business', 'retry'] as const;

/** Why a payment failed and what to do about it. */
export interface DeclineText {
  readonly reason: string;
  readonly nextStep: string;
}

const isDeclineCode = (code: string): code is DeclineCode => Object.hasOwn(EXPLAINED, code);

/**
 * The issuer's reason is more precise than Stripe's code (`insufficient_funds` against `card_declined`),
 * so it comes first. A code that is not in the table is shown as it is.
 */
export function declineText(
  { reason, code }: PaymentFailure,
  { declines }: DeclineTexts,
): DeclineText {
  const { unknown, none, nextSteps } = declines;
  const codes = [reason, code].filter((value) => value !== null).filter((value) => value !== '');
  const known = codes.find(isDeclineCode);
  if (known !== undefined) {
    const [remedy, why] = EXPLAINED[known];
    const reasons: Readonly<Record<string, string>> = declines.reasons[remedy];
    return { reason: reasons[why] ?? none, nextStep: nextSteps[remedy] };
  }
  const [first] = codes;
  return { reason: first === undefined ? none : unknown(first), nextStep: nextSteps.stripe };
}

/**
 * A failure as its reason is stored, which is in the account's language, in the reader's; a reason that is
 * no text of ours stays as it is.
 */
export function storedDeclineIn(language: Language, stored: string): DeclineText {
  const { reasons, nextSteps } = declineTextsIn(language).declines;
  for (const remedy of REMEDIES) {
    const own: Readonly<Record<string, string>> = reasons[remedy];
    for (const each of LANGUAGES) {
      const known = Object.entries(declineTextsIn(each).declines.reasons[remedy]);
      const [why = ''] = known.find(([, text]) => text === stored) ?? [];
      const reason = own[why];
      if (reason !== undefined) return { reason, nextStep: nextSteps[remedy] };
    }
  }
  return { reason: stored, nextStep: nextSteps.stripe };
}
