import type { SandboxClock } from '../http/clock.ts';
import type { CustomerRow } from '../stripe/entities/payments.ts';
import type { StripeWorld } from '../stripe/world/index.ts';

/** What a story is told with. */
export interface Stage {
  readonly world: StripeWorld;
  /** A moment this many days before the present, in milliseconds; fractions are hours. */
  readonly daysAgo: (days: number) => number;
  readonly customer: (
    name: string,
    email: string,
    country: string,
    createdDaysAgo: number,
  ) => CustomerRow;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function createStage(world: StripeWorld, clock: SandboxClock): Stage {
  const nowMs = clock.nowMs();
  const daysAgo = (days: number): number => nowMs - Math.round(days * DAY_MS);
  return {
    world,
    daysAgo,
    customer: (name, email, country, createdDaysAgo) =>
      world.createCustomer({ name, email, country, atMs: daysAgo(createdDaysAgo) }),
  };
}
