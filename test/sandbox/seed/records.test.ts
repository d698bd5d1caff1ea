import { beforeAll, expect, test } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import type { SeededRecord } from '../../../sandbox/seed/index.ts';
import { seedStripe, seedStripeForRecords, STORY_IDS } from '../../../sandbox/seed/index.ts';
import type { ChargeRow, CustomerRow } from '../../../sandbox/stripe/entities/payments.ts';
import type { InvoiceRow, SubscriptionRow } from '../../../sandbox/stripe/entities/billing.ts';
import { createStripeSandbox } from '../../../sandbox/stripe/index.ts';
import type { StripeWorld } from '../../../sandbox/stripe/world/index.ts';

const NOW_MS = Date.parse('2026-11-22T12:00:00Z');

interface StoryState {
  readonly world: StripeWorld;
  readonly records: readonly SeededRecord[];
}

function tell(nowMs = NOW_MS): StoryState {
  const clock = createManualClock(nowMs);
  const { world } = createStripeSandbox({ clock, seed: 1, monotonicNowMs: () => 0 });
  seedStripe(world, clock);
  const records = seedStripeForRecords(world, clock);
  return { world, records };
}

let seed: StoryState;

beforeAll(() => {
  seed = tell();
});

function recordOf(id: string): SeededRecord {
  const found = seed.records.find((record) => record.id === id);
  if (found === undefined) throw new Error(`No story has the record ${id}.`);
  return found;
}

const customersOf = (email: string): readonly CustomerRow[] =>
  seed.world.store.customers.newestFirst().filter((row) => row.email === email);

function theCustomerOf(contactId: string): CustomerRow {
  const [customer] = customersOf(recordOf(contactId).properties['email'] ?? '');
  if (customer === undefined) throw new Error(`Contact ${contactId} is no customer.`);
  return customer;
}

const chargesOf = ({ id }: CustomerRow): readonly ChargeRow[] =>
  seed.world.store.charges.newestFirst().filter(({ customer }) => customer === id);

function subscriptionOf(contactId: string): SubscriptionRow | undefined {
  const { id } = theCustomerOf(contactId);
  return seed.world.store.subscriptions.newestFirst().find(({ customer }) => customer === id);
}

function invoicesOf(contactId: string): readonly InvoiceRow[] {
  const { id } = theCustomerOf(contactId);
  return seed.world.store.invoices.newestFirst().filter(({ customer }) => customer.id === id);
}

test('every record has a distinct id that shows its type', () => {
  const patterns = { contacts: /^8\d{3}$/, companies: /^7\d{3}$/, deals: /^92\d\d$/ };
  for (const { objectType, id } of seed.records) expect(id).toMatch(patterns[objectType]);
  expect(new Set(seed.records.map(({ id }) => id)).size).toBe(seed.records.length);
});

test('every listed story is a record with one sentence', () => {
  const ids = Object.values(STORY_IDS).flatMap((story) =>
    Object.values<string | readonly string[]>(story).flat(),
  );
  const withoutStory = ids.filter((id) => !/^.+\.$/.test(recordOf(id).story));
  // The company behind the strange address stands there for its name alone.
  expect(withoutStory).toEqual([STORY_IDS.strangeAddress.company]);
});

test('a record comes after those that it is associated with', () => {
  const seen = new Set<string>();
  for (const { objectType, id, associated } of seed.records) {
    for (const other of associated) expect(seen).toContain(`${other.objectType}/${other.id}`);
    seen.add(`${objectType}/${id}`);
  }
});

test('every linked or assigned object exists at Stripe', () => {
  const { store } = seed.world;
  const tables = [store.paymentIntents, store.charges, store.subscriptions, store.customers];
  const ids = seed.records.flatMap((record) => [
    ...record.linkedCustomerIds,
    ...record.assignedIds,
  ]);
  expect(ids.length).toBeGreaterThan(10);
  for (const id of ids) expect(tables.some((table) => table.get(id) !== undefined)).toBe(true);
});

test('emails have distinct domains, except in the story about free mail', () => {
  const emails = seed.records.flatMap(({ properties }) => properties['email'] ?? []);
  expect(emails.filter((email) => !/^[^@]+@[a-z\d-]+\.example$/.test(email))).toEqual([]);
  expect(recordOf(STORY_IDS.freeMailDomain.company).properties['domain']).toBe('gmail.com');
});

test('two contacts of a company link one customer', () => {
  const [first, second] = STORY_IDS.sharedCustomer.contacts;
  expect(recordOf(first).linkedCustomerIds).toHaveLength(1);
  expect(recordOf(second).linkedCustomerIds).toEqual(recordOf(first).linkedCustomerIds);
});

test('two customers share one email, in different case', () => {
  const email = recordOf(STORY_IDS.twoCases.contact).properties['email'] ?? '';
  const alike = seed.world.store.customers
    .newestFirst()
    .flatMap((row) => (row.email?.toLowerCase() === email ? [row.email] : []));
  expect(alike).toHaveLength(2);
  expect(new Set(alike).size).toBe(2);
});

test('no payer of the deal with the unknown email is its contact', () => {
  const { contact } = STORY_IDS.strangeAddress;
  expect(customersOf(recordOf(contact).properties['email'] ?? '')).toEqual([]);
  const payers = customersOf('invoices@payables-desk.example');
  expect(payers.flatMap(chargesOf).map(({ amount }) => amount)).toEqual([212_000]);
});

test('a subscription is assigned to one deal and one of its payments to another', () => {
  const [single, whole] = STORY_IDS.splitSubscription.deals;
  const charges = chargesOf(theCustomerOf(STORY_IDS.splitSubscription.contact));
  expect(charges).toHaveLength(3);
  expect(recordOf(whole).assignedIds).toEqual([
    subscriptionOf(STORY_IDS.splitSubscription.contact)?.id,
  ]);
  expect(recordOf(single).assignedIds).toEqual([charges[1]?.id]);
});

test.each([
  ['yearlyDiscount', { status: 'active', amountPaid: 96_000, count: 1 }],
  ['repeatingCoupon', { status: 'active', amountPaid: 3_000, count: 3 }],
  ['onceCoupon', { status: 'active', amountPaid: 4_500, count: 2 }],
  ['severalItems', { status: 'active', amountPaid: 9_400, count: 1 }],
  ['metered', { status: 'active', amountPaid: 0, count: 1 }],
  ['tiers', { status: 'active', amountPaid: 14_500, count: 1 }],
  ['trial', { status: 'trialing', amountPaid: 0, count: 1 }],
  ['paused', { status: 'paused', amountPaid: 5_500, count: 1 }],
  ['collectionPaused', { status: 'active', amountPaid: 8_000, count: 1 }],
  ['canceledAtPeriodEnd', { status: 'active', amountPaid: 2_500, count: 1 }],
  ['pastDue', { status: 'past_due', amountPaid: 0, count: 2 }],
  ['freeCheckout', { status: 'active', amountPaid: 0, count: 1 }],
] as const)(
  'the subscription of the story %s and its latest invoice have the state of the story',
  (story, expected) => {
    const { contact } = STORY_IDS[story];
    const invoices = invoicesOf(contact);
    expect({
      status: subscriptionOf(contact)?.status,
      amountPaid: invoices[0]?.amountPaid,
      count: invoices.length,
    }).toEqual(expected);
  },
);

test('an invoice past due has a next attempt in the future', () => {
  const [invoice] = invoicesOf(STORY_IDS.pastDue.contact);
  expect(invoice).toMatchObject({ status: 'open', attemptCount: 1 });
  expect((invoice?.nextPaymentAttempt ?? 0) * 1000).toBeGreaterThan(NOW_MS);
});

test('one invoice is paid by two payments', () => {
  const { contact } = STORY_IDS.partPaidInvoice;
  expect(invoicesOf(contact)).toEqual([
    expect.objectContaining({ status: 'paid', amountPaid: 300_000 }),
  ]);
  expect(chargesOf(theCustomerOf(contact)).map(({ amount }) => amount)).toEqual([180_000, 120_000]);
});

test('a credit note lowers the amount due of an open invoice', () => {
  expect(invoicesOf(STORY_IDS.creditNote.contact)).toEqual([
    expect.objectContaining({ status: 'open', prePaymentCredit: 15_000, amountPaid: 0 }),
  ]);
});

test('a guest exists only in the checkout', () => {
  const sessions = seed.world.store.checkoutSessions.newestFirst();
  const guest = sessions.find(({ customer }) => customer === null);
  expect(guest).toMatchObject({ status: 'complete', paymentStatus: 'paid' });
  expect(guest?.payer?.email?.toLowerCase()).toBe(
    recordOf(STORY_IDS.guestCheckout.contact).properties['email'],
  );
});

test('a free checkout has no payment', () => {
  const sessions = seed.world.store.checkoutSessions.newestFirst();
  expect(
    sessions.find(({ paymentStatus }) => paymentStatus === 'no_payment_required'),
  ).toMatchObject({ status: 'complete', paymentIntent: null });
});

test('a contact has payments and settlements in two currencies', () => {
  const charges = chargesOf(theCustomerOf(STORY_IDS.twoCurrencies.contact));
  expect(new Set(charges.map(({ currency }) => currency))).toEqual(new Set(['eur', 'usd']));
  expect(new Set(charges.map(({ settlementCurrency }) => settlementCurrency))).toEqual(
    new Set(['eur', 'usd']),
  );
});

test.each([
  [STORY_IDS.fiftyContacts.company, 50, 5],
  [STORY_IDS.fiveHundredContacts.company, 500, 20],
])('company %s has %d contacts, of whom %d paid', (company, count, paying) => {
  const contacts = seed.records.filter(({ associated }) =>
    associated.some(({ objectType, id }) => objectType === 'companies' && id === company),
  );
  const emails = contacts.map(({ properties }) => properties['email'] ?? '');
  expect(new Set(emails).size).toBe(count);
  expect(emails.filter((email) => customersOf(email).length > 0)).toHaveLength(paying);
  const { domain } = recordOf(company).properties;
  expect(emails.filter((email) => email.endsWith(`@${domain ?? ''}`))).toEqual([]);
});

test.each(['2027-03-01T01:00:00Z', '2026-03-31T23:30:00Z', '2028-02-29T05:00:00Z'])(
  'the demo data can be created at %s too',
  (now) => {
    const { records, world } = tell(Date.parse(now));
    expect(records).toHaveLength(seed.records.length);
    expect(world.store.charges.newestFirst()).toHaveLength(
      seed.world.store.charges.newestFirst().length,
    );
  },
);
