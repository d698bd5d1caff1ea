import type { ErrorCode, StripePermission } from '@stripe-payments/core';
import { STRIPE_PERMISSIONS } from '@stripe-payments/core';
import Stripe from 'stripe';
import { TransportError, WrongAnswerError } from '../http/answer.ts';
import { SyncError } from '../sync-error.ts';

const { errors } = Stripe;

type StripeError = InstanceType<typeof errors.StripeError>;

/** What an answer means depends on the call. */
export interface CallContext {
  /** The code of an object that does not exist. */
  readonly notFound: ErrorCode;
  /** What Stripe calls that object, where the call may miss others as well: a customer's price. */
  readonly object?: string;
  /** A key that may only read says so under a code of its own. */
  readonly access?: 'write';
}

/** Stripe tells what it misses in its message only: "No such price: 'price_1'". */
function isAbout(object: string, { message }: StripeError): boolean {
  const [, missing] = /^No such (\w+)/.exec(message) ?? [];
  return missing === undefined || missing === object;
}

function codeOf(error: StripeError, { notFound, object, access }: CallContext): ErrorCode {
  if (error instanceof errors.StripeAuthenticationError) return 'stripe-key-invalid';
  if (error instanceof errors.StripePermissionError) {
    return access === 'write' ? 'stripe-write-permission' : 'stripe-permission';
  }
  if (error.statusCode === 429) return 'stripe-rate-limited';
  if (error instanceof errors.StripeConnectionError) return 'stripe-unreachable';
  if ((error.statusCode ?? 500) >= 500 || error.statusCode === 409) return 'stripe-unreachable';
  if (error.code === 'resource_missing') {
    if (object !== undefined && !isAbout(object, error)) return 'stripe-refused';
    return error.message.includes('a similar object exists in') ? 'wrong-mode' : notFound;
  }
  return 'stripe-refused';
}

/** Stripe tells the missing permission in its message only: "Having the 'rak_charge_read' permission". */
function permissionIn({ message }: StripeError): StripePermission | undefined {
  const [, slug] = /\brak_([a-z_]+)/.exec(message) ?? [];
  return STRIPE_PERMISSIONS.find((permission) => permission === slug);
}

/** What Stripe's words add: the permission, or the id that is unknown. */
function detailOf(code: ErrorCode, { message }: StripeError): { detail?: string } {
  const isTransport = code === 'stripe-unreachable' || code === 'stripe-key-invalid';
  return isTransport ? {} : { detail: message };
}

/** The one place where an error of Stripe, of its SDK or of the transport becomes a failure. */
export function stripeFailure(error: unknown, context: CallContext): SyncError {
  if (error instanceof SyncError) return error;
  if (error instanceof WrongAnswerError) {
    return new SyncError('stripe-wrong-answer', { detail: error.message, cause: error });
  }
  if (error instanceof TransportError) return new SyncError('stripe-unreachable', { cause: error });
  if (!(error instanceof errors.StripeError)) return new SyncError('unexpected', { cause: error });
  // The SDK wraps what its HTTP client throws.
  const { detail: thrown, requestId } = error;
  if (thrown instanceof SyncError || thrown instanceof TransportError) {
    return stripeFailure(thrown, context);
  }
  const code = codeOf(error, context);
  const permission = permissionIn(error);
  return new SyncError(code, {
    ...detailOf(code, error),
    ...(requestId === undefined ? {} : { requestId }),
    ...(permission === undefined ? {} : { permission }),
    cause: error,
  });
}

/** @throws {SyncError} */
export async function understood<T>(context: CallContext, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw stripeFailure(error, context);
  }
}
