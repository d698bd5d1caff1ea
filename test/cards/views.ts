import type {
  Charge,
  FoundCustomer,
  LinkPaymentsReply,
  ObjectType,
  RecordView,
  StripeObjects,
} from '@stripe-payments/core';
import { charge } from '../builders/charge.ts';
import { recordViewOf } from '../builders/record-view.ts';

/** The same objects on a record of another type. */
export function viewOf(
  objectType: ObjectType,
  objects: Partial<StripeObjects>,
  overrides: Partial<RecordView> = {},
): RecordView {
  const dealAmount = objectType === 'deal' ? undefined : { dealAmount: null };
  return recordViewOf(objects, { objectType, ...dealAmount, ...overrides });
}

/** A payment of a customer who is not linked: its metadata names the record. */
export function chargeOf(customerId: string | null, overrides: Partial<Charge> = {}): Charge {
  return charge({
    customerId,
    recordClaims: [{ objectType: 'deal', recordId: '1' }],
    ...overrides,
  });
}

/** A payment that names this deal and deal 2 alike. */
export function ambiguousCharge(overrides: Partial<Charge> = {}): Charge {
  const recordClaims = ['1', '2'].map((recordId) => ({ objectType: 'deal' as const, recordId }));
  return charge({ recordClaims, ...overrides });
}

export function foundCustomer(overrides: Partial<FoundCustomer> = {}): FoundCustomer {
  return {
    id: 'cus_9',
    name: 'Grace Hopper',
    email: 'grace@northwind.example',
    created: 1_790_000_000,
    isLinked: false,
    ...overrides,
  };
}

export const searchReply = (customers: readonly FoundCustomer[]): LinkPaymentsReply => ({
  ok: true,
  action: 'search',
  customers,
});

type Change = Exclude<
  Extract<LinkPaymentsReply, { readonly ok: true }>,
  { action: 'search' | 'payments' }
>;

export function changeReply(
  action: Change['action'],
  id: string,
  overrides: Partial<Change> = {},
): LinkPaymentsReply {
  const isCustomer = action === 'link' || action === 'unlink';
  const name = isCustomer ? 'stripe_customer_id' : 'stripe_payment_ids';
  const isAdded = action === 'link' || action === 'assign';
  const change = isAdded ? { from: '', to: id } : { from: id, to: '' };
  return {
    ok: true,
    action,
    ids: [id],
    taken: [],
    changes: [{ name, ...change }],
    movedFrom: [],
    isSettled: true,
    figures: { status: 'saved' },
    stripeCopy: { status: 'not-asked' },
    ...overrides,
  };
}
