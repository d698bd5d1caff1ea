import type { RangeRecord } from '@stripe-payments/core';
import type { Ports, RangeStep, Runtime, WarmMemory } from '@stripe-payments/sync';
import { TERMINAL_RUN, wirePorts } from '@stripe-payments/sync';
import type { SandboxClock } from '../sandbox/http/clock.ts';
import type { World } from '../sandbox/world/world.ts';
import { SANDBOX_HUBSPOT_TOKEN, SANDBOX_STRIPE_KEY } from '../sandbox/world/world.ts';
import type { Request } from './calls.ts';
import { requestsTo } from './calls.ts';

const PART_MS = 60_000;

export function portsOf(
  world: World,
  clock: SandboxClock,
  warm: WarmMemory,
  limits: Runtime['limits'] = { ...TERMINAL_RUN.time, budgetMs: PART_MS },
): Ports {
  return wirePorts(
    {
      environment: {
        STRIPE_SECRET_KEY: SANDBOX_STRIPE_KEY,
        PRIVATE_APP_ACCESS_TOKEN: SANDBOX_HUBSPOT_TOKEN,
        STRIPE_API_BASE_URL: world.stripe.url,
        HUBSPOT_API_BASE_URL: world.hubspot.url,
      },
      clock,
      elapsedMs: () => performance.now(),
      random: () => 0.5,
      limits,
      recordsAtOnce: TERMINAL_RUN.recordsAtOnce,
    },
    warm,
  );
}

interface Done {
  readonly records: readonly RangeRecord[];
  readonly eventsRead: number;
}

export async function toItsEnd(
  ports: () => Ports,
  part: (ports: Ports, continuation: string | undefined) => Promise<RangeStep>,
): Promise<Done> {
  const records: RangeRecord[] = [];
  let eventsRead = 0;
  let continuation: string | undefined;
  do {
    const step = await part(ports(), continuation);
    records.push(...step.records);
    eventsRead += step.eventsRead;
    continuation = step.continuation ?? undefined;
  } while (continuation !== undefined);
  const failed = records.find(({ status }) => status === 'failed');
  if (failed !== undefined) throw new Error(JSON.stringify(failed));
  return { records, eventsRead };
}

const isRefused = ({ status }: Request): boolean => status === 429;

/** The calls that were answered, and how many were refused for being too many. */
export async function asked(world: World) {
  const [stripe, hubspot] = await Promise.all([
    requestsTo(world.stripe.url),
    requestsTo(world.hubspot.url),
  ]);
  const [answeredByStripe = [], answeredByHubSpot = []] = [stripe, hubspot].map((all) =>
    all.filter((request) => !isRefused(request)),
  );
  const refused = [...stripe, ...hubspot].filter(isRefused).length;
  return { stripe: answeredByStripe, hubspot: answeredByHubSpot, refused };
}
