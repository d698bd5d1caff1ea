import { z } from 'zod';
import type { World } from '../sandbox/world/world.ts';

const requestSchema = z.object({
  method: z.string(),
  path: z.string(),
  status: z.number(),
  startedMs: z.number(),
  endedMs: z.number(),
});

export type Request = z.infer<typeof requestSchema>;

async function ask(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return response.json();
}

const urls = (world: World): readonly string[] => [world.stripe.url, world.hubspot.url];

export async function setLatency(world: World, latencyMs: number): Promise<void> {
  await Promise.all(urls(world).map((url) => ask(`${url}/_sandbox/latency`, 'PUT', { latencyMs })));
}

export async function forgetRequests(world: World): Promise<void> {
  await Promise.all(urls(world).map((url) => ask(`${url}/_sandbox/requests`, 'DELETE')));
}

const recordedSchema = z.object({ requests: z.array(requestSchema), dropped: z.number() });

/** What a stand-in was asked since the last time it forgot, the newest of it. */
export async function requestsTo(url: string): Promise<readonly Request[]> {
  return recordedSchema.parse(await ask(`${url}/_sandbox/requests`, 'GET')).requests;
}

/** How often, those included that it has dropped from its record. */
export async function countRequestsTo(url: string): Promise<number> {
  const recorded = recordedSchema.parse(await ask(`${url}/_sandbox/requests`, 'GET'));
  return recorded.requests.length + recorded.dropped;
}

/** Whether the stand-ins refuse what is over the services' limits. */
export async function setLimits(world: World, enabled: boolean): Promise<void> {
  await Promise.all(urls(world).map((url) => ask(`${url}/_sandbox/limits`, 'PUT', { enabled })));
}
