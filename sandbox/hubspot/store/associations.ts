import { validationError } from '../model/api-error.ts';
import type { ObjectTypeName } from '../model/entities.ts';

interface AssociationType {
  readonly typeId: number;
  readonly label: string | null;
  /** The name in the v3 `associations` of a record. */
  readonly v3Name: string;
}

interface PairTypes {
  readonly unlabeled: AssociationType;
  readonly primary?: AssociationType;
}

const unlabeled = (typeId: number, v3Name: string): AssociationType => ({
  typeId,
  label: null,
  v3Name,
});
const primary = (typeId: number, v3Name: string): AssociationType => ({
  typeId,
  label: 'Primary',
  v3Name,
});

/** HubSpot-defined ids, from the association type id tables of the v4 associations guide. */
type TypesFrom = Readonly<Partial<Record<ObjectTypeName, PairTypes>>>;

const TYPES: Readonly<Record<ObjectTypeName, TypesFrom>> = {
  deals: {
    deals: { unlabeled: unlabeled(451, 'deal_to_deal') },
    contacts: { unlabeled: unlabeled(3, 'deal_to_contact') },
    companies: {
      unlabeled: unlabeled(341, 'deal_to_company_unlabeled'),
      primary: primary(5, 'deal_to_company'),
    },
    commerce_payments: { unlabeled: unlabeled(392, 'deal_to_commerce_payment') },
  },
  contacts: {
    deals: { unlabeled: unlabeled(4, 'contact_to_deal') },
    contacts: { unlabeled: unlabeled(449, 'contact_to_contact') },
    companies: {
      unlabeled: unlabeled(279, 'contact_to_company_unlabeled'),
      primary: primary(1, 'contact_to_company'),
    },
    commerce_payments: { unlabeled: unlabeled(388, 'contact_to_commerce_payment') },
  },
  companies: {
    deals: {
      unlabeled: unlabeled(342, 'company_to_deal_unlabeled'),
      primary: primary(6, 'company_to_deal'),
    },
    contacts: {
      unlabeled: unlabeled(280, 'company_to_contact_unlabeled'),
      primary: primary(2, 'company_to_contact'),
    },
    companies: { unlabeled: unlabeled(450, 'company_to_company') },
    commerce_payments: { unlabeled: unlabeled(390, 'company_to_commerce_payment') },
  },
  commerce_payments: {
    deals: { unlabeled: unlabeled(391, 'commerce_payment_to_deal') },
    contacts: { unlabeled: unlabeled(387, 'commerce_payment_to_contact') },
    companies: { unlabeled: unlabeled(389, 'commerce_payment_to_company') },
  },
};

export function associationTypes(from: ObjectTypeName, to: ObjectTypeName): PairTypes {
  const types = TYPES[from][to];
  if (types === undefined)
    throw validationError(`No association types exist from ${from} to ${to}`);
  return types;
}

/** Whether this id of the direction means the primary one; undefined for an id it does not have. */
export function isPrimaryTypeId(
  from: ObjectTypeName,
  to: ObjectTypeName,
  typeId: number,
): boolean | undefined {
  const types = TYPES[from][to];
  if (types === undefined) return undefined;
  if (types.unlabeled.typeId === typeId) return false;
  return types.primary?.typeId === typeId ? true : undefined;
}

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

export function createAssociationStore(): AssociationStore {
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
    const { unlabeled, primary } = associationTypes(from.objectType, to.objectType);
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
