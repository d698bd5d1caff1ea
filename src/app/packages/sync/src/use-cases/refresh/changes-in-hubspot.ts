import type { ObjectType, StoredProperties } from '@stripe-payments/core';
import {
  CUSTOMER_ID_PREFIXES,
  OBJECT_TYPES,
  parseIds,
  PAYMENT_ID_PREFIXES,
} from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { changedRecords } from './changed-records.ts';
import { AT_WORK_MS } from './doubtful-payments.ts';
import type { Range } from './range.ts';
import type { TouchedAt } from './touched-queue.ts';

const CUSTOMERS = 'stripe_customer_id';
const PAYMENTS = 'stripe_payment_ids';
const SYNCED_AT = 'stripe_last_synced_at';
const EMAIL = 'email';

const DAY_MS = 24 * 60 * 60_000;

/** What was changed in HubSpot. */
interface ChangesInHubSpot {
  readonly touched: readonly TouchedAt[];
  /**
   * True where a record was deleted that may have had payments: their records lose the association with it and go on
   * saying how they were matched. Where HubSpot keeps too many deleted records to look through, a catch-up of a day or
   * longer takes it for true.
   */
  readonly areDeleted: boolean;
}

const isOurs = (stored: StoredProperties): boolean =>
  [CUSTOMERS, PAYMENTS, SYNCED_AT].some((name) => (stored[name] ?? '') !== '');

/** What a deleted record had is another one's now, or no record's. */
function touchedBy(stored: StoredProperties): TouchedAt['touched'] {
  const customerIds = parseIds(stored[CUSTOMERS] ?? '', CUSTOMER_ID_PREFIXES).ids;
  const email = stored[EMAIL] ?? '';
  return {
    customerIds,
    wholeCustomerIds: customerIds,
    paymentIds: parseIds(stored[PAYMENTS] ?? '', PAYMENT_ID_PREFIXES).ids,
    documentIds: [],
    addresses: email === '' ? [] : [email],
    claims: [],
  };
}

/** What was changed or deleted in HubSpot since a moment, of records of a type. */
async function changesInHubSpot(
  ports: Ports,
  objectType: ObjectType,
  sinceMs: number,
): Promise<ChangesInHubSpot> {
  const properties = [CUSTOMERS, PAYMENTS, SYNCED_AT, ...(objectType === 'contact' ? [EMAIL] : [])];
  const [changed, { records, isCut }] = await Promise.all([
    changedRecords(ports, objectType, sinceMs),
    ports.crm.deletedSince(objectType, properties, sinceMs - AT_WORK_MS),
  ]);
  const deleted = records.filter(({ stored }) => isOurs(stored));
  const isLong = ports.clock.nowMs() - sinceMs >= DAY_MS;
  return {
    touched: [
      ...changed,
      ...deleted.map(({ deletedAtMs, stored }) => ({
        changedAtMs: deletedAtMs,
        touched: touchedBy(stored),
      })),
    ],
    areDeleted: deleted.length > 0 || (isCut && isLong),
  };
}

/** What a catch-up goes on with, of one type a time: each may have a thousand changes. */
export async function nextChanges(
  ports: Ports,
  { after, sinceMs, areDeleted }: Range,
): Promise<Pick<Range, 'touched' | 'areDeleted' | 'stage' | 'after'>> {
  const at = OBJECT_TYPES.findIndex((each) => each === after);
  const objectType = OBJECT_TYPES[at + 1];
  const isLast = OBJECT_TYPES[at + 2] === undefined;
  if (objectType === undefined) {
    return { touched: [], areDeleted, stage: 'associated', after: null };
  }
  const found = await changesInHubSpot(ports, objectType, sinceMs);
  return {
    touched: found.touched,
    areDeleted: areDeleted || found.areDeleted,
    stage: isLast ? 'associated' : 'changed',
    after: isLast ? null : objectType,
  };
}
