import type { RecordClaims, Payer, RecordClaim, StripeObjects } from '@stripe-payments/core';
import { comparableAddress, domainOfAddress } from '@stripe-payments/core';
import type { Ports, RecordRef, SearchCondition } from '../../ports.ts';
import { holdsNothing } from '../reading/found-objects.ts';
import type { KnownPayer, PayerType } from './payers.ts';
import { readPayers } from './payers.ts';
import { linking, refuseTooMany, competingRecordsOf, searchClaims } from './competing-records.ts';

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const customerIdsIn = ({ customers, charges, subscriptions }: StripeObjects): string[] => [
  ...distinct([
    ...customers.map(({ id }) => id),
    ...charges.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])),
    ...subscriptions.map(({ customerId }) => customerId),
  ]),
];

/** Who else could have what was read; nobody is asked where that is nothing. */
export async function competingRecordsOfRead(
  ports: Ports,
  record: RecordRef,
  objects: StripeObjects,
): Promise<readonly RecordClaims[]> {
  if (holdsNothing(objects)) return [];
  return competingRecordsOf(ports, record, customerIdsIn(objects), () => Promise.resolve(objects));
}

/** Addresses of everybody who paid: customers, and guests as they typed theirs. */
function addressesIn({ customers, checkouts }: StripeObjects): readonly string[] {
  const guests = checkouts.filter(({ customerId }) => customerId === null);
  return distinct(
    [...customers, ...guests].flatMap(({ email }) =>
      email === null ? [] : [comparableAddress(email)],
    ),
  );
}

/** Every record that anything found names. */
function claimsIn(objects: StripeObjects): readonly RecordClaim[] {
  const { customers, charges, invoices, subscriptions, checkouts } = objects;
  return [
    ...[customers, charges, invoices, subscriptions, checkouts].flatMap((items) =>
      items.flatMap(({ recordClaims }) => [...recordClaims]),
    ),
    ...invoices.flatMap(({ subscriptionClaims }) => subscriptionClaims),
  ];
}

function identities(objects: StripeObjects, type: PayerType): readonly SearchCondition[] {
  const addresses = addressesIn(objects);
  if (type === 'contact') {
    return addresses.length === 0 ? [] : [{ property: 'email', is: 'one-of', values: addresses }];
  }
  const domains = distinct(addresses.flatMap((address) => domainOfAddress(address) ?? []));
  return domains.length === 0 ? [] : [{ property: 'domain', is: 'one-of', values: domains }];
}

/** Contacts or companies that link one of the customers, or have their address or domain. */
async function holdersOf(
  ports: Ports,
  objects: StripeObjects,
  type: PayerType,
): Promise<readonly RecordClaims[]> {
  const customerIds = customerIdsIn(objects);
  refuseTooMany(customerIds);
  const conditions = [...identities(objects, type), ...linking(customerIds)];
  return searchClaims(ports, type, conditions);
}

/**
 * Contacts and companies beside the deal's own that could have paid what was found: one payment may
 * count on one deal only, so their deals have to be known too.
 */
export async function otherPayers(
  ports: Ports,
  objects: StripeObjects,
  known: readonly Payer[],
): Promise<readonly KnownPayer[]> {
  if (holdsNothing(objects)) return [];
  const types: readonly PayerType[] = ['contact', 'company'];
  const found = await Promise.all(
    types.map(async (type) => {
      const knownIds = new Set(
        known.filter(({ objectType }) => objectType === type).map(({ recordId }) => recordId),
      );
      const holders = await holdersOf(ports, objects, type);
      const named = claimsIn(objects).filter(({ objectType }) => objectType === type);
      const ids = distinct([...holders, ...named].map(({ recordId }) => recordId));
      return readPayers(
        ports,
        type,
        ids.filter((id) => !knownIds.has(id)),
      );
    }),
  );
  return found.flat();
}
