import type { ErrorCode } from '@stripe-payments/core';
import Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import {
  judgeStripe,
  toStripeSyncError,
} from '../../../src/app/packages/sync/src/stripe/errors.ts';
import { kindOfKey } from '../../../src/app/packages/sync/src/stripe/key.ts';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';

const { errors } = Stripe;

type StripeError = InstanceType<typeof errors.StripeError>;
type Raw = ConstructorParameters<typeof errors.StripeError>[0];

const raw = (statusCode: number | undefined, fields: object = {}): Raw => ({
  type: 'api_error',
  message: 'Words of Stripe.',
  requestId: 'req_1',
  ...(statusCode === undefined ? {} : { statusCode }),
  ...fields,
});

const missing = (message: string): Raw =>
  raw(404, { type: 'invalid_request_error', code: 'resource_missing', message });

const PASSING: readonly (readonly [string, StripeError, ErrorCode])[] = [
  ['a broken connection', new errors.StripeConnectionError(raw(undefined)), 'stripe-unreachable'],
  ["a gateway's page", new errors.StripeAPIError(raw(undefined)), 'stripe-unreachable'],
  ['409', new errors.StripeAPIError(raw(409)), 'stripe-unreachable'],
  ['429', new errors.StripeRateLimitError(raw(429)), 'stripe-rate-limited'],
  ['500', new errors.StripeAPIError(raw(500)), 'stripe-unreachable'],
  ['504', new errors.StripeAPIError(raw(504)), 'stripe-unreachable'],
];

describe.each(PASSING)('%s', (_name, error, code) => {
  test('passes with time', () => {
    expect(judgeStripe(error)).toEqual({ retry: true, waitMs: 0 });
  });

  test('is not tried again where Stripe says so', () => {
    const Kind = error.constructor as typeof errors.StripeError;
    const told = Reflect.construct(Kind, [
      raw(error.statusCode, { headers: { 'stripe-should-retry': 'false' } }),
    ]);
    expect(judgeStripe(told)).toEqual({ retry: false });
  });

  test('has its code', () => {
    expect(toStripeSyncError(error, 'unknown-customer').code).toBe(code);
  });
});

const LASTING: readonly (readonly [StripeError, ErrorCode, string | undefined])[] = [
  [new errors.StripeAuthenticationError(raw(401)), 'stripe-key-invalid', undefined],
  [new errors.StripePermissionError(raw(403)), 'stripe-permission', 'Words of Stripe.'],
  [new errors.StripeInvalidRequestError(raw(400)), 'stripe-refused', 'Words of Stripe.'],
  [
    new errors.StripeInvalidRequestError(missing("No such customer: 'cus_1'")),
    'unknown-customer',
    "No such customer: 'cus_1'",
  ],
  [
    new errors.StripeInvalidRequestError(
      missing("No such customer: 'cus_1'; a similar object exists in live mode, but a test ..."),
    ),
    'wrong-mode',
    "No such customer: 'cus_1'; a similar object exists in live mode, but a test ...",
  ],
];

test.each(LASTING)('%s is told at once, with what helps', (error, code, detail) => {
  expect(judgeStripe(error)).toEqual({ retry: false });
  const told = toStripeSyncError(error, 'unknown-customer');
  expect({ code: told.code, detail: told.detail, requestId: told.requestId }).toEqual({
    code,
    detail,
    requestId: 'req_1',
  });
});

test('a fault of our own is unexpected, and a SyncError stays what it is', () => {
  expect(judgeStripe(new TypeError('x is not a function'))).toEqual({ retry: false });
  const unexpected = toStripeSyncError(new TypeError('x'), 'unknown-payment');
  expect([unexpected.code, unexpected.detail]).toEqual(['unexpected', undefined]);
  const timeout = new SyncError('timeout');
  expect(toStripeSyncError(timeout, 'unknown-payment')).toBe(timeout);
});

test.each([
  ['sk_test_51abc', 'test'],
  ['rk_test_51abc', 'test'],
  ['sk_live_51abc', 'live'],
  ['rk_live_51abc', 'live'],
  ['pk_test_51abc', undefined],
  ['sk_test_', undefined],
  ['sk_test_51abc\nHost: evil.example', undefined],
  ['sk_tested_51abc', undefined],
  ['xsk_test_51abc', undefined],
  ['', undefined],
])('the mode of the key %j is %s', (key, mode) => {
  expect(kindOfKey(key)?.mode).toBe(mode);
});
