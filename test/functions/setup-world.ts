import type {
  ApplySetupParameters,
  ApplySetupReply,
  CheckHealthReply,
  CheckSetupReply,
  CrmCheck,
  ObjectType,
  PreviewSyncReply,
  SetupReport,
  SetupStepId,
  StripeKeyCheck,
} from '@stripe-payments/core';
import { MODIFIED_AT, setupStepId, setupSteps } from '@stripe-payments/core';
import type { ObjectTypeName } from '../../sandbox/hubspot/model/entities.ts';
import type { FunctionsWorld } from './harness.ts';
import { asReply, sentFor, startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import type { Environment, FunctionUid } from './run-main.ts';
import { loadMain, runMain } from './run-main.ts';

/** Object types as the HubSpot stand-in names them. */
export const STORES: Readonly<Record<ObjectType, ObjectTypeName>> = {
  deal: 'deals',
  contact: 'contacts',
  company: 'companies',
};

export interface SetupWorld extends FunctionsWorld {
  /** `given` on top of the world's own environment; '' takes a variable away. */
  check(given?: Environment): Promise<CheckSetupReply>;
  checkHealth(given?: Environment): Promise<CheckHealthReply>;
  apply(parameters: ApplySetupParameters, given?: Environment): Promise<ApplySetupReply>;
  /** Of a record picked on the page; `parameters` on top of what the page sends. */
  preview(recordId: string, parameters?: object, given?: Environment): Promise<PreviewSyncReply>;
  /** The app's calls with any context. */
  call(uid: FunctionUid, context: unknown, given?: Environment): Promise<unknown>;
  /** A switch of the HubSpot stand-in that answers with something. */
  settings(method: string, path: string, body?: object): Promise<void>;
}

export async function startSetupWorld(
  options: { readonly isSetUp?: boolean } = {},
): Promise<SetupWorld> {
  const world = await startFunctionsWorld(options);
  const call: SetupWorld['call'] = (uid, context, given = {}) =>
    runMain(loadMain(uid), { ...world.environment, ...given }, context);
  return {
    ...world,
    call,
    check: async (given) =>
      asReply(await call('check-setup', { propertiesToSend: {}, parameters: {} }, given)),
    checkHealth: async (given) =>
      asReply(await call('check-health', { propertiesToSend: {}, parameters: {} }, given)),
    apply: async (parameters, given) =>
      asReply(await call('apply-setup', { propertiesToSend: {}, parameters }, given)),
    preview: async (recordId, parameters = {}, given = {}) => {
      const { objectType = 'deal' } = parameters as { objectType?: ObjectType };
      const { createdate } = sentFor(world.world, recordId, objectType) as { createdate: unknown };
      const modifiedAt = world.world.hubspot.store.valueOf(
        STORES[objectType],
        recordId,
        MODIFIED_AT[objectType],
      );
      const picked = { objectType, recordId, createdAt: createdate, modifiedAt, ...parameters };
      return asReply(
        await call('preview-sync', { propertiesToSend: {}, parameters: picked }, given),
      );
    },
    settings: async (method, path, body) => {
      const response = await fetch(`${world.hubspot.url}/_sandbox${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    },
  };
}

export const reportOf = async (world: SetupWorld, given?: Environment): Promise<SetupReport> =>
  succeeded(await world.check(given)).report;

/** The key, where it can be used. */
export function usable(key: StripeKeyCheck): Extract<StripeKeyCheck, { status: 'usable' }> {
  if (key.status === 'usable') return key;
  throw new Error(`The key cannot be used: ${key.error.code}`);
}

export function readable(crm: SetupReport['crm']): CrmCheck {
  if (crm.isReadable) return crm;
  throw new Error(`HubSpot cannot be read: ${crm.error.code}`);
}

/** What the page would offer to do. */
export function planIn({ properties }: SetupReport): readonly SetupStepId[] {
  if (!properties.isReadable) throw new Error(`They cannot be read: ${properties.error.code}`);
  return properties.objects.flatMap(({ objectType, states }) =>
    setupSteps(objectType, states).map(setupStepId),
  );
}

/** Does everything that the page would offer to do. */
export async function applyPlan(world: SetupWorld, given?: Environment) {
  const steps = planIn(await reportOf(world, given));
  return succeeded(await world.apply({ action: 'apply', steps }, given));
}

/** What was asked of HubSpot's definitions that is no reading. */
export const propertyWrites = async ({ hubspot }: SetupWorld) =>
  (await hubspot.requests()).filter(
    ({ method, path }) => method !== 'GET' && path.startsWith('/crm/properties/2026-03/'),
  );
