import type { Charge, Customer, RecordView, StoredProperties } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { getPayments } from '../../../../src/app/packages/sync/src/use-cases/get-payments.ts';
import { syncPayments } from '../../../../src/app/packages/sync/src/use-cases/sync-payments.ts';
import type { ViewedRecord } from '../../../../src/app/packages/sync/src/use-cases/viewed-record.ts';
import { charge } from '../../../builders/charge.ts';
import { customer } from '../../../builders/customer.ts';
import type { FakePorts, Fakes } from '../../fake-ports.ts';
import { failureOf, fakePorts, stored } from '../../fake-ports.ts';

const company: ViewedRecord = {
  objectType: 'company',
  recordId: '9001',
  createdAt: '2026-01-02T03:04:05Z',
};

const CONTACTS = 60;
const SHARED = 'cus_shared';

const numbers = Array.from({ length: CONTACTS }, (_, index) => index);

/** Every third contact links the customer that all of them share; the others have their own. */
const contactOf = (index: number): StoredProperties => ({
  email: `person${String(index)}@example.com`,
  stripe_customer_id: index % 3 === 0 ? SHARED : null,
  stripe_payment_ids: null,
});

const customers: readonly Customer[] = [
  customer({ id: SHARED, email: 'accounts@example.com' }),
  ...numbers.map((index) =>
    customer({ id: `cus_${String(index)}`, email: `Person${String(index)}@example.com` }),
  ),
];

const charges: Readonly<Record<string, readonly Charge[]>> = Object.fromEntries(
  customers.map(({ id }, index) => [
    id,
    [charge({ id: `ch_${id}`, customerId: id, created: 1_000_000 + index })],
  ]),
);

const contacts = new Map(numbers.map((index) => [String(100 + index), contactOf(index)]));

function companyPorts(fakes: Fakes = {}): FakePorts {
  return fakePorts({
    stored: { ...stored, stripe_customer_id: null, name: 'Example', domain: 'gmail.com' },
    customers,
    charges,
    crm: {
      ofPrimaryCompany: (_id, type) =>
        Promise.resolve(type === 'contact' ? [...contacts.keys()] : []),
      readMany: (_type, ids) =>
        Promise.resolve(new Map([...contacts].filter(([id]) => ids.includes(id)))),
    },
    ...fakes,
  });
}

/** Time for one round only. */
const SHORT: Fakes = { remainingMs: [10_000, 0] };

async function readInSlices(fakes: Fakes = SHORT): Promise<readonly RecordView[]> {
  const views: RecordView[] = [];
  let continuation: string | null | undefined;
  while (continuation !== null) {
    const view = await getPayments(companyPorts(fakes), company, continuation);
    views.push(view);
    continuation = view.continuation;
  }
  return views;
}

const idsIn = (views: readonly RecordView[]): readonly string[] =>
  views.flatMap(({ payments }) => payments.map(({ id }) => id));

test('the slices add up to one long read, also with shared customers', async () => {
  const whole = await getPayments(companyPorts(), company);
  const slices = await readInSlices();
  expect(slices.length).toBeGreaterThan(3);
  expect(whole.continuation).toBeNull();
  expect(slices.at(-1)?.summary).toEqual(whole.summary);
  expect([...idsIn(slices)].sort()).toEqual([...idsIn([whole])].sort());
});

test('no payment is in two slices, also with shared customers', async () => {
  const ids = idsIn(await readInSlices());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id === `ch_${SHARED}`)).toHaveLength(1);
  expect(ids).toHaveLength(1 + (CONTACTS * 2) / 3);
});

test('each slice reports its progress, and only the last one is final', async () => {
  const slices = await readInSlices();
  const covered = slices.map(({ coverage }) => coverage?.contactsCovered ?? -1);
  expect(covered).toEqual([...covered].sort((left, right) => left - right));
  expect(covered.at(-1)).toBe(CONTACTS);
  expect(slices.every(({ coverage }) => coverage?.contactsTotal === CONTACTS)).toBe(true);
  expect(slices.slice(0, -1).every(({ continuation }) => continuation !== null)).toBe(true);
});

test('repeating a slice gives the same slice', async () => {
  const { continuation } = await getPayments(companyPorts(SHORT), company);
  const again = () => getPayments(companyPorts(SHORT), company, continuation ?? undefined);
  expect(await again()).toEqual(await again());
});

test('a sync writes nothing before everything is covered, and then in one call', async () => {
  const writes: number[] = [];
  let continuation: string | undefined;
  let isGoingOn = true;
  while (isGoingOn) {
    const ports = companyPorts(SHORT);
    const { view } = await syncPayments(ports, company, continuation);
    writes.push(ports.writes.length);
    continuation = view.continuation ?? undefined;
    isGoingOn = continuation !== undefined;
  }
  expect(writes.length).toBeGreaterThan(3);
  expect(writes.slice(0, -1).every((count) => count === 0)).toBe(true);
  expect(writes.at(-1)).toBe(1);
});

test('a problem of the first slice stops the write after the last', async () => {
  const others = Object.fromEntries(Object.entries(charges).filter(([id]) => id !== 'cus_1'));
  const views = await readInSlices({ ...SHORT, charges: others });
  expect(views.at(-1)?.problems).toMatchObject([{ code: 'unknown-customer' }]);
});

test.each(['timeout', 'stripe-rate-limited', 'stripe-unreachable'] as const)(
  'a unit that ends in %s is read in the next slice',
  async (code) => {
    const timeouts = new Set(['cus_1', 'cus_2', SHARED]);
    const { SyncError } = await import('../../../../src/app/packages/sync/src/sync-error.ts');
    const ports = () =>
      companyPorts({
        ...SHORT,
        stripe: {
          chargesOfCustomer: (id, sink) => {
            if (timeouts.delete(id)) return Promise.reject(new SyncError(code));
            sink({ charges: charges[id] ?? [] });
            return Promise.resolve(null);
          },
        },
      });
    const views: RecordView[] = [];
    let continuation: string | null | undefined;
    while (continuation !== null) {
      const view = await getPayments(ports(), company, continuation);
      views.push(view);
      continuation = view.continuation;
    }
    expect(views.at(-1)?.problems).toEqual([]);
    expect(views.at(-1)?.summary).toEqual((await getPayments(companyPorts(), company)).summary);
  },
);

const LATE_MS = Date.parse('2026-11-22T12:16:00Z');

async function tokenFor(): Promise<string> {
  return (await getPayments(companyPorts(SHORT), company)).continuation ?? '';
}

function altered(token: string): string {
  const [content = '', signature = ''] = token.split('.');
  const text = Buffer.from(content, 'base64url').toString('utf8');
  const changed = text.replace('"recordId":"9001"', '"recordId":"9002"');
  return `${Buffer.from(changed, 'utf8').toString('base64url')}.${signature}`;
}

test.each([
  ['forged', () => 'e30.e30', {}, 'bad-request'],
  ['empty', () => '', {}, 'bad-request'],
  ['altered', altered, {}, 'bad-request'],
  ['cut short', (token: string) => token.slice(0, -3), {}, 'bad-request'],
  ['for another record', (token: string) => token, { recordId: '9002' }, 'bad-request'],
  ['for another type', (token: string) => token, { objectType: 'deal' }, 'bad-request'],
] as const)('a token that is %s reads and writes nothing', async (_name, change, other, code) => {
  const token = change(await tokenFor());
  const calls: string[] = [];
  const ports = companyPorts({
    crm: {
      read: () => {
        calls.push('read');
        return Promise.resolve(stored);
      },
    },
  });
  const viewed = { ...company, ...other };
  expect((await failureOf(getPayments(ports, viewed, token))).code).toBe(code);
  const syncing = syncPayments(ports, viewed, token);
  expect((await failureOf(syncing)).code).toBe(code);
  expect(calls).toEqual([]);
  expect(ports.writes).toEqual([]);
});

test('a token older than a quarter of an hour has expired', async () => {
  const token = await tokenFor();
  const ports = companyPorts({ nowMs: () => LATE_MS });
  const { code } = await failureOf(getPayments(ports, company, token));
  expect(code).toBe('continuation-expired');
});

test('a token of the other mode is refused', async () => {
  const token = await tokenFor();
  const ports = companyPorts({ stripe: { mode: 'live' } });
  expect((await failureOf(getPayments(ports, company, token))).code).toBe('bad-request');
});
