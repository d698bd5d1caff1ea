import type {
  CrmCheck,
  CheckResult,
  ObjectProperties,
  SetupReport,
  StripeAccountFacts,
  StripeKeyCheck,
} from '@stripe-payments/core';
import {
  OBJECT_TYPES,
  propertyStates,
  REQUIRED_SCOPES,
  STRIPE_PERMISSIONS,
} from '@stripe-payments/core';
import { setUp } from './existing-property.ts';

type Usable = Extract<StripeKeyCheck, { status: 'usable' }>;

export const unreadable = {
  isReadable: false,
  error: { code: 'hubspot-unreachable' },
} as const;

export const accountFacts = (changes: Partial<StripeAccountFacts> = {}): StripeAccountFacts => ({
  id: 'acct_1',
  name: 'Northwind',
  country: 'US',
  currency: 'usd',
  chargesEnabled: true,
  payoutsEnabled: true,
  detailsSubmitted: true,
  requirements: {
    currentlyDue: [],
    pastDue: [],
    eventuallyDue: [],
    pendingVerification: [],
    deadlineSeconds: null,
    disabledReason: null,
    errors: [],
  },
  ...changes,
});

export const usableKey = (changes: Partial<Usable> = {}): Usable => ({
  status: 'usable',
  mode: 'test',
  kind: 'restricted',
  permissions: STRIPE_PERMISSIONS.map((permission) => ({ permission, status: 'present' })),
  account: { isReadable: true, ...accountFacts() },
  settlementCurrencies: { isReadable: true, codes: ['usd'] },
  accountFees: { isReadable: true, areSeen: false },
  ...changes,
});

export const crmCheck = (changes: Partial<CrmCheck> = {}): CheckResult<CrmCheck> => ({
  isReadable: true,
  scopes: REQUIRED_SCOPES.map(({ name }) => ({ name, status: 'granted' })),
  account: {
    isReadable: true,
    portalId: 1,
    accountType: 'STANDARD',
    timeZone: 'Europe/Rome',
    currency: 'EUR',
    additionalCurrencies: [],
  },
  records: { isReadable: true, counts: [] },
  ...changes,
});

const objects: readonly ObjectProperties[] = OBJECT_TYPES.map((objectType) => ({
  objectType,
  states: propertyStates(setUp, 'en', objectType),
}));

/** Everything as it should be. */
export const setupReport = (changes: Partial<SetupReport> = {}): SetupReport => ({
  asOfMs: Date.parse('2026-11-22T12:00:00Z'),
  stripeKey: usableKey(),
  crm: crmCheck(),
  properties: { isReadable: true, objects },
  ...changes,
});
