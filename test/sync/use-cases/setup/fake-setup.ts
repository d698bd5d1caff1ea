import type { ErrorCode, Scope, StripePermission } from '@stripe-payments/core';
import { REQUIRED_SCOPES, STRIPE_PERMISSIONS } from '@stripe-payments/core';
import type {
  CrmInspector,
  Probe,
  StripeInspector,
} from '../../../../src/app/packages/sync/src/use-cases/setup/setup-ports.ts';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import type { SetupPorts } from '../../../../src/app/packages/sync/src/use-cases/setup/setup-ports.ts';
import { setUp } from '../../../builders/existing-property.ts';
import { accountFacts } from '../../../builders/setup-report.ts';
import type { SchemaBehavior } from './fake-schema.ts';
import { everywhere, fakeSchema } from './fake-schema.ts';

export const NOW_MS = Date.parse('2026-11-22T12:00:00Z');

export const failing =
  (code: ErrorCode, facts: { detail?: string } = {}) =>
  (): Promise<never> =>
    Promise.reject(new SyncError(code, facts));

export type FakeStripe = StripeInspector & { readonly probed: readonly StripePermission[] };

/** A Stripe that answers well, but for what is given. */
export function fakeStripe(fakes: Partial<StripeInspector> = {}): FakeStripe {
  const probed: StripePermission[] = [];
  const { probe = (): Promise<Probe> => Promise.resolve({ status: 'present' }), ...rest } = fakes;
  return {
    mode: 'test',
    kind: 'restricted',
    account: () => Promise.resolve(accountFacts()),
    settlementCurrencies: () => Promise.resolve(['usd', 'eur']),
    hasAccountFees: () => Promise.resolve(false),
    chargeCount: () => Promise.resolve({ count: 0, ofHubSpot: 0, isAll: true }),
    newestEventsMs: () => Promise.resolve([]),
    webhookEndpoints: () => Promise.resolve([]),
    ...rest,
    probed,
    probe: (permission) => {
      probed.push(permission);
      return probe(permission);
    },
  };
}

export type FakeCrm = CrmInspector & {
  readonly tried: readonly Scope[];
  readonly counted: readonly string[];
};

export const ACCOUNT = {
  portalId: 4242,
  accountType: 'STANDARD',
  timeZone: 'Europe/Rome',
  currency: 'USD',
  additionalCurrencies: ['EUR'],
};

/** A HubSpot that grants everything and holds no figures, but for what is given. */
function fakeCrm(fakes: Partial<CrmInspector> = {}): FakeCrm {
  const tried: Scope[] = [];
  const counted: string[] = [];
  const {
    tryScope = () => Promise.resolve('granted' as const),
    countRecords = () => Promise.resolve(0),
    ...rest
  } = fakes;
  return {
    grantedScopes: () => Promise.resolve(REQUIRED_SCOPES.map(({ name }) => name)),
    account: () => Promise.resolve(ACCOUNT),
    dealPipelines: () => Promise.resolve({ pipelines: [] }),
    recordLists: () => Promise.resolve({ lists: [], isAll: true }),
    firstRecord: () => Promise.resolve({ total: 0, value: null }),
    ...rest,
    tried,
    counted,
    tryScope: (scope) => {
      tried.push(scope);
      return tryScope(scope);
    },
    countRecords: (objectType, property, value) => {
      counted.push([objectType, property, value].filter((part) => part !== undefined).join(' '));
      return countRecords(objectType, property, value);
    },
  };
}

export interface SetupFakes {
  readonly stripe?: Partial<StripeInspector> | SyncError;
  readonly crm?: Partial<CrmInspector>;
  readonly schema?: SchemaBehavior;
}

/** An account in which everything is right, but for what is given. */
export function fakeSetup({ stripe, crm, schema }: SetupFakes = {}): SetupPorts & {
  readonly crm: FakeCrm;
} {
  return {
    clock: { nowMs: () => NOW_MS },
    hasWebhook: false,
    hasWorkflowAction: false,
    actions: [],
    stripe: stripe instanceof SyncError ? stripe : fakeStripe(stripe),
    crm: fakeCrm(crm),
    paymentObject: {
      read: () => Promise.resolve({ status: 'absent', limits: { objects: null, records: null } }),
      deleted: () => Promise.resolve({ count: 0, isAll: true }),
      turnOn: () => Promise.resolve(),
      turnOff: () => Promise.resolve(),
    },
    hubSpotPayments: {
      read: () => Promise.resolve({ status: 'no-access' }),
      turnOn: () => Promise.resolve(),
      leave: () => Promise.resolve(),
      turnOff: () => Promise.resolve(),
    },
    tryPayment: () => Promise.reject(new SyncError('hubspot-permission')),
    runLog: {
      isOn: () => Promise.resolve(false),
      read: () =>
        Promise.resolve({
          isOn: false,
          last: null,
          month: { reads: 0, runs: 0, isAll: true },
        }),
      turnOn: () => Promise.resolve(),
      turnOff: () => Promise.resolve(),
    },
    schema: fakeSchema(everywhere(setUp), schema),
  };
}

export const allPresent = STRIPE_PERMISSIONS.map((permission) => ({
  permission,
  status: 'present' as const,
}));
