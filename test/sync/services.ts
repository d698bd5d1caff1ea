import { vi } from 'vitest';
import type { Ports } from '../../src/app/packages/sync/src/ports.ts';
import { createWarmMemory, wirePorts } from '../../src/app/packages/sync/src/wire.ts';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A way in which a service answers; `null` is a connection that breaks. */
export interface Given {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type AnswerTo = (sent: Sent) => Given | null | Promise<Given | null>;

export const EMPTY_LIST: Given = {
  status: 200,
  body: { object: 'list', data: [], has_more: false, url: '/v1/x' },
};

/** What Stripe answers where it has nothing: a list, or a search. */
export const nothingAt = (path: string): Given =>
  path.endsWith('/search')
    ? { status: 200, body: { object: 'search_result', data: [], has_more: false, url: path } }
    : EMPTY_LIST;

const textOf = (body: unknown): string | null => {
  if (body === undefined) return null;
  return typeof body === 'string' ? body : JSON.stringify(body);
};

/** Puts a stand-in for both services into the place of `fetch`; every request is kept. */
export function serve(answerTo: AnswerTo): Sent[] {
  const requests: Sent[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const { pathname, search } = new URL(url);
    const sent = {
      method: init.method ?? 'GET',
      path: pathname,
      search,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? init.body : '',
    };
    requests.push(sent);
    const aborted = new Promise<never>((_resolve, reject) => {
      init.signal?.addEventListener('abort', () => {
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
    const given = await Promise.race([Promise.resolve(answerTo(sent)), aborted]);
    if (given === null) throw new TypeError('fetch failed');
    const { status, headers = {}, body } = given;
    return new Response(textOf(body), { status, headers: { ...headers } });
  });
  return requests;
}

export const NEVER = new Promise<never>(() => undefined);

export const ENVIRONMENT = {
  STRIPE_SECRET_KEY: 'rk_test_51Fake',
  PRIVATE_APP_ACCESS_TOKEN: 'pat-na1-fake-token',
};

/** The clock that the test's fake timers move: no test measures real time. */
const fakeNowMs = (): number => performance.now();

/** The ports as a function gets them, by the fake clock. */
export function wired(): Ports {
  return wirePorts(
    {
      environment: ENVIRONMENT,
      clock: { nowMs: () => Date.now() },
      elapsedMs: fakeNowMs,
      random: () => 0,
    },
    createWarmMemory(),
  );
}

export interface Settled<T> {
  readonly value: T | undefined;
  readonly error: unknown;
  readonly elapsedMs: number;
}

/** What becomes of the work, and when by the fake clock. */
export async function settled<T>(work: Promise<T>): Promise<Settled<T>> {
  const startedMs = fakeNowMs();
  const done = work.then(
    (value) => ({ value, error: undefined, elapsedMs: fakeNowMs() - startedMs }),
    (error: unknown) => ({ value: undefined, error, elapsedMs: fakeNowMs() - startedMs }),
  );
  await vi.runAllTimersAsync();
  return done;
}
