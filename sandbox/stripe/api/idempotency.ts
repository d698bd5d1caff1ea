import type { SandboxClock } from '../../http/clock.ts';
import { invalidRequest, StripeApiError } from './errors.ts';

/** https://docs.stripe.com/api/idempotent_requests. */
const MAX_CHARACTERS = 255;
const KEPT_MS = 24 * 60 * 60 * 1000;
/** Of a day's keys; the oldest are forgotten beyond it. */
export const MAX_KEYS = 10_000;

export interface RememberedAnswer {
  readonly requestId: string;
  readonly status: number;
  readonly body: object;
}

interface Remembered extends RememberedAnswer {
  readonly path: string;
  readonly parameters: string;
  readonly atMs: number;
}

export interface IdempotentRequest {
  readonly key: string;
  readonly path: string;
  readonly parameters: string;
}

export interface IdempotencyMemory {
  /** The answer of the same request before; throws when the key stood for another request. */
  recall(request: IdempotentRequest): RememberedAnswer | undefined;
  remember(request: IdempotentRequest, answer: RememberedAnswer): void;
}

const otherRequest = (message: string): StripeApiError =>
  new StripeApiError(400, { type: 'idempotency_error', message });

function checkSame(earlier: Remembered, request: IdempotentRequest): void {
  const advice = `Try using a key other than '${request.key}' if you meant to execute a different request.`;
  if (earlier.path !== request.path) {
    throw otherRequest(
      'Keys for idempotent requests can only be used for the same endpoint they were first used ' +
        `for ('${request.path}' vs '${earlier.path}'). ${advice}`,
    );
  }
  if (earlier.parameters !== request.parameters) {
    throw otherRequest(
      'Keys for idempotent requests can only be used with the same parameters they were first ' +
        `used with. ${advice}`,
    );
  }
}

export function createIdempotencyMemory(clock: SandboxClock): IdempotencyMemory {
  const byKey = new Map<string, Remembered>();
  const isOver = ({ atMs }: Remembered): boolean => clock.nowMs() - atMs > KEPT_MS;
  const forgetOldest = (): void => {
    for (const [key, remembered] of byKey) {
      if (byKey.size <= MAX_KEYS && !isOver(remembered)) return;
      byKey.delete(key);
    }
  };
  return {
    recall(request) {
      if (request.key.length > MAX_CHARACTERS) {
        throw invalidRequest(
          `Idempotency keys can be at most ${String(MAX_CHARACTERS)} characters long.`,
        );
      }
      const earlier = byKey.get(request.key);
      if (earlier === undefined || isOver(earlier)) return undefined;
      checkSame(earlier, request);
      return earlier;
    },
    remember: (request, answer) => {
      const { path, parameters } = request;
      byKey.delete(request.key);
      byKey.set(request.key, { ...answer, path, parameters, atMs: clock.nowMs() });
      forgetOldest();
    },
  };
}
