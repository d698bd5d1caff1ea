import type { StripeObjects } from '@stripe-payments/core';
import type { Step } from '../reading/step.ts';
import { customerSteps, thingSteps } from '../reading/step.ts';

/**
 * What is read as a whole and counted once: a customer with everything of theirs (`cus_`), or what a
 * guest paid (`pi_`, else `ch_`, `py_`, `cs_`). Each thing at Stripe is part of exactly one unit.
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
  const things: readonly Owned[] = [
    ...customers,
    ...charges,
    ...invoices,
    ...subscriptions,
    ...checkouts,
  ];
  return [...new Set(things.map(unitOf))];
}

/** What brings all of a unit. */
export function stepsOfUnit(unit: Unit): readonly Step[] {
  if (unit.startsWith('cus_')) return customerSteps(unit);
  const things = thingSteps([unit]);
  return unit.startsWith('pi_') ? [...things, { kind: 'checkouts-of-payment', id: unit }] : things;
}

/** The part of what was read that belongs to the unit. */
export function ownObjects(unit: Unit, objects: StripeObjects): StripeObjects {
  const isOwn = (thing: Owned): boolean => unitOf(thing) === unit;
  return {
    customers: objects.customers.filter(isOwn),
    charges: objects.charges.filter(isOwn),
    invoices: objects.invoices.filter(isOwn),
    subscriptions: objects.subscriptions.filter(isOwn),
    checkouts: objects.checkouts.filter(isOwn),
  };
}
