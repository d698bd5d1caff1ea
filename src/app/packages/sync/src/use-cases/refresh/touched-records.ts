import type { Claim, Ports, RecordRef, SearchCondition, TouchedObjects } from '../../ports.ts';
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

const domainsOf = ({ isFreeMail }: Ports, { addresses }: References): ReadonlySet<string> =>
  new Set(
    [...addresses]
      .flatMap((address) => domainOfAddress(address) ?? [])
      .filter((domain) => !isFreeMail(domain)),
  );

/** Finds records by what they claim, in one invocation. */
export interface ClaimIndex {
  having(objectType: ObjectType, references: References): Promise<readonly RecordClaims[]>;
}

/** Records with more than one email or domain, which a filter on the first does not find. */
const ADDITIONAL: Readonly<Record<ObjectType, readonly SearchCondition[]>> = {
  deal: [],
  contact: [{ property: 'hs_additional_emails', is: 'set' }],
  company: [{ property: 'hs_additional_domains', is: 'set' }],
};

/** Values of one search condition. */
const MAX_VALUES = 100;

function isOneOf(property: string, values: readonly string[]): readonly SearchCondition[] {
  return Array.from({ length: Math.ceil(values.length / MAX_VALUES) }, (_, part) => ({
    property,
    is: 'one-of',
    values: values.slice(part * MAX_VALUES, (part + 1) * MAX_VALUES),
  }));
}

/**
 * Reads once, of each type, every record that links, assigns, or has an additional email or domain; where
 * there are too many, asks by the references.
 */
export function createClaimIndex(ports: Ports): ClaimIndex {
  const read = new Map<ObjectType, Promise<Claims>>();
  const everyOf = (objectType: ObjectType): Promise<Claims> => {
    const known =
      read.get(objectType) ??
      claimsFound(ports, objectType, [
        { property: 'stripe_customer_id', is: 'set' },
        { property: 'stripe_payment_ids', is: 'set' },
        ...ADDITIONAL[objectType],
      ]);
    read.set(objectType, known);
    return known;
  };
  return {
    having: async (objectType, references) => {
      const { customerIds, objectIds, addresses } = references;
      const domains = domainsOf(ports, references);
      const identities = { deal: [], contact: [...addresses], company: [...domains] }[objectType];
      const first = isOneOf(objectType === 'contact' ? 'email' : 'domain', identities);
      const { found, isCut } = await everyOf(objectType);
      const asked = isCut
        ? [
            ...linking([...customerIds]),
            ...assigning([...objectIds]),
            ...identities.map((text): SearchCondition => ({ is: 'found-by', text })),
          ]
        : [];
      const conditions = [...first, ...asked];
      const searched =
        conditions.length === 0 ? [] : await searchClaims(ports, objectType, conditions);
      return [...found, ...searched].filter(
        (record) =>
          meets(record.linkedCustomerIds, customerIds) ||
          meets(record.assignedIds, objectIds) ||
          meets(record.addresses, addresses) ||
          meets(record.domains, domains),
      );
    },
  };
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
    const ids = (await index.having(type, references)).map(({ recordId }) => recordId);
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
