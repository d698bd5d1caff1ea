import * as z from 'zod/mini';
import type { ActionKind } from '../acting/kinds.ts';
import type { SetupPropertyName } from '../properties/confirmation-property.ts';
import type { StripePermission } from './stripe-permissions.ts';
import type { ObjectType, PaymentRecordKind } from '../record/object-type.ts';
import type { Reply } from './call.ts';
import { failureSchema } from './failure.ts';
import type { Immutable } from './schema.ts';
import {
  flag,
  integer,
  integerOrNull,
  mode,
  objectType,
  openEnum,
  text,
  textOrNull,
} from './schema.ts';

const texts = z.array(text);

/** Something that was checked, or why it could not be. */
export const checkResult = <Shape extends Readonly<Record<string, z.ZodMiniType>>>(shape: Shape) =>
  z.union([
    z.object({ isReadable: z.literal(true), ...shape }),
    z.object({ isReadable: z.literal(false), error: failureSchema }),
  ]);

const permissionCheck = z.object({
  permission: openEnum<StripePermission>(),
  status: openEnum<'present' | 'missing' | 'unknown'>(),
  /** Stripe's own words, where it refused. */
  detail: z.exactOptional(text),
});

/** What Stripe asks of an account; Stripe's own names of the requirements. */
const accountRequirements = z.object({
  currentlyDue: texts,
  pastDue: texts,
  eventuallyDue: texts,
  pendingVerification: texts,
  /** Epoch seconds after which Stripe restricts the account. */
  deadlineSeconds: integerOrNull,
  /** Stripe's reason why charges or payouts are off; an open enumeration. */
  disabledReason: textOrNull,
  /** What Stripe says is wrong with something that was handed in. */
  errors: texts,
});

/** The Stripe account as far as the key may read it. */
const stripeAccount = {
  id: text,
  name: textOrNull,
  /** ISO 3166. */
  country: textOrNull,
  /** Lower case. */
  currency: textOrNull,
  chargesEnabled: flag,
  payoutsEnabled: flag,
  detailsSubmitted: flag,
  /** Null where the key may not read them. */
  requirements: z.nullable(accountRequirements),
};

/** The app's Stripe key: only its kind, nothing of its text. */
const stripeKeyCheck = z.union([
  z.object({
    status: z.literal('usable'),
    mode,
    kind: openEnum<'restricted' | 'full'>(),
    permissions: z.array(permissionCheck),
    account: checkResult(stripeAccount),
    /** Lower case, as Stripe writes them. */
    settlementCurrencies: checkResult({ codes: texts }),
    /** Fees that are tied to no payment, such as those of Billing, Radar or interchange plus pricing. */
    accountFees: checkResult({ areSeen: flag }),
  }),
  /** No key, or one that Stripe does not take. */
  z.object({ status: openEnum<'unusable'>('usable'), error: failureSchema }),
]);

const scopeCheck = z.object({ name: text, status: openEnum<'granted' | 'missing' | 'unknown'>() });

const crmAccount = {
  portalId: integer,
  /** HubSpot's own word, such as `STANDARD` or `DEVELOPER_TEST`. */
  accountType: text,
  timeZone: text,
  currency: text,
  additionalCurrencies: texts,
};

/** How many records hold figures of Stripe; counted by HubSpot's search, so seconds behind. */
const syncedRecords = z.object({
  objectType,
  synced: integer,
  /** Records with figures from the mode that the key is not for. */
  ofOtherMode: integer,
});

const crm = {
  scopes: z.array(scopeCheck),
  account: checkResult(crmAccount),
  records: checkResult({ counts: z.array(syncedRecords) }),
};

const propertyOption = z.object({ value: text, label: text });

const optionsDifference = z.object({
  field: z.literal('options'),
  /** Of the contract, and not in the account. What the account has beside them stays. */
  missing: z.array(propertyOption),
  relabelled: z.array(z.object({ value: text, from: text, to: text })),
});

const textDifference = z.object({
  field: z.enum(['label', 'description', 'type', 'currency']),
  /** As it is. A type is HubSpot's `type/fieldType`. */
  from: text,
  /** As the contract has it. */
  to: text,
});

/** A difference that a newer function added: it can be reset without a description. */
const newDifference = z.object({
  field: openEnum('options', 'label', 'description', 'type', 'currency'),
});

/** In what an account's property is not the contract's. */
const propertyDifference = z.union([
  optionsDifference,
  textDifference,
  z.custom<z.infer<typeof textDifference>>((value) => newDifference.safeParse(value).success),
]);

const name = openEnum<SetupPropertyName>();
const differences = z.array(propertyDifference);

/** The status of one contract property in an account. */
const propertyState = z.union([
  /** Ours, and changed or archived since. */
  z.object({ name, status: z.enum(['different', 'archived']), differences }),
  /**
   * In another group, so not made by this app: it is used as it is and never changed. `isUsable` is
   * false where a sync could not write it; then it may be archived as well.
   */
  z.object({ name, status: z.literal('foreign'), groupName: text, isUsable: flag, differences }),
  z.object({
    name,
    status: openEnum<'present' | 'missing'>('different', 'archived', 'foreign'),
  }),
]);

const objectProperties = z.object({ objectType, states: z.array(propertyState) });

/** How much of a limit of the account is used; null where HubSpot doesn't tell. */
const usage = z.nullable(z.object({ limit: integer, usage: integer }));

/** Payment records, which an account may keep. */
const paymentObject = {
  /** `archived`: its name is taken until it is deleted for good. `foreign`: not made by this app. */
  status: openEnum<'off' | 'archived' | 'foreign' | 'on' | 'incomplete'>(),
  /** Null where HubSpot doesn't tell, or there is no object. */
  records: integerOrNull,
  missingProperties: integer,
  missingAssociations: integer,
  /** Of custom objects; null where they are kept in HubSpot's Payments. */
  recordLimit: usage,
  /** Where they are kept. Absent, as is the next, from functions of an earlier version. */
  kind: z.exactOptional(openEnum<PaymentRecordKind>()),
  /** Records of the other kind, which are left from an earlier time; null where HubSpot doesn't tell. */
  unusedRecords: z.exactOptional(integerOrNull),
};

/** Everything that has to be right before the figures are. */
const setupReport = z.object({
  /** Milliseconds since the epoch. */
  asOfMs: integer,
  stripeKey: stripeKeyCheck,
  crm: checkResult(crm),
  properties: checkResult({ objects: z.array(objectProperties) }),
  /** Absent from functions of an earlier version. */
  paymentRecords: z.exactOptional(checkResult(paymentObject)),
  /** What the app may do at Stripe in this build; absent from functions of an earlier version. */
  actions: z.exactOptional(z.array(openEnum<ActionKind>())),
});

export const setupChecked = z.object({ report: setupReport });

/** What a person types before the app's properties are archived: the name of their group. */
export const REMOVAL_CONFIRMATION = 'stripe_payments';

/** A step's identity: the same step, planned again, has the same. */
export type SetupStepId = `${ObjectType}/${SetupPropertyName}/${'create' | 'restore' | 'change'}`;

const failedStep = z.object({ objectType, name: text, error: failureSchema });
const stepIds = z.array(openEnum<SetupStepId>());

/** Read from HubSpot after the steps. */
export const setupApplied = z.object({
  action: z.literal('apply'),
  /** Of the steps given, those that are as they should be, also where another run did them. */
  done: stepIds,
  failed: z.array(failedStep),
  /** Not reached in this run: they are given again. */
  left: stepIds,
});

export type CheckResult<T> =
  ({ readonly isReadable: true } & T) | Extract<SetupReport['crm'], { readonly isReadable: false }>;
export type PermissionCheck = Immutable<z.infer<typeof permissionCheck>>;
export type AccountRequirements = Immutable<z.infer<typeof accountRequirements>>;
export type StripeAccountFacts = Immutable<z.infer<z.ZodMiniObject<typeof stripeAccount>>>;
export type StripeKeyCheck = Immutable<z.infer<typeof stripeKeyCheck>>;
export type ScopeCheck = Immutable<z.infer<typeof scopeCheck>>;
export type CrmAccountFacts = Immutable<z.infer<z.ZodMiniObject<typeof crmAccount>>>;
export type SyncedRecords = Immutable<z.infer<typeof syncedRecords>>;
export type CrmCheck = Immutable<z.infer<z.ZodMiniObject<typeof crm>>>;
export type PropertyDifference = Immutable<z.infer<typeof propertyDifference>>;
export type PropertyState = Immutable<z.infer<typeof propertyState>>;
export type ObjectProperties = Immutable<z.infer<typeof objectProperties>>;
export type PaymentObjectCheck = Immutable<z.infer<z.ZodMiniObject<typeof paymentObject>>>;
export type SetupReport = Immutable<z.infer<typeof setupReport>>;
export type FailedStep = Immutable<z.infer<typeof failedStep>>;
export type CheckSetupReply = Reply<Immutable<z.infer<typeof setupChecked>>>;
export type SetupApplied = Immutable<z.infer<typeof setupApplied>>;
export type ApplySetupReply = Reply<SetupApplied>;
