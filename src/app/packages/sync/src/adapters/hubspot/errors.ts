import { ApiException } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { ErrorCode } from '@stripe-payments/core';
import type { Verdict } from '../../resilience/retry.ts';
import { SyncError } from '../../sync-error.ts';
import { fieldOf, listOf, textOf } from './json.ts';
import { HubSpotConnectionError, HubSpotPartialError } from './transport.ts';

interface Envelope {
  readonly message: string | undefined;
  readonly correlationId: string | undefined;
  readonly policyName: string | undefined;
  readonly codes: ReadonlySet<string>;
  /** Any one of them would do. */
  readonly requiredScopes: readonly string[];
}

/** HubSpot's error body, which the client leaves as text or object by content type. */
function envelopeOf({ body }: ApiException<unknown>): Envelope {
  let parsed: unknown = body;
  if (typeof body === 'string') {
    try {
      parsed = JSON.parse(body);
    } catch {
      parsed = undefined;
    }
  }
  const errors = listOf(parsed, 'errors');
  const codes = errors.map((error) => textOf(error, 'code'));
  return {
    message: textOf(parsed, 'message'),
    correlationId: textOf(parsed, 'correlationId'),
    policyName: textOf(parsed, 'policyName'),
    codes: new Set(codes.filter((code) => code !== undefined)),
    requiredScopes: errors
      .flatMap((error) => listOf(fieldOf(error, 'context'), 'requiredGranularScopes'))
      .filter((scope) => typeof scope === 'string'),
  };
}

const TRANSIENT = new Set([423, 429, 477, 500, 502, 503, 504, 521, 522, 523, 524]);
const LOCKED_WAIT_MS = 2_000;

/** Which failures of HubSpot pass with time. A used-up daily limit does not pass within a function's life. */
export function judgeHubSpot(error: unknown): Verdict {
  if (error instanceof HubSpotConnectionError || error instanceof HubSpotPartialError) {
    return { retry: true, waitMs: 0 };
  }
  if (!(error instanceof ApiException) || !TRANSIENT.has(error.code)) return { retry: false };
  if (error.code === 429 && envelopeOf(error).policyName === 'DAILY') return { retry: false };
  return { retry: true, waitMs: error.code === 423 ? LOCKED_WAIT_MS : 0 };
}

function codeOf(error: ApiException<unknown>, { codes }: Envelope, missing: ErrorCode): ErrorCode {
  switch (error.code) {
    case 401:
      return 'hubspot-unauthorized';
    case 403:
      return 'hubspot-permission';
    case 404:
      return missing;
    case 429:
      return 'hubspot-rate-limited';
    case 400:
      return codes.has('PROPERTY_DOESNT_EXIST') ? 'not-set-up' : 'hubspot-refused';
    default:
      return TRANSIENT.has(error.code) ? 'hubspot-unreachable' : 'hubspot-refused';
  }
}

/** What helps a person, in HubSpot's words or scope names; undefined where our own text says it all. */
function detailOf(code: ErrorCode, { message, requiredScopes }: Envelope): string | undefined {
  switch (code) {
    case 'hubspot-permission':
      return requiredScopes.length > 0 ? requiredScopes.join(', ') : message;
    case 'hubspot-refused':
    case 'not-set-up':
      return message;
    default:
      return undefined;
  }
}

/**
 * The client's own message holds headers and body, so it is never passed on.
 * @param missing the code that a missing object has in this call.
 */
export function toHubSpotSyncError(
  error: unknown,
  missing: ErrorCode = 'record-not-found',
): SyncError {
  if (error instanceof SyncError) return error;
  if (error instanceof HubSpotConnectionError || error instanceof HubSpotPartialError) {
    return new SyncError('hubspot-unreachable', { cause: error });
  }
  if (!(error instanceof ApiException)) return new SyncError('unexpected', { cause: error });
  const envelope = envelopeOf(error);
  const code = codeOf(error, envelope, missing);
  const detail = detailOf(code, envelope);
  return new SyncError(code, {
    ...(detail === undefined ? {} : { detail }),
    ...(envelope.correlationId === undefined ? {} : { requestId: envelope.correlationId }),
    cause: error,
  });
}
