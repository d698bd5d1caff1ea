import type { ObjectTypeName } from '../model/entities.ts';
import type { AssociationType, AssociationTypes } from './association-types.ts';

export interface RecordKey {
  readonly objectType: ObjectTypeName;
  readonly id: string;
}

export interface AssociatedRecord {
  readonly id: string;
  readonly types: readonly AssociationType[];
}

export interface AssociationStore {
  /** Both directions at once. The first company of a record becomes its primary one. */
  associate(from: RecordKey, to: RecordKey, makePrimary?: boolean): void;
  dissociate(from: RecordKey, to: RecordKey): void;
  /** In ascending order of the ids. */
  of(from: RecordKey, toType: ObjectTypeName): readonly AssociatedRecord[];
}

const keyOf = ({ objectType, id }: RecordKey): string => `${objectType}/${id}`;
const linkKeyOf = (from: RecordKey, toType: ObjectTypeName): string => `${keyOf(from)}>${toType}`;
const byId = (left: string, right: string): number =>
  left.length - right.length || (left < right ? -1 : 1);

export function createAssociationStore(associationTypes: AssociationTypes): AssociationStore {
  /** Record and other type -> ids of the other type. */
  const links = new Map<string, Set<string>>();
  /** Record -> its primary company. */
  const primaryCompany = new Map<string, string>();

  const linksOf = (from: RecordKey, toType: ObjectTypeName): Set<string> => {
    const key = linkKeyOf(from, toType);
    const found = links.get(key) ?? new Set<string>();
    links.set(key, found);
    return found;
  };
  const isPrimary = (from: RecordKey, to: RecordKey): boolean =>
    primaryCompany.get(keyOf(from)) === to.id && to.objectType === 'companies';
  const typesOf = (from: RecordKey, to: RecordKey): readonly AssociationType[] => {
    const { unlabeled, primary } = associationTypes.of(from.objectType, to.objectType);
    const hasPrimary = isPrimary(from, to) || isPrimary(to, from);
    return primary !== undefined && hasPrimary ? [primary, unlabeled] : [unlabeled];
  };
  const setPrimary = (from: RecordKey, to: RecordKey, makePrimary: boolean): void => {
    if (to.objectType !== 'companies' || from.objectType === 'companies') return;
    if (makePrimary || !primaryCompany.has(keyOf(from))) primaryCompany.set(keyOf(from), to.id);
  };
  return {
    associate(from, to, makePrimary = false) {
      linksOf(from, to.objectType).add(to.id);
      linksOf(to, from.objectType).add(from.id);
      setPrimary(from, to, makePrimary);
      setPrimary(to, from, makePrimary);
    },
    dissociate(from, to) {
      linksOf(from, to.objectType).delete(to.id);
      linksOf(to, from.objectType).delete(from.id);
      if (isPrimary(from, to)) primaryCompany.delete(keyOf(from));
      if (isPrimary(to, from)) primaryCompany.delete(keyOf(to));
    },
    of: (from, toType) =>
      [...(links.get(linkKeyOf(from, toType)) ?? [])]
        .sort(byId)
        .map((id) => ({ id, types: typesOf(from, { objectType: toType, id }) })),
  };
}

/**
 * The same where a record may be named by an ID of before a merge: what is associated by that is associated
 * with the record that it has become.
 */
export function byAnyId(
  associations: AssociationStore,
  idOf: (key: RecordKey) => string,
): AssociationStore {
  const present = (key: RecordKey): RecordKey => ({ ...key, id: idOf(key) });
  return {
    ...associations,
    associate: (from, to, makePrimary) => {
      associations.associate(present(from), present(to), makePrimary);
    },
    dissociate: (from, to) => {
      associations.dissociate(present(from), present(to));
    },
  };
}
