import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';

/**
 * A fault that a test injects by plain HTTP (`POST /_sandbox/faults`).
 * `pathPattern` is a regular expression on the path; `times` counts down, absent means for ever.
 * Either the request is answered with `status` (and `body`, `headers`) instead of being served,
 * or, without a `status`, it is served after `delayMs`. `drop` cuts the connection without an answer;
 * with `afterServing` the request takes effect first, and only the answer is lost or replaced.
 */
export const faultSchema = z.strictObject({
  method: z.string().toUpperCase().optional(),
  pathPattern: z.string().default('.*'),
  times: z.int().positive().optional(),
  skip: z.int().nonnegative().default(0),
  delayMs: z.int().nonnegative().default(0),
  status: z.int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  /** Instead of `body`: sent as it is, so that it need not be JSON. */
  rawBody: z.string().optional(),
  drop: z.boolean().default(false),
  afterServing: z.boolean().default(false),
});
type Fault = z.infer<typeof faultSchema>;

export interface FaultBoard {
  add(fault: Fault): void;
  clear(): void;
  setLatency(latencyMs: number): void;
  readonly middleware: MiddlewareHandler;
}

/** Lets a request wait. The signal tells that its client gave up. */
export type Wait = (durationMs: number, gaveUp: AbortSignal) => Promise<void>;

const realWait: Wait = (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs));

/** Removes a fault that has happened as often as it should. */
function takeFault(faults: Fault[], method: string, path: string): Fault | undefined {
  for (const [index, fault] of faults.entries()) {
    if (fault.method !== undefined && fault.method !== method) continue;
    if (!new RegExp(fault.pathPattern).test(path)) continue;
    if (fault.skip > 0) {
      fault.skip -= 1;
      continue;
    }
    if (fault.times === undefined) return fault;
    fault.times -= 1;
    if (fault.times === 0) faults.splice(index, 1);
    return fault;
  }
  return undefined;
}

function answer(fault: Fault): Response {
  if (fault.drop) {
    // Errors the body stream once the headers are out, so that the client sees its connection break.
    const broken = new ReadableStream({
      start: (controller) => {
        controller.error(new Error('connection dropped by an injected fault'));
      },
    });
    return new Response(broken, { status: 200, headers: { 'content-length': '1000' } });
  }
  const json = fault.body === undefined ? '' : JSON.stringify(fault.body);
  const body = fault.rawBody ?? json;
  return new Response(body, {
    status: fault.status ?? 500,
    headers: { 'content-type': 'application/json', ...fault.headers },
  });
}

/** Latency and faults of one stand-in. Requests below `/_sandbox/` are never hit. */
export function createFaultBoard(wait: Wait = realWait): FaultBoard {
  let faults: Fault[] = [];
  let latencyMs = 0;
  return {
    add: (fault) => {
      faults.push({ ...fault });
    },
    clear: () => {
      faults = [];
      latencyMs = 0;
    },
    setLatency: (durationMs) => {
      latencyMs = durationMs;
    },
    middleware: async (context, next) => {
      const { method, path } = context.req;
      if (path.startsWith('/_sandbox/')) return next();
      const fault = takeFault(faults, method, path);
      const delayMs = latencyMs + (fault?.delayMs ?? 0);
      if (delayMs > 0) await wait(delayMs, context.req.raw.signal);
      const replaces = fault !== undefined && (fault.drop || fault.status !== undefined);
      if (!replaces) return next();
      if (fault.afterServing) await next();
      context.res = undefined;
      context.res = answer(fault);
      return undefined;
    },
  };
}
