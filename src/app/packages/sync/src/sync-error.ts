import type { ErrorCode, ReplyError } from '@stripe-payments/core';
import { replyError } from '@stripe-payments/core';
import { redact } from './redact.ts';

/** A failure that has a code of the contract. The facts hold no secret; the cause never leaves the log. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  /** The API's own id of the request, for its support. */
  readonly requestId: string | undefined;

  constructor(
    code: ErrorCode,
    facts: { readonly detail?: string; readonly requestId?: string; readonly cause?: unknown } = {},
  ) {
    super(code, { cause: facts.cause });
    this.code = code;
    // Both come from outside: a service may repeat the key or the header that it refuses.
    this.detail = facts.detail === undefined ? undefined : redact(facts.detail);
    this.requestId = facts.requestId === undefined ? undefined : redact(facts.requestId);
  }

  toReplyError(): ReplyError {
    return replyError(this.code, {
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(this.requestId === undefined ? {} : { reference: this.requestId }),
    });
  }
}
