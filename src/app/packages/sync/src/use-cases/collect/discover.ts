import type { ErrorCode, RecordClaims, StripeObjects } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import type { SyncError } from '../../sync-error.ts';
import { ownSteps } from './collect.ts';
import type { Source } from './payers.ts';
import { createReading } from './reading.ts';
import type { Step } from './steps.ts';
import { addressSteps, customerSteps, documentSteps, objectSteps, payerSteps } from './steps.ts';

/**
 * What is read as a whole and counted once: a customer with everything of theirs (`cus_`), or what a
 * guest paid (`pi_`, else `ch_`, `py_`, `cs_`). Each Stripe object is part of exactly one unit.
 */
export type Unit = string;

interface Owned {
  readonly id: string;
  readonly customerId?: string | null;
  readonly paymentIntentId?: string | null;
}

const unitOf = ({ id, customerId, paymentIntentId }: Owned): Unit =>
  customerId ?? paymentIntentId ?? id;

/** Units of everything found; a customer is their own. */
export function unitsIn(objects: StripeObjects): readonly Unit[] {
  const { customers, charges, invoices, subscriptions, checkouts } = objects;
  const owned: readonly Owned[] = [
    ...customers,
    ...charges,
    ...invoices,
    ...subscriptions,
    ...checkouts,
  ];
  return [...new Set(owned.map(unitOf))];
}

/**
 * What brings all of a unit.
 * @param after the charge after which its reading goes on.
 */
export function stepsOfUnit(unit: Unit, after?: string): readonly Step[] {
  if (after !== undefined) {
    return [{ kind: 'charges', customerId: unit, after }, ...documentSteps(unit)];
  }
  if (unit.startsWith('cus_')) return customerSteps(unit);
  const steps = objectSteps([unit]);
  return unit.startsWith('pi_') ? [...steps, { kind: 'checkouts-of-payment', id: unit }] : steps;
}

/** The part of what was read that belongs to the unit. */
export function ownObjects(unit: Unit, objects: StripeObjects): StripeObjects {
  const isOwn = (object: Owned): boolean => unitOf(object) === unit;
  return {
    customers: objects.customers.filter(isOwn),
    charges: objects.charges.filter(isOwn),
    invoices: objects.invoices.filter(isOwn),
    subscriptions: objects.subscriptions.filter(isOwn),
    checkouts: objects.checkouts.filter(isOwn),
  };
}

const PASSING: ReadonlySet<ErrorCode> = new Set([
  'timeout',
  'stripe-rate-limited',
  'stripe-unreachable',
]);

/** True for what is left to the next slice: what was read before it need not be lost. */
export const passesWithTime = ({ code }: SyncError): boolean => PASSING.has(code);

/** Names a payer within the reading of one record. */
export const keyOfPayer = ({ objectType, recordId }: RecordRef): string =>
  objectType === 'contact' ? recordId : `${objectType}/${recordId}`;

/** True for a source that is no person: of a view only people are counted. */
export const isDealKey = (key: string): boolean => key.startsWith('deal/');

/** The units to read. */
export interface Discovery {
  readonly units: readonly Unit[];
  readonly failures: readonly SyncError[];
  readonly isSearchUnavailable: boolean;
}

async function discover(
  { stripe }: Ports,
  linked: readonly Unit[],
  steps: readonly Step[],
): Promise<Discovery> {
  // What is found is read later, as a part of its unit.
  const reading = createReading(stripe, { follow: () => [] });
  await reading.run(steps);
  const { objects, failures, isSearchUnavailable } = reading.result();
  // An interrupted discovery is dropped whole and repeated in the next slice.
  const passing = failures.find(passesWithTime);
  if (passing !== undefined) throw passing;
  return { units: [...linked, ...unitsIn(objects)], failures, isSearchUnavailable };
}

/** The record's own: linked, assigned, named; a contact's addresses, and customers of a company's domains. */
export const discoverOwn = (
  ports: Ports,
  record: RecordClaims,
  addresses: readonly string[],
): Promise<Discovery> =>
  discover(
    ports,
    [...record.linkedCustomerIds],
    [
      ...ownSteps(record),
      ...(record.linkedCustomerIds.size > 0 ? [] : addressSteps(addresses)),
      ...[...record.domains].map((domain): Step => ({ kind: 'domain', domain })),
    ],
  );

/** What is tied to a few contacts, companies or deals. */
export const discoverPayers = (ports: Ports, payers: readonly Source[]): Promise<Discovery> =>
  discover(
    ports,
    payers.flatMap(({ linkedCustomerIds }) => [...linkedCustomerIds]),
    payerSteps(payers).filter((step) => !('customerId' in step)),
  );
