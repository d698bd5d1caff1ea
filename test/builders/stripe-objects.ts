import type { StripeObjects } from '@stripe-payments/core';
import { NO_STRIPE_OBJECTS } from '@stripe-payments/core';

/** What was read from Stripe, as far as a test cares. */
export function stripeObjects(overrides: Partial<StripeObjects> = {}): StripeObjects {
  return { ...NO_STRIPE_OBJECTS, ...overrides };
}
