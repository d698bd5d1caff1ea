import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBudget } from '../../../src/app/packages/sync/src/http/budget.ts';
import type { RateLimit } from '../../../src/app/packages/sync/src/http/rate-limit.ts';
import type { Answer } from '../../../src/app/packages/sync/src/http/answer.ts';
import type { Verdict } from '../../../src/app/packages/sync/src/http/transport.ts';
import { createTransport } from '../../../src/app/packages/sync/src/http/transport.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const unlimited: RateLimit = { run: (_lane, _budget, call) => call() };
const byStatus = ({ status }: Answer): Verdict =>
  status === 200 ? { retry: false } : { retry: true, waitMs: 0 };

interface Given {
  readonly budgetMs?: number;
  readonly attemptMs?: number;
  readonly random?: () => number;
  readonly judge?: (answer: Answer) => Verdict;
  readonly ended?: AbortSignal;
}

/** Sends one request and lets the fake time pass: what came of it, and when. */
async function outcomeOf(given: Given = {}) {
  const { budgetMs = 60_000, attemptMs = 5_000, random, judge, ended } = given;
  const transport = createTransport({
    budget: createBudget(budgetMs, () => Date.now(), ended),
    rateLimit: unlimited,
    random: random ?? (() => 0.5),
    attemptMs,
  });
  const startedMs = Date.now();
  const sending = transport.send({
    url: 'https://api.example/v1/charges',
    method: 'GET',
    headers: {},
    body: null,
    lane: 'charges',
    judge: judge ?? byStatus,
  });
  const settled = sending.then(
    (answer) => ({ answer, error: undefined, elapsedMs: Date.now() - startedMs }),
    (error: unknown) => ({ answer: undefined, error, elapsedMs: Date.now() - startedMs }),
  );
  await vi.runAllTimersAsync();
  return settled;
}

type Service = (tryNumber: number) => Response | Promise<Response>;

/** Answers each try, after a time where one is given; a try that is aborted gets no answer. */
function serve(service: Service, takesMs: (tryNumber: number) => number = () => 0): number[] {
  const startsMs: number[] = [];
  vi.stubGlobal('fetch', (_url: string, { signal }: { signal: AbortSignal }) => {
    startsMs.push(Date.now());
    const tryNumber = startsMs.length;
    return new Promise<Response>((resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new DOMException('aborted', 'AbortError'));
      });
      setTimeout(() => {
        Promise.resolve(service(tryNumber)).then(resolve, reject);
      }, takesMs(tryNumber));
    });
  });
  return startsMs;
}

const ok = (): Response => Response.json({ object: 'list' });
const busy = (): Response => Response.json({ error: {} }, { status: 503 });
const failing =
  (times: number): Service =>
  (tryNumber) =>
    tryNumber > times ? ok() : busy();

const gaps = (times: readonly number[]): readonly number[] =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0));

describe('retry', () => {
  test.each([0, 1, 2, 3, 4, 5])('%i answers that pass end in success', async (times) => {
    const starts = serve(failing(times));
    const { answer } = await outcomeOf();
    expect([answer?.status, starts.length]).toEqual([200, times + 1]);
  });

  test('the sixth answer is taken as it is', async () => {
    const starts = serve(busy);
    expect((await outcomeOf()).answer?.status).toBe(503);
    expect(starts).toHaveLength(6);
  });

  test.each([
    [0, [75, 150, 300, 600, 1_000]],
    [0.5, [112.5, 225, 450, 900, 1_500]],
    [1 - Number.EPSILON, [150, 300, 600, 1_200, 2_000]],
  ])('waits grow twofold to two seconds, with jitter %d', async (random, expected) => {
    const starts = serve(busy);
    await outcomeOf({ random: () => random });
    gaps(starts).forEach((gapMs, index) => {
      expect(Math.abs(gapMs - (expected[index] ?? 0))).toBeLessThanOrEqual(1);
    });
  });

  test('a wait that the service asks for is kept', async () => {
    const starts = serve(failing(3));
    const judge = (answer: Answer): Verdict =>
      answer.status === 200 ? { retry: false } : { retry: true, waitMs: 2_000 };
    await outcomeOf({ judge });
    expect(gaps(starts)).toEqual([2_000, 2_000, 2_000]);
  });

  test('a permanent failure is not retried', async () => {
    const starts = serve(busy);
    const { answer } = await outcomeOf({ judge: () => ({ retry: false }) });
    expect([answer?.status, starts.length]).toEqual([503, 1]);
  });
});

describe('the time limit', () => {
  test('of a try ends it, and the next one begins', async () => {
    const starts = serve(ok, (tryNumber) => (tryNumber === 1 ? 9_000 : 0));
    const { answer } = await outcomeOf({ attemptMs: 900, random: () => 0 });
    expect([answer?.status, gaps(starts)]).toEqual([200, [975]]);
  });

  test('of the budget ends a try that hangs, with the last failure as the cause', async () => {
    serve(ok, () => 60_000);
    const { error, elapsedMs } = await outcomeOf({ budgetMs: 8_000 });
    expect(error).toMatchObject({ code: 'timeout', cause: { name: 'TransportError' } });
    expect(elapsedMs).toBe(8_000);
  });

  test('of the budget ends a wait, and nothing is tried after it', async () => {
    const starts = serve(busy);
    const judge = (): Verdict => ({ retry: true, waitMs: 2_000 });
    const { error, elapsedMs } = await outcomeOf({ budgetMs: 5_000, judge });
    expect(error).toMatchObject({ code: 'timeout' });
    expect([elapsedMs, starts.length]).toEqual([5_000, 3]);
  });

  test('that is over starts no call', async () => {
    const starts = serve(ok);
    expect((await outcomeOf({ budgetMs: 0 })).error).toMatchObject({ code: 'timeout' });
    expect(starts).toEqual([]);
  });

  test('covers the body as well', async () => {
    const body = new ReadableStream({ start: () => new Promise(() => undefined) });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
    const { error, elapsedMs } = await outcomeOf({ budgetMs: 4_000 });
    expect(error).toMatchObject({ code: 'timeout', cause: { message: 'The answer was cut off.' } });
    expect(elapsedMs).toBe(4_000);
  });
});

describe('the end of the invocation', () => {
  test.each([
    ['a try', () => 60_000],
    ['a wait before the next try', () => 0],
  ])('ends %s, and nothing is tried after it', async (_name, takesMs) => {
    const starts = serve(busy, takesMs);
    const reply = new AbortController();
    setTimeout(() => {
      reply.abort();
    }, 50);
    const { error, elapsedMs } = await outcomeOf({ ended: reply.signal });
    expect(error).toMatchObject({ code: 'timeout' });
    expect([elapsedMs, starts.length]).toEqual([50, 1]);
  });
});

describe('an answer that no API gives', () => {
  test.each(['', '<html>', '"ok"', '1', 'true', 'null', '[]', '{"cut'])(
    'the body %j of a success is tried again, and is no answer',
    async (text) => {
      const starts = serve(() => new Response(text));
      const { error } = await outcomeOf();
      expect(error).toMatchObject({ name: 'WrongAnswerError', passes: true });
      expect(starts).toHaveLength(6);
    },
  );

  test('an empty 204 is one', async () => {
    serve(() => new Response(null, { status: 204 }));
    const { answer } = await outcomeOf({ judge: () => ({ retry: false }) });
    expect(answer).toMatchObject({ status: 204, body: undefined });
  });

  test('a broken connection is tried again', async () => {
    const starts = serve((tryNumber) =>
      tryNumber === 1 ? Promise.reject(new TypeError('fetch failed')) : ok(),
    );
    expect((await outcomeOf()).answer?.status).toBe(200);
    expect(starts).toHaveLength(2);
  });
});

test('whatever fails, and however slowly, no call lasts longer than the budget', async () => {
  const aTry = fc.record({ takesMs: fc.nat(9_000), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(aTry, { minLength: 1, maxLength: 8 }),
      fc.nat(12_000),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      async (tries, budgetMs, random) => {
        const tryOf = (tryNumber: number) => tries[(tryNumber - 1) % tries.length];
        const starts = serve(
          (tryNumber) => (tryOf(tryNumber)?.fails === true ? busy() : ok()),
          (tryNumber) => tryOf(tryNumber)?.takesMs ?? 0,
        );
        const given = { budgetMs, attemptMs: 6_000, random: () => random };
        const { elapsedMs } = await outcomeOf(given);
        // The clock of timers counts whole milliseconds.
        expect(elapsedMs).toBeLessThanOrEqual(budgetMs + 2);
        expect(starts.length).toBeLessThanOrEqual(6);
      },
    ),
    { numRuns: 200, seed: 20_261_122 },
  );
});

test('after forty refusals in a row and no other answer, nothing more is sent', async () => {
  const tooMany = (): Response => Response.json({ error: {} }, { status: 429 });
  const starts = serve(tooMany);
  const transport = createTransport({
    budget: createBudget(60_000, () => Date.now()),
    rateLimit: unlimited,
    random: () => 0.5,
    attemptMs: 5_000,
  });
  const request = {
    ...{ url: 'https://api.example/v1/charges', method: 'GET', headers: {}, body: null },
    ...{ lane: 'charges', judge: byStatus },
  };
  const answers = Promise.all(Array.from({ length: 20 }, () => transport.send(request)));
  await vi.runAllTimersAsync();
  expect((await answers).map(({ status }) => status)).toEqual(
    Array.from({ length: 20 }, () => 429),
  );
  expect(starts).toHaveLength(40);
  expect((await transport.send(request)).status).toBe(429);
  expect(starts).toHaveLength(40);
});
