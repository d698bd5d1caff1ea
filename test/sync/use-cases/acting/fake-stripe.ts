import type { RequestLine } from '@stripe-payments/core';
import { money, totalOf } from '@stripe-payments/core';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import type {
  ActingPorts,
  StoredRequest,
  StoredSubscription,
} from '../../../../src/app/packages/sync/src/use-cases/acting/acting-ports.ts';
import { discountMade } from './fake-coupons.ts';
import { differenceOf, itemChanged } from './fake-items.ts';
import type { Ending, StripeState } from './fake-state.ts';
import { refund as refundOf } from '../../../builders/refund.ts';

type Writes = ActingPorts['writes'];
type Metadata = Readonly<Record<string, string>>;

/** How Stripe keeps an idempotency key. */
const KEY_LIFE_MS = 24 * 60 * 60_000;

const recordsIn = (metadata: Metadata): StoredRequest['records'] =>
  (['deal', 'contact'] as const).flatMap((objectType) => {
    const recordId = metadata[`hubspot_${objectType}_id`];
    return recordId === undefined ? [] : [{ objectType, recordId }];
  });

function requestOf(kind: StoredRequest['kind'], id: string, metadata: Metadata): StoredRequest {
  return {
    kind,
    id,
    isRecurring: false,
    number: null,
    amount: money(0, 'usd'),
    open: money(0, 'usd'),
    status: kind === 'invoice' ? 'draft' : 'open',
    url: kind === 'link' ? `https://buy.stripe.com/${id}` : null,
    customer: null,
    created: 1,
    dueDate: null,
    subscription: null,
    isCharged: false,
    fingerprint: metadata['hubspot_request'] ?? null,
    confirmation: metadata['hubspot_confirmation'] ?? null,
    userId: metadata['hubspot_user_id'] ?? null,
    records: recordsIn(metadata),
    netMinor: 0,
    hasLines: false,
  };
}

/** The writes of a Stripe that does each key once, as the real one does, and refuses as it does. */
export function fakeWrites(state: StripeState): Writes {
  const nextId = (prefix: string): string => {
    state.count += 1;
    return `${prefix}_${String(state.count)}`;
  };
  const once = <T>(key: string, params: unknown, make: () => T): Promise<T> => {
    const kept = state.keys.get(key);
    const asked = JSON.stringify(params);
    if (kept !== undefined && state.nowMs - kept.atMs < KEY_LIFE_MS) {
      if (kept.params !== asked) return Promise.reject(new SyncError('stripe-refused'));
      return Promise.resolve(kept.result as T);
    }
    const result = make();
    state.keys.set(key, { params: asked, result, atMs: state.nowMs });
    return Promise.resolve(result);
  };
  const requestIn = (id: string): StoredRequest => {
    const request = state.requests.get(id);
    if (request === undefined) throw new SyncError('unknown-invoice');
    return request;
  };
  const change = (id: string, fields: Partial<StoredRequest>): StoredRequest => {
    const changed = { ...requestIn(id), ...fields };
    state.requests.set(id, changed);
    return changed;
  };
  const subscriptionIn = (id: string): StoredSubscription => {
    const found = state.subscriptions.get(id);
    if (found === undefined) throw new SyncError('unknown-subscription');
    return found;
  };
  /** Each change that a person confirmed is kept with the text. */
  const changeIn = (
    before: StoredSubscription,
    fields: Partial<StoredSubscription>,
    what: string,
  ): StoredSubscription => {
    const after = { ...before, ...fields };
    state.subscriptions.set(before.id, after);
    state.subscriptionChanges.push({ what, confirmation: fields.confirmation ?? null });
    return after;
  };
  const priced = (lines: readonly RequestLine[]): Partial<StoredRequest> => {
    const total = totalOf(lines, lines[0]?.total.currency ?? 'usd');
    return { amount: total, open: total, netMinor: total.minor, hasLines: true };
  };
  const refused = (): never => {
    throw new SyncError('stripe-refused');
  };
  const end = (
    id: string,
    key: string,
    from: readonly StoredRequest['status'][],
    status: Ending['status'],
  ): Promise<StoredRequest> =>
    once(key, { id, status }, () => {
      if (!from.includes(requestIn(id).status)) refused();
      state.endings.push({ id, status });
      return change(id, { status, ...(status === 'paid' && { open: money(0, 'usd') }) });
    });
  return {
    refund: ({ chargeId, amountMinor, reason, metadata, key }) =>
      once(key, { chargeId, amountMinor, reason, metadata }, () => {
        const charge = state.charges.get(chargeId) ?? refused();
        const before = charge.refunds.reduce((sum, each) => sum + each.amountMinor, 0);
        if (before + amountMinor > charge.amountCapturedMinor) refused();
        const id = nextId('re');
        const made = {
          id,
          chargeId,
          amountMinor,
          currency: charge.currency,
          status: 'succeeded',
          failureReason: null,
          confirmation: metadata['hubspot_confirmation'] ?? null,
          userId: metadata['hubspot_user_id'] ?? null,
        };
        state.refunds.push(made);
        const refunds = [...charge.refunds, refundOf({ id, amountMinor })];
        state.charges.set(chargeId, { ...charge, refunds });
        return made;
      }),
    createLink: ({ key, ...params }) =>
      once(key, params, () => {
        const { lines, cycle, metadata } = params;
        const id = nextId('plink');
        state.requests.set(id, requestOf('link', id, metadata));
        const isRecurring = cycle !== null;
        return change(id, { ...priced([...(cycle?.lines ?? []), ...lines]), isRecurring });
      }),
    createSubscription: ({ key, ...params }) =>
      once(key, params, () => {
        const id = nextId('sub');
        const { customerId, cycle, metadata } = params;
        const customer = state.customers.get(customerId) ?? refused();
        const request = requestOf('subscription', id, metadata);
        state.requests.set(id, { ...request, customer });
        state.begun.push(params);
        return change(id, { ...priced(cycle.lines), isRecurring: true });
      }),
    deactivateLink: (id) => Promise.resolve(change(id, { status: 'canceled' })),
    createCustomer: ({ name, email, metadata, key }) =>
      once(key, { name, email, metadata }, () => {
        const id = nextId('cus');
        const fingerprint = metadata['hubspot_request'] ?? null;
        const made = { id, name, email, fingerprint, isDelinquent: false };
        state.customers.set(id, made);
        return made;
      }),
    createInvoice: ({ key, ...params }) =>
      once(key, params, () => {
        const id = nextId('in');
        const { customerId, metadata } = params;
        const customer = state.customers.get(customerId) ?? refused();
        const request = requestOf('invoice', id, metadata);
        state.requests.set(id, { ...request, customer });
        return requestIn(id);
      }),
    addLines: (id, lines, key) =>
      once(key, { id, lines }, () => {
        if (requestIn(id).status !== 'draft' || requestIn(id).hasLines) refused();
        return change(id, priced(lines));
      }),
    finalize: (id) =>
      requestIn(id).status === 'draft'
        ? Promise.resolve(change(id, { status: 'open', url: `https://invoice.stripe.com/${id}` }))
        : Promise.reject(new SyncError('stripe-refused')),
    send: (id, key) =>
      once(key, { id }, () => {
        if (requestIn(id).status !== 'open') refused();
        state.emails.push({ invoiceId: id, key });
        return requestIn(id);
      }),
    void: (id, key) => end(id, key, ['open', 'uncollectible'], 'canceled'),
    payOutside: (id, key) => end(id, key, ['open', 'uncollectible'], 'paid'),
    markUncollectible: (id, key) => end(id, key, ['open'], 'uncollectible'),
    endSubscription: ({ id }, { text: confirmation, userId }) => {
      const before = subscriptionIn(id);
      if (before.status === 'canceled')
        return Promise.reject(new SyncError('unknown-subscription'));
      return Promise.resolve(
        changeIn(before, { status: 'canceled', confirmation, userId }, 'ended'),
      );
    },
    changeSubscription: ({ id }, asked, consent) => {
      const before = subscriptionIn(id);
      if (before.status === 'canceled') return Promise.reject(new SyncError('stripe-refused'));
      const fields =
        'endsWithPeriod' in asked
          ? { endsAt: asked.endsWithPeriod ? (before.periodEnd ?? 0) : null }
          : { isCollectionPaused: asked.isCollectionPaused };
      const by = { confirmation: consent.text, userId: consent.userId };
      const make = () => changeIn(before, { ...fields, ...by }, JSON.stringify(asked));
      return once(consent.key, { id, asked }, make);
    },
    changeItem: ({ id }, change, { key, userId, text }) => {
      const before = subscriptionIn(id);
      if (before.status === 'canceled') return Promise.reject(new SyncError('stripe-refused'));
      if (state.isDeclined && change.billing === 'now') {
        return Promise.reject(new SyncError('payment-declined'));
      }
      return once(key, { id, change }, () => {
        const difference = differenceOf(change);
        const isNow = change.billing === 'now';
        state.differences.push({ now: isNow ? difference : 0, next: isNow ? 0 : difference });
        const by = { confirmation: text, userId };
        return changeIn(before, { ...itemChanged(before, change), ...by }, 'item');
      });
    },
    changeCoupon: ({ id }, asked, { key, userId, text }) => {
      const before = subscriptionIn(id);
      if (before.status === 'canceled') return Promise.reject(new SyncError('stripe-refused'));
      return once(key, { id, asked }, () => {
        const discounts = asked === null ? [] : [discountMade(state, asked, nextId('di'))];
        state.discounts.set(id, discounts);
        return changeIn(before, { confirmation: text, userId }, 'coupon');
      });
    },
    cardLink: (customerId) => {
      state.cardLinks.push(customerId);
      const id = nextId('bps');
      return Promise.resolve({ id, url: `https://billing.stripe.com/p/session/test_${id}` });
    },
    note: (id, metadata) => {
      const written = (key: string): string | null =>
        metadata[key] === '' ? null : (metadata[key] ?? null);
      change(id, {
        confirmation: written('hubspot_confirmation'),
        userId: written('hubspot_user_id'),
      });
      return Promise.resolve();
    },
  };
}
