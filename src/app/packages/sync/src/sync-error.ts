import type { ErrorCode, Failure } from '@stripe-payments/core';
import { plainText, shortened, UnsafeAmountError } from '@stripe-payments/core';
import { redact } from './redact.ts';

type SyncErrorFacts = Omit<Failure, 'code'> & { readonly cause?: unknown };

/** Far below the 65,536 characters of the HubSpot property that keeps it; it is also logged and shown. */
const MAX_SERVICE_TEXT = 1_000;

/** Text of a service: it may repeat the key or the header that it refuses. */
const sanitize = (text: string): string => shortened(plainText(redact(text)), MAX_SERVICE_TEXT);

/** The facts of a service, each of which it may have put a secret into. */
function sanitizedFacts({
  detail,
  requestId,
  permission,
  permissions,
  scopes,
  properties,
  claimedBy,
}: Omit<Failure, 'code'>): Omit<Failure, 'code'> {
  return {
    ...(detail === undefined ? {} : { detail: sanitize(detail) }),
    ...(requestId === undefined ? {} : { requestId: sanitize(requestId) }),
    ...(permission === undefined ? {} : { permission }),
    ...(permissions === undefined ? {} : { permissions }),
    ...(scopes === undefined ? {} : { scopes: scopes.map(sanitize) }),
    ...(properties === undefined ? {} : { properties: properties.map(sanitize) }),
    ...(claimedBy === undefined ? {} : { claimedBy }),
  };
}

/** A failure, thrown. The facts hold no secret; the cause never leaves the log. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly failure: Failure;

  constructor(code: ErrorCode, { cause, ...facts }: SyncErrorFacts = {}) {
    super(code, { cause });
    this.failure = { code, ...sanitizedFacts(facts) };
  }

  /** The same facts under the code that they have for the caller. */
  as(code: ErrorCode): SyncError {
    return new SyncError(code, { ...this.failure, cause: this });
  }

  get code(): ErrorCode {
    return this.failure.code;
  }

  get detail(): string | undefined {
    return this.failure.detail;
  }

  get requestId(): string | undefined {
    return this.failure.requestId;
  }
}

/** The first of several failures; a key's missing permissions are one failure that names them all. */
export function firstOf(failures: readonly Failure[], cause?: unknown): SyncError | undefined {
  const [first] = failures;
  if (first === undefined) return undefined;
  const { code, ...facts } = first;
  const alike = failures.filter((failure) => failure.code === code);
  const permissions = [...new Set(alike.flatMap(({ permission }) => permission ?? []))];
  return new SyncError(code, { ...facts, ...(permissions.length > 1 && { permissions }), cause });
}

export function asSyncError(error: unknown): SyncError {
  if (error instanceof UnsafeAmountError) {
    return new SyncError('stripe-unreadable', { detail: error.message, cause: error });
  }
  return error instanceof SyncError ? error : new SyncError('unexpected', { cause: error });
}

/** What another run, with all of its time, may well do. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'timeout',
  'stripe-rate-limited',
  'hubspot-rate-limited',
  'continuation-expired',
]);

export const isPassing = (code: ErrorCode): boolean => PASSING.has(code);

/** What fails while a service is busy or others write the same, and is safe to repeat. */
const REPEATABLE: ReadonlySet<ErrorCode> = new Set([
  'write-unconfirmed',
  'claims-unchecked',
  'stripe-unreachable',
  'hubspot-unreachable',
]);

export const isRepeatable = (code: ErrorCode): boolean => REPEATABLE.has(code);

/** What is of a service, and not of the record or object that was asked for: the next one would fail alike. */
const OF_SERVICE: ReadonlySet<ErrorCode> = new Set([
  'stripe-unreachable',
  'stripe-rate-limited',
  'stripe-key-invalid',
  'hubspot-unreachable',
  'hubspot-rate-limited',
  'hubspot-daily-limit',
  'hubspot-unauthorized',
]);

export const isOfService = (code: ErrorCode): boolean => OF_SERVICE.has(code);
