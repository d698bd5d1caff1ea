import type { ObjectType, StoredProperties } from '@stripe-payments/core';
import {
  CUSTOMER_ID_PREFIXES,
  epochMsFromText,
  parseIds,
  PAYMENT_ID_PREFIXES,
} from '@stripe-payments/core';
import type { Ports, PropertyHistory, RecordRef, TouchedObjects } from '../../ports.ts';
import { EXCLUDED } from '../collect/record-claims.ts';
import { MOVED_PAYMENTS } from '../moved-payments.ts';
import { viewProperties } from '../read-record.ts';
import { OWN_WRITE_MS, syncedAtMs } from '../save-figures.ts';
import type { TouchedAt } from './touched-queue.ts';

const SYNCED_AT = 'stripe_last_synced_at';

const CREATED_AT = 'createdate';

/** HubSpot's own moment of the last change, ours included: contacts have another name for it. */
const MODIFIED_AT = ['hs_lastmodifieddate', 'lastmodifieddate'] as const;

/** Every id that a property has now, or has had. */
const idsEver = (
  histories: readonly PropertyHistory[],
  name: string,
  prefixes: readonly string[],
): readonly string[] =>
  histories
    .filter(({ property }) => property === name)
    .flatMap(({ versions }) => versions.flatMap(({ value }) => parseIds(value, prefixes).ids));

/** What identifies a contact or company, and has identified it. */
const identitiesEver = (
  histories: readonly PropertyHistory[],
  names: readonly string[],
): readonly string[] =>
  histories
    .filter(({ property }) => names.includes(property))
    .flatMap(({ versions }) => versions.flatMap(({ value }) => value.split(';')))
    .map((text) => text.trim())
    .filter((text) => text !== '');

const EMAILS = ['email', 'hs_additional_emails'];
const DOMAINS = ['domain', 'hs_additional_domains'];

/** By which payments of others find the record's deals, synced or not. */
const IDENTITIES: Readonly<Record<ObjectType, readonly string[]>> = {
  deal: [],
  contact: EMAILS,
  company: DOMAINS,
};

function touchedBy(
  objectType: ObjectType,
  recordId: string,
  histories: readonly PropertyHistory[],
  isRelinked: boolean,
): TouchedObjects {
  const customerIds = idsEver(histories, 'stripe_customer_id', CUSTOMER_ID_PREFIXES);
  return {
    customerIds,
    // Their payments' own metadata can name who has them without the link.
    wholeCustomerIds: isRelinked ? customerIds : [],
    // Documents too are read: their customer may be linked to a record that has lost them by that.
    paymentIds: [
      ...idsEver(histories, 'stripe_payment_ids', PAYMENT_ID_PREFIXES),
      ...idsEver(histories, EXCLUDED, PAYMENT_ID_PREFIXES),
    ],
    documentIds: [],
    addresses: identitiesEver(histories, EMAILS).filter((text) => text.includes('@')),
    domains: identitiesEver(histories, DOMAINS).map((domain) => domain.toLowerCase()),
    claims: [{ objectType, recordId }],
  };
}

function modifiedAtMs(stored: StoredProperties): number {
  return Math.max(...MODIFIED_AT.map((name) => epochMsFromText(stored[name] ?? '') ?? 0));
}

const LINKS = ['stripe_customer_id', 'stripe_payment_ids'] as const;

const newestOf = (histories: readonly PropertyHistory[]): number =>
  Math.max(0, ...histories.flatMap(({ versions }) => versions.map((each) => each.writtenAtMs)));

/** A payment that was moved is noted on both deals: the one that lost it need not have what the other one changed. */
const isLinks = ({ property }: PropertyHistory): boolean =>
  [...LINKS, EXCLUDED, MOVED_PAYMENTS].some((name) => name === property);

/** What a record is created with is written at that moment. */
const CREATION_MS = 5_000;

/** When a record got its present email or domain; 0 where it was created with it. */
function renamedMs(histories: readonly PropertyHistory[], stored: StoredProperties): number {
  const createdMs = epochMsFromText(stored[CREATED_AT] ?? '') ?? 0;
  const newestMs = newestOf(histories);
  return newestMs > createdMs + CREATION_MS ? newestMs : 0;
}

/** When others came to share, or to miss, an email or domain. No contact is created with the email of another. */
function identifiedMs(
  objectType: ObjectType,
  histories: readonly PropertyHistory[],
  stored: StoredProperties,
): number {
  const identities = histories.filter(({ property }) => IDENTITIES[objectType].includes(property));
  return objectType === 'company' ? newestOf(identities) : renamedMs(identities, stored);
}

/** Without what Stripe would be asked for: who has its payments by another property stays the same. */
const byIdentity = (touched: TouchedObjects): TouchedObjects => ({
  ...touched,
  customerIds: [],
  wholeCustomerIds: [],
  paymentIds: [],
});

/**
 * What a changed record touches; undefined where nothing was changed since its last sync. A link, an assignment,
 * an email or a domain concerns other records too: the one that has it was synced at once, and they were not.
 */
function touchedSince(
  ports: Ports,
  record: RecordRef,
  stored: StoredProperties,
  { history, sinceMs }: { history: readonly PropertyHistory[]; sinceMs: number },
): TouchedAt | undefined {
  const { objectType, recordId } = record;
  const syncedMs = syncedAtMs(ports, stored[SYNCED_AT]) ?? 0;
  const modifiedMs = modifiedAtMs(stored);
  const newestMs = newestOf(history);
  const relinkedMs = newestOf(history.filter(isLinks));
  const touchedAt = (changedAtMs: number): TouchedAt => ({
    changedAtMs,
    touched: touchedBy(objectType, recordId, history, relinkedMs >= sinceMs),
  });
  if (newestMs > syncedMs || modifiedMs > syncedMs + OWN_WRITE_MS[objectType]) {
    return touchedAt(Math.max(newestMs, modifiedMs));
  }
  // The search that another record's sync asked just after it may not have known it yet.
  if (relinkedMs > sinceMs) return touchedAt(relinkedMs);
  const changedAtMs = identifiedMs(objectType, history, stored);
  if (changedAtMs <= sinceMs) return undefined;
  return { changedAtMs, touched: byIdentity(touchedBy(objectType, recordId, history, false)) };
}

const hadLinks = (histories: readonly PropertyHistory[]): boolean =>
  histories.filter(isLinks).some(({ versions }) => versions.some(({ value }) => value !== ''));

/**
 * Records that were never synced and have lost every link and assignment, or have another email or domain: a
 * company may have counted what they had, a deal what they paid. Nothing but the histories tells it.
 */
async function unlinkedRecords(
  ports: Ports,
  objectType: ObjectType,
  sinceMs: number,
): Promise<readonly TouchedAt[]> {
  const { records } = await ports.crm.searchClaims({
    objectType,
    conditions: [{ property: SYNCED_AT, is: 'unset' }],
    changedSinceMs: sinceMs,
    properties: [...LINKS, ...MODIFIED_AT, CREATED_AT],
  });
  const unlinked = [...records].filter(([, stored]) => LINKS.every((name) => !stored[name]));
  const ids = unlinked.map(([recordId]) => recordId);
  const asked = [...LINKS, ...IDENTITIES[objectType]];
  const histories = await ports.crm.histories(objectType, ids, asked);
  return unlinked.flatMap(([recordId, stored]) => {
    const history = histories.get(recordId) ?? [];
    const others = history.filter((each) => !isLinks(each));
    const isLost = hadLinks(history) || renamedMs(others, stored) >= sinceMs;
    const touched = touchedSince(ports, { objectType, recordId }, stored, { history, sinceMs });
    return isLost && touched !== undefined ? [touched] : [];
  });
}

/**
 * Records of a type that were changed since a moment and since their last sync, and what that touches: a
 * link, an assignment, an email, an amount, a merge. Where there are many, the newest of them.
 */
export async function changedRecords(
  ports: Ports,
  objectType: ObjectType,
  sinceMs: number,
): Promise<readonly TouchedAt[]> {
  const [{ records }, unlinked] = await Promise.all([
    ports.crm.searchClaims({
      objectType,
      conditions: [SYNCED_AT, ...LINKS].map((property) => ({ property, is: 'set' })),
      changedSinceMs: sinceMs,
      properties: [SYNCED_AT, ...MODIFIED_AT, CREATED_AT],
    }),
    unlinkedRecords(ports, objectType, sinceMs),
  ]);
  const asked = [
    ...viewProperties({ objectType, recordId: '' }),
    ...(objectType === 'deal' ? [MOVED_PAYMENTS] : []),
  ];
  const histories = await ports.crm.histories(objectType, [...records.keys()], asked);
  const changed = [...records].flatMap(([recordId, stored]) => {
    const history = histories.get(recordId) ?? [];
    return touchedSince(ports, { objectType, recordId }, stored, { history, sinceMs }) ?? [];
  });
  return [...changed, ...unlinked];
}
