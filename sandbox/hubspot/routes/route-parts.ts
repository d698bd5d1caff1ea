import type { SandboxClock } from '../../http/clock.ts';
import type { BehaviorSwitches } from '../behavior.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';

/** What every group of routes is built from. */
export interface RouteParts {
  readonly store: HubSpotStore;
  readonly clock: SandboxClock;
  readonly behavior: BehaviorSwitches;
}
