import type { ErrorCode, PropertyName, StripePermission } from '@stripe-payments/core';
import { functionTextsIn, labelsOf } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';
import {
  planSync,
  syncPayments,
} from '../../../src/app/packages/sync/src/use-cases/sync-payments.ts';
import { charge } from '../../builders/charge.ts';
import type { Fakes } from '../fake-ports.ts';
import { failureOf, fakePorts, stored, viewed } from '../fake-ports.ts';

const english = functionTextsIn('en');

const charges = { cus_1: [charge()] };

const refusing = (...codes: readonly ErrorCode[]) => {
  const left = [...codes];
  const asked: string[][] = [];
  return {
    asked,
    write: (_record: unknown, values: object) => {
      asked.push(Object.keys(values));
      const code = left.shift();
      return code === undefined ? Promise.resolve() : Promise.reject(new SyncError(code));
    },
  };
};

test('one write carries every change', async () => {
  const ports = fakePorts({ charges });
  const { changes } = await syncPayments(ports, viewed);
  expect(changes.length).toBeGreaterThan(15);
  expect(ports.writes).toHaveLength(1);
  expect(ports.writes[0]).toMatchObject({
    stripe_gross_amount: '20.00',
    stripe_fee_amount: '0.88',
    stripe_net_amount: '19.12',
    stripe_last_synced_at: '2026-11-22T12:00:00.000Z',
  });
});

test('after the writes of a sync there is nothing to change', async () => {
  const ports = fakePorts({ charges });
  await syncPayments(ports, viewed);
  const again = fakePorts({ charges, stored: { ...stored, ...ports.writes[0] } });
  expect((await syncPayments(again, viewed)).changes).toEqual([]);
  expect(again.writes).toEqual([]);
});

test('a plan writes nothing, whether it works or fails', async () => {
  const works = fakePorts({ charges });
  expect((await planSync(works, viewed, undefined)).changes.length).toBeGreaterThan(9);
  const fails = fakePorts();
  expect((await failureOf(planSync(fails, viewed, undefined))).code).toBe('unknown-customer');
  expect([works.writes, fails.writes]).toEqual([[], []]);
});

const FAILING: readonly (readonly [string, Fakes, keyof typeof english.errors])[] = [
  ['an unknown customer', { charges: {} }, 'unknown-customer'],
  [
    'disputes that may not be read',
    {
      charges,
      stripe: { completed: () => Promise.reject(new SyncError('stripe-permission')) },
    },
    'stripe-permission',
  ],
  ['an id that is none', { charges, stored: { ...stored, stripe_payment_ids: 'x' } }, 'bad-id'],
  ['an invoice', { charges, stored: { ...stored, stripe_payment_ids: 'in_1' } }, 'stripe-refused'],
];

describe.each(FAILING)('%s', (_name, fakes, code) => {
  test('fails the sync and leaves only a note', async () => {
    const ports = fakePorts(fakes);
    const failure = await failureOf(syncPayments(ports, viewed));
    expect(failure.code).toBe(code);
    const { message } = english.errors[code];
    expect(ports.writes).toEqual([
      { stripe_sync_error: expect.stringContaining(message) as unknown },
    ]);
  });

  test('writes no second note of the same failure', async () => {
    const first = fakePorts(fakes);
    await failureOf(syncPayments(first, viewed));
    const noted = { ...stored, ...fakes.stored, ...first.writes[0] };
    const second = fakePorts({ ...fakes, stored: noted });
    await failureOf(syncPayments(second, viewed));
    expect(second.writes).toEqual([]);
  });
});

test.each([
  'write-unconfirmed',
  'hubspot-rate-limited',
  'hubspot-permission',
  'hubspot-unauthorized',
  'record-not-found',
] as const)('a write that fails with %s is not noted', async (code) => {
  const { asked, write: refuse } = refusing(code);
  const ports = fakePorts({ charges, crm: { write: refuse } });
  expect((await failureOf(syncPayments(ports, viewed))).code).toBe(code);
  expect(asked).toHaveLength(1);
});

test('a write that HubSpot refuses for its values is noted on the record', async () => {
  const { asked, write: refuse } = refusing('hubspot-refused');
  const ports = fakePorts({ charges, crm: { write: refuse } });
  expect((await failureOf(syncPayments(ports, viewed))).code).toBe('hubspot-refused');
  expect(asked.at(-1)).toEqual(['stripe_sync_error']);
  expect(asked).toHaveLength(2);
});

test('a failed note does not hide the first failure', async () => {
  const { write: refuse } = refusing('hubspot-refused', 'hubspot-unreachable');
  const ports = fakePorts({ charges, crm: { write: refuse } });
  expect((await failureOf(syncPayments(ports, viewed))).code).toBe('hubspot-refused');
});

describe('properties that HubSpot leaves out of a read', () => {
  const left: PropertyName[] = ['stripe_mrr', 'stripe_mode'];
  const rest = Object.fromEntries(
    Object.entries(stored).filter(([name]) => !left.some((each) => each === name)),
  );
  const noStripe = {
    accountId: () => Promise.reject(new Error('Stripe was asked.')),
    chargesOfCustomer: () => Promise.reject(new Error('Stripe was asked.')),
  };
  const states = (state: 'live' | 'archived') => () =>
    Promise.resolve(new Map(left.map((name) => [name, state] as const)));

  test('stop a sync before any Stripe call where they do not exist', async () => {
    const ports = fakePorts({ stored: rest, stripe: noStripe });
    const { failure } = await failureOf(syncPayments(ports, viewed));
    expect(failure).toEqual({ code: 'not-set-up', properties: left });
    expect(ports.writes).toEqual([]);
  });

  test('count as empty where they exist', async () => {
    const ports = fakePorts({ stored: rest, charges, crm: { propertyStates: states('live') } });
    await syncPayments(ports, viewed);
    expect(ports.writes[0]).toMatchObject({ stripe_mode: 'test', stripe_payment_status: 'paid' });
  });

  test('are not written where they are archived, and are named', async () => {
    const ports = fakePorts({ stored: rest, charges, crm: { propertyStates: states('archived') } });
    const { view } = await syncPayments(ports, viewed);
    expect(view.notes).toContainEqual({ kind: 'properties-archived', labels: labelsOf(left) });
    expect(Object.keys(ports.writes[0] ?? {})).not.toContain('stripe_mode');
    expect(ports.writes[0]).toMatchObject({ stripe_payment_status: 'paid' });
  });
});

describe('a payment record that another sync associates while this one reads', () => {
  const READ_FIRST = '2026-11-22T11:59:00.000Z';
  const SAVED_SINCE = '2026-11-22T11:59:58.000Z';
  const removedBy = async (savedSince: string): Promise<readonly string[]> => {
    const asked: (readonly string[])[] = [
      ['81', '82'],
      ['81', '82', '83'],
    ];
    const removed: string[] = [];
    const ports = fakePorts({
      charges,
      stored: { ...stored, stripe_last_synced_at: READ_FIRST },
      paymentRecords: {
        tiedTo: () => Promise.resolve(asked.shift() ?? []),
        ofCharges: () => Promise.resolve(new Map()),
        save: () => Promise.resolve({ ids: new Map([['ch_1', '81']]), refusal: null }),
        tie: () => Promise.resolve(),
        byId: (ids) =>
          Promise.resolve(new Map(ids.map((id) => [id, { stripe_deal_match: 'linked' }]))),
        untie: (_record, ids) => {
          removed.push(...ids);
          return Promise.resolve();
        },
      },
      crm: {
        saved: () =>
          Promise.resolve({
            stored: { ...stored, stripe_last_synced_at: savedSince },
            versions: [],
          }),
      },
    });
    await syncPayments(ports, viewed).catch(() => undefined);
    return removed;
  };

  test('is removed from the record where it does not count there', async () => {
    expect(await removedBy(SAVED_SINCE)).toEqual(['82', '83']);
  });

  test('is asked for only where figures were saved since', async () => {
    expect(await removedBy(READ_FIRST)).toEqual(['82']);
  });
});

test('a sync that several permissions are missing for names all of them, once each', async () => {
  const denied = (permission: StripePermission) => () =>
    Promise.reject(new SyncError('stripe-permission', { permission }));
  const ports = fakePorts({
    charges,
    stripe: {
      invoicesOfCustomer: denied('invoice_read'),
      subscriptionsOfCustomer: denied('subscription_read'),
      checkoutsOfCustomer: denied('invoice_read'),
    },
  });
  const { failure } = await failureOf(syncPayments(ports, viewed));
  expect(failure).toMatchObject({
    code: 'stripe-permission',
    permissions: ['invoice_read', 'subscription_read'],
  });
  expect(ports.writes).toEqual([
    { stripe_sync_error: 'Your Stripe key needs read access to Invoices, Subscriptions.' },
  ]);
});
