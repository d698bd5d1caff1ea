import { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxClock } from './clock.ts';
import { controlErrorAnswer } from './control-error.ts';
import { faultSchema, type FaultBoard } from './faults.ts';
import type { Recorder } from './recorder.ts';

interface ControlParts {
  readonly clock: SandboxClock;
  readonly faults: FaultBoard;
  readonly recorder: Recorder;
}

const latencySchema = z.strictObject({ latencyMs: z.int().nonnegative() });
const advanceSchema = z.strictObject({ durationMs: z.int().nonnegative() });

/**
 * What both stand-ins offer below `/_sandbox/`: time, latency, faults and the record of requests.
 * Each stand-in mounts its own switches beside these.
 */
export function createControlRoutes({ clock, faults, recorder }: ControlParts): Hono {
  const routes = new Hono();
  routes.get('/clock', (context) => context.json({ nowMs: clock.nowMs() }));
  routes.post('/clock/advance', async (context) => {
    clock.advanceBy(advanceSchema.parse(await context.req.json()).durationMs);
    return context.json({ nowMs: clock.nowMs() });
  });
  routes.post('/faults', async (context) => {
    faults.add(faultSchema.parse(await context.req.json()));
    return context.json({ ok: true });
  });
  routes.delete('/faults', (context) => {
    faults.clear();
    return context.json({ ok: true });
  });
  routes.put('/latency', async (context) => {
    faults.setLatency(latencySchema.parse(await context.req.json()).latencyMs);
    return context.json({ ok: true });
  });
  routes.get('/requests', (context) => {
    const { requests, dropped } = recorder;
    return context.json({ requests, dropped });
  });
  routes.delete('/requests', (context) => {
    recorder.clear();
    return context.json({ ok: true });
  });
  routes.onError(controlErrorAnswer);
  return routes;
}
