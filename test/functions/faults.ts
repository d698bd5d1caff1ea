import type { ErrorCode } from '@stripe-payments/core';
import type { FaultInput } from './control.ts';

/** A way in which an API fails, and the code that a lasting one must have. */
export interface Failing {
  readonly name: string;
  readonly fault: FaultInput;
  readonly lasting: ErrorCode;
}

const stripeBody = { error: { type: 'api_error', message: 'An unknown error occurred.' } };

function stripeFailing(status: number, lasting: ErrorCode, name: string): Failing {
  return { name, fault: { status, body: stripeBody }, lasting };
}

export const STRIPE_FAILING: readonly Failing[] = [
  {
    name: '429 of a rate limit',
    fault: {
      status: 429,
      headers: { 'stripe-rate-limited-reason': 'endpoint-rate' },
      body: {
        error: { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests.' },
      },
    },
    lasting: 'stripe-rate-limited',
  },
  {
    name: '429 of a lock timeout',
    fault: {
      status: 429,
      body: { error: { type: 'invalid_request_error', code: 'lock_timeout', message: 'Locked.' } },
    },
    lasting: 'stripe-rate-limited',
  },
  stripeFailing(409, 'stripe-unreachable', '409'),
  stripeFailing(500, 'stripe-unreachable', '500'),
  stripeFailing(502, 'stripe-unreachable', '502'),
  stripeFailing(503, 'stripe-unreachable', '503'),
  { name: 'an empty 502', fault: { status: 502 }, lasting: 'stripe-unreachable' },
  { name: 'an empty 200', fault: { status: 200 }, lasting: 'stripe-unreachable' },
  { name: 'a dropped connection', fault: { drop: true }, lasting: 'stripe-unreachable' },
  {
    name: 'a 400 that Stripe says to retry',
    fault: { status: 400, headers: { 'stripe-should-retry': 'true' }, body: stripeBody },
    lasting: 'stripe-refused',
  },
];

const hubspotBody = { status: 'error', message: 'Something went wrong.', correlationId: 'c-1' };

function hubspotFailing(status: number): Failing {
  return {
    name: String(status),
    fault: { status, body: hubspotBody },
    lasting: 'hubspot-unreachable',
  };
}

export const HUBSPOT_FAILING: readonly Failing[] = [
  {
    name: '429 of ten seconds',
    fault: {
      status: 429,
      body: { ...hubspotBody, errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' },
    },
    lasting: 'hubspot-rate-limited',
  },
  hubspotFailing(423),
  hubspotFailing(500),
  hubspotFailing(502),
  hubspotFailing(503),
  hubspotFailing(504),
  { name: 'an empty 502', fault: { status: 502 }, lasting: 'hubspot-unreachable' },
  {
    name: "a gateway's page",
    fault: { status: 503, headers: { 'content-type': 'text/html' }, body: '<html></html>' },
    lasting: 'hubspot-unreachable',
  },
  { name: 'an empty 200', fault: { status: 200 }, lasting: 'hubspot-unreachable' },
  {
    name: '207',
    fault: { status: 207, body: { status: 'COMPLETE', results: [], errors: [hubspotBody] } },
    lasting: 'hubspot-unreachable',
  },
  { name: 'a dropped connection', fault: { drop: true }, lasting: 'hubspot-unreachable' },
];
