import type {
  ActionKind,
  CrmAccountFacts,
  ExistingProperties,
  Failure,
  HealthReport,
  Language,
  LoggedRun,
  ObjectType,
  PaymentPropertyInput,
  PropertyInput,
  PropertyPatch,
  Scope,
  StripeAccountFacts,
  StripePermission,
} from '@stripe-payments/core';
import type { Clock } from '../../ports.ts';
import type { SyncError } from '../../sync-error.ts';

/** What a harmless call says about one permission. */
export type Probe =
  | { readonly status: 'present' }
  /** `detail`: Stripe's own words. */
  | { readonly status: 'missing' | 'unknown'; readonly detail: string | undefined };

/** `isAll`: false where Stripe's count stops being exact. */
export interface ChargeCount {
  readonly count: number;
  /** Of these, how many HubSpot's own Stripe connection took; null where Stripe does not tell. */
  readonly ofHubSpot: number | null;
  readonly isAll: boolean;
}

/** The Stripe account behind the key, read only. Every method throws only `SyncError`. */
export interface StripeInspector {
  readonly mode: 'live' | 'test';
  readonly kind: 'restricted' | 'full';
  /** @throws {SyncError} `stripe-key-invalid` where Stripe does not take the key at all. */
  probe(permission: StripePermission): Promise<Probe>;
  account(): Promise<StripeAccountFacts>;
  /** Lower case. */
  settlementCurrencies(): Promise<readonly string[]>;
  /** True where the account has paid fees that are tied to no payment. */
  hasAccountFees(): Promise<boolean>;
  /** How many charges the account has, a minute behind. */
  chargeCount(): Promise<ChargeCount>;
  /** When the newest events were created, in milliseconds since the epoch, newest first. */
  newestEventsMs(): Promise<readonly number[]>;
  /** Endpoints for this app's webhook. */
  webhookEndpoints(): Promise<readonly RegisteredEndpoint[]>;
}

/** A webhook endpoint as Stripe has it registered; its URL has a secret, and stays where it was read. */
export interface RegisteredEndpoint {
  readonly id: string;
  readonly domain: string;
  /** True where its URL is one for HTTPS and has the secret of the present key. */
  readonly isCurrent: boolean;
  readonly isEnabled: boolean;
  /** Types of events, or `*`. */
  readonly events: readonly string[];
  /** In which it gets them, where that is not the one that the app asks in. */
  readonly otherApiVersion: string | null;
}

/** The app's webhook at Stripe, for a key that may write it. Every method throws only `SyncError`. */
export interface WebhookRegistry {
  list(): Promise<readonly RegisteredEndpoint[]>;
  create(): Promise<void>;
  /** Its URL, its events, and that it is enabled. */
  change(id: string): Promise<void>;
}

type Readable<T> = Omit<Extract<T, { readonly isReadable: true }>, 'isReadable'>;

interface ListOptions {
  readonly pipelines: Readable<HealthReport['pipelines']>;
  readonly lists: Readable<HealthReport['lists']>;
}

/** What HubSpot grants the app. Every method throws only `SyncError`. */
export interface CrmInspector {
  /** Null where HubSpot does not tell. */
  grantedScopes(): Promise<readonly string[] | null>;
  /** A call that changes nothing, for accounts in which HubSpot does not tell. */
  tryScope(scope: Scope): Promise<'granted' | 'missing' | 'unknown'>;
  account(): Promise<CrmAccountFacts>;
  /** Of deals, in HubSpot's order. */
  dealPipelines(): Promise<ListOptions['pipelines']>;
  /** Lists of deals, contacts and companies, as many as one page has. */
  recordLists(): Promise<ListOptions['lists']>;
  /** How many records of a type have the value; any value where none is given. */
  countRecords(objectType: ObjectType, property: string, value?: string): Promise<number>;
  /** How many records of a type have a value of a property, and the first of these values. */
  firstRecord(
    objectType: ObjectType,
    property: string,
    direction: 'ASCENDING' | 'DESCENDING',
  ): Promise<{ readonly total: number; readonly value: string | null }>;
}

/**
 * HubSpot's definitions of properties. Every method throws only `SyncError`: `hubspot-refused` for what
 * is wrong with this one request, `hubspot-permission` where a scope of the object type is missing.
 */
export interface PropertySchema {
  /** Of labels and descriptions. */
  readonly language: Language;
  /** True where users confirm actions in a property. */
  readonly hasActions: boolean;
  read(objectType: ObjectType): Promise<ExistingProperties>;
  /** Does nothing where the app's group exists. */
  createGroup(objectType: ObjectType): Promise<void>;
  /**
   * A batch of at most 100. HubSpot may have taken a part of it, which a reading tells better than its
   * answer.
   * @throws {SyncError} `hubspot-refused` where it took none for the sake of one.
   */
  createMany(objectType: ObjectType, inputs: readonly PropertyInput[]): Promise<void>;
  create(objectType: ObjectType, input: PropertyInput): Promise<void>;
  change(objectType: ObjectType, name: string, patch: PropertyPatch): Promise<void>;
  /** All or none. */
  archiveMany(objectType: ObjectType, names: readonly string[]): Promise<void>;
  archive(objectType: ObjectType, name: string): Promise<void>;
  /** Removes the app's group; HubSpot refuses where something is in it. */
  removeGroup(objectType: ObjectType): Promise<void>;
}

/** What the run log says of the last catch-up and of the runs since a moment. */
interface RunsRead {
  readonly isOn: boolean;
  readonly last: LoggedRun | null;
  /** `isAll`: false where there are more runs than are added up. */
  readonly month: { readonly reads: number; readonly runs: number; readonly isAll: boolean };
}

/** The custom object of the run log. Every method throws only `SyncError`. */
export interface RunLogAdmin {
  isOn(): Promise<boolean>;
  read(sinceMs: number): Promise<RunsRead>;
  turnOn(definition: object): Promise<void>;
  /** Deletes its records and then the object. Repeated, it goes on. */
  turnOff(onDeleted: (records: number) => void): Promise<void>;
}

/** How much of a limit of the account is used. */
export interface Usage {
  readonly limit: number;
  readonly usage: number;
}

/** The custom object of payment records, and what limits of the account it counts against; null where unknown. */
export type PaymentObject = {
  readonly limits: { readonly objects: Usage | null; readonly records: Usage | null };
} & (
  | {
      /** `archived`: its name is taken until it is deleted for good. `of-others`: not made by this app. */
      readonly status: 'absent' | 'archived' | 'of-others';
    }
  | {
      readonly status: 'present';
      readonly records: number | null;
      /** Records that were deleted in HubSpot lately, 1,000 at most; null where it does not tell. */
      readonly deleted: number | null;
      readonly missingProperties: readonly PaymentPropertyInput[];
      readonly missingAssociations: readonly ObjectType[];
    }
);

/** Every method throws only `SyncError`. */
export interface PaymentObjectAdmin {
  read(): Promise<PaymentObject>;
  /**
   * Payments whose records a person deleted in HubSpot lately, wherever they are kept, 1,000 at most; none where
   * the account keeps none.
   */
  deleted(): Promise<{ readonly count: number; readonly isAll: boolean }>;
  /** Makes the object, or what it lacks. Repeated, it goes on. */
  turnOn(): Promise<void>;
  /** Deletes its records and then the object. Repeated, it goes on. */
  turnOff(onDeleted: (records: number) => void): Promise<void>;
}

/** Whether payment records are kept in HubSpot's Payments; counts are null where HubSpot does not tell. */
export type KeptInPayments =
  /** The scopes are not granted, or the account has no such object. */
  | { readonly status: 'no-access' }
  | {
      readonly status: 'off';
      /** Payments of this app that are left from an earlier time, and not kept current. */
      readonly records: number | null;
      readonly missingProperties: readonly PaymentPropertyInput[];
    }
  | {
      readonly status: 'on';
      readonly records: number | null;
      /** Records that were deleted in HubSpot lately, 1,000 at most. */
      readonly deleted: number | null;
      readonly missingProperties: readonly PaymentPropertyInput[];
    };

/** Every method throws only `SyncError`. */
export interface HubSpotPaymentsAdmin {
  read(): Promise<KeptInPayments>;
  /** Makes the properties, or what is missing; then they are kept there. Repeated, it goes on. */
  turnOn(): Promise<void>;
  /** Keeps them there no longer. What is there stays. */
  leave(): Promise<void>;
  /** Deletes what this app made, and its properties. Repeated, it goes on. */
  turnOff(onDeleted: (records: number) => void): Promise<void>;
}

/** `property`: a unique property on payments. `upsert` and `read` are by its value. */
export type TrialStep = 'property' | 'create' | 'upsert' | 'read';

/** Whether HubSpot takes payments (object 0-101) of an app, as a payment showed that was removed again. */
export type PaymentTrial = {
  /** What could not be removed, or was there before. */
  readonly left: {
    readonly isPayment: boolean;
    /** Null where it is not known, or none is left. */
    readonly paymentId: string | null;
    readonly isProperty: boolean;
  };
} & (
  | { readonly status: 'accepted' }
  /** `detail`: HubSpot's own words. */
  | { readonly status: 'refused'; readonly step: TrialStep; readonly detail: string | null }
  /** Why HubSpot did not say so either way. */
  | { readonly status: 'unclear'; readonly failure: Failure }
);

/** What the setup reads and changes. It works without a Stripe key, so that it can report a missing one. */
export interface SetupPorts {
  readonly stripe: StripeInspector | SyncError;
  readonly crm: CrmInspector;
  readonly schema: PropertySchema;
  readonly runLog: RunLogAdmin;
  readonly paymentObject: PaymentObjectAdmin;
  readonly hubSpotPayments: HubSpotPaymentsAdmin;
  /** @param currency code of the account's own, upper case. */
  readonly tryPayment: (currency: string) => Promise<PaymentTrial>;
  readonly clock: Clock;
  /** True where the webhook is a part of this build. */
  readonly hasWebhook: boolean;
  readonly hasWorkflowAction: boolean;
  /** What the app may do at Stripe in this build. */
  readonly actions: readonly ActionKind[];
}
