import type { Movement } from '../../mrr/movements.ts';

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
