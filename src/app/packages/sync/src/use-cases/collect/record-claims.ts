import type { ObjectType, RecordClaims, StoredProperties } from '@stripe-payments/core';
import {
  CUSTOMER_ID_PREFIXES,
  PAYMENT_ID_PREFIXES,
  comparableAddress,
  parseIds,
} from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';

const CLAIMS = ['stripe_customer_id', 'stripe_payment_ids', 'hs_merged_object_ids'] as const;

/** Deals and contacts have it. */
export const EXCLUDED = 'stripe_excluded_payment_ids';

/** The properties that say who a record is and which payments are its own. */
export const CLAIM_PROPERTIES: Readonly<Record<ObjectType, readonly string[]>> = {
  deal: ['dealname', EXCLUDED, ...CLAIMS],
  contact: ['firstname', 'lastname', 'email', 'hs_additional_emails', EXCLUDED, ...CLAIMS],
  company: ['name', 'domain', 'hs_additional_domains', ...CLAIMS],
};

function filled(...texts: readonly (string | null | undefined)[]): readonly string[] {
  return texts.map((text) => text?.trim() ?? '').filter((text) => text !== '');
}

function nameOf(objectType: ObjectType, stored: StoredProperties): string | null {
  switch (objectType) {
    case 'deal':
      return filled(stored['dealname'])[0] ?? null;
    case 'contact': {
      const name = filled(stored['firstname'], stored['lastname']).join(' ');
      return filled(name, stored['email'])[0] ?? null;
    }
    case 'company':
      return filled(stored['name'], stored['domain'])[0] ?? null;
  }
}

export const semicolonList = (text: string | null | undefined): readonly string[] =>
  filled(...(text ?? '').split(';'));

/** A contact's addresses as they are written, the additional ones too. */
export const writtenAddresses = (stored: StoredProperties): readonly string[] => [
  ...new Set([...filled(stored['email']), ...semicolonList(stored['hs_additional_emails'])]),
];

const MAX_DOMAIN = 253;

/** Names between dots, in any script. People write addresses of pages here too, and worse. */
const isDomain = (text: string): boolean =>
  text.length <= MAX_DOMAIN && /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u.test(text);

/** A company's domains in lower case, without those of mail providers. */
function ownDomains(stored: StoredProperties, isFreeMail: Ports['isFreeMail']): readonly string[] {
  const domains = [...filled(stored['domain']), ...semicolonList(stored['hs_additional_domains'])];
  return domains
    .map((domain) => domain.toLowerCase())
    .filter((domain) => isDomain(domain) && !isFreeMail(domain));
}

const idsIn = (text: string | null | undefined, prefixes: readonly string[]): ReadonlySet<string> =>
  new Set(parseIds(text ?? null, prefixes).ids);

/** What a record says about its payments. */
export function claimsOf(
  { objectType, recordId }: RecordRef,
  stored: StoredProperties,
  isFreeMail: Ports['isFreeMail'],
): RecordClaims {
  return {
    objectType,
    recordId,
    name: nameOf(objectType, stored),
    mergedIds: new Set(semicolonList(stored['hs_merged_object_ids'])),
    linkedCustomerIds: idsIn(stored['stripe_customer_id'], CUSTOMER_ID_PREFIXES),
    assignedIds: idsIn(stored['stripe_payment_ids'], PAYMENT_ID_PREFIXES),
    excludedIds: idsIn(stored[EXCLUDED], PAYMENT_ID_PREFIXES),
    addresses: new Set(
      objectType === 'contact' ? writtenAddresses(stored).map(comparableAddress) : [],
    ),
    domains: new Set(objectType === 'company' ? ownDomains(stored, isFreeMail) : []),
  };
}

/** Text in the id properties that is not an id: a payment may be missing from the figures. */
export function rejectedIdTexts(stored: StoredProperties): readonly string[] {
  return [
    ...parseIds(stored['stripe_customer_id'] ?? null, CUSTOMER_ID_PREFIXES).rejected,
    ...parseIds(stored['stripe_payment_ids'] ?? null, PAYMENT_ID_PREFIXES).rejected,
  ];
}
