import type { Session } from './session.ts';

type Fetch = typeof globalThis.fetch;

interface Manners {
  readonly session: Session;
  /** From one request to the next: far below what the service allows. */
  readonly minIntervalMs: (url: string) => number;
  /** False for a request that an account in use must not get. */
  readonly mayAsk: (method: string, url: string) => boolean;
}

const MAX_TRIES = 6;
const FIRST_WAIT_MS = 1_000;
const PASSING = new Set([423, 429, 502, 503, 504]);

/** A request that was not sent. */
class NotSentError extends Error {
  override readonly name = 'NotSentError';
}

function addressOf(input: Parameters<Fetch>[0]): string {
  if (typeof input === 'string') return input;
  return input instanceof URL ? input.href : input.url;
}

/** One request after the other, spaced out, and again after a refusal that passes with time. */
export function createPoliteFetch({ session, minIntervalMs, mayAsk }: Manners): Fetch {
  const { time } = session;
  let nextMs = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const spaced = async (url: string): Promise<void> => {
    await time.sleep(Math.max(0, nextMs - time.nowMs()));
    nextMs = time.nowMs() + minIntervalMs(url);
  };
  const send: Fetch = async (input, init) => {
    const url = addressOf(input);
    const method = init?.method ?? 'GET';
    session.goOn();
    if (!mayAsk(method, url)) {
      throw new NotSentError(`${method} ${new URL(url).pathname} would change an account in use.`);
    }
    for (let tried = 1; ; tried += 1) {
      await spaced(url);
      const response = await fetch(input, init);
      if (!PASSING.has(response.status) || tried === MAX_TRIES) return response;
      await time.sleep(FIRST_WAIT_MS * 2 ** (tried - 1));
    }
  };
  return (input, init) => {
    const answer = turn.then(() => send(input, init));
    turn = answer.catch(() => undefined);
    return answer;
  };
}
