import type { Claim, Ports, RecordRef, TouchedObjects } from '../../ports.ts';
import type { Charge, ObjectType, RecordClaims, StripeObjects } from '@stripe-payments/core';
import { comparableAddress } from '@stripe-payments/core';
import type { ClaimIndex, References } from '../collect/claim-index.ts';
import { readPayers } from '../collect/payers.ts';
import { claimsOf } from '../collect/record-claims.ts';
import { createReading } from '../collect/reading.ts';
import { isGone } from '../collect/recent-steps.ts';
import type { Step } from '../collect/steps.ts';
import { documentSteps, objectSteps } from '../collect/steps.ts';

const customerSteps = (ids: readonly (string | null)[]): readonly Step[] =>
  ids.flatMap((customerId) => (customerId === null ? [] : [{ kind: 'customer', customerId }]));

/**
 * The touched payments and documents as they are now, and the customers of all of them. Payments of touched
 * customers come with the lists that a sync of their records needs anyway.
 * @throws {SyncError} where something could not be read: its records would be missed.
 */
export async function readTouched(
  { stripe }: Pick<Ports, 'stripe'>,
  { paymentIds, documentIds, customerIds, wholeCustomerIds = [] }: TouchedObjects,
): Promise<StripeObjects> {
  const reading = createReading(stripe, {
    hasRoom: () => false,
    follow: (_step, { charges = [], invoices = [], subscriptions = [], checkouts = [] }) =>
      customerSteps(
        [charges, invoices, subscriptions, checkouts].flatMap((items) =>
          items.map(({ customerId }) => customerId),
        ),
      ),
  });
  const listed = customerIds.map((customerId): Step => ({ kind: 'charges', customerId }));
  await Promise.all([
    reading.run(objectSteps(documentIds)),
    reading.run(listed),
    reading.run(wholeCustomerIds.flatMap(documentSteps)),
  ]);
  const { charges } = reading.result().objects;
  const known = new Set(charges.flatMap(({ id, paymentIntentId }) => [id, paymentIntentId]));
  await reading.run([
    ...objectSteps(paymentIds.filter((id) => !known.has(id))),
    ...customerSteps(customerIds),
  ]);
  const { objects, failures } = reading.result();
  const failure = failures.find((each) => !isGone(each));
  if (failure !== undefined) throw failure;
  const touched = new Set(paymentIds);
  const isTouched = ({ id, paymentIntentId, customerId }: Charge): boolean =>
    touched.has(id) ||
    touched.has(paymentIntentId ?? '') ||
    wholeCustomerIds.some((whole) => whole === customerId);
  return { ...objects, charges: objects.charges.filter(isTouched) };
}

/** By what a record can have an object, or be named. */
interface NamingReferences extends References {
  readonly claims: readonly Claim[];
}

const present = (ids: readonly (string | null)[]): readonly string[] =>
  ids.filter((id) => id !== null);

function referencesOf(touched: TouchedObjects, objects: StripeObjects): NamingReferences {
  const { customers, charges, invoices, subscriptions, checkouts } = objects;
  const documents = [...invoices, ...subscriptions, ...checkouts];
  const emails = [...customers, ...checkouts].map(({ email }) => email);
  return {
    customerIds: new Set([
      ...touched.customerIds,
      ...customers.map(({ id }) => id),
      ...present([...charges, ...documents].map(({ customerId }) => customerId)),
    ]),
    objectIds: new Set([
      ...touched.paymentIds,
      ...touched.documentIds,
      ...present(charges.flatMap(({ id, paymentIntentId }) => [id, paymentIntentId])),
      ...present([...invoices, ...checkouts].map(({ subscriptionId }) => subscriptionId)),
    ]),
    addresses: new Set([...touched.addresses, ...present(emails)].map(comparableAddress)),
    domains: new Set(touched.domains),
    claims: [
      ...touched.claims,
      ...[...customers, ...charges, ...documents].flatMap(({ recordClaims }) => recordClaims),
      ...invoices.flatMap(({ subscriptionClaims }) => subscriptionClaims),
    ],
  };
}

/** A name can be of a deal that was merged into another. */
const MERGED = 'hs_merged_object_ids';

const namedOf = (type: ObjectType, { claims }: NamingReferences): readonly string[] =>
  claims.filter(({ objectType }) => objectType === type).map(({ recordId }) => recordId);

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

const refs = (objectType: ObjectType, ids: Iterable<string>): readonly RecordRef[] =>
  [...ids].map((recordId) => ({ objectType, recordId }));

/**
 * Companies of deals and contacts. What people of a deal paid counts on it only where it links no customer,
 * so a deal that was changed may have taken payments from the companies of its people, or given them back.
 */
async function companiesAround(
  { crm }: Ports,
  ids: Readonly<Record<'dealIds' | 'namedDealIds' | 'contactIds', readonly string[]>>,
): Promise<readonly string[]> {
  const people = await crm.associatedWithMany('deal', ids.namedDealIds, 'contact');
  const contactIds = distinct([...ids.contactIds, ...[...people.values()].flat()]);
  const found = await Promise.all([
    crm.associatedWithMany('contact', contactIds, 'company'),
    crm.associatedWithMany('deal', ids.dealIds, 'company'),
  ]);
  return found.flatMap((companies) => [...companies.values()].flat());
}

interface Touched {
  readonly records: readonly RecordRef[];
  /** What these say of payments: all that can have one of the touched objects. */
  readonly having: readonly RecordClaims[];
}

/**
 * Every record whose figures the touched objects can change: those that have them by link, assignment,
 * name, email or domain, the deals of such contacts and companies, and the companies above.
 * @param objects what they are now, as `readTouched` gives it.
 * @throws {SyncError} where not all of them could be found.
 */
export async function touchedRecords(
  ports: Ports,
  touched: TouchedObjects,
  objects: StripeObjects,
  index: ClaimIndex,
): Promise<Touched> {
  const references = referencesOf(touched, objects);
  const payersOf = async (type: 'contact' | 'company') => {
    const ids = (await index.having(type, references)).map(({ recordId }) => recordId);
    return readPayers(ports, type, distinct([...ids, ...namedOf(type, references)]));
  };
  const [contacts, companies, dealsHaving] = await Promise.all([
    payersOf('contact'),
    payersOf('company'),
    index.having('deal', references),
  ]);
  const namedDealIds = distinct(namedOf('deal', references));
  const dealIds = distinct([
    ...dealsHaving.map(({ recordId }) => recordId),
    ...namedDealIds,
    ...[...contacts, ...companies].flatMap((payer) => [...payer.dealIds]),
  ]);
  const contactIds = contacts.map(({ recordId }) => recordId);
  const [deals, around] = await Promise.all([
    // A name can be of a deal that was merged into another, or that is gone.
    ports.crm.readMany('deal', dealIds, [MERGED]),
    companiesAround(ports, { dealIds, namedDealIds, contactIds }),
  ]);
  // Its associations are those of the deal that it was merged into, by that one's ID.
  const mergedInto = [...deals.keys()].filter((id) => !dealIds.includes(id));
  const aroundMerged =
    mergedInto.length === 0
      ? []
      : await companiesAround(ports, {
          dealIds: mergedInto,
          namedDealIds: mergedInto,
          contactIds: [],
        });
  const named = [...deals].map(([recordId, stored]) =>
    claimsOf({ objectType: 'deal', recordId }, stored, ports.isFreeMail),
  );
  return {
    records: [
      ...refs('deal', deals.keys()),
      ...refs('contact', contactIds),
      ...refs(
        'company',
        distinct([...companies.map(({ recordId }) => recordId), ...around, ...aroundMerged]),
      ),
    ],
    having: [...contacts, ...companies, ...dealsHaving, ...named],
  };
}
