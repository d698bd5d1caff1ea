import { validationError } from '../model/api-error.ts';
import type { ObjectTypeName, StandardTypeName } from '../model/entities.ts';
import { isCustomType } from '../model/object-types.ts';

export type AssociationCategory = 'HUBSPOT_DEFINED' | 'USER_DEFINED';

export interface AssociationType {
  readonly category: AssociationCategory;
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
  category: 'HUBSPOT_DEFINED',
  typeId,
  label: null,
  v3Name,
});
const primary = (typeId: number, v3Name: string): AssociationType => ({
  category: 'HUBSPOT_DEFINED',
  typeId,
  label: 'Primary',
  v3Name,
});

/** HubSpot-defined ids, from the association type id tables of the v4 associations guide. */
type TypesFrom = Readonly<Partial<Record<StandardTypeName, PairTypes>>>;

const TYPES: Readonly<Record<StandardTypeName, TypesFrom>> = {
  deals: {
    deals: { unlabeled: unlabeled(451, 'deal_to_deal') },
    contacts: { unlabeled: unlabeled(3, 'deal_to_contact') },
    companies: {
      unlabeled: unlabeled(341, 'deal_to_company_unlabeled'),
      primary: primary(5, 'deal_to_company'),
    },
    commerce_payments: { unlabeled: unlabeled(392, 'deal_to_commerce_payment') },
    line_items: { unlabeled: unlabeled(19, 'deal_to_line_item') },
    notes: { unlabeled: unlabeled(213, 'deal_to_note') },
  },
  contacts: {
    deals: { unlabeled: unlabeled(4, 'contact_to_deal') },
    contacts: { unlabeled: unlabeled(449, 'contact_to_contact') },
    companies: {
      unlabeled: unlabeled(279, 'contact_to_company_unlabeled'),
      primary: primary(1, 'contact_to_company'),
    },
    commerce_payments: { unlabeled: unlabeled(388, 'contact_to_commerce_payment') },
    notes: { unlabeled: unlabeled(201, 'contact_to_note') },
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
    notes: { unlabeled: unlabeled(189, 'company_to_note') },
  },
  commerce_payments: {
    deals: { unlabeled: unlabeled(391, 'commerce_payment_to_deal') },
    contacts: { unlabeled: unlabeled(387, 'commerce_payment_to_contact') },
    companies: { unlabeled: unlabeled(389, 'commerce_payment_to_company') },
  },
  line_items: { deals: { unlabeled: unlabeled(20, 'line_item_to_deal') } },
  notes: {
    deals: { unlabeled: unlabeled(214, 'note_to_deal') },
    contacts: { unlabeled: unlabeled(202, 'note_to_contact') },
    companies: { unlabeled: unlabeled(190, 'note_to_company') },
  },
};

interface AssociationSpec {
  readonly associationCategory: string;
  readonly associationTypeId: number;
}

/** Which associations exist between two objects, and under which ids in which direction. */
export interface AssociationTypes {
  of(from: ObjectTypeName, to: ObjectTypeName): PairTypes;
  /** Whether this type of the direction means the primary one; undefined for one it does not have. */
  isPrimary(from: ObjectTypeName, to: ObjectTypeName, spec: AssociationSpec): boolean | undefined;
  /** Defines one direction for a custom object. */
  define(from: ObjectTypeName, to: ObjectTypeName, typeId: number, name: string): void;
}

export function createAssociationTypes(): AssociationTypes {
  const defined = new Map<string, PairTypes>();
  const keyOf = (from: ObjectTypeName, to: ObjectTypeName): string => `${from}>${to}`;
  const find = (from: ObjectTypeName, to: ObjectTypeName): PairTypes | undefined =>
    isCustomType(from) || isCustomType(to) ? defined.get(keyOf(from, to)) : TYPES[from][to];
  return {
    of(from, to) {
      const types = find(from, to);
      if (types !== undefined) return types;
      throw validationError(`No association types exist from ${from} to ${to}`);
    },
    isPrimary(from, to, { associationCategory, associationTypeId }) {
      const types = find(from, to);
      const isMeant = (type: AssociationType | undefined): boolean =>
        type?.typeId === associationTypeId && type.category === associationCategory;
      if (isMeant(types?.unlabeled)) return false;
      return isMeant(types?.primary) ? true : undefined;
    },
    define(from, to, typeId, v3Name) {
      // The category of an account's own object; HubSpot's guide shows it for custom objects.
      const own: AssociationType = { category: 'USER_DEFINED', typeId, label: null, v3Name };
      defined.set(keyOf(from, to), { unlabeled: own });
    },
  };
}
