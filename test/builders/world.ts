import type {
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
  readonly holder: RecordClaims;
  readonly dealIds: ReadonlySet<string>;
  readonly companyIds: ReadonlySet<string>;
}

/** Every record of a small account, and everything at Stripe. */
export interface World {
  readonly records: readonly WorldRecord[];
  readonly objects: StripeObjects;
}

export function recordsOf({ records }: World, objectType: ObjectType): readonly WorldRecord[] {
  return records.filter(({ holder }) => holder.objectType === objectType);
}

const asPayer = ({ holder, dealIds }: WorldRecord): Payer => ({ ...holder, dealIds });

const holdersOf = (records: readonly WorldRecord[]): readonly RecordClaims[] =>
  records.map(({ holder }) => holder);

/** All that can be known of one record: what a reader finds who leaves nothing out. */
export function knowledgeOf(world: World, { holder }: WorldRecord): RecordKnowledge {
  const { objectType, recordId } = holder;
  const others = recordsOf(world, objectType).filter((each) => each.holder.recordId !== recordId);
  const competingRecords = holdersOf(others);
  const contacts = recordsOf(world, 'contact');
  switch (objectType) {
    case 'contact':
      return { record: holder, competingRecords, payers: [] };
    case 'deal':
      return {
        record: holder,
        competingRecords,
        payers: [...contacts, ...recordsOf(world, 'company')].map(asPayer),
      };
    case 'company': {
      const own = contacts.filter(({ companyIds }) => companyIds.has(recordId));
      const foreign = contacts.filter(({ companyIds }) => !companyIds.has(recordId));
      return {
        record: holder,
        competingRecords: [...competingRecords, ...holdersOf(foreign)],
        payers: own.map(asPayer),
      };
    }
  }
}

/** Where everything stands with regard to a record, by kind and id. */
export function placementsOn(world: World, record: WorldRecord): Readonly<Record<string, Match>> {
  const { charges, invoices, subscriptions, checkouts } = matchObjects(
    world.objects,
    knowledgeOf(world, record),
  );
  const all = [...charges, ...invoices, ...subscriptions, ...checkouts];
  return Object.fromEntries(all.map(({ item, match }) => [item.id, match]));
}

/** The world with one of its records replaced. */
function withRecord(world: World, changed: WorldRecord): World {
  const { objectType, recordId } = changed.holder;
  const isIt = ({ holder }: WorldRecord): boolean =>
    holder.objectType === objectType && holder.recordId === recordId;
  return { ...world, records: world.records.map((each) => (isIt(each) ? changed : each)) };
}

/** The world with other facts on one of its records. */
export function withFacts(world: World, record: WorldRecord, facts: Partial<RecordClaims>): World {
  return withRecord(world, { ...record, holder: { ...record.holder, ...facts } });
}
