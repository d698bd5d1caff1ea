import type { ObjectType } from '@stripe-payments/core';

/** One question to Stripe. */
export type Step =
  | {
      readonly kind: 'customer' | 'charges' | 'invoices' | 'subscriptions' | 'checkouts';
      readonly customerId: string;
    }
  /** Anything that can be assigned, by its id. */
  | { readonly kind: 'thing'; readonly id: string }
  | { readonly kind: 'checkouts-of-payment'; readonly id: string }
  | {
      readonly kind: 'addresses';
      readonly addresses: readonly string[];
      readonly isListed: boolean;
    }
  | { readonly kind: 'guest'; readonly address: string }
  | { readonly kind: 'domain'; readonly domain: string }
  | {
      readonly kind: 'naming';
      readonly objectType: ObjectType;
      readonly recordIds: readonly string[];
    };

/** Who a customer is and what ties their payments together. */
export function documentSteps(customerId: string): readonly Step[] {
  const kinds = ['customer', 'invoices', 'subscriptions', 'checkouts'] as const;
  return kinds.map((kind) => ({ kind, customerId }));
}

/** Everything that Stripe has of a customer. */
export const customerSteps = (customerId: string): readonly Step[] => [
  { kind: 'charges', customerId },
  ...documentSteps(customerId),
];

export const thingSteps = (ids: Iterable<string>): readonly Step[] =>
  [...ids].map((id) => ({ kind: 'thing', id }));

export const namingStep = (objectType: ObjectType, recordIds: readonly string[]): Step[] =>
  recordIds.length === 0 ? [] : [{ kind: 'naming', objectType, recordIds }];
