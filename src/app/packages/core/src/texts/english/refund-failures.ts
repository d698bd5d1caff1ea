/** Stripe's reasons for which a refund failed, an open set. */
export const refundFailures = {
  lost_or_stolen_card: 'the card is lost or stolen',
  expired_or_canceled_card: 'the card is expired or canceled',
  charge_for_pending_refund_disputed: 'the customer disputed the payment',
  insufficient_funds: 'your Stripe balance was too low',
  declined: 'the bank declined it',
  merchant_request: 'canceled at your request',
  unknown: 'no reason given',
};
