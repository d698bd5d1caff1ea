import { SyncError } from '../sync-error.ts';
import type { Answer, HttpRequest } from './answer.ts';
import { fetchAnswer, TransportError } from './answer.ts';
import type { Budget, Ending } from './budget.ts';
import type { RateLimit } from './rate-limit.ts';
import { timers } from './timers.ts';

/** What to do about an answer: take it, or ask again no sooner than after `waitMs`. */
export type Verdict =
  | { readonly retry: false }
  | {
      readonly retry: true;
      readonly waitMs: number;
      /** True where all callers together asked too much: asked again as long as there is time. */
      readonly isBusy?: boolean;
    };

export interface TransportOptions {
  readonly budget: Budget;
  readonly rateLimit: RateLimit;
  /** Uniform in [0, 1), for jitter. */
  readonly random: () => number;
  /** The longest that one try may take before it counts as lost, its body included. */
  readonly attemptMs: number;
  /** Default: 5. */
  readonly maxRetries?: number;
  /** Counts every try. */
  readonly sent?: SentRequests;
}

/** Requests that an invocation has sent to a service, those that were repeated too. */
export interface SentRequests {
  count: number;
}

interface TransportRequest extends HttpRequest {
  /** Which rate limit of the service the request counts for. */
  readonly lane: string;
  readonly judge: (answer: Answer) => Verdict;
}

/**
 * One `fetch` under both SDKs. It knows the budget of the invocation, waits for the rate limit, repeats
 * what passes with time, and answers with what a service said last. Every request of this product may be
 * sent twice: reads, writes of values, and POST requests that carry an idempotency key.
 */
export interface Transport {
  /**
   * @throws {SyncError} `timeout` where the budget ends first.
   * @throws {TransportError} where no try got a usable answer.
   */
  readonly send: (request: TransportRequest) => Promise<Answer>;
}

const MAX_RETRIES = 5;

/** After so many refusals for too many requests, and no other answer, what is not sent yet has the same answer. */
const MAX_REFUSED_IN_A_ROW = 40;
const TOO_MANY_REQUESTS = 429;
const FIRST_WAIT_MS = 150;
const MAX_WAIT_MS = 2_000;

/** Exponential backoff with equal jitter, so that callers who failed together part. */
function backoffMs(retry: number, random: () => number): number {
  const ceiling = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (retry - 1));
  return ceiling * (0.5 + random() / 2);
}

/** Ends with the invocation too, so that nothing of it goes on. */
const sleep = (durationMs: number, ending: Ending): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      timers.clear(timer);
      stopListening();
      resolve();
    };
    const timer = timers.set(wake, durationMs);
    const stopListening = ending.listen(wake);
  });

type Outcome = { readonly answer: Answer } | { readonly error: unknown };

async function attempt(
  request: TransportRequest,
  timeoutMs: number,
  ending: Ending,
): Promise<Outcome> {
  try {
    return { answer: await fetchAnswer(request, timeoutMs, ending) };
  } catch (error) {
    return { error };
  }
}

function verdictOn(outcome: Outcome, { judge }: TransportRequest): Verdict {
  if ('answer' in outcome) return judge(outcome.answer);
  const { error } = outcome;
  return error instanceof TransportError && error.passes
    ? { retry: true, waitMs: 0 }
    : { retry: false };
}

const errorOf = (outcome: Outcome): unknown =>
  'error' in outcome
    ? outcome.error
    : new TransportError(`The answer is ${String(outcome.answer.status)}.`, { passes: true });

export function createTransport(options: TransportOptions): Transport {
  const { budget, rateLimit, random, attemptMs, maxRetries = MAX_RETRIES, sent } = options;
  let refusedInARow = 0;
  let refusal: Answer | undefined;
  const note = (outcome: Outcome): void => {
    const isRefused = 'answer' in outcome && outcome.answer.status === TOO_MANY_REQUESTS;
    refusal = isRefused ? outcome.answer : undefined;
    refusedInARow = isRefused ? refusedInARow + 1 : 0;
  };
  const sendInTime = async (request: TransportRequest): Promise<Answer> => {
    let cause: unknown;
    let busy: Answer | undefined;
    let counted = 0;
    for (let retry = 1; ; retry += 1) {
      const remainingMs = budget.remainingMs();
      if (remainingMs <= 0 && busy !== undefined) return busy;
      if (remainingMs <= 0) throw new SyncError('timeout', { cause });
      if (refusal !== undefined && refusedInARow >= MAX_REFUSED_IN_A_ROW) return refusal;
      const tryMs = Math.max(1, Math.min(attemptMs, Math.floor(remainingMs)));
      if (sent !== undefined) sent.count += 1;
      const outcome = await attempt(request, tryMs, budget.ending);
      note(outcome);
      const verdict = verdictOn(outcome, request);
      const isBusy = verdict.retry && verdict.isBusy === true && maxRetries > 0;
      if (!isBusy) counted += 1;
      if (!verdict.retry || counted > maxRetries) {
        if ('answer' in outcome) return outcome.answer;
        throw outcome.error;
      }
      busy = isBusy && 'answer' in outcome ? outcome.answer : undefined;
      cause = errorOf(outcome);
      const waitMs = Math.max(verdict.waitMs, backoffMs(retry, random));
      // A wait past the end would only be killed: wake at the end, and give up there.
      await sleep(Math.min(waitMs, budget.remainingMs()), budget.ending);
    }
  };
  return {
    send: async (request) => {
      if (budget.remainingMs() <= 0) throw new SyncError('timeout');
      return rateLimit.run(request.lane, budget, () => sendInTime(request));
    },
  };
}
