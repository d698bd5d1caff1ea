/** How issuers and Stripe say no: https://docs.stripe.com/declines/codes. */
export interface Decline {
  readonly failureCode: string;
  readonly failureMessage: string;
  readonly declineCode: string;
  readonly isBlockedByStripe: boolean;
  readonly sellerMessage: string;
  readonly adviceCode: string | null;
}

const byIssuer = (
  declineCode: string,
  failureCode: string,
  failureMessage: string,
  adviceCode: string | null,
): Decline => ({
  failureCode,
  failureMessage,
  declineCode,
  isBlockedByStripe: false,
  sellerMessage: 'The bank did not return any further details with this decline.',
  adviceCode,
});

const DECLINES = {
  insufficient_funds: byIssuer(
    'insufficient_funds',
    'card_declined',
    'Your card has insufficient funds.',
    'try_again_later',
  ),
  generic_decline: byIssuer(
    'generic_decline',
    'card_declined',
    'Your card was declined.',
    'try_again_later',
  ),
  lost_card: byIssuer('lost_card', 'card_declined', 'Your card was declined.', 'do_not_try_again'),
  expired_card: byIssuer(
    'expired_card',
    'expired_card',
    'Your card has expired.',
    'confirm_card_data',
  ),
  incorrect_cvc: byIssuer(
    'incorrect_cvc',
    'incorrect_cvc',
    "Your card's security code is incorrect.",
    'confirm_card_data',
  ),
  highest_risk_level: {
    failureCode: 'card_declined',
    failureMessage: 'Your card was declined.',
    declineCode: 'fraudulent',
    isBlockedByStripe: true,
    sellerMessage: 'Stripe blocked this payment as too risky.',
    adviceCode: null,
  },
} as const satisfies Readonly<Record<string, Decline>>;

/** The values of `outcome.reason`. */
export type DeclineReason = keyof typeof DECLINES;

export function declineFor(reason: DeclineReason, message?: string): Decline {
  const decline = DECLINES[reason];
  if (message === undefined) return decline;
  return { ...decline, failureMessage: message, sellerMessage: message };
}
