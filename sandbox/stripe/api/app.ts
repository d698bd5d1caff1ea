import { Hono, type MiddlewareHandler } from 'hono';
import type { FaultBoard } from '../../http/faults.ts';
import type { Recorder } from '../../http/recorder.ts';
import { API_VERSION } from '../formatters/event.ts';
import { allEndpoints } from '../routes/all.ts';
import { WorldRefusal } from '../world/world-refusal.ts';
import { StripeApiError, unrecognizedUrl } from './errors.ts';
import { serveEndpoint, type ServingParts } from './serve-endpoint.ts';

export interface AppParts extends ServingParts {
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
  return new StripeApiError(400, { type: 'invalid_request_error', message: error.message });
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
