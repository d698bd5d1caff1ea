import type {
  RecordClaim,
  RecordClaims,
  ObjectType,
  Payer,
  Match,
  RecordKnowledge,
  StripeObjects,
} from '@stripe-payments/core';
import { matchObjects } from '@stripe-payments/core';

/** A record of a small account, and the records it is associated with. */
export interface WorldRecord {
  readonly claims: RecordClaims;
  readonly dealIds: ReadonlySet<string>;
  /** The primary one first. */
  readonly companyIds: ReadonlySet<string>;
}

export const primaryOf = ({ companyIds }: WorldRecord): string | null => [...companyIds][0] ?? null;

/** Every record of a small account, and everything at Stripe. */
export interface World {
  readonly records: readonly WorldRecord[];
  readonly objects: StripeObjects;
}

export function recordsOf({ records }: World, objectType: ObjectType): readonly WorldRecord[] {
  return records.filter(({ claims }) => claims.objectType === objectType);
}

const asPayer = (record: WorldRecord): Payer => ({
  ...record.claims,
  dealIds: record.dealIds,
  companyId: primaryOf(record),
});

const claimsOf = (records: readonly WorldRecord[]): readonly RecordClaims[] =>
  records.map(({ claims }) => claims);

/** All that can be known of one record: what a reader finds who leaves nothing out. */
export function knowledgeOf(world: World, { claims }: WorldRecord): RecordKnowledge {
  const { objectType, recordId } = claims;
  const others = recordsOf(world, objectType).filter((each) => each.claims.recordId !== recordId);
  const competingRecords = claimsOf(others);
  const payers = [...recordsOf(world, 'contact'), ...recordsOf(world, 'company')].map(asPayer);
  switch (objectType) {
    case 'contact':
      return { record: claims, competingRecords, payers: [] };
    case 'deal':
      return { record: claims, competingRecords, payers };
    case 'company': {
      const deals = recordsOf(world, 'deal').map((deal) => ({
        ...deal.claims,
        companyId: primaryOf(deal),
      }));
      return { record: claims, competingRecords: [], payers, deals };
    }
  }
}

/** Where everything stands with regard to a record, by kind and id. */
export function matchesOn(world: World, record: WorldRecord): Readonly<Record<string, Match>> {
  const { charges, invoices, subscriptions, checkouts } = matchObjects(
    world.objects,
    knowledgeOf(world, record),
  );
  const all = [...charges, ...invoices, ...subscriptions, ...checkouts];
  return Object.fromEntries(all.map(({ item, match }) => [item.id, match]));
}

/** The world with one of its records replaced. */
function withRecord(world: World, changed: WorldRecord): World {
  const { objectType, recordId } = changed.claims;
  const isIt = ({ claims }: WorldRecord): boolean =>
    claims.objectType === objectType && claims.recordId === recordId;
  return { ...world, records: world.records.map((each) => (isIt(each) ? changed : each)) };
}

/** The world with other facts on one of its records. */
export function withFacts(world: World, record: WorldRecord, facts: Partial<RecordClaims>): World {
  return withRecord(world, { ...record, claims: { ...record.claims, ...facts } });
}

/** The world in which nothing at Stripe names some records. */
export function withoutNames(world: World, isNamed: (claim: RecordClaim) => boolean): World {
  const left = (claims: readonly RecordClaim[]): readonly RecordClaim[] =>
    claims.filter((claim) => !isNamed(claim));
  const unnamed = <T extends { readonly recordClaims: readonly RecordClaim[] }>(
    items: readonly T[],
  ): readonly T[] => items.map((item) => ({ ...item, recordClaims: left(item.recordClaims) }));
  const { customers, charges, invoices, subscriptions, checkouts } = world.objects;
  return {
    ...world,
    objects: {
      customers: unnamed(customers),
      charges: unnamed(charges),
      invoices: unnamed(invoices).map((invoice) => ({
        ...invoice,
        subscriptionClaims: left(invoice.subscriptionClaims),
      })),
      subscriptions: unnamed(subscriptions),
      checkouts: unnamed(checkouts),
    },
  };
}
