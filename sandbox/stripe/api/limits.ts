import { createRateWindow } from '../../http/rate-window.ts';
import { StripeApiError } from './errors.ts';

const SECOND_MS = 1000;
/** https://docs.stripe.com/rate-limits: a test account gets 25 a second, a live one 100. */
const ACCOUNT_LIMIT = { test: 25, live: 100 } as const;
const ENDPOINT_LIMIT = 25;
/** https://docs.stripe.com/search#rate-limits: over all search endpoints together. */
const SEARCH_LIMIT = 20;

export interface Limits {
  setEnabled(isEnabled: boolean): void;
  /** Counts a request; throws the 429 that Stripe gives. */
  count(endpoint: string): void;
}

function tooMany(reason: 'endpoint-rate' | 'global-rate'): StripeApiError {
  return new StripeApiError(
    429,
    {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message:
        'Request rate limit exceeded. Learn more about rate limits here ' +
        'https://stripe.com/docs/rate-limits.',
    },
    { headers: { 'stripe-rate-limited-reason': reason } },
  );
}

export function createLimits(livemode: boolean, monotonicNowMs: () => number): Limits {
  const window = createRateWindow(monotonicNowMs);
  const accountLimit = livemode ? ACCOUNT_LIMIT.live : ACCOUNT_LIMIT.test;
  let isEnabled = true;
  return {
    setEnabled: (enabled) => {
      isEnabled = enabled;
      window.clear();
    },
    count(endpoint) {
      if (!isEnabled) return;
      const isSearch = endpoint.endsWith('/search');
      const key = isSearch ? 'search' : endpoint;
      const limit = isSearch ? SEARCH_LIMIT : ENDPOINT_LIMIT;
      if (!window.hit(key, limit, SECOND_MS)) throw tooMany('endpoint-rate');
      if (!window.hit('account', accountLimit, SECOND_MS)) throw tooMany('global-rate');
    },
  };
}
