import Stripe from 'stripe';
import type { StripeSandbox } from '../../../sandbox/stripe/index.ts';

const KEY = 'sk_test_sandbox51DemoKeyForLocalUseOnly';

/** Stripe's SDK against the stand-in, without a socket between them. */
export function clientOf({ app }: StripeSandbox) {
  const stripe = new Stripe(KEY, {
    telemetry: false,
    maxNetworkRetries: 0,
    httpClient: Stripe.createFetchHttpClient(async (url: string | URL | Request, init) =>
      app.fetch(new Request(url, init)),
    ),
  });
  return Object.assign(stripe, { otherKeys: [] });
}
