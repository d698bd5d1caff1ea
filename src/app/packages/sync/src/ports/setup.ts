import type {
  CrmAccountFacts,
  ExistingProperties,
  ObjectType,
  PropertyInput,
  PropertyPatch,
  Scope,
  StripeAccountFacts,
  StripePermission,
} from '@stripe-payments/core';
import type { SyncError } from '../sync-error.ts';

/** What a harmless call says about one permission. */
export type Probe =
  | { readonly status: 'present' }
  /** `detail`: Stripe's own words. */
  | { readonly status: 'missing' | 'unknown'; readonly detail: string | undefined };

/** The Stripe account behind the key, read only. Every method throws only `SyncError`. */
export interface StripeInspector {
  readonly mode: 'live' | 'test';
  readonly kind: 'restricted' | 'full';
  /** @throws {SyncError} `stripe-key-invalid` where Stripe does not take the key at all. */
  probe(permission: StripePermission): Promise<Probe>;
  account(): Promise<StripeAccountFacts>;
  /** Lower case. */
  settlementCurrencies(): Promise<readonly string[]>;
}

/** What HubSpot grants the app. Every method throws only `SyncError`. */
export interface CrmInspector {
  /** Null where HubSpot does not tell. */
  grantedScopes(): Promise<readonly string[] | null>;
  /** A call that changes nothing, for accounts in which HubSpot does not tell. */
  tryScope(scope: Scope): Promise<'granted' | 'missing' | 'unknown'>;
  account(): Promise<CrmAccountFacts>;
  /** How many records of a type have the value; any value where none is given. */
  countRecords(objectType: ObjectType, property: string, value?: string): Promise<number>;
}

/** An input of a batch that HubSpot did not take. */
export interface RefusedProperty {
  /** Null where HubSpot does not say which. */
  readonly name: string | null;
  readonly error: SyncError;
}

/** HubSpot's definitions of properties. Every method throws only `SyncError`. */
export interface PropertySchema {
  read(objectType: ObjectType): Promise<ExistingProperties>;
  /** Does nothing where the app's group exists. */
  createGroup(objectType: ObjectType): Promise<void>;
  /** Those that HubSpot did not take, of a batch of at most 100. */
  createMany(
    objectType: ObjectType,
    inputs: readonly PropertyInput[],
  ): Promise<readonly RefusedProperty[]>;
  create(objectType: ObjectType, input: PropertyInput): Promise<void>;
  change(objectType: ObjectType, name: string, patch: PropertyPatch): Promise<void>;
  archiveMany(objectType: ObjectType, names: readonly string[]): Promise<void>;
  archive(objectType: ObjectType, name: string): Promise<void>;
  /** Removes the app's group. */
  removeGroup(objectType: ObjectType): Promise<void>;
}
