import type { ErrorCode, Failure } from '@stripe-payments/core';
import { plainText, shortened } from '@stripe-payments/core';
import { redact } from './redact.ts';

type SyncErrorFacts = Omit<Failure, 'code'> & { readonly cause?: unknown };

/** It stands in replies and logs, on cards and in a property of HubSpot, which takes 65,536 characters. */
const MAX_TOLD = 1_000;

/** Text of a service: it may repeat the key or the header that it refuses. */
const sanitize = (text: string): string => shortened(plainText(redact(text)), MAX_TOLD);

/** A failure, thrown. The facts hold no secret; the cause never leaves the log. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly failure: Failure;

  constructor(code: ErrorCode, { cause, detail, requestId, ...facts }: SyncErrorFacts = {}) {
    super(code, { cause });
    this.failure = {
      ...facts,
      code,
      ...(detail === undefined ? {} : { detail: sanitize(detail) }),
      ...(requestId === undefined ? {} : { requestId: sanitize(requestId) }),
    };
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

export function asSyncError(error: unknown): SyncError {
  return error instanceof SyncError ? error : new SyncError('unexpected', { cause: error });
}
