import type {
  ActedRecord,
  Currency,
  Money,
  ObjectType,
  Payee,
  StoredProperties,
} from '@stripe-payments/core';
import {
  comparableAddress,
  CONFIRMATION_PROPERTY,
  CUSTOMER_ID_PREFIXES,
  epochMsFromText,
  fromDecimal,
  MODIFIED_AT,
  parseIds,
  STANDING_PROPERTIES,
} from '@stripe-payments/core';
import type { RecordRef } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { semicolonList } from '../collect/record-claims.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import { viewProperties } from '../read-record.ts';
import { readViewedRecord } from '../viewed-record.ts';
import type { ActingPorts, StoredCustomer } from './acting-ports.ts';

const CUSTOMERS = 'stripe_customer_id';
const OUTSTANDING = 'stripe_amount_outstanding';
const SYNCED_AT = 'stripe_last_synced_at';

/** Records that were merged into this one: what was requested on them names their ids. */
const MERGED = 'hs_merged_object_ids';

const PERSON = ['firstname', 'lastname', 'email', 'hs_additional_emails'] as const;

const PROPERTIES: Readonly<Record<ObjectType, readonly string[]>> = {
  deal: ['dealname', 'amount', 'deal_currency_code', OUTSTANDING, SYNCED_AT, CUSTOMERS, MERGED],
  contact: [...PERSON, SYNCED_AT, CUSTOMERS, MERGED],
  company: [CUSTOMERS],
};

/** The record that something is done for, as it is now. */
export interface ReadRecord {
  readonly acted: ActedRecord;
  readonly stored: StoredProperties;
  readonly confirmationValue: string;
  /** The record, and those that were merged into it. */
  readonly named: readonly RecordRef[];
}

/** True where the metadata of what was made names the record, or one that was merged into it. */
export const isNamedBy = (
  { records }: { readonly records: readonly RecordRef[] },
  { named }: Pick<ReadRecord, 'named'>,
): boolean =>
  records.some(({ objectType, recordId }) =>
    named.some((each) => each.objectType === objectType && each.recordId === recordId),
  );

/**
 * @throws {SyncError} `bad-request` for another record than the one on the screen, or a company; `not-set-up`
 * without the property in which people confirm.
 */
export async function readActedRecord(
  { crm }: Pick<ActingPorts, 'crm'>,
  viewed: ViewedRecord,
): Promise<ReadRecord> {
  const { objectType, recordId, createdAt } = viewed;
  if (objectType === 'company') throw new SyncError('bad-request');
  const stored = await readViewedRecord({ crm }, viewed, [
    ...new Set([
      ...PROPERTIES[objectType],
      ...viewProperties(viewed),
      ...STANDING_PROPERTIES,
      MODIFIED_AT[objectType],
    ]),
    CONFIRMATION_PROPERTY,
  ]);
  if (!Object.hasOwn(stored, CONFIRMATION_PROPERTY)) {
    throw new SyncError('not-set-up', { properties: [CONFIRMATION_PROPERTY] });
  }
  const createdMs = epochMsFromText(createdAt);
  if (createdMs === undefined) throw new SyncError('bad-request');
  return {
    acted: { objectType, recordId, createdMs },
    stored,
    confirmationValue: stored[CONFIRMATION_PROPERTY] ?? '',
    named: [recordId, ...semicolonList(stored[MERGED])].map((id) => ({ objectType, recordId: id })),
  };
}

/** What is known of a deal's money. */
export interface DealMoney {
  readonly currency: Currency | null;
  readonly amount: Money | null;
  /** As the last sync saved it. */
  readonly outstanding: Money | null;
  readonly syncedAtMs: number | null;
}

/** Of a contact, only the currency of the account. */
export async function dealMoney(
  { crm }: ActingPorts,
  { objectType }: ViewedRecord,
  stored: StoredProperties,
): Promise<DealMoney> {
  const own = (stored['deal_currency_code'] ?? '').trim().toLowerCase();
  const facts = own === '' ? await crm.accountFacts().catch(() => null) : null;
  const currency = own === '' ? (facts?.currency ?? null) : own;
  const amountIn = (name: string): Money | null => {
    const text = objectType === 'deal' ? (stored[name] ?? '') : '';
    return currency === null || text === '' ? null : (fromDecimal(text, currency) ?? null);
  };
  return {
    currency,
    amount: amountIn('amount'),
    outstanding: amountIn(OUTSTANDING),
    syncedAtMs: epochMsFromText(stored[SYNCED_AT] ?? '') ?? null,
  };
}

/** A person of the record. */
export interface Contact {
  readonly contactId: string;
  readonly name: string | null;
  /** The first is the contact's main one. */
  readonly addresses: readonly string[];
}

function contactOf(contactId: string, stored: StoredProperties): Contact {
  const name = [stored['firstname'], stored['lastname']]
    .map((part) => (part ?? '').trim())
    .filter((part) => part !== '')
    .join(' ');
  const more = (stored['hs_additional_emails'] ?? '').split(';');
  const addresses = [stored['email'] ?? '', ...more].map((address) => address.trim());
  return {
    contactId,
    name: name === '' ? null : name,
    addresses: [...new Set(addresses.filter((address) => address !== ''))],
  };
}

/** Beyond these a person is asked from their own record. */
const MAX_CONTACTS = 20;

/** The contacts of a deal, or the contact itself. */
export async function contactsOf(
  { crm }: ActingPorts,
  { objectType, recordId }: ViewedRecord,
  stored: Promise<StoredProperties>,
): Promise<readonly Contact[]> {
  if (objectType === 'contact') return [contactOf(recordId, await stored)];
  const ids = await crm.associated({ objectType, recordId }, 'contact');
  if (ids.length === 0) return [];
  const contacts = await crm.readMany('contact', ids.slice(0, MAX_CONTACTS), PERSON);
  return [...contacts].map(([id, properties]) => contactOf(id, properties));
}

export const linkedCustomerIds = (stored: StoredProperties): readonly string[] =>
  parseIds(stored[CUSTOMERS] ?? null, CUSTOMER_ID_PREFIXES).ids;

/** True where the customer is linked to the record, or has the address of one of its contacts. */
export function isOfRecord(
  { id, email }: StoredCustomer,
  stored: StoredProperties,
  contacts: readonly Contact[],
): boolean {
  if (linkedCustomerIds(stored).includes(id)) return true;
  if (email === null) return false;
  const own = comparableAddress(email);
  return contacts.some(({ addresses }) =>
    addresses.some((address) => comparableAddress(address) === own),
  );
}

export const payeeOfCustomer = (
  { id, name, email }: StoredCustomer,
  contactId: string | null = null,
): Payee => ({ customerId: id, contactId, name, email });
