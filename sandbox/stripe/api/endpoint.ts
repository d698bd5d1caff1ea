import type { FormatView } from '../formatters/view.ts';
import type { StripeWorld } from '../world/index.ts';
import type { AccountFacts } from '../formatters/account.ts';
import type { Shape } from './expand-paths.ts';
import type { Lookup } from './missing.ts';
import type { Params, ParamSpec } from './params.ts';
import type { Permission } from './permissions.ts';
import type { WireObject } from './wire.ts';

/** What every endpoint can reach. */
export interface ApiParts {
  readonly lookup: Lookup;
  readonly world: StripeWorld;
  readonly account: AccountFacts;
  readonly settlementCurrencies: readonly string[];
  readonly search: { isAvailable: boolean };
}

export interface ApiRequest {
  readonly params: Params;
  /** The id in the URL; empty where it has none. */
  readonly id: string;
  readonly view: FormatView;
}

export interface Endpoint {
  readonly method: 'GET' | 'POST';
  /** With `:id` where an id stands. */
  readonly path: string;
  readonly permission: Permission;
  readonly params: ParamSpec;
  readonly shape: Shape;
  handle(request: ApiRequest): WireObject;
}

export const RETRIEVE_PARAMS = { expand: 'strings' } as const satisfies ParamSpec;
