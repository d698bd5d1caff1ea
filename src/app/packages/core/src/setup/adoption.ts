import { CUSTOMER_ID_PREFIXES, parseIds } from '../matching/ids.ts';
import type { ExistingProperty } from './existing-property.ts';
import { PROPERTY_GROUP } from '../properties/definition.ts';

/** What becomes of a record whose customer id another app stored. */
export const ADOPTIONS = [
  'to-link',
  /** Linked by the app already. */
  'linked',
  /** The app's own property has another customer, or other text: it is left as it is. */
  'linked-to-other',
  /** Two records have the id, so neither gets it. */
  'on-two-records',
  /** The value is no customer id. */
  'not-an-id',
  'unknown-customer',
  /** The customer is of the other mode, test or live. */
  'wrong-mode',
  /** The app's property had the id before: a person took it away. */
  'removed',
] as const;

export type Adoption = (typeof ADOPTIONS)[number];

/** A record with a value of another app's property, and of the app's own. */
export interface StoredLink {
  readonly recordId: string;
  readonly written: string | null;
  readonly own: string | null;
}

export interface AdoptedLink {
  readonly recordId: string;
  readonly customerIds: readonly string[];
  readonly adoption: Adoption;
}

const idsIn = (text: string | null): readonly string[] => parseIds(text, CUSTOMER_ID_PREFIXES).ids;

/** True for a value that is a customer's id, or several. */
export function isCustomerText(text: string): boolean {
  const { ids, rejected } = parseIds(text, CUSTOMER_ID_PREFIXES);
  return ids.length > 0 && rejected.length === 0;
}

/** True for a property that another app or a person could have stored ids in. */
export const isForeignText = ({
  type,
  groupName,
}: Pick<ExistingProperty, 'type' | 'groupName'>): boolean =>
  type === 'string' && groupName !== PROPERTY_GROUP.name;

/** What the properties alone say; Stripe and the history of the app's own say more of what is to be linked. */
export function adoptionsOf(records: readonly StoredLink[]): readonly AdoptedLink[] {
  const holders = new Map<string, Set<string>>();
  for (const { recordId, written, own } of records) {
    for (const id of [...idsIn(written), ...idsIn(own)]) {
      holders.set(id, (holders.get(id) ?? new Set()).add(recordId));
    }
  }
  const adoptionOf = ({ written, own }: StoredLink, ids: readonly string[]): Adoption => {
    if (!isCustomerText(written ?? '')) return 'not-an-id';
    const linked = idsIn(own);
    if (ids.every((id) => linked.includes(id))) return 'linked';
    if ((own ?? '').trim() !== '') return 'linked-to-other';
    return ids.some((id) => (holders.get(id)?.size ?? 0) > 1) ? 'on-two-records' : 'to-link';
  };
  return records
    .filter(({ written }) => (written ?? '').trim() !== '')
    .map((record) => {
      const customerIds = idsIn(record.written);
      return { recordId: record.recordId, customerIds, adoption: adoptionOf(record, customerIds) };
    });
}
