import type { Ending } from './budget.ts';
import { timers } from './timers.ts';

/** What a service answered, with its whole body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined where there is none. */
  readonly body: unknown;
}

interface TransportErrorFacts {
  /** False for what the same request again would get again. */
  readonly passes: boolean;
  readonly cause?: unknown;
}

/** A request that got no usable answer: none, a part of one, or one that no API gives. */
export class TransportError extends Error {
  override readonly name: string = 'TransportError';
  readonly passes: boolean;

  constructor(message: string, { passes, cause }: TransportErrorFacts) {
    super(message, { cause });
    this.passes = passes;
  }
}

/**
 * An answer that the service cannot have meant: of a gateway, or one that contradicts itself or the
 * question. The message says what came, and holds nothing of its content.
 */
export class WrongAnswerError extends TransportError {
  override readonly name = 'WrongAnswerError';

  constructor(message: string, facts: Partial<TransportErrorFacts> = {}) {
    super(message, { passes: false, ...facts });
  }
}

export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/**
 * The largest answer that is read, unpacked: twenty times what a full page has. The platform gives a
 * function 128 MB, and parsing takes several times the text.
 */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** Rejects when the signal aborts. */
const abortOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new DOMException('The try was ended.', 'AbortError'));
    });
  });

/** Reads the body piece by piece, so that a packed one is never unpacked beyond the limit. */
async function textOf({ body }: Response, aborted: Promise<never>): Promise<string> {
  if (body === null) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await Promise.race([reader.read(), aborted]);
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      reader.cancel().catch(() => undefined);
      throw new WrongAnswerError(`The response is larger than ${String(MAX_BODY_BYTES)} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where a redirect leads: the host alone, since an address may hold a secret. */
function hostOf(location: string | null, url: string): string {
  const isUrl = location !== null && URL.canParse(location, url);
  return isUrl ? new URL(location, url).host : 'an unknown host';
}

/** @throws {WrongAnswerError} for a redirect, which would carry the key to another address. */
function refuseRedirect({ status, headers }: Response, url: string): void {
  if (status < 300 || status >= 400) return;
  const host = hostOf(headers.get('location'), url);
  throw new WrongAnswerError(`The response is a redirect (${String(status)}) to ${host}.`);
}

/**
 * One try.
 * @throws {TransportError} where there is no usable answer in time.
 */
export async function fetchAnswer(
  { url, method, headers: sent, body }: HttpRequest,
  timeoutMs: number,
  ending: Ending,
): Promise<Answer> {
  const abort = new AbortController();
  const end = (): void => {
    abort.abort();
  };
  const timer = timers.set(end, timeoutMs);
  const stopListening = ending.listen(end);
  const aborted = abortOf(abort.signal);
  aborted.catch(() => undefined);
  let response: Response | undefined;
  try {
    response = await fetch(url, {
      method,
      headers: { ...sent },
      body,
      redirect: 'manual',
      signal: abort.signal,
    });
    refuseRedirect(response, url);
    const { status, headers } = response;
    const text = await textOf(response, aborted);
    const answer = { status, headers, body: parsedJson(text) };
    refuseForeign(answer, text);
    return answer;
  } catch (cause) {
    if (cause instanceof WrongAnswerError) throw cause;
    const message = response === undefined ? 'There was no answer.' : 'The answer was cut off.';
    throw new TransportError(message, { passes: true, cause });
  } finally {
    timers.clear(timer);
    stopListening();
    // Of a response that is refused unread, the connection would stay open.
    end();
  }
}

/** What came instead of a JSON object, without its content. */
function kindOf(body: unknown, text: string): string {
  if (text === '') return 'empty';
  if (body === undefined) return /^\s*[{[]/.test(text) ? 'cut JSON' : 'text';
  if (body === null) return 'null';
  return Array.isArray(body) ? 'a JSON array' : `a JSON ${typeof body}`;
}

/** @throws {WrongAnswerError} since neither service ever answers with a bare value or an array. */
function refuseForeign({ status, body }: Answer, text: string): void {
  const isSuccess = status >= 200 && status < 300;
  if (!isSuccess || (status === 204 && text === '')) return;
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (isObject) return;
  const came = kindOf(body, text);
  throw new WrongAnswerError(`The response (${String(status)}) is ${came}.`, { passes: true });
}
