import { Hono, type Context, type MiddlewareHandler } from 'hono';
import type { SandboxClock } from '../http/clock.ts';
import type { FaultBoard } from '../http/faults.ts';
import type { Recorder } from '../http/recorder.ts';
import { API_VERSION } from './formatters/account.ts';
import type { IdMaker } from './values/ids.ts';
import { allEndpoints } from './routes/all.ts';
import { WorldRefusal } from './world/context.ts';
import { AmountRefusal } from './world/charge-limits.ts';
import type { ApiParts, Endpoint } from './api/endpoint.ts';
import { invalidRequest, StripeApiError, unrecognizedUrl } from './api/errors.ts';
import { checkExpandPaths } from './api/expand-paths.ts';
import type { Expander } from './api/expand.ts';
import type { IdempotencyMemory, IdempotentRequest, RememberedAnswer } from './api/idempotency.ts';
import type { ApiKey, KeyRing } from './api/keys.ts';
import type { Limits } from './api/limits.ts';
import { parseForm, readParams } from './api/params.ts';
import type { WireObject } from './api/wire.ts';

interface ServingParts {
  readonly api: ApiParts;
  readonly clock: SandboxClock;
  readonly keys: KeyRing;
  readonly limits: Limits;
  readonly expander: Expander;
  readonly memory: IdempotencyMemory;
  readonly requestIds: IdMaker;
}

const OLDER_VERSION = /^20\d\d-\d\d-\d\d(?:\.[a-z]+)?$/;

function checkVersion(version: string, { takesOlderVersions = false }: Endpoint): void {
  const isOlder = takesOlderVersions && OLDER_VERSION.test(version) && version < API_VERSION;
  if (version === API_VERSION || isOlder) return;
  throw invalidRequest(`Invalid Stripe API version: ${version}`);
}

const FORM = 'application/x-www-form-urlencoded';

async function parametersOf(context: Context, endpoint: Endpoint): Promise<string> {
  const { search } = new URL(context.req.url);
  if (endpoint.method === 'GET') return search.slice(1);
  const body = await context.req.text();
  // The SDK sends the parameters of a DELETE in the query.
  if (endpoint.method === 'DELETE' && body === '') return search.slice(1);
  const type = context.req.header('content-type') ?? FORM;
  if (body === '' || type.startsWith(FORM)) return body;
  throw invalidRequest(`Invalid request (check that your POST content type is ${FORM}).`);
}

function answer(
  parts: ServingParts,
  endpoint: Endpoint,
  key: ApiKey,
  { id, parameters, apiVersion }: Readonly<Record<'id' | 'parameters' | 'apiVersion', string>>,
): WireObject {
  const params = readParams(parseForm(new URLSearchParams(parameters)), endpoint.params);
  const paths = params.strings('expand');
  parts.keys.demand(key, [
    ...(endpoint.alsoNeeds?.(params) ?? []),
    ...checkExpandPaths(paths, endpoint.shape),
  ]);
  parts.api.world.catchUp();
  const view = { livemode: parts.api.lookup.livemode, nowMs: parts.clock.nowMs() };
  const isRestricted = parts.keys.isRestricted(key);
  const answered = endpoint.handle({ params, id, view, isRestricted, apiVersion });
  return parts.expander.expand(answered, paths, view);
}

/** Answers once per idempotency key, errors of requests that had begun included. */
function answerOnce(
  parts: ServingParts,
  request: IdempotentRequest,
  requestId: string,
  first: () => WireObject,
): RememberedAnswer {
  try {
    const remembered = { requestId, status: 200, body: first() };
    parts.memory.remember(request, remembered);
    return remembered;
  } catch (error) {
    if (error instanceof StripeApiError && error.hasBegun) {
      parts.memory.remember(request, { requestId, status: error.status, body: error.body });
    }
    throw error;
  }
}

function respond(
  body: object,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  return Response.json(body, { status, headers });
}

async function serveEndpoint(
  parts: ServingParts,
  endpoint: Endpoint,
  context: Context,
): Promise<Response> {
  const key = parts.keys.authenticate(
    context.req.header('authorization'),
    context.req.header('stripe-context'),
  );
  const apiVersion = context.req.header('stripe-version') ?? API_VERSION;
  checkVersion(apiVersion, endpoint);
  parts.limits.count(`${endpoint.method} ${endpoint.path}`);
  if (endpoint.permission !== null) parts.keys.demand(key, [endpoint.permission]);
  const parameters = await parametersOf(context, endpoint);
  const id = context.req.param('id') ?? '';
  const first = (): WireObject => answer(parts, endpoint, key, { id, parameters, apiVersion });
  const requestId = parts.requestIds.next('req_');
  const idempotencyKey = context.req.header('idempotency-key');
  if (endpoint.method === 'GET' || idempotencyKey === undefined) {
    return respond(first(), 200, { 'request-id': requestId });
  }
  const request = { key: idempotencyKey, path: context.req.path, parameters };
  const headers = { 'request-id': requestId, 'idempotency-key': idempotencyKey };
  const earlier = parts.memory.recall(request);
  if (earlier === undefined) {
    return respond(answerOnce(parts, request, requestId, first).body, 200, headers);
  }
  return respond(earlier.body, earlier.status, {
    ...headers,
    'idempotent-replayed': 'true',
    'original-request': earlier.requestId,
  });
}

interface AppParts extends ServingParts {
  readonly recorder: Recorder;
  readonly faults: FaultBoard;
  /** Everything below `/_sandbox`. */
  readonly control: readonly Hono[];
}

/** Every answer of the API carries these two, errors and injected faults included. */
const commonHeaders =
  (parts: AppParts): MiddlewareHandler =>
  async (context, next) => {
    await next();
    if (context.req.path.startsWith('/_sandbox/')) return;
    const { headers } = context.res;
    if (!headers.has('request-id')) headers.set('request-id', parts.requestIds.next('req_'));
    if (!headers.has('stripe-version')) headers.set('stripe-version', API_VERSION);
  };

function asStripeError(error: Error): StripeApiError | undefined {
  if (error instanceof StripeApiError) return error;
  if (!(error instanceof WorldRefusal)) return undefined;
  const code = error instanceof AmountRefusal ? { code: error.code } : {};
  return new StripeApiError(400, {
    type: 'invalid_request_error',
    message: error.message,
    ...code,
  });
}

function errorResponse(error: Error): Response {
  const known = asStripeError(error);
  if (known !== undefined) {
    return Response.json(known.body, { status: known.status, headers: known.headers });
  }
  const body = { error: { type: 'api_error', message: `The sandbox failed: ${error.message}` } };
  return Response.json(body, { status: 500 });
}

export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  for (const control of parts.control) app.route('/_sandbox', control);
  app.use('*', parts.recorder.middleware, commonHeaders(parts), parts.faults.middleware);
  for (const endpoint of allEndpoints(parts.api)) {
    app.on(endpoint.method, endpoint.path, (context) => serveEndpoint(parts, endpoint, context));
  }
  app.notFound((context) => errorResponse(unrecognizedUrl(context.req.method, context.req.path)));
  app.onError((error) => errorResponse(error));
  return app;
}
