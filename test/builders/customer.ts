import type { Customer } from '@stripe-payments/core';

/** Ada, a customer with an address. */
export function customer(overrides: Partial<Customer> = {}): Customer {
  return {
    id: 'cus_1',
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    created: 1_790_000_000,
    livemode: false,
    recordClaims: [],
    ...overrides,
  };
}
