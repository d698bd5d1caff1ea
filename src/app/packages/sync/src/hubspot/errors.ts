import { ApiException } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { ErrorCode } from '@stripe-payments/core';
import type { Verdict } from '../http/retry.ts';
import { SyncError } from '../sync-error.ts';
import { fieldOf, listOf, textOf } from './json.ts';
import { HubSpotConnectionError, HubSpotPartialError } from './transport.ts';

interface Envelope {
  readonly message: string | undefined;
  /** What HubSpot adds to its message, one for each cause. */
  readonly causes: readonly string[];
  readonly correlationId: string | undefined;
  readonly policyName: string | undefined;
  readonly codes: ReadonlySet<string>;
  /** Any one of them would do. */
  readonly requiredScopes: readonly string[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** HubSpot sends some envelopes as JSON text inside the message of another. */
function opened(envelope: unknown): unknown {
  const inner = parsed(textOf(envelope, 'message') ?? '');
  return textOf(inner, 'message') === undefined ? envelope : inner;
}

/** HubSpot's error body, which the client leaves as text or object by content type. */
function envelopeOf({ body }: ApiException<unknown>): Envelope {
  const envelope = opened(typeof body === 'string' ? parsed(body) : body);
  const errors = listOf(envelope, 'errors');
  const textsIn = (field: string): readonly string[] =>
    errors.map((error) => textOf(error, field)).filter((text) => text !== undefined);
  return {
    message: textOf(envelope, 'message'),
    causes: textsIn('message'),
    correlationId: textOf(envelope, 'correlationId'),
    policyName: textOf(envelope, 'policyName'),
    codes: new Set(textsIn('code')),
    requiredScopes: errors
      .flatMap((error) => listOf(fieldOf(error, 'context'), 'requiredGranularScopes'))
      .filter((scope) => typeof scope === 'string'),
  };
}

/** More of them help nobody. */
const MAX_CAUSES = 5;

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The message, and its causes where it does not hold them itself, often as JSON. */
function words({ message, causes }: Envelope): string | undefined {
  const plain = (message ?? '').replaceAll('\\', '');
  const told = [...new Set(causes)].filter((cause) => !plain.includes(cause));
  if (message === undefined || told.length === 0) return message ?? told[0];
  return [message, ...told.slice(0, MAX_CAUSES)].map(asSentence).join(' ');
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
function detailOf(code: ErrorCode, envelope: Envelope): string | undefined {
  switch (code) {
    case 'hubspot-permission':
      return envelope.requiredScopes.length > 0
        ? envelope.requiredScopes.join(', ')
        : envelope.message;
    case 'hubspot-refused':
    case 'not-set-up':
      return words(envelope);
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
