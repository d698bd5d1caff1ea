import { z } from 'zod';

/**
 * Where HubSpot was seen to answer in two ways, or where its answer is not known: tests try
 * both. The usual values are what was seen on a developer test account, if anything was.
 */
export const behaviorSchema = z.strictObject({
  /** A refused input of `properties/{type}/batch/create`: reported beside the others, or fails all. */
  batchCreate: z.enum(['each-input', 'all-or-nothing']),
  /** A property created under an archived name: as it was posted, or as it was before. */
  restoredDefinition: z.enum(['posted', 'kept']),
  /** Properties of these names cannot be created: what makes a part of a batch fail. */
  refusedNames: z.array(z.string()),
  /** Custom properties of one object type, archived ones apart. */
  customPropertyLimit: z.int().nonnegative(),
  /** Definitions of custom objects, and records of all of them together. */
  customObjectLimit: z.int().nonnegative(),
  customRecordLimit: z.int().nonnegative(),
  /** Whether an app may make payments (0-101) of its own: HubSpot's guides contradict each other. */
  paymentCreation: z.enum(['refused', 'accepted']),
  /** Whether payments (0-101) may have a unique property of an app. */
  uniqueOnPayments: z.enum(['refused', 'accepted']),
  /** An option that records hold can be taken away (they keep the value), or not. */
  usedOptions: z.enum(['removable', 'refused']),
  /** Whether reads of definitions show `currencyPropertyName` and `showCurrencySymbol`. */
  currencyFieldsInReads: z.boolean(),
  /** `POST /oauth/v2/private-apps/get/access-token-info`, documented for private apps only. */
  accessTokenInfo: z.enum(['available', 'forbidden', 'not-found']),
  /**
   * How the history names an edit that a user made in a card's property list, which is not documented: as an
   * edit on the record page, as the app's with the user's id, or as a user's without an id.
   */
  cardEdits: z.enum(['as-user', 'as-app', 'unnamed']),
  /** Whether a 403 names the scopes that would do. */
  namesMissingScopes: z.boolean(),
});
export type Behavior = Readonly<z.output<typeof behaviorSchema>>;

const USUAL: Behavior = {
  batchCreate: 'each-input',
  restoredDefinition: 'posted',
  refusedNames: [],
  customPropertyLimit: 1_000,
  customObjectLimit: 10,
  customRecordLimit: 500_000,
  paymentCreation: 'refused',
  uniqueOnPayments: 'accepted',
  usedOptions: 'removable',
  currencyFieldsInReads: true,
  accessTokenInfo: 'available',
  cardEdits: 'as-user',
  namesMissingScopes: true,
};

type Changes = { readonly [Name in keyof Behavior]?: Behavior[Name] | undefined };

export interface BehaviorSwitches {
  readonly current: Behavior;
  change(changes: Changes): void;
  reset(): void;
}

export function createBehaviorSwitches(): BehaviorSwitches {
  let current = USUAL;
  return {
    get current() {
      return current;
    },
    change(changes) {
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      current = behaviorSchema.parse({ ...current, ...Object.fromEntries(given) });
    },
    reset() {
      current = USUAL;
    },
  };
}
