/** Why the customer wants the money back, by Stripe's reasons (docs.stripe.com/disputes/categories). */
export const disputeReasons = {
  bank_cannot_process: 'The bank cannot process the payment',
  check_returned: 'The check was returned',
  credit_not_processed: 'A promised refund did not arrive',
  customer_initiated: 'The customer had the bank take the money back',
  debit_not_authorized: 'The debit was not authorized',
  duplicate: 'The customer was charged twice',
  fraudulent: 'The cardholder did not make the payment',
  general: 'Not given',
  incorrect_account_details: 'The account details are wrong',
  insufficient_funds: 'Not enough money in the account',
  noncompliant: 'The payment is against the rules of the card network',
  product_not_received: 'The product did not arrive',
  product_unacceptable: 'The product is not as described',
  subscription_canceled: 'The subscription was canceled before',
  unrecognized: 'The customer does not recognize the payment',
};
