import type { Checkout } from '../payment/checkout.ts';
import type { Invoice } from '../payment/invoice.ts';

/** False for a draft of nothing: Stripe keeps those for subscriptions that have not billed anything. */
export function isShownInvoice({ status, totalMinor }: Invoice): boolean {
  return status !== 'draft' || totalMinor !== 0;
}

/** True for a completed checkout that cost nothing: it has no payment that would show it. */
export function isFreeCheckout({ status, paymentStatus, amountMinor }: Checkout): boolean {
  return status === 'complete' && paymentStatus === 'no_payment_required' && amountMinor === 0;
}
