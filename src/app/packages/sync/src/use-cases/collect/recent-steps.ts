import type { ErrorCode, StripeObjects } from '@stripe-payments/core';
import { comparableAddress, domainOfAddress } from '@stripe-payments/core';
import type { StripeEvent, TouchedObjects } from '../../ports.ts';
import type { SyncError } from '../../sync-error.ts';
import type { Step } from './steps.ts';

/** An object that is gone, or is of the other mode: what it has left behind is found by its id. */
const GONE: ReadonlySet<ErrorCode> = new Set([
  'unknown-customer',
  'unknown-payment',
  'unknown-invoice',
  'unknown-subscription',
  'unknown-checkout',
  'wrong-mode',
]);

export const isGone = ({ code }: SyncError): boolean => GONE.has(code);

/** A step that Stripe answers by a search. */
export type SearchStep = Extract<Step, { readonly kind: 'metadata' | 'addresses' | 'domain' }>;

/** Its answers may be a minute old. */
export const isSearch = (step: Step): step is SearchStep =>
  step.kind === 'metadata' || step.kind === 'addresses' || step.kind === 'domain';

/** True for what the search would find, or would have found before. */
function isWanted(step: SearchStep, { claims, addresses }: TouchedObjects): boolean {
  switch (step.kind) {
    case 'metadata':
      return claims.some(
        ({ objectType, recordId }) =>
          objectType === step.objectType && step.recordIds.includes(recordId),
      );
    case 'addresses': {
      const wanted = new Set(step.addresses.map(comparableAddress));
      return addresses.some((address) => wanted.has(comparableAddress(address)));
    }
    case 'domain':
      return addresses.some((address) => domainOfAddress(address) === step.domain);
  }
}

/** Customers that an event is about itself. */
const ownCustomers = ({ customerIds, paymentIds, documentIds }: TouchedObjects) =>
  paymentIds.length === 0 && documentIds.length === 0 ? customerIds : [];

/** Checkouts cannot be searched, so that a search would not find them later either. */
const isSearchable = (id: string): boolean => !id.startsWith('cs_');

const searchedIn = ({ paymentIds, documentIds }: TouchedObjects): readonly string[] =>
  [...paymentIds, ...documentIds].filter(isSearchable);

/** What was found, by the ids that events use. */
const idsIn = ({ customers, charges, invoices, subscriptions }: StripeObjects) =>
  new Set([
    ...[...customers, ...invoices, ...subscriptions].map(({ id }) => id),
    ...charges.flatMap(({ id, paymentIntentId }) => [id, paymentIntentId ?? id]),
  ]);

/**
 * What is to be read by its id beside a search: what the last minutes' events say has come, and what the search
 * has found as it was before them.
 */
export function recentSteps(
  step: SearchStep,
  found: StripeObjects,
  events: readonly StripeEvent[],
): readonly Step[] {
  const foundIds = idsIn(found);
  const ids = events.flatMap(({ touched }) => {
    const all = [...searchedIn(touched), ...ownCustomers(touched)];
    if (!isWanted(step, touched)) return all.filter((id) => foundIds.has(id));
    return step.kind === 'metadata' ? all : ownCustomers(touched);
  });
  return [...new Set(ids)].map((id) => ({ kind: 'recent', id }));
}

/** Without what was read by its id after it was searched: as it was, or gone. */
export function withoutReread(
  searched: StripeObjects,
  rereadIds: ReadonlySet<string>,
): StripeObjects {
  const isLeft = ({ id }: { readonly id: string }): boolean => !rereadIds.has(id);
  return {
    ...searched,
    customers: searched.customers.filter(isLeft),
    charges: searched.charges.filter(
      (charge) => isLeft(charge) && !rereadIds.has(charge.paymentIntentId ?? charge.id),
    ),
    invoices: searched.invoices.filter(isLeft),
    subscriptions: searched.subscriptions.filter(isLeft),
  };
}
