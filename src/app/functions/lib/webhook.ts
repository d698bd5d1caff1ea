import type { RangeRecord } from '@stripe-payments/core';
import type { Ports } from '@stripe-payments/sync';
import { asSyncError, SyncError, wirePorts } from '@stripe-payments/sync';
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
const LATER: Answer = { statusCode: 503, body: { received: false } };

/** Failures after which Stripe should send the event again; the others are for the catch-up. */
const ANOTHER_TRY: ReadonlySet<string> = new Set([
  'timeout',
  'stripe-unreachable',
  'stripe-rate-limited',
  'hubspot-unreachable',
  'hubspot-rate-limited',
  'hubspot-daily-limit',
  'write-unconfirmed',
  'claims-unchecked',
]);

/** IDs that Stripe does not know, in one minute of this process: more are not asked for. */
const MAX_UNKNOWN = 30;
const MINUTE_MS = 60_000;

/** Counts forged IDs, so that a flood of them does not use up the reads of Stripe. */
function createDamper(nowMs: () => number): {
  /** False where there were too many; an ID counts as forged until it is released. */
  readonly admit: () => boolean;
  readonly release: () => void;
} {
  let sinceMs = 0;
  let forged = 0;
  return {
    admit: () => {
      if (nowMs() - sinceMs >= MINUTE_MS) {
        sinceMs = nowMs();
        forged = 0;
      }
      forged += 1;
      return forged <= MAX_UNKNOWN;
    },
    release: () => {
      forged = Math.max(0, forged - 1);
    },
  };
}

type Sync = (
  ports: Ports,
  eventId: string,
) => Promise<{
  readonly isKnown: boolean;
  readonly records: readonly RangeRecord[];
  readonly left: number;
  readonly isPostponed: boolean;
}>;

/** A record that could not be read or written, and may be at the next delivery. */
const mayPass = (record: RangeRecord): record is Extract<RangeRecord, { status: 'failed' }> =>
  record.status === 'failed' && ANOTHER_TRY.has(record.error.code);

/** Makes the `main` of the endpoint that Stripe calls. It tells a caller without the secret nothing. */
export function createWebhookMain(
  uid: 'stripe-webhook',
  sync: Sync,
): (context: unknown) => Promise<Answer> {
  const damper = createDamper(() => performance.now());
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
      if (!delivery.success) return NOTHING_DONE;
      // Refused, so that Stripe sends the genuine ones again.
      if (!damper.admit()) return LATER;
      const ports = wirePorts({ ...runtime, limits: ENDPOINT_LIMITS }, warm);
      const outcome = await withinDeadline(
        sync(ports, delivery.data.body.id),
        ENDPOINT_DEADLINE_MS,
      );
      if (outcome.isKnown) damper.release();
      const unwritten = outcome.records.find(mayPass);
      const failure = unwritten && new SyncError(unwritten.error.code);
      logLine(uid, startedMs, stripeRequests.count, failure);
      if (unwritten !== undefined || outcome.isPostponed) return LATER;
      return {
        statusCode: 200,
        body: { received: true, records: outcome.records.length, left: outcome.left },
      };
    } catch (error) {
      const failure = asSyncError(error);
      logLine(uid, startedMs, stripeRequests.count, failure);
      damper.release();
      return ANOTHER_TRY.has(failure.code) ? LATER : NOTHING_DONE;
    } finally {
      invocation.abort();
    }
  };
}
