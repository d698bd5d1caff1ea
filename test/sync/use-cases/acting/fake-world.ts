import { createHmac } from 'node:crypto';
import type { LineItem, Money, PropertyEdit, StoredProperties } from '@stripe-payments/core';
import { ACTION_KINDS, money } from '@stripe-payments/core';
import { createSeal } from '../../../../src/app/packages/sync/src/seal.ts';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import type { ActingPorts } from '../../../../src/app/packages/sync/src/use-cases/acting/acting-ports.ts';
import type { ViewedRecord } from '../../../../src/app/packages/sync/src/use-cases/viewed-record.ts';
import { charge } from '../../../builders/charge.ts';
import { invoice } from '../../../builders/invoice.ts';
import { recordViewOf } from '../../../builders/record-view.ts';
import type { StripeState } from './fake-state.ts';
import { fakeReads } from './fake-reads.ts';
import { stripeState } from './fake-state.ts';
import { fakeWrites } from './fake-stripe.ts';

const NOW_MS = Date.parse('2026-11-22T12:01:00Z');

export const deal: ViewedRecord = {
  objectType: 'deal',
  recordId: '9001',
  createdAt: '2026-01-02T03:04:05Z',
};

const SEAL = createSeal('rk_test_read');

/** What a card has for a payment that counts on the deal. */
export function ticketFor(
  paymentId: string,
  { isCounted = true, record = deal, validMs = 60_000 } = {},
): string {
  const { objectType, recordId, createdAt } = record;
  return SEAL.close(
    JSON.stringify({
      kind: 'payment',
      objectType,
      recordId,
      recordCreatedMs: Date.parse(createdAt),
      mode: 'test',
      paymentId,
      expiresAtMs: NOW_MS + 365 * 24 * 60 * validMs,
      isCounted,
    }),
  );
}

/** What happens to a call: it is lost on its way, or its answer is, or the function dies there. */
export type Fault = 'none' | 'lost' | 'unanswered' | 'killed-before' | 'killed-after';

export interface World {
  readonly stripe: StripeState;
  readonly deal: Record<string, string | null>;
  readonly history: PropertyEdit[];
  items: readonly LineItem[];
  contacts: ReadonlyMap<string, StoredProperties>;
  /** Of the deal's amount, as Stripe says: what stays of its payments. */
  paid: Money;
  /** Open ones that no request made: minor units by id. */
  readonly invoices: Map<string, number>;
  /** Where Stripe cannot be read as a whole. */
  isViewComplete: boolean;
  /** On the deal's timeline, by id. */
  readonly notes: Map<string, string>;
  /** A user's edit in HubSpot's interface, or what else the source says. */
  readonly enter: (value: string, source?: Partial<PropertyEdit>) => void;
  /** The ports of one invocation. */
  readonly ports: (faults?: readonly Fault[]) => ActingPorts;
}

/** An invocation that is dead does nothing any more. */
class Killed extends Error {}

/** Every method of the port, each call with the next fault. */
function faulty<T extends object>(port: T, meet: (call: () => unknown) => Promise<unknown>): T {
  return new Proxy(port, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => meet(() => Reflect.apply(method, target, args) as unknown);
    },
  });
}

function meeting(faults: readonly Fault[]): (call: () => unknown) => Promise<unknown> {
  const left = [...faults];
  let isDead = false;
  return async (call) => {
    if (isDead) throw new Killed();
    const fault = left.shift() ?? 'none';
    // Two invocations at once take turns.
    for (let turn = 0; turn < left.length % 3; turn += 1) await Promise.resolve();
    if (fault === 'lost') throw new SyncError('stripe-unreachable');
    isDead = fault === 'killed-before' || fault === 'killed-after';
    if (fault === 'killed-before') throw new Killed();
    const answer = await call();
    if (fault === 'killed-after') throw new Killed();
    if (fault === 'unanswered') throw new SyncError('stripe-unreachable');
    return answer;
  };
}

/** What Stripe says of the deal: the open invoices that were requested are among them. */
function viewIn({ stripe, paid, invoices, isViewComplete }: World) {
  const requested = [...stripe.requests.values()]
    .filter(({ kind, status }) => kind === 'invoice' && status === 'open')
    .map(({ id, open }) => [id, open.minor] as const);
  const open = [...requested, ...invoices].map(([id, minor]) =>
    invoice({ id, number: `N-${id}`, totalMinor: minor }),
  );
  const view = recordViewOf({ invoices: open });
  const dealCoverage = {
    value: 'partly_paid' as const,
    amount: money(100_000, 'usd'),
    paid,
    others: [],
    paidInFullOn: null,
    isPartlyPaid: true,
  };
  const continuation = isViewComplete ? null : 'more';
  return { ...view, continuation, summary: { ...view.summary, dealCoverage } };
}

/** A deal of 1,000.00 USD with one contact, and a captured payment of 20.00. */
export function fakeWorld(): World {
  const stripe = stripeState(NOW_MS);
  stripe.charges.set('ch_1', charge());
  const properties: Record<string, string | null> = {
    hs_object_id: '9001',
    createdate: '2026-01-02T03:04:05.000Z',
    dealname: 'Renewal',
    amount: '1000',
    deal_currency_code: 'USD',
    stripe_customer_id: 'cus_1',
    stripe_amount_outstanding: '400.00',
    stripe_last_synced_at: null,
    stripe_confirmation: null,
  };
  const history: PropertyEdit[] = [];
  const write = (value: string, source: Partial<PropertyEdit>): void => {
    stripe.nowMs += 1_000;
    history.push({
      value,
      writtenAtMs: stripe.nowMs,
      sourceType: 'CRM_UI',
      updatedByUserId: '77',
      ...source,
    });
    properties['stripe_confirmation'] = value;
  };
  const world: World = {
    stripe,
    deal: properties,
    history,
    paid: money(60_000, 'usd'),
    invoices: new Map(),
    isViewComplete: true,
    notes: new Map(),
    items: [],
    contacts: new Map(),
    enter: (value, source = {}) => {
      write(value, source);
    },
    ports: (faults = []) => {
      const meet = meeting(faults);
      return {
        kinds: ACTION_KINDS,
        ...faulty({ view: () => Promise.resolve(viewIn(world)) }, meet),
        stripe: faulty<ActingPorts['stripe']>(
          {
            mode: 'test',
            chargesOfPayment: (id) => {
              const found = stripe.charges.get(id);
              return found === undefined
                ? Promise.reject(new SyncError('unknown-payment'))
                : Promise.resolve([found]);
            },
            completed: (given) => Promise.resolve(given),
          },
          meet,
        ),
        reads: faulty(fakeReads(stripe), meet),
        writes: faulty(fakeWrites(stripe), meet),
        tryWrite: (permission) =>
          Promise.resolve({
            status: stripe.forbidden.has(permission) ? 'missing' : 'present',
            detail: permission,
          }),
        crm: faulty<ActingPorts['crm']>(
          {
            read: () => Promise.resolve({ ...properties }),
            readMany: () => Promise.resolve(world.contacts),
            associated: () => Promise.resolve([...world.contacts.keys()]),
            accountFacts: () => Promise.resolve({ currency: 'usd', timeZone: 'UTC' }),
            lineItems: () => Promise.resolve(world.items),
            editsOf: () => Promise.resolve([...history]),
            clear: () => {
              write('', { sourceType: 'INTEGRATION', updatedByUserId: null });
              return Promise.resolve();
            },
          },
          meet,
        ),
        notes: faulty<ActingPorts['notes']>(
          {
            of: () => Promise.resolve([...world.notes].map(([id, body]) => ({ id, body }))),
            create: (_record, body) => {
              stripe.count += 1;
              world.notes.set(String(stripe.count), body);
              return Promise.resolve();
            },
            remove: (id) => {
              world.notes.delete(id);
              return Promise.resolve();
            },
          },
          meet,
        ),
        language: 'en',
        clock: { nowMs: () => stripe.nowMs },
        seal: SEAL,
        sign: (text) => createHmac('sha256', 'rk_test_write').update(text).digest('hex'),
      };
    },
  };
  return world;
}
