import type {
  CrmCheck,
  CheckResult,
  ObjectProperties,
  SetupReport,
  StripeKeyCheck,
} from '../contract/setup.ts';
import { CONFIRMATION_PROPERTY } from '../properties/confirmation-property.ts';
import { readinessOf } from './readiness.ts';
import { isImplied, REQUIRED_SCOPES } from './scopes.ts';
import { isRequiredPermission } from '../contract/stripe-permissions.ts';

/** `blocked`: a sync cannot work. `attention`: it works, and an admin should review it. */
export type Verdict = 'done' | 'attention' | 'blocked';

/** A part of the setup that a person goes through. */
export type SetupPart = 'stripeKey' | 'stripeAccount' | 'crm' | 'properties';

function stripeKeyVerdict(check: StripeKeyCheck): Verdict {
  if (check.status !== 'usable') return 'blocked';
  const wanting = check.permissions.filter(({ status }) => status !== 'present');
  const isStopped = wanting.some(
    ({ permission, status }) => status === 'missing' && isRequiredPermission(permission),
  );
  if (isStopped) return 'blocked';
  return wanting.length > 0 || check.kind === 'full' ? 'attention' : 'done';
}

function stripeAccountVerdict(check: StripeKeyCheck): Verdict {
  if (check.status !== 'usable') return 'blocked';
  const { account } = check;
  return account.isReadable && readinessOf(account).status === 'ready' ? 'done' : 'attention';
}

const IMPLIED: ReadonlySet<string> = new Set(
  REQUIRED_SCOPES.filter(isImplied).map(({ name }) => name),
);

function crmVerdict(crm: CheckResult<CrmCheck>): Verdict {
  if (!crm.isReadable || crm.scopes.some(({ status }) => status === 'missing')) return 'blocked';
  const isMixed = crm.records.isReadable
    ? crm.records.counts.some(({ ofOtherMode }) => ofOtherMode > 0)
    : false;
  const areScopesKnown = crm.scopes.every(
    ({ name, status }) => status !== 'unknown' || IMPLIED.has(name),
  );
  const isKnown = crm.account.isReadable && areScopesKnown;
  return isKnown && !isMixed ? 'done' : 'attention';
}

function propertiesVerdict(
  properties: CheckResult<{ readonly objects: readonly ObjectProperties[] }>,
): Verdict {
  if (!properties.isReadable) return 'blocked';
  const states = properties.objects.flatMap((object) => object.states);
  // A sync goes without the property in which users confirm actions.
  const isUnusable = states.some(
    (state) =>
      state.name !== CONFIRMATION_PROPERTY &&
      (state.status === 'missing' ||
        state.status === 'archived' ||
        (state.status === 'foreign' && !state.isUsable) ||
        (state.status === 'different' &&
          state.differences.some(
            (each) =>
              each.field === 'type' || (each.field === 'options' && each.missing.length > 0),
          ))),
  );
  if (isUnusable) return 'blocked';
  const isAsMade = states.every(({ status }) => status === 'present' || status === 'foreign');
  return isAsMade ? 'done' : 'attention';
}

/** The verdict of each part; payments can sync once none is blocked. */
export const verdictsOf = ({
  stripeKey,
  crm,
  properties,
}: SetupReport): Readonly<Record<SetupPart, Verdict>> => ({
  stripeKey: stripeKeyVerdict(stripeKey),
  stripeAccount: stripeAccountVerdict(stripeKey),
  crm: crmVerdict(crm),
  properties: propertiesVerdict(properties),
});

/** How many steps are left before payments can sync. The account waits for the key, so it is no step of its own. */
export const stepsLeft = ({
  stripeKey,
  crm,
  properties,
}: Readonly<Record<SetupPart, Verdict>>): number =>
  [stripeKey, crm, properties].filter((verdict) => verdict === 'blocked').length;
