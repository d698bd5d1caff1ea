import type { SandboxClock } from '../http/clock.ts';
import type { AccountSidePart } from '../record-page/api/account-side-wire.ts';
import type { ServerMessage } from '../record-page/api/wire.ts';
import type { CallGate } from './call-gate.ts';

export interface BuiltCard {
  readonly uid: string;
  readonly name: string;
  readonly location: string;
  readonly objectTypes: readonly string[];
  /** Absolute path of the bundle that HubSpot's production bundler made. */
  readonly bundlePath: string;
  readonly revision: number;
}

export interface BuiltPage {
  readonly uid: string;
  /** Absolute path of the bundle, as with a card. */
  readonly bundlePath: string;
  readonly revision: number;
}

interface AccountSide {
  parts(): readonly AccountSidePart[];
  /** Answers with what happened. */
  act(part: string, action: string): Promise<string>;
}

export interface DevServerParts {
  readonly hubspot: {
    readonly url: string;
    readonly token: string;
    readonly kind: 'sandbox' | 'real';
  };
  /** `url` is the stand-in's; there is none when the real Stripe is used. */
  readonly stripe: { readonly url: string | null; readonly kind: 'sandbox' | 'real' };
  /** One plain sentence by type and id, such as `deals/9001`. */
  readonly stories: ReadonlyMap<string, string>;
  readonly cards: () => readonly BuiltCard[];
  readonly pages: () => readonly BuiltPage[];
  /** As app-hsmeta.json has it. */
  readonly appName: string;
  /** Profile variables, which extensions see as `context.variables`. */
  readonly variables: Readonly<Record<string, string | number | boolean>>;
  /** Where HubSpot's own function executor listens. */
  readonly functionsUrl: string;
  /** Every call of a function goes through it. */
  readonly functionCalls: CallGate;
  /** What an admin can do in the accounts that are built in. */
  readonly accountSide: AccountSide;
  readonly startupLine: string;
  readonly clock: SandboxClock;
  readonly onReload: (listener: (message: ServerMessage) => void) => () => void;
}
