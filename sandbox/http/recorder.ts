import type { MiddlewareHandler } from 'hono';

/** One request as the stand-in received it; the credential is replaced by its last 4 characters. */
export interface RecordedRequest {
  readonly sequence: number;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
}

export interface Recorder {
  /** The newest ones: a run of days would fill the memory otherwise. */
  readonly requests: readonly RecordedRequest[];
  /** How many older ones were dropped since the last `clear`. */
  readonly dropped: number;
  clear(): void;
  readonly middleware: MiddlewareHandler;
}

export const MAX_REQUESTS = 5_000;
/** Of all bodies together. */
export const MAX_BODY_CHARACTERS = 8_000_000;

function withoutCredential(headers: Record<string, string>): Record<string, string> {
  const { authorization, ...rest } = headers;
  return authorization === undefined
    ? rest
    : { ...rest, authorization: `***${authorization.slice(-4)}` };
}

/** A body can be the credential, as `{"tokenKey": "..."}` is. */
const withoutToken = (body: string): string =>
  body.replace(/("tokenKey"\s*:\s*")[^"]*?([^"]{0,4}")/g, '$1***$2');

/** Records every request but those below `/_sandbox/`, with monotonic times in milliseconds. */
export function createRecorder(monotonicNowMs: () => number): Recorder {
  const requests: RecordedRequest[] = [];
  let sequence = 0;
  let dropped = 0;
  let bodyCharacters = 0;
  const isOverfull = (): boolean =>
    requests.length > MAX_REQUESTS || bodyCharacters > MAX_BODY_CHARACTERS;
  const keep = (request: RecordedRequest): void => {
    requests.push(request);
    bodyCharacters += request.body.length;
    while (isOverfull()) {
      bodyCharacters -= requests.shift()?.body.length ?? 0;
      dropped += 1;
    }
  };
  return {
    requests,
    get dropped() {
      return dropped;
    },
    clear: () => {
      requests.length = 0;
      dropped = 0;
      bodyCharacters = 0;
    },
    middleware: async (context, next) => {
      const { req } = context;
      if (req.path.startsWith('/_sandbox/')) return next();
      const startedMs = monotonicNowMs();
      const body = req.method === 'GET' ? '' : withoutToken(await req.text());
      await next();
      sequence += 1;
      keep({
        sequence,
        startedMs,
        endedMs: monotonicNowMs(),
        method: req.method,
        path: req.path,
        query: new URL(req.url).search,
        headers: withoutCredential(req.header()),
        body,
        status: context.res.status,
      });
      return undefined;
    },
  };
}
