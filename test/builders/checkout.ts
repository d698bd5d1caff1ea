import type { Checkout } from '@stripe-payments/core';

/** A guest's checkout that paid 20.00 USD by the PaymentIntent of `ch_1`. */
export function checkout(overrides: Partial<Checkout> = {}): Checkout {
  return {
    id: 'cs_1',
    customerId: null,
    email: 'guest@example.com',
    name: 'Grace Hopper',
    created: 1_795_367_109,
    livemode: false,
    status: 'complete',
    paymentStatus: 'paid',
    amountMinor: 2_000,
    taxMinor: null,
    currency: 'usd',
    products: [],
    paymentIntentId: 'pi_of_ch_1',
    invoiceId: null,
    subscriptionId: null,
    recordClaims: [],
    ...overrides,
  };
}

/** A checkout that a coupon made free. */
export function freeCheckout(overrides: Partial<Checkout> = {}): Checkout {
  return checkout({
    id: 'cs_free',
    paymentStatus: 'no_payment_required',
    amountMinor: 0,
    paymentIntentId: null,
    ...overrides,
  });
}
