import type { Payee, RequestBasis } from '@stripe-payments/core';
import { comparableAddress, distinctById, totalOf } from '@stripe-payments/core';
import type { ViewedRecord } from '../viewed-record.ts';
import type { Contact } from './acted-record.ts';
import {
  contactsOf,
  dealMoney,
  isNamedBy,
  linkedCustomerIds,
  payeeOfCustomer,
  readActedRecord,
} from './acted-record.ts';
import type { ActingPorts, StoredCustomer } from './acting-ports.ts';
import { tried } from './confirmed.ts';
import { linksOf, withAmounts } from './request-reads.ts';
import { readStanding, withRequests } from './standing.ts';
import { readLines } from './subject.ts';

/** To choose from, and to ask for the invoices of. */
export const MAX_CUSTOMERS = 10;

/** The customers with an address of a contact. */
export async function customersOfContact(
  { reads }: Pick<ActingPorts, 'reads'>,
  { addresses }: Contact,
): Promise<readonly StoredCustomer[]> {
  const found = await Promise.all(addresses.map((email) => reads.customersOfAddress(email)));
  return distinctById(found.flat());
}

/** Customers that the record links, those with an address of its contacts, and contacts without one. */
async function payeesOf(
  ports: ActingPorts,
  linkedIds: readonly string[],
  contacts: readonly Contact[],
): Promise<readonly Payee[]> {
  const [linked, ...ofContacts] = await Promise.all([
    Promise.all(linkedIds.slice(0, MAX_CUSTOMERS).map((id) => ports.reads.customer(id))),
    ...contacts.slice(0, MAX_CUSTOMERS).map(async (contact) => {
      const { contactId, name, addresses } = contact;
      const found = await customersOfContact(ports, contact);
      const customers = found.map((each) => payeeOfCustomer(each, contactId));
      const [email] = addresses;
      return customers.length > 0 || email === undefined
        ? customers
        : [{ customerId: null, contactId, name, email: comparableAddress(email) }];
    }),
  ]);
  const first = linked.flatMap((customer) =>
    customer === null ? [] : [payeeOfCustomer(customer)],
  );
  const ids = new Set(first.map(({ customerId }) => customerId));
  return [...first, ...ofContacts.flat().filter(({ customerId }) => !ids.has(customerId))];
}

/** What a request can be made of: read as a whole, once a person begins one. Nothing is written. */
export async function requestBasis(
  ports: ActingPorts,
  viewed: ViewedRecord,
): Promise<RequestBasis> {
  const reading = readActedRecord(ports, viewed);
  const stored = reading.then((read) => read.stored);
  const money = stored.then((properties) => dealMoney(ports, viewed, properties));
  const listing = tried(linksOf(ports));
  const standing = Promise.all([reading, money]).then(([read, deal]) =>
    readStanding(ports, viewed, read, deal),
  );
  const contacts = tried(contactsOf(ports, viewed, stored));
  const payees = Promise.all([stored, contacts]).then(([properties, { value }]) =>
    tried(payeesOf(ports, linkedCustomerIds(properties), value ?? [])),
  );
  const isDeal = viewed.objectType === 'deal';
  const items = tried(isDeal ? readLines(ports, viewed.recordId, money) : Promise.resolve(null));
  // Where the record cannot be read, these are awaited by nothing.
  for (const unread of [standing, payees]) unread.catch(() => undefined);
  const [read, deal] = await Promise.all([reading, money]);
  const links = (await listing).value?.requests ?? [];
  const named = links.filter((each) => isNamedBy(each, read));
  const priced = await tried(withAmounts(ports, named));
  const { value: ofItems, problem: linesProblem } = await items;
  const lines = ofItems?.lines ?? [];
  const [first] = lines;
  const asked = await payees;
  return {
    step: 'basis',
    kinds: ports.kinds,
    currency: deal.currency,
    dealAmount: deal.amount,
    standing: withRequests(await standing, priced.value ?? named),
    lines,
    total: first === undefined ? null : totalOf(lines, first.total.currency),
    recurring: ofItems?.recurring ?? [],
    refused: ofItems?.refused ?? [],
    linesProblem,
    payees: asked.value ?? [],
    payeesProblem: (await contacts).problem ?? asked.problem,
  };
}
