import type { Customer } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { claimsIn } from './metadata.ts';

export function mapCustomer(customer: Stripe.Customer): Customer {
  return {
    id: customer.id,
    name: customer.name ?? null,
    email: customer.email,
    created: customer.created,
    livemode: customer.livemode,
    recordClaims: claimsIn(customer.metadata),
  };
}
