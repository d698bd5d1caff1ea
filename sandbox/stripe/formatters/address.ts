import type Stripe from 'stripe';

export const addressIn = (country: string | null): Stripe.Address => ({
  city: null,
  country,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
});
