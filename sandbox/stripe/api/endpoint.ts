import type { AccountState } from '../account/account-state.ts';
import type { FormatView } from '../formatters/view.ts';
import type { StripeWorld } from '../world/index.ts';
import type { Shape } from './expand-paths.ts';
import type { Lookup } from './missing.ts';
import type { Params, ParamSpec } from './params.ts';
import type { Permission } from './permissions.ts';
import type { WireObject } from './wire.ts';

/** What every endpoint can reach. */
export interface ApiParts {
  readonly lookup: Lookup;
  readonly world: StripeWorld;
  readonly account: AccountState;
  readonly search: { isAvailable: boolean };
}

export interface ApiRequest {
  readonly params: Params;
  /** The id in the URL; empty where it has none. */
  readonly id: string;
  readonly view: FormatView;
  /** Whether the key that asks has permissions of its own. */
  readonly isRestricted: boolean;
  /** `Stripe-Version`, or the pinned one. */
  readonly apiVersion: string;
}

export interface Endpoint {
  readonly method: 'DELETE' | 'GET' | 'POST';
  /** With `:id` where an id stands. */
  readonly path: string;
  /** Null for what every key may do. */
  readonly permission: Permission | null;
  readonly params: ParamSpec;
  /** What some parameters ask of the key beside it. */
  readonly alsoNeeds?: (params: Params) => readonly Permission[];
  readonly shape: Shape;
  /** True where what an older version does is modeled, and its answer is the same. */
  readonly takesOlderVersions?: boolean;
  handle(request: ApiRequest): WireObject;
}

export const RETRIEVE_PARAMS = { expand: 'strings' } as const satisfies ParamSpec;
