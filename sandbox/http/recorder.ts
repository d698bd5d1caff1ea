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
  readonly requests: readonly RecordedRequest[];
  clear(): void;
  readonly middleware: MiddlewareHandler;
}

const MOST_KEPT = 20_000;

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
  return {
    requests,
    clear: () => {
      requests.length = 0;
    },
    middleware: async (context, next) => {
      const { req } = context;
      if (req.path.startsWith('/_sandbox/')) return next();
      const startedMs = monotonicNowMs();
      const body = req.method === 'GET' ? '' : withoutToken(await req.text());
      await next();
      sequence += 1;
      if (requests.length >= MOST_KEPT) requests.shift();
      requests.push({
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
