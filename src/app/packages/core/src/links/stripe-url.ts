import type { CheckedUrl } from './checked-url.ts';

const MAX_URL_LENGTH = 5_000;

// No user, port, escape of the host or backslash: the parsers of this world differ about those.
const STRIPE_URL =
  /^https:\/\/(?:[a-z0-9-]+\.)*stripe\.com(?:\/[A-Za-z0-9\-._~!$&'()*+,;=:@%/?#]*)?$/;

const leadsToStripe = (text: string): text is CheckedUrl =>
  text.length <= MAX_URL_LENGTH && STRIPE_URL.test(text);

/**
 * An address that Stripe gave, if it leads to Stripe: `https`, and `stripe.com` or a name below it. Null
 * for every other, an account's own domain for checkout pages too: who wants to open it finds it in Stripe.
 */
export function stripeUrl(text: string | null | undefined): CheckedUrl | null {
  return text !== null && text !== undefined && leadsToStripe(text) ? text : null;
}
