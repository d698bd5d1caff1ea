/** What a customer chooses in Stripe's portal. */
export type CancellationFeedback =
  | 'customer_service'
  | 'low_quality'
  | 'missing_features'
  | 'other'
  | 'switched_service'
  | 'too_complex'
  | 'too_expensive'
  | 'unused';

export type CancellationReason = 'cancellation_requested' | 'payment_failed';
