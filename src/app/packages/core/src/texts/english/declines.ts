/** Who can do something about a failed payment. */
export type Move = 'customer' | 'business' | 'retry' | 'stripe';

interface DeclineText {
  /** Why, as one would say it on the phone. */
  readonly reason: string;
  readonly move: Move;
}

const contactBank: Move = 'customer';

/**
 * Failure and decline codes of Stripe in plain words
 * (docs.stripe.com/declines/codes and /error-codes, 2026-10).
 */
export const declines = {
  byCode: {
    insufficient_funds: { reason: 'Not enough money in the account', move: 'customer' },
    card_velocity_exceeded: { reason: 'The card is over its limit', move: 'customer' },
    withdrawal_count_limit_exceeded: { reason: 'The card is over its limit', move: 'customer' },
    amount_too_large: { reason: 'The amount is over the limit of the card', move: 'customer' },
    expired_card: { reason: 'The card has expired', move: 'customer' },
    incorrect_cvc: { reason: 'The security code is wrong', move: 'customer' },
    invalid_cvc: { reason: 'The security code is wrong', move: 'customer' },
    incorrect_number: { reason: 'The card number is wrong', move: 'customer' },
    invalid_number: { reason: 'The card number is wrong', move: 'customer' },
    incorrect_zip: { reason: 'The postal code does not match the card', move: 'customer' },
    incorrect_address: { reason: 'The address does not match the card', move: 'customer' },
    incorrect_pin: { reason: 'The PIN is wrong', move: 'customer' },
    invalid_pin: { reason: 'The PIN is wrong', move: 'customer' },
    pin_try_exceeded: { reason: 'Too many wrong PINs', move: 'customer' },
    invalid_expiry_month: { reason: 'The expiry date is wrong', move: 'customer' },
    invalid_expiry_year: { reason: 'The expiry date is wrong', move: 'customer' },
    authentication_required: { reason: 'The bank wants the customer to confirm', move: 'customer' },
    authentication_not_handled: {
      reason: 'The customer did not confirm with the bank',
      move: 'customer',
    },
    approve_with_id: { reason: 'The bank could not confirm the payment', move: 'retry' },
    card_declined: { reason: 'The bank declined the card', move: contactBank },
    generic_decline: { reason: 'The bank declined without a reason', move: contactBank },
    call_issuer: { reason: 'The bank wants a call from its customer', move: contactBank },
    do_not_honor: { reason: 'The bank declined without a reason', move: contactBank },
    do_not_try_again: { reason: 'The bank declined for good', move: contactBank },
    no_action_taken: { reason: 'The bank declined without a reason', move: contactBank },
    not_permitted: { reason: 'The bank does not permit this payment', move: contactBank },
    transaction_not_allowed: {
      reason: 'The card is not allowed for this payment',
      move: contactBank,
    },
    service_not_allowed: { reason: 'The card is not allowed for this payment', move: contactBank },
    restricted_card: { reason: 'The card cannot be used for this payment', move: contactBank },
    card_not_supported: {
      reason: 'The card does not support this kind of payment',
      move: contactBank,
    },
    currency_not_supported: { reason: 'The card does not support the currency', move: contactBank },
    invalid_account: { reason: 'The card or its account is not valid', move: contactBank },
    new_account_information_available: {
      reason: 'The card has been replaced by a new one',
      move: 'customer',
    },
    security_violation: { reason: 'The bank declined for safety', move: contactBank },
    stop_payment_order: {
      reason: 'The customer stopped this payment at the bank',
      move: 'customer',
    },
    revocation_of_authorization: {
      reason: 'The customer withdrew permission to charge',
      move: 'customer',
    },
    revocation_of_all_authorizations: {
      reason: 'The customer withdrew permission to charge',
      move: 'customer',
    },
    // Stripe asks not to tell the customer that a card was reported: the text is for both ears.
    lost_card: { reason: 'The bank declined the card', move: contactBank },
    stolen_card: { reason: 'The bank declined the card', move: contactBank },
    pickup_card: { reason: 'The bank declined the card', move: contactBank },
    fraudulent: { reason: 'Stripe blocked the payment as risky', move: 'business' },
    merchant_blacklist: { reason: 'The payment matches your block list', move: 'business' },
    highest_risk_level: { reason: 'Stripe blocked the payment as risky', move: 'business' },
    elevated_risk_level: { reason: 'Stripe held the payment as risky', move: 'business' },
    rule: { reason: 'One of your Radar rules blocked the payment', move: 'business' },
    previously_declined_do_not_retry: {
      reason: 'Not tried again: the bank had declined for good',
      move: 'customer',
    },
    duplicate_transaction: {
      reason: 'The same amount was charged a moment before',
      move: 'business',
    },
    invalid_amount: { reason: 'The amount is not allowed', move: 'business' },
    offline_pin_required: { reason: 'The card needs its PIN', move: 'customer' },
    online_or_offline_pin_required: { reason: 'The card needs its PIN', move: 'customer' },
    testmode_decline: { reason: 'A test card was used', move: 'business' },
    live_mode_test_card: { reason: 'A test card was used for a live payment', move: 'customer' },
    issuer_not_available: { reason: 'The bank could not be reached', move: 'retry' },
    processing_error: { reason: 'The card could not be processed', move: 'retry' },
    reenter_transaction: { reason: 'The bank could not process the payment', move: 'retry' },
    try_again_later: { reason: 'The bank could not process the payment', move: 'retry' },
    account_closed: { reason: 'The bank account is closed', move: 'customer' },
    bank_account_closed: { reason: 'The bank account is closed', move: 'customer' },
    bank_account_restricted: { reason: 'The bank account is restricted', move: 'customer' },
    bank_ownership_changed: { reason: 'The bank account has a new owner', move: 'customer' },
    could_not_process: { reason: 'The bank could not process the payment', move: 'retry' },
    debit_not_authorized: {
      reason: 'The customer told the bank that the debit was not authorized',
      move: 'customer',
    },
    debit_disputed: { reason: 'The customer contested the debit at the bank', move: 'customer' },
    no_account: { reason: 'The bank account was not found', move: 'customer' },
    account_frozen: { reason: 'The bank account is frozen', move: 'customer' },
    invalid_account_number: { reason: 'The bank account number is wrong', move: 'customer' },
    incorrect_account_holder_name: {
      reason: 'The name does not match the bank account',
      move: 'customer',
    },
    charge_exceeds_source_limit: { reason: 'The amount is over the limit', move: 'business' },
    payment_method_customer_decline: {
      reason: 'The customer declined the payment',
      move: 'customer',
    },
    payment_method_provider_decline: {
      reason: 'The payment provider declined the payment',
      move: 'customer',
    },
    payment_method_provider_timeout: {
      reason: 'The payment provider did not answer',
      move: 'retry',
    },
    payment_intent_payment_attempt_expired: {
      reason: 'The customer did not finish in time',
      move: 'customer',
    },
    payment_intent_payment_attempt_failed: { reason: 'The payment failed', move: 'customer' },
  } satisfies Record<string, DeclineText>,
  /** A code that the table does not have stays readable. */
  unknown: (code: string): string => `Declined (${code})`,
  none: 'The payment failed; Stripe gave no reason',
  moves: {
    customer: 'Ask the customer to use another card or account, or to speak with the bank.',
    business: 'Look at the payment in Stripe before trying again.',
    retry: 'Try the same payment again later.',
    stripe: 'Look at the payment in Stripe.',
  } satisfies Record<Move, string>,
};
