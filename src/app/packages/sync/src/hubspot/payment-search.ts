import type { ObjectType, StoredProperties } from '@stripe-payments/core';
import { MATCH_PROPERTIES, PAYMENT_KEY } from '@stripe-payments/core';
import { PATHS } from './client.ts';
import { entriesOf, nextAfter, recordsShape } from './pages.ts';
import type { PaymentPlace } from './payment-batches.ts';

const CONTEXT = { missingProperty: 'hubspot-refused' } as const;

/** Of HubSpot's Payments, only those that this app made have its key. */
const ownIn = ({ kind }: PaymentPlace): readonly object[] =>
  kind === 'custom-object' ? [] : [{ propertyName: PAYMENT_KEY, operator: 'HAS_PROPERTY' }];

/** Whether HubSpot's Payments have `hs_createdate` is not documented; every object has an ID. */
const NEWEST_BY = { 'custom-object': 'hs_createdate', 'hubspot-payments': 'hs_object_id' } as const;

const searchPath = ({ kind }: PaymentPlace): string => `${PATHS.payments(kind)}/search`;

/** HubSpot's largest page of search results, and as many as are read. */
const MAX_PAGE = 200;
export const MAX_FOUND = 1_000;

/** Newest first; see `PaymentRecordStore`. */
export async function notCountedOn(
  place: PaymentPlace,
  objectType: ObjectType,
): Promise<readonly string[]> {
  const propertyName = MATCH_PROPERTIES[objectType];
  const own = ownIn(place);
  const found = new Set<string>();
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = await place.client.ask(recordsShape, {
      ...CONTEXT,
      path: searchPath(place),
      body: {
        filterGroups: [
          { filters: [{ propertyName, operator: 'NOT_HAS_PROPERTY' }, ...own] },
          { filters: [{ propertyName, operator: 'EQ', value: 'ambiguous' }, ...own] },
        ],
        sorts: [{ propertyName: NEWEST_BY[place.kind], direction: 'DESCENDING' }],
        properties: [],
        limit: MAX_PAGE,
        ...(after === undefined ? {} : { after }),
      },
    });
    for (const { id } of page.results) found.add(id);
    after = nextAfter(page, seen);
  } while (after !== undefined && found.size < MAX_FOUND);
  return [...found];
}

const MODIFIED_AT = 'hs_lastmodifieddate';

/** Oldest first; see `PaymentRecordStore`. */
export async function writtenPage(
  place: PaymentPlace,
  {
    fromMs,
    untilMs,
    after,
  }: { readonly fromMs: number; readonly untilMs: number; readonly after: string | null },
  properties: readonly string[],
): Promise<{
  readonly records: ReadonlyMap<string, StoredProperties>;
  readonly next: string | null;
}> {
  const page = await place.client.ask(recordsShape, {
    ...CONTEXT,
    path: searchPath(place),
    body: {
      filterGroups: [
        {
          filters: [
            {
              propertyName: MODIFIED_AT,
              operator: 'BETWEEN',
              value: String(fromMs),
              highValue: String(untilMs),
            },
            ...ownIn(place),
          ],
        },
      ],
      sorts: [{ propertyName: MODIFIED_AT, direction: 'ASCENDING' }],
      properties,
      limit: MAX_PAGE,
      ...(after === null ? {} : { after }),
    },
  });
  const seen = new Set(after === null ? [] : [after]);
  return { records: new Map(entriesOf(page)), next: nextAfter(page, seen) ?? null };
}

/** HubSpot's largest page of a list. */
const MAX_LISTED = 100;

/** The key of the payment of a trial: no charge has it. A later trial finds what an earlier one left. */
export const TRIAL_KEY = 'trial_of_stripe_payments';

/** Every record has a value of it while it is there: what this app deletes itself has none then. */
const KEPT = 'stripe_match';

/**
 * Deletes records of this app, a batch of them at most. They are marked first: what a person deletes is not made
 * again, what the app deletes is, once it keeps payment records again.
 */
export async function deleteOwnRecords(
  { client, kind }: PaymentPlace,
  ids: readonly string[],
): Promise<void> {
  const marked = ids.map((id) => ({ id, properties: { [KEPT]: '' } }));
  const path = `${PATHS.payments(kind)}/batch`;
  await client.ask(recordsShape, { ...CONTEXT, path: `${path}/update`, body: { inputs: marked } });
  const inputs = ids.map((id) => ({ id }));
  await client.send({ ...CONTEXT, path: `${path}/archive`, body: { inputs } });
}

/**
 * Charges whose records a person deleted in HubSpot, as it keeps them for 90 days: of 1,000 records at most.
 */
export async function deletedCharges(place: PaymentPlace): Promise<ReadonlySet<string>> {
  const charges = new Set<string>();
  const seen = new Set<string>();
  const query = `archived=true&properties=${PAYMENT_KEY}&properties=${KEPT}&limit=${String(MAX_LISTED)}`;
  let after: string | undefined;
  do {
    const path = `${PATHS.payments(place.kind)}?${query}${after === undefined ? '' : `&after=${after}`}`;
    const page = await place.client.ask(recordsShape, { ...CONTEXT, path });
    for (const [, stored] of entriesOf(page)) {
      const chargeId = stored[PAYMENT_KEY];
      const isOfPerson = (stored[KEPT] ?? '') !== '';
      if (typeof chargeId === 'string' && chargeId !== TRIAL_KEY && isOfPerson) {
        charges.add(chargeId);
      }
    }
    after = nextAfter(page, seen);
  } while (after !== undefined && charges.size < MAX_FOUND);
  return charges;
}
