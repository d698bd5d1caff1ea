import type { Movement } from '../../mrr/movements.ts';

/**
 * Stripe's failure and decline codes in plain words
 * (docs.stripe.com/declines/codes and /error-codes, 2026-10).
 */
export const declines = {
  /** By what can be done, as the keys of `nextSteps`. */
  reasons: {
    customer: {
      funds: 'Insufficient funds',
      overLimit: 'The card is over its limit',
      amount: "The amount exceeds the card's limit",
      expired: 'The card has expired',
      pins: 'Too many wrong PINs',
      card: 'The bank declined the card',
      noReason: 'The bank declined without giving a reason',
      call: 'The customer needs to contact the bank',
      permanent: 'The bank declined permanently',
      banned: "The bank doesn't allow this payment",
      cardBanned: "The card isn't allowed for this payment",
      restricted: "The card can't be used for this payment",
      type: "The card doesn't support this type of payment",
      currency: "The card doesn't support this currency",
      invalid: "The card or its account isn't valid",
      replaced: 'The card has been replaced by a new one',
      security: 'The bank declined for security reasons',
      stopped: 'The customer stopped this payment at the bank',
      revoked: 'The customer revoked the authorization to charge',
      notRetried: 'Not retried: the bank had declined permanently',
      pin: 'The card requires a PIN',
      testCard: 'A test card was used for a live payment',
      debit: "The customer told the bank the debit wasn't authorized",
      disputed: 'The customer disputed the debit at the bank',
      customer: 'The customer declined the payment',
      provider: 'The payment provider declined the payment',
      attempt: 'The payment failed',
    },
    details: {
      cvc: 'The security code is wrong',
      number: 'The card number is wrong',
      zip: "The postal code doesn't match the card",
      address: "The address doesn't match the card",
      pin: 'The PIN is wrong',
      expiry: 'The expiry date is wrong',
      account: 'The bank account number is wrong',
      name: "The name doesn't match the bank account",
    },
    confirm: {
      required: 'The bank requires the customer to authenticate',
      unfinished: "The customer didn't complete authentication",
      failed: "The customer couldn't be authenticated",
      late: "The customer didn't finish in time",
    },
    account: {
      closed: 'The bank account is closed',
      restricted: 'The bank account is restricted',
      owner: 'The bank account has a new owner',
      notFound: "The bank account wasn't found",
      frozen: 'The bank account is frozen',
    },
    business: {
      risk: 'Stripe blocked the payment as high risk',
      blocklist: 'The payment matches your blocklist',
      elevated: 'Stripe held the payment as elevated risk',
      rule: 'One of your Radar rules blocked the payment',
      duplicate: 'The same amount was charged just before',
      amount: "The amount isn't allowed",
      testCard: 'A test card was used',
      limit: 'The amount exceeds the limit',
    },
    retry: {
      unauthorized: "The bank couldn't authorize the payment",
      unreachable: "The bank couldn't be reached",
      card: "The card couldn't be processed",
      unprocessed: "The bank couldn't process the payment",
      provider: "The payment provider didn't respond",
    },
  },
  /** A code that is not in the table. */
  unknown: (code: string): string => `Declined (${code})`,
  none: 'The payment failed, and Stripe gave no reason',
  /** What to do, by who can act. */
  nextSteps: {
    customer: 'Ask the customer to use another payment method or contact the bank.',
    details: 'Ask the customer to pay again and check what they enter.',
    confirm: 'Ask the customer to pay again and to confirm it with the bank.',
    account: 'Ask the customer to use another bank account or payment method.',
    business: 'Review the payment in Stripe before trying again.',
    retry: 'Retry the payment later.',
    stripe: 'Review the payment in Stripe.',
  },
};

/** Why the customer disputes a payment, by Stripe's reasons (docs.stripe.com/disputes/categories). */
export const disputeReasons = {
  bank_cannot_process: "The bank can't process the payment",
  check_returned: 'The check was returned',
  credit_not_processed: "The customer expected a refund that didn't arrive",
  customer_initiated: 'The customer asked the bank to reverse the payment',
  debit_not_authorized: "The debit wasn't authorized",
  duplicate: 'The customer was charged twice',
  fraudulent: "The cardholder didn't make the payment",
  general: 'Not specified',
  incorrect_account_details: 'The account details are wrong',
  insufficient_funds: 'Insufficient funds',
  noncompliant: 'The payment breaks card network rules',
  product_not_received: "The product didn't arrive",
  product_unacceptable: "The product isn't as described",
  subscription_canceled: 'The subscription was already canceled',
  unrecognized: "The customer doesn't recognize the payment",
};

/** What happened to monthly recurring revenue; `{amount}` and `{day}` are filled in where it is shown. */
const lines: Record<Movement['kind'], string> = {
  new: 'New: {amount} a month',
  expansion: 'Expanded by {amount} a month',
  contraction: 'Contracted by {amount} a month',
  churn: 'Churned: {amount} a month',
  reactivation: 'Reactivated: {amount} a month',
};

/** Why a subscription ended, by Stripe's values. */
export const movements = {
  lines,
  day: 'on {day}',
  quoted: (comment: string) => `“${comment}”`,
  reasons: {
    cancellation_requested: 'Cancellation requested',
    payment_failed: 'Payment failed',
    payment_disputed: 'Payment disputed',
    canceled_by_retention_policy: 'Canceled by the retention policy',
  },
  feedback: {
    customer_service: 'Customer service was less than expected',
    low_quality: 'Quality was less than expected',
    missing_features: 'Features are missing',
    other: 'Other reason',
    switched_service: 'Switched to a different service',
    too_complex: 'Too complex',
    too_expensive: 'Too expensive',
    unused: 'Not used enough',
  },
};
