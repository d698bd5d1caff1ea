import type { ObjectType } from '../record/object-type.ts';
import { OBJECT_TYPES } from '../record/object-type.ts';

const PLURALS: Readonly<Record<ObjectType, string>> = {
  deal: 'deals',
  contact: 'contacts',
  company: 'companies',
};

const AREAS = ['objects', 'schemas'] as const;
const ACCESSES = ['read', 'write'] as const;

/** What a scope opens. */
export interface Scope {
  readonly name: string;
  /** `account`: the account's own details. */
  readonly area: (typeof AREAS)[number] | 'account';
  readonly access: (typeof ACCESSES)[number];
  readonly objectType: ObjectType | null;
}

const ofArea = (area: (typeof AREAS)[number]): readonly Scope[] =>
  OBJECT_TYPES.flatMap((objectType) =>
    ACCESSES.map((access) => ({
      name: `crm.${area}.${PLURALS[objectType]}.${access}`,
      area,
      access,
      objectType,
    })),
  );

/** Optional scopes that the run log needs. */
export const RUN_LOG_SCOPES: readonly string[] = AREAS.flatMap((area) =>
  ACCESSES.map((access) => `crm.${area}.custom.${access}`),
);

/** Optional scopes that payment records in HubSpot's own Payments need, and their trial. */
export const HUBSPOT_PAYMENT_SCOPES: readonly string[] = AREAS.flatMap((area) =>
  ACCESSES.map((access) => `crm.${area}.commercepayments.${access}`),
);

/** The scopes that app-hsmeta.json requires, in its order. */
export const REQUIRED_SCOPES: readonly Scope[] = [
  { name: 'oauth', area: 'account', access: 'read', objectType: null },
  ...AREAS.flatMap(ofArea),
];

/**
 * Who may read records may read their definitions, so no call tells whether these are granted, and
 * nothing depends on them.
 */
export const isImplied = ({ area, access }: Scope): boolean =>
  area === 'schemas' && access === 'read';
