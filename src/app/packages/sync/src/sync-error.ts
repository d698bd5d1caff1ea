import type { ErrorCode, RecordLink, ReplyError } from '@stripe-payments/core';
import { plainText, replyError, shortened } from '@stripe-payments/core';
import { redact } from './redact.ts';

interface SyncErrorFacts {
  readonly detail?: string;
  readonly requestId?: string;
  readonly claimedBy?: RecordLink;
  readonly cause?: unknown;
}

/** It stands in replies and logs, on cards and in a property of HubSpot, which takes 65,536 characters. */
const MAX_TOLD = 1_000;

/** Both facts come from outside: a service may repeat the key or the header that it refuses. */
const sanitize = (text: string): string => shortened(plainText(redact(text)), MAX_TOLD);

/** A failure that has a code of the contract. The facts hold no secret; the cause never leaves the log. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  /** The API's own id of the request, for its support. */
  readonly requestId: string | undefined;
  /** The record that has what was asked for. */
  readonly claimedBy: RecordLink | undefined;

  constructor(code: ErrorCode, facts: SyncErrorFacts = {}) {
    super(code, { cause: facts.cause });
    this.code = code;
    this.detail = facts.detail === undefined ? undefined : sanitize(facts.detail);
    this.requestId = facts.requestId === undefined ? undefined : sanitize(facts.requestId);
    this.claimedBy = facts.claimedBy;
  }

  toReplyError(): ReplyError {
    return replyError(this.code, {
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(this.requestId === undefined ? {} : { reference: this.requestId }),
      ...(this.claimedBy === undefined ? {} : { claimedBy: this.claimedBy }),
    });
  }
}

export function asSyncError(error: unknown): SyncError {
  return error instanceof SyncError ? error : new SyncError('unexpected', { cause: error });
}
