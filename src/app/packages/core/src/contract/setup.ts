import type { PropertyChange } from '../properties/changes.ts';
import type { ObjectType } from '../record/object-type.ts';
import type { PropertyState } from '../setup/property-state.ts';
import type { StripeAccountFacts } from '../setup/readiness.ts';
import type { SetupStepId } from '../setup/setup-step.ts';
import type { StripePermission } from '../setup/stripe-permissions.ts';
import type { Failure } from './failure.ts';
import type { Continuation } from './functions.ts';
import type { RecordView } from './record-view.ts';
import type { Reply } from './reply.ts';

/** Something that was looked at, or why it could not be. */
export type CheckResult<T> =
  ({ readonly isReadable: true } & T) | { readonly isReadable: false; readonly error: Failure };

export interface PermissionCheck {
  readonly permission: StripePermission;
  readonly status: 'present' | 'missing' | 'unknown';
  /** Stripe's own words, where it refused. */
  readonly detail?: string;
}

/** The app's Stripe key. Nothing of it is told but what kind it is. */
export type StripeKeyCheck =
  /** No key, or one that Stripe does not take. */
  | { readonly status: 'unusable'; readonly error: Failure }
  | {
      readonly status: 'usable';
      readonly mode: 'live' | 'test';
      readonly kind: 'restricted' | 'full';
      readonly permissions: readonly PermissionCheck[];
      readonly account: CheckResult<StripeAccountFacts>;
      /** Lower case, as Stripe writes them. */
      readonly settlementCurrencies: CheckResult<{ readonly codes: readonly string[] }>;
    };

export interface ScopeCheck {
  readonly name: string;
  readonly status: 'granted' | 'missing' | 'unknown';
}

export interface CrmAccountFacts {
  readonly portalId: number;
  /** HubSpot's own word, such as `STANDARD` or `DEVELOPER_TEST`. */
  readonly accountType: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly additionalCurrencies: readonly string[];
}

/** How many records hold figures of Stripe; counted by HubSpot's search, so seconds behind. */
export interface SyncedRecords {
  readonly objectType: ObjectType;
  readonly synced: number;
  /** Whose figures are of the mode that the key is not for. */
  readonly ofOtherMode: number;
}

export interface CrmCheck {
  readonly scopes: readonly ScopeCheck[];
  readonly account: CheckResult<CrmAccountFacts>;
  readonly records: CheckResult<{ readonly counts: readonly SyncedRecords[] }>;
}

export interface ObjectProperties {
  readonly objectType: ObjectType;
  readonly states: readonly PropertyState[];
}

/** Everything that has to be right before the figures are. */
export interface SetupReport {
  /** Milliseconds since the epoch. */
  readonly asOfMs: number;
  readonly stripeKey: StripeKeyCheck;
  readonly crm: CheckResult<CrmCheck>;
  readonly properties: CheckResult<{ readonly objects: readonly ObjectProperties[] }>;
}

export type CheckSetupParameters = Readonly<Record<string, never>>;

export type CheckSetupReply = Reply<{ readonly report: SetupReport }>;

/** What a person types before the app's properties are archived: the name of their group. */
export const REMOVAL_CONFIRMATION = 'stripe_payments';

export type ApplySetupParameters =
  /** Steps of a plan that a person has seen; others are not done, however much there is to do. */
  | { readonly action: 'apply'; readonly steps: readonly SetupStepId[] }
  | { readonly action: 'remove'; readonly confirmation: string };

export interface FailedStep {
  readonly objectType: ObjectType;
  readonly name: string;
  readonly error: Failure;
}

/** What became of it, read from HubSpot afterwards. */
export type ApplySetupReply = Reply<
  | {
      readonly action: 'apply';
      /** Of the steps given, those that are as they should be, whoever did them. */
      readonly done: readonly SetupStepId[];
      readonly failed: readonly FailedStep[];
      /** Not reached in this run: they are given again. */
      readonly left: readonly SetupStepId[];
    }
  | {
      readonly action: 'remove';
      readonly removed: readonly { readonly objectType: ObjectType; readonly name: string }[];
      readonly failed: readonly FailedStep[];
    }
>;

/**
 * A record that a person picked on the app page, where HubSpot sends none. Its creation time is the
 * proof that they can see it.
 */
export interface PreviewSyncParameters {
  readonly objectType: ObjectType;
  readonly recordId: string;
  /** HubSpot's `createdate`, as the search gave it. */
  readonly createdAt: string;
  readonly continuation?: Continuation;
}

/** What a sync would write; nothing is. */
export type PreviewSyncReply = Reply<{
  readonly changes: readonly PropertyChange[];
  readonly view: RecordView;
}>;
