import type { ErrorCode } from '@stripe-payments/core';
import type { Answer } from '../http/answer.ts';
import type { Verdict } from '../http/transport.ts';
import { TransportError, WrongAnswerError } from '../http/answer.ts';
import { SyncError } from '../sync-error.ts';

/** What an answer means depends on the call. */
export interface CallContext {
  /** The code of a 404; default: a record that does not exist. */
  readonly notFound?: ErrorCode;
  /** The code where a property is named that does not exist; default: the app is not set up. */
  readonly missingProperty?: ErrorCode;
  /** The code where it is not known whether HubSpot did what was asked. */
  readonly unanswered?: ErrorCode;
  /** The status that says that it is so already, for instance because a lost answer did it. */
  readonly acceptedStatus?: 404 | 409;
}

/** An answer of HubSpot that is no success. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`HubSpot answered ${String(status)}.`);
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : undefined;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const field = fieldOf(value, name);
  return Array.isArray(field) ? field : [];
}

interface Envelope {
  readonly message: string | undefined;
  /** What HubSpot adds to its message, one for each cause. */
  readonly causes: readonly string[];
  readonly correlationId: string | undefined;
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

function envelopeOf(body: unknown): Envelope {
  const envelope = opened(body);
  const errors = listOf(envelope, 'errors');
  const textsIn = (field: string): readonly string[] =>
    errors.map((error) => textOf(error, field)).filter((text) => text !== undefined);
  return {
    message: textOf(envelope, 'message'),
    causes: textsIn('message'),
    correlationId: textOf(envelope, 'correlationId'),
    codes: new Set(textsIn('code')),
    requiredScopes: errors
      .flatMap((error) => listOf(fieldOf(error, 'context'), 'requiredGranularScopes'))
      .filter((scope) => typeof scope === 'string'),
  };
}

/** Causes beyond these are left out: a reader needs one to act. */
const MAX_CAUSES = 5;

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The message, and its causes where it does not hold them itself, often as JSON. */
function messageIn({ message, causes }: Envelope): string | undefined {
  const plain = (message ?? '').replaceAll('\\', '');
  const added = [...new Set(causes)].filter((cause) => !plain.includes(cause));
  if (message === undefined || added.length === 0) return message ?? added[0];
  return [message, ...added.slice(0, MAX_CAUSES)].map(asSentence).join(' ');
}

const TRANSIENT = new Set([423, 429, 477, 500, 502, 503, 504, 521, 522, 523, 524]);
const LOCKED_WAIT_MS = 2_000;

/**
 * A 207 tells what is not there beside what is; anything else that failed may come the next time. Of a
 * batch that creates, only a reading tells what became of it; of one that upserts, its own answer.
 */
export function hasFailedParts(pathname: string, { status, body }: Answer): boolean {
  if (status !== 207 || /\/batch\/(?:create|upsert)$/.test(pathname)) return false;
  return listOf(body, 'errors').some((error) => textOf(error, 'category') !== 'OBJECT_NOT_FOUND');
}

const isDailyLimit = ({ status, body }: Pick<Answer, 'status' | 'body'>): boolean =>
  status === 429 && textOf(opened(body), 'policyName') === 'DAILY';

/** Which answers pass with time. A used-up daily limit does not pass within a function's life. */
export function judgeHubSpot(pathname: string, answer: Answer): Verdict {
  const { status } = answer;
  if (hasFailedParts(pathname, answer)) return { retry: true, waitMs: 0 };
  if (!TRANSIENT.has(status)) return { retry: false };
  if (isDailyLimit(answer)) return { retry: false };
  // Its limit is of ten seconds, which a function has.
  if (status === 429) return { retry: true, waitMs: 0, isBusy: true };
  return { retry: true, waitMs: status === 423 ? LOCKED_WAIT_MS : 0 };
}

function codeOf(status: number, { codes }: Envelope, context: CallContext): ErrorCode {
  const { notFound = 'record-not-found', missingProperty = 'not-set-up', unanswered } = context;
  switch (status) {
    case 401:
      return 'hubspot-unauthorized';
    case 403:
      return 'hubspot-permission';
    case 404:
      return notFound;
    case 429:
      return 'hubspot-rate-limited';
    case 400:
      return codes.has('PROPERTY_DOESNT_EXIST') ? missingProperty : 'hubspot-refused';
    default:
      return TRANSIENT.has(status) ? (unanswered ?? 'hubspot-unreachable') : 'hubspot-refused';
  }
}

/** HubSpot's message where it adds something to the app's text; missing scopes are a fact of their own. */
function detailOf(code: ErrorCode, envelope: Envelope): string | undefined {
  switch (code) {
    case 'hubspot-permission':
      return envelope.requiredScopes.length > 0 ? undefined : envelope.message;
    case 'hubspot-refused':
    case 'not-set-up':
      return messageIn(envelope);
    default:
      return undefined;
  }
}

function refusal(error: RefusedError, context: CallContext): SyncError {
  if (error.status === 404 && error.body === undefined) {
    // HubSpot says in JSON that a record does not exist; a page of HTML means the path.
    return new SyncError('hubspot-wrong-answer', {
      detail: 'HubSpot does not serve this path.',
      cause: error,
    });
  }
  const envelope = envelopeOf(error.body);
  const code = isDailyLimit(error)
    ? 'hubspot-daily-limit'
    : codeOf(error.status, envelope, context);
  const detail = detailOf(code, envelope);
  const { correlationId, requiredScopes } = envelope;
  return new SyncError(code, {
    ...(detail === undefined ? {} : { detail }),
    ...(correlationId === undefined ? {} : { requestId: correlationId }),
    ...(code === 'hubspot-permission' && requiredScopes.length > 0
      ? { scopes: [...requiredScopes] }
      : {}),
    cause: error,
  });
}

/** The one place where an answer of HubSpot, or none, becomes a failure. */
export function hubSpotFailure(error: unknown, context: CallContext): SyncError {
  const { unanswered } = context;
  if (error instanceof SyncError) {
    const isOpen = error.code === 'timeout' && unanswered !== undefined;
    return isOpen ? new SyncError(unanswered, { cause: error }) : error;
  }
  if (error instanceof WrongAnswerError) {
    const code = unanswered ?? 'hubspot-wrong-answer';
    return new SyncError(code, { detail: error.message, cause: error });
  }
  if (error instanceof TransportError) {
    return new SyncError(unanswered ?? 'hubspot-unreachable', { cause: error });
  }
  if (error instanceof RefusedError) return refusal(error, context);
  return new SyncError('unexpected', { cause: error });
}
