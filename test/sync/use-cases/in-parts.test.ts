import type { RecordView } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import type { ChargesPart } from '../../../src/app/packages/sync/src/stripe-ports.ts';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';
import { getPayments } from '../../../src/app/packages/sync/src/use-cases/get-payments.ts';
import { saveFiguresOf } from '../../../src/app/packages/sync/src/use-cases/link/save-settled.ts';
import { syncPayments } from '../../../src/app/packages/sync/src/use-cases/sync-payments.ts';
import type { ViewedRecord } from '../../../src/app/packages/sync/src/use-cases/viewed-record.ts';
import { charge } from '../../builders/charge.ts';
import { customer } from '../../builders/customer.ts';
import type { Fakes } from '../fake-ports.ts';
import { failureOf, fakePorts, stored, viewed } from '../fake-ports.ts';

const PAGE = 100;

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

/** Charges of one customer, newest first, as Stripe pages them. */
function pagedCharges(count: number): Fakes {
  const all = numbers(count).map((n) =>
    charge({ id: `ch_${String(n)}`, paymentIntentId: `pi_${String(n)}`, created: 9_000_000 - n }),
  );
  return {
    customers: [customer({ id: 'cus_1', email: 'ada@example.com' })],
    stripe: {
      chargesOfCustomer: (_id, sink, { after, hasRoom = () => true }: ChargesPart = {}) => {
        let start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
        do {
          sink({ charges: all.slice(start, start + PAGE) });
          start += PAGE;
        } while (start < count && hasRoom());
        return Promise.resolve(start < count ? (all[start - 1]?.id ?? null) : null);
      },
    },
  };
}

async function readInParts(
  fakes: () => Fakes,
  record: ViewedRecord,
): Promise<readonly RecordView[]> {
  const views: RecordView[] = [];
  let continuation: string | null | undefined;
  while (continuation !== null) {
    const view = await getPayments(fakePorts(fakes()), record, continuation);
    views.push(view);
    continuation = view.continuation;
    if (views.length > 100) throw new Error('It never ends.');
  }
  return views;
}

const idsIn = (views: readonly RecordView[]): readonly string[] =>
  views.flatMap(({ payments }) => payments.map(({ id }) => id));

const contact: ViewedRecord = { ...viewed, objectType: 'contact' };
const unlinked = { ...stored, stripe_customer_id: null, email: 'ada@example.com' };

test.each<[string, ViewedRecord, Fakes]>([
  ['a deal with a linked customer', viewed, {}],
  ['a contact with an email', contact, { stored: unlinked }],
  ['a company with a linked customer', { ...viewed, objectType: 'company' }, {}],
])('%s of 3,250 payments is read in parts, each payment once', async (_name, record, fakes) => {
  const views = await readInParts(() => ({ ...pagedCharges(3_250), ...fakes }), record);
  expect(views.length).toBeGreaterThan(2);
  expect(Math.max(...views.map(({ payments }) => payments.length))).toBeLessThanOrEqual(1_300);
  expect(views.at(-1)?.problems).toEqual([]);
  expect(views.at(-1)?.summary.paymentCount).toBe(3_250);
  const ids = idsIn(views.map((view) => ({ ...view, payments: view.payments })));
  expect(new Set(ids).size).toBe(ids.length);
  const counts = views.map(({ summary }) => summary.paymentCount);
  expect(counts).toEqual([...counts].sort((left, right) => left - right));
});

test('a sync in parts saves once, at the end', async () => {
  let continuation: string | undefined;
  const writes: number[] = [];
  do {
    const ports = fakePorts(pagedCharges(3_250));
    const { view } = await syncPayments(ports, viewed, continuation);
    writes.push(ports.writes.length);
    continuation = view.continuation ?? undefined;
  } while (continuation !== undefined);
  expect(writes.slice(0, -1).every((count) => count === 0)).toBe(true);
  expect(writes.at(-1)).toBe(1);
});

/** A deal whose contacts have paid, each by a customer of their own. */
function dealOf(contacts: number, given: Fakes['stripe'] = {}): Fakes {
  const people = numbers(contacts).map((n) => ({
    id: String(100 + n),
    email: `person${String(n)}@example.com`,
    customerId: `cus_${String(n)}`,
  }));
  const records = new Map(people.map(({ id, email }) => [id, { email }]));
  return {
    stored: { ...stored, stripe_customer_id: null },
    customers: people.map(({ customerId, email }) => customer({ id: customerId, email })),
    charges: Object.fromEntries(
      people.map(({ customerId }) => [
        customerId,
        [charge({ id: `ch_${customerId}`, customerId })],
      ]),
    ),
    crm: {
      associated: (_record, type) => Promise.resolve(type === 'contact' ? [...records.keys()] : []),
      readMany: (type, ids) =>
        Promise.resolve(
          new Map(type === 'contact' ? [...records].filter(([id]) => ids.includes(id)) : []),
        ),
      associatedWithMany: (_type, ids) => Promise.resolve(new Map(ids.map((id) => [id, ['9001']]))),
    },
    stripe: given,
  };
}

test('a deal with 150 paying contacts is read in parts, and says how far it is', async () => {
  const views = await readInParts(() => dealOf(150), viewed);
  expect(views.length).toBeGreaterThan(1);
  expect(views.at(-1)?.summary.paymentCount).toBe(150);
  expect(new Set(idsIn(views)).size).toBe(150);
  expect(views[0]?.coverage?.contactsTotal).toBe(150);
});

test('a deal that is too much for one call goes on in parts, with the same figures', async () => {
  const [whole] = await readInParts(() => dealOf(30), viewed);
  let timeouts = 1;
  const views = await readInParts(
    () =>
      dealOf(30, {
        invoicesOfCustomer: () => {
          timeouts -= 1;
          return timeouts < 0 ? Promise.resolve([]) : Promise.reject(new SyncError('timeout'));
        },
      }),
    viewed,
  );
  expect(views.length).toBeGreaterThan(1);
  expect(views[0]?.payments).toEqual([]);
  expect(views.at(-1)?.summary).toEqual(whole?.summary);
  expect([...idsIn(views)].sort()).toEqual([...idsIn(whole === undefined ? [] : [whole])].sort());
});

test('a deal of which nothing can be read in time fails', async () => {
  const fakes = dealOf(2, {
    chargesOfCustomer: () => Promise.reject(new SyncError('timeout')),
  });
  const { code } = await failureOf(getPayments(fakePorts(fakes), viewed));
  expect(code).toBe('timeout');
});

test('payments that another deal has are read after the first part too', async () => {
  const fakes = (): Fakes => ({
    ...pagedCharges(3_250),
    crm: {
      searchClaims: () =>
        Promise.resolve({
          records: new Map([
            ['9002', { stripe_payment_ids: 'ch_5, ch_3000', stripe_customer_id: null }],
          ]),
          isCut: false,
        }),
    },
  });
  const views = await readInParts(fakes, viewed);
  expect(views.at(-1)?.summary.paymentCount).toBe(3_248);
});

test.each([
  ['goes on by itself while there is time', 10_000, 'saved', 1],
  ['is left to the card where there is none, and not reported as saved', 1_000, 'not-asked', 0],
] as const)(
  'after a link a deal of 3,250 payments %s',
  async (_name, remainingMs, status, writes) => {
    const ports = fakePorts(pagedCharges(3_250));
    const time = { ...ports.time, remainingMs: () => remainingMs };
    const { figures } = await saveFiguresOf({ ...ports, time }, viewed, () => Promise.resolve([]));
    expect(figures).toEqual({ status });
    expect(ports.writes.length).toBe(writes);
  },
);

test('after a move the figures are not reported as saved where the other deal could not be read to its end', async () => {
  const ports = fakePorts(pagedCharges(3_250));
  const time = { ...ports.time, remainingMs: () => 1_000 };
  const other = { objectType: 'deal', recordId: '9002' } as const;
  const { figures } = await saveFiguresOf({ ...ports, time }, viewed, () =>
    Promise.resolve([other]),
  );
  expect(figures).toEqual({ status: 'failed', error: { code: 'timeout' } });
});
