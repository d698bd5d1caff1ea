import type { Claim, Ports, RecordRef, TouchedObjects } from '../../ports.ts';
import type { ErrorCode, ObjectType, RecordClaims, StripeObjects } from '@stripe-payments/core';
import { comparableAddress, domainOfAddress } from '@stripe-payments/core';
import type { Claims } from '../collect/competing-records.ts';
import { assigning, claimsFound, linking, searchClaims } from '../collect/competing-records.ts';
import { readPayers } from '../collect/payers.ts';
import { createReading } from '../collect/reading.ts';
import type { Step } from '../collect/steps.ts';
import { objectSteps } from '../collect/steps.ts';

/** An object that is gone, or is of the other mode: what it has left behind is found by its id. */
const GONE: ReadonlySet<ErrorCode> = new Set([
  'unknown-customer',
  'unknown-payment',
  'unknown-invoice',
  'unknown-subscription',
  'unknown-checkout',
  'wrong-mode',
]);

const customerSteps = (ids: readonly (string | null)[]): readonly Step[] =>
  ids.flatMap((customerId) => (customerId === null ? [] : [{ kind: 'customer', customerId }]));

/**
 * The touched payments and documents as they are now, and the customers of all of them.
 * @throws {SyncError} where something could not be read: its records would be missed.
 */
export async function readTouched(
  { stripe }: Ports,
  { paymentIds, documentIds, customerIds }: TouchedObjects,
): Promise<StripeObjects> {
  const reading = createReading(stripe, {
    follow: (_step, { charges = [], invoices = [], subscriptions = [], checkouts = [] }) =>
      customerSteps(
        [charges, invoices, subscriptions, checkouts].flatMap((items) =>
          items.map(({ customerId }) => customerId),
        ),
      ),
  });
  await reading.run([
    ...objectSteps(paymentIds),
    ...objectSteps(documentIds),
    ...customerSteps(customerIds),
  ]);
  const { objects, failures } = reading.result();
  const failure = failures.find(({ code }) => !GONE.has(code));
  if (failure !== undefined) throw failure;
  return objects;
}

/** By what a record can have an object. */
interface References {
  readonly customerIds: ReadonlySet<string>;
  /** Ids under which it can be assigned. */
  readonly objectIds: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  readonly claims: readonly Claim[];
}

const present = (ids: readonly (string | null)[]): readonly string[] =>
  ids.filter((id) => id !== null);

function referencesOf(touched: TouchedObjects, objects: StripeObjects): References {
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
    ]),
    addresses: new Set([...touched.addresses, ...present(emails)].map(comparableAddress)),
    claims: [
      ...touched.claims,
      ...[...customers, ...charges, ...documents].flatMap(({ recordClaims }) => recordClaims),
    ],
  };
}

const meets = (ids: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...ids].some((id) => others.has(id));

/** Finds records that link or assign something, in one invocation. */
export interface ClaimIndex {
  having(objectType: ObjectType, references: References): Promise<readonly RecordClaims[]>;
}

/** Reads once, of each type, every record that links or assigns; where there are too many, asks by ids. */
export function createClaimIndex(ports: Ports): ClaimIndex {
  const read = new Map<ObjectType, Promise<Claims>>();
  const everyOf = (objectType: ObjectType): Promise<Claims> => {
    const known =
      read.get(objectType) ??
      claimsFound(ports, objectType, [
        { property: 'stripe_customer_id', is: 'set' },
        { property: 'stripe_payment_ids', is: 'set' },
      ]);
    read.set(objectType, known);
    return known;
  };
  return {
    having: async (objectType, { customerIds, objectIds }) => {
      const { found, isCut } = await everyOf(objectType);
      const claims = isCut
        ? await searchClaims(ports, objectType, [
            ...linking([...customerIds]),
            ...assigning([...objectIds]),
          ])
        : found;
      return claims.filter(
        ({ linkedCustomerIds, assignedIds }) =>
          meets(linkedCustomerIds, customerIds) || meets(assignedIds, objectIds),
      );
    },
  };
}

/** Values of one search condition. */
const MAX_VALUES = 100;

async function byIdentity(
  ports: Ports,
  objectType: 'contact' | 'company',
  { addresses }: References,
): Promise<readonly RecordClaims[]> {
  const property = objectType === 'contact' ? 'email' : 'domain';
  const domains = new Set([...addresses].flatMap((address) => domainOfAddress(address) ?? []));
  const values =
    objectType === 'contact'
      ? [...addresses]
      : [...domains].filter((domain) => !ports.isFreeMail(domain));
  const parts = Array.from({ length: Math.ceil(values.length / MAX_VALUES) }, (_, part) =>
    values.slice(part * MAX_VALUES, (part + 1) * MAX_VALUES),
  );
  const found = await Promise.all(
    parts.map((part) =>
      searchClaims(ports, objectType, [{ property, is: 'one-of', values: part }]),
    ),
  );
  return found.flat();
}

const namedOf = (type: ObjectType, { claims }: References): readonly string[] =>
  claims.filter(({ objectType }) => objectType === type).map(({ recordId }) => recordId);

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

const refs = (objectType: ObjectType, ids: Iterable<string>): readonly RecordRef[] =>
  [...ids].map((recordId) => ({ objectType, recordId }));

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
): Promise<readonly RecordRef[]> {
  const references = referencesOf(touched, objects);
  const payersOf = async (type: 'contact' | 'company') => {
    const [having, identified] = await Promise.all([
      index.having(type, references),
      byIdentity(ports, type, references),
    ]);
    const ids = [...having, ...identified].map(({ recordId }) => recordId);
    return readPayers(ports, type, distinct([...ids, ...namedOf(type, references)]));
  };
  const [contacts, companies, dealsHaving] = await Promise.all([
    payersOf('contact'),
    payersOf('company'),
    index.having('deal', references),
  ]);
  const dealIds = distinct([
    ...dealsHaving.map(({ recordId }) => recordId),
    ...namedOf('deal', references),
    ...[...contacts, ...companies].flatMap((payer) => [...payer.dealIds]),
  ]);
  const contactIds = contacts.map(({ recordId }) => recordId);
  const [deals, ofContacts, ofDeals] = await Promise.all([
    // A name can be of a deal that was merged into another, or that is gone.
    ports.crm.readMany('deal', dealIds, []),
    ports.crm.associatedWithMany('contact', contactIds, 'company'),
    ports.crm.associatedWithMany('deal', dealIds, 'company'),
  ]);
  const companyIds = distinct([
    ...companies.map(({ recordId }) => recordId),
    ...[...ofContacts.values(), ...ofDeals.values()].flat(),
  ]);
  return [
    ...refs('deal', deals.keys()),
    ...refs('contact', contactIds),
    ...refs('company', companyIds),
  ];
}
