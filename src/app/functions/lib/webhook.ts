import type { Ports } from '@stripe-payments/sync';
import { asSyncError, wirePorts } from '@stripe-payments/sync';
import * as z from 'zod/mini';
import type { Answer } from './endpoint.ts';
import { ENDPOINT_DEADLINE_MS, ENDPOINT_LIMITS, knowsSecret } from './endpoint.ts';
import { logLine, productionRuntime, warm, withinDeadline } from './handle.ts';

/** The body is parsed already, and only its id is believed. */
const deliverySchema = z.object({
  method: z.literal('POST'),
  body: z.looseObject({ id: z.string().check(z.maxLength(200)) }),
});

/** Stripe sends an event again after anything but a 2xx. */
const NOTHING_DONE: Answer = { statusCode: 200, body: { received: true } };

/** Failures after which Stripe should send the event again; the others are for the catch-up. */
const ANOTHER_TRY: ReadonlySet<string> = new Set([
  'timeout',
  'stripe-unreachable',
  'stripe-rate-limited',
  'hubspot-unreachable',
  'hubspot-rate-limited',
]);

/** IDs that Stripe does not know, in one minute of this process: more are not asked for. */
const MAX_UNKNOWN = 30;
const MINUTE_MS = 60_000;

/** Counts forged IDs, so that a flood of them does not use up the reads of Stripe. */
function createDamper(): { isFull: (nowMs: number) => boolean; count: (nowMs: number) => void } {
  let sinceMs = 0;
  let unknown = 0;
  return {
    isFull: (nowMs) => nowMs - sinceMs < MINUTE_MS && unknown >= MAX_UNKNOWN,
    count: (nowMs) => {
      if (nowMs - sinceMs >= MINUTE_MS) {
        sinceMs = nowMs;
        unknown = 0;
      }
      unknown += 1;
    },
  };
}

type Sync = (
  ports: Ports,
  eventId: string,
) => Promise<{
  readonly isKnown: boolean;
  readonly records: readonly object[];
  readonly left: number;
}>;

/** Makes the `main` of the endpoint that Stripe calls. It tells a caller without the secret nothing. */
export function createWebhookMain(
  uid: 'stripe-webhook',
  sync: Sync,
): (context: unknown) => Promise<Answer> {
  const damper = createDamper();
  return async (context) => {
    const startedMs = performance.now();
    const invocation = new AbortController();
    const runtime = productionRuntime(invocation.signal);
    const { stripeRequests } = runtime;
    try {
      if (!knowsSecret(runtime.environment, uid, context)) {
        return { statusCode: 403, body: { received: false } };
      }
      const delivery = deliverySchema.safeParse(context);
      if (!delivery.success || damper.isFull(performance.now())) return NOTHING_DONE;
      const ports = wirePorts({ ...runtime, limits: ENDPOINT_LIMITS }, warm);
      const outcome = await withinDeadline(
        sync(ports, delivery.data.body.id),
        ENDPOINT_DEADLINE_MS,
      );
      if (!outcome.isKnown) damper.count(performance.now());
      logLine(uid, startedMs, stripeRequests.count);
      return {
        statusCode: 200,
        body: { received: true, records: outcome.records.length, left: outcome.left },
      };
    } catch (error) {
      const failure = asSyncError(error);
      logLine(uid, startedMs, stripeRequests.count, failure);
      return ANOTHER_TRY.has(failure.code)
        ? { statusCode: 503, body: { received: false } }
        : NOTHING_DONE;
    } finally {
      invocation.abort();
    }
  };
}
