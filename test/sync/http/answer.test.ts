import { afterEach, expect, test, vi } from 'vitest';
import { fetchAnswer, MAX_BODY_BYTES } from '../../../src/app/packages/sync/src/http/answer.ts';
import { createBudget } from '../../../src/app/packages/sync/src/http/budget.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const URL_ASKED = 'https://api.example/v1/charges';
const { ending } = createBudget(1_000, () => 0);

/** What a service's response becomes, and the requests that it took. */
async function outcomeOf(response: Response) {
  const requests: string[] = [];
  vi.stubGlobal('fetch', (url: string, { redirect }: RequestInit) => {
    requests.push(`${url} ${String(redirect)}`);
    return Promise.resolve(response);
  });
  const request = { url: URL_ASKED, method: 'GET', headers: {}, body: null };
  const error = await fetchAnswer(request, 1_000, ending).catch((thrown: unknown) => thrown);
  return { error, requests };
}

test.each([
  ['https://evil.example/?key=sk_test_secret', 'evil.example'],
  ['/v2/charges', 'api.example'],
  ['http://[', 'an unknown host'],
  [undefined, 'an unknown host'],
])('a redirect to %s is not followed, and names the host alone', async (location, host) => {
  const headers = location === undefined ? {} : { location };
  for (const status of [301, 302, 303, 307, 308]) {
    const { error, requests } = await outcomeOf(new Response(null, { status, headers }));
    const message = `The response is a redirect (${String(status)}) to ${host}.`;
    expect(error).toMatchObject({ name: 'WrongAnswerError', passes: false, message });
    expect(requests).toEqual([`${URL_ASKED} manual`]);
  }
});

test.each([
  ['"ok"', 'a JSON string'],
  ['1', 'a JSON number'],
  ['true', 'a JSON boolean'],
  ['null', 'null'],
  ['[]', 'a JSON array'],
  ['', 'empty'],
  ['<html>', 'text'],
  ['{"cut', 'cut JSON'],
])('the body %j of a success is named for what it is', async (text, kind) => {
  const { error } = await outcomeOf(new Response(text));
  expect(error).toMatchObject({ message: `The response (200) is ${kind}.` });
});

test('a body beyond the limit is not read to its end', async () => {
  const piece = new Uint8Array(1024 * 1024);
  let pieces = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      pieces += 1;
      controller.enqueue(piece);
    },
  });
  const { error } = await outcomeOf(new Response(body));
  expect(error).toMatchObject({ name: 'WrongAnswerError', passes: false });
  expect(pieces * piece.byteLength).toBeLessThan(MAX_BODY_BYTES + 4 * piece.byteLength);
});
