import type { ErrorCode } from '@stripe-payments/core';
import Stripe from 'stripe';
import type { Verdict } from '../http/retry.ts';
import { SyncError } from '../sync-error.ts';

const { errors } = Stripe;

/** Which failures of Stripe pass with time. The SDK leaves 429 to its caller; no Retry-After is sent. */
export function judgeStripe(error: unknown): Verdict {
  if (!(error instanceof errors.StripeError)) return { retry: false };
  const shouldRetry = error.headers?.['stripe-should-retry'];
  if (shouldRetry === 'true') return { retry: true, waitMs: 0 };
  if (shouldRetry === 'false') return { retry: false };
  // Without a status it is a broken connection, or a gateway's page in place of Stripe's JSON.
  const { statusCode = 500 } = error;
  const passes = statusCode === 409 || statusCode === 429 || statusCode >= 500;
  return passes ? { retry: true, waitMs: 0 } : { retry: false };
}

function codeOf(error: InstanceType<typeof errors.StripeError>, missing: ErrorCode): ErrorCode {
  if (error instanceof errors.StripeAuthenticationError) return 'stripe-key-invalid';
  if (error instanceof errors.StripePermissionError) return 'stripe-permission';
  if (error.statusCode === 429) return 'stripe-rate-limited';
  if (error instanceof errors.StripeConnectionError) return 'stripe-unreachable';
  if ((error.statusCode ?? 500) >= 500 || error.statusCode === 409) return 'stripe-unreachable';
  if (error.code === 'resource_missing') {
    return error.message.includes('a similar object exists in') ? 'wrong-mode' : missing;
  }
  return 'stripe-refused';
}

/**
 * @param missing the code that a missing object has in this call.
 * Stripe's own words go along where they help: they name the permission, or the id that is unknown.
 */
export function toStripeSyncError(error: unknown, missing: ErrorCode): SyncError {
  if (error instanceof SyncError) return error;
  if (!(error instanceof errors.StripeError)) return new SyncError('unexpected', { cause: error });
  const code = codeOf(error, missing);
  const isTransport = code === 'stripe-unreachable' || code === 'stripe-key-invalid';
  return new SyncError(code, {
    ...(isTransport ? {} : { detail: error.message }),
    ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
    cause: error,
  });
}

/** The same for a write; a key that may only read says so under a code of its own. */
export function toStripeWriteError(error: unknown, missing: ErrorCode): SyncError {
  const failure = toStripeSyncError(error, missing);
  if (failure.code !== 'stripe-permission') return failure;
  return new SyncError('stripe-write-permission', {
    ...(failure.detail === undefined ? {} : { detail: failure.detail }),
    ...(failure.requestId === undefined ? {} : { requestId: failure.requestId }),
    cause: failure,
  });
}
