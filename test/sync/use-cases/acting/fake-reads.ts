import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import type {
  ActingPorts,
  StoredRequest,
} from '../../../../src/app/packages/sync/src/use-cases/acting/acting-ports.ts';
import { fakeCouponReads } from './fake-coupons.ts';
import { previewIn } from './fake-items.ts';
import type { StripeState } from './fake-state.ts';

const whole = (requests: readonly StoredRequest[]) => ({ requests, isComplete: true });

/** Its lists, which are never behind, and a search that always is: it finds nothing. */
export function fakeReads(state: StripeState): ActingPorts['reads'] {
  const requests = () => [...state.requests.values()];
  const ofCustomer = (customerId: string, kind: StoredRequest['kind']) =>
    requests().filter((each) => each.customer?.id === customerId && each.kind === kind);
  const byId = (kind: StoredRequest['kind']) => (id: string) => {
    const request = state.requests.get(id);
    return request?.kind === kind
      ? Promise.resolve(request)
      : Promise.reject(new SyncError('unknown-invoice'));
  };
  return {
    refundsOf: (chargeId) =>
      Promise.resolve(state.refunds.filter((refund) => refund.chargeId === chargeId)),
    customer: (id) => Promise.resolve(state.customers.get(id) ?? null),
    customersOfAddress: (email) =>
      Promise.resolve([...state.customers.values()].filter((customer) => customer.email === email)),
    invoicesOfCustomer: (customerId) => Promise.resolve(whole(ofCustomer(customerId, 'invoice'))),
    openInvoicesOf: (id) => {
      const billed = requests().filter(({ subscription }) => subscription?.id === id);
      return Promise.resolve(whole(billed.filter(({ status }) => status === 'open')));
    },
    nextInvoice: (id) => Promise.resolve(state.subscriptions.get(id)?.price ?? null),
    previewChange: (subscription, change) => {
      const now = state.subscriptions.get(subscription.id);
      if (now?.status === 'canceled') return Promise.reject(new SyncError('unknown-subscription'));
      return Promise.resolve(previewIn(state, change));
    },
    ...fakeCouponReads(state, (id) => state.subscriptions.get(id)),
    taxOf: () => Promise.resolve(null),
    productNames: (ids) => Promise.resolve(new Map(ids.map((id) => [id, `Name of ${id}`]))),
    subscriptionRequests: (customerId) =>
      Promise.resolve(whole(ofCustomer(customerId, 'subscription'))),
    findSubscriptions: () => Promise.resolve([]),
    subscriptionsOfLink: (id) => Promise.resolve(state.begunWithLinks.get(id) ?? []),
    findInvoices: () => Promise.resolve([]),
    invoice: byId('invoice'),
    isBeingPaid: (id) => Promise.resolve(state.beingPaid.has(id)),
    links: () => Promise.resolve(whole(requests().filter(({ kind }) => kind === 'link'))),
    link: byId('link'),
    subscriptionsOfCustomer: (id) => {
      const all = [...state.subscriptions.values()].filter(({ customer }) => customer.id === id);
      const customer = all.length === 0 ? null : (state.customers.get(id) ?? null);
      return Promise.resolve({ subscriptions: all, customer });
    },
    recentEvents: () => Promise.resolve(state.events),
    subscription: (id) => {
      const found = state.subscriptions.get(id);
      return found === undefined
        ? Promise.reject(new SyncError('unknown-subscription'))
        : Promise.resolve(found);
    },
  };
}
