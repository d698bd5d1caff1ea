import type { ObjectTypeName } from '../entities.ts';

export interface AssociationType {
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
const TYPES: Readonly<Record<ObjectTypeName, Readonly<Record<ObjectTypeName, PairTypes>>>> = {
  deals: {
    deals: { unlabeled: unlabeled(451, 'deal_to_deal') },
    contacts: { unlabeled: unlabeled(3, 'deal_to_contact') },
    companies: {
      unlabeled: unlabeled(341, 'deal_to_company_unlabeled'),
      primary: primary(5, 'deal_to_company'),
    },
  },
  contacts: {
    deals: { unlabeled: unlabeled(4, 'contact_to_deal') },
    contacts: { unlabeled: unlabeled(449, 'contact_to_contact') },
    companies: {
      unlabeled: unlabeled(279, 'contact_to_company_unlabeled'),
      primary: primary(1, 'contact_to_company'),
    },
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
  },
};

export const associationTypes = (from: ObjectTypeName, to: ObjectTypeName): PairTypes =>
  TYPES[from][to];

/** Whether this id of the direction means the primary one; undefined for an id it does not have. */
export function isPrimaryTypeId(
  from: ObjectTypeName,
  to: ObjectTypeName,
  typeId: number,
): boolean | undefined {
  const types = TYPES[from][to];
  if (types.unlabeled.typeId === typeId) return false;
  return types.primary?.typeId === typeId ? true : undefined;
}
