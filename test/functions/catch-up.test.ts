import { STRIPE_PERMISSIONS } from '@stripe-payments/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaughtUp } from './catching-up.ts';
import { askRange, catchUp as catchUpWorld, HOUR_MS } from './catching-up.ts';
import { useLinking } from './linking.ts';
import { failureOf, succeeded } from './replies.ts';
import { demoNowMs, FUNCTION_CLOCK } from './run-main.ts';

const { world, stripe, newDeal, payment, letSearchesCatchUp } = useLinking();

beforeAll(() => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
});

const catchUp = (hours = 24): Promise<CaughtUp> => catchUpWorld(world(), hours);

const advance = (durationMs: number): Promise<unknown> =>
  world().hubspot.send('POST', '/clock/advance', { durationMs });

/** A deal whose linked customer has paid 123.00, and whose figures say so. */
async function paidDeal(): Promise<{ readonly deal: string; readonly chargeId: string }> {
  const { charge } = payment();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  succeeded(await world().syncPayments(deal));
  expect(world().storedOf(deal)).toMatchObject({ stripe_amount_paid: '123.00' });
  await advance(HOUR_MS);
  return { deal, chargeId: charge.id };
}

const refunded = { stripe_payment_status: 'partially_refunded', stripe_amount_refunded: '23.00' };

test('a refund made in Stripe reaches the deal without a viewer, and once is enough', async () => {
  const { deal, chargeId } = await paidDeal();
  stripe().refund(chargeId, { amount: 2_300 });
  await advance(5 * 60_000);
  expect((await catchUp(1)).synced).toContain(`deal/${deal}`);
  expect(world().storedOf(deal)).toMatchObject(refunded);
  await advance(HOUR_MS);
  const again = await catchUp(3);
  expect(again.eventsRead).toBeGreaterThan(0);
  expect(again.synced).not.toContain(`deal/${deal}`);
  // The first catch-up of the file syncs the whole demo.
}, 120_000);

test('of a catch-up each record is one sync, and takes four calls to Stripe at most', async () => {
  const paid = Array.from({ length: 24 }, () => payment().charge);
  const deals = paid.map(({ customer }) => newDeal({ stripe_customer_id: customer ?? '' }));
  await advance(3 * HOUR_MS);
  for (const { id } of paid) stripe().refund(id, { amount: 2_300 });
  await advance(5 * 60_000);
  await world().stripe.forgetRequests();
  const { synced, eventsRead } = await catchUp(1);
  const own = synced.filter((name) => deals.includes(name.replace('deal/', '')));
  expect(own.sort()).toEqual(deals.map((deal) => `deal/${deal}`).sort());
  expect(deals.map((deal) => world().storedOf(deal)['stripe_amount_refunded'])).toEqual(
    deals.map(() => '23.00'),
  );
  const most = Math.ceil(eventsRead / 100) + 4 * synced.length;
  expect((await world().stripe.requests()).length).toBeLessThanOrEqual(most);
}, 120_000);

test('a dispute, which has no customer of its own, reaches the deal through its charge', async () => {
  const { deal, chargeId } = await paidDeal();
  stripe().openDispute(chargeId);
  await catchUp(1);
  expect(world().storedOf(deal)).toMatchObject({ stripe_payment_status: 'disputed' });
});

test('a payment whose metadata names a deal reaches it, also by the ID of a deal that was merged into it', async () => {
  const deal = newDeal();
  const merged = newDeal();
  const after = world().world.hubspot.store.mergeObjects('deals', deal, merged).id;
  payment({ hubspot_deal_id: merged });
  await letSearchesCatchUp();
  expect((await catchUp()).synced).toContain(`deal/${after}`);
  expect(world().storedOf(after)).toMatchObject({ stripe_amount_paid: '123.00' });
});

test("a customer's new email makes the contacts of both emails current, and the deal of the new one", async () => {
  const { store } = world().world.hubspot;
  const person = (email: string): string => store.createObject('contacts', { email }).id;
  const [before, now] = [person('before@emails.example'), person('now@emails.example')];
  const customer = stripe().createCustomer({ name: 'Nora', email: 'before@emails.example' });
  stripe().payByCard({ amount: 5_000, currency: 'usd', customer: customer.id });
  const deal = newDeal();
  store.associate('deals', deal, 'contacts', now);
  await letSearchesCatchUp();
  await catchUp(1);
  expect(world().storedOf(before, 'contact')).toMatchObject({ stripe_amount_paid: '50.00' });
  await advance(HOUR_MS);
  stripe().changeCustomer(customer.id, { email: 'now@emails.example' });
  await letSearchesCatchUp();
  const { synced } = await catchUp(1);
  expect(synced).toEqual(
    expect.arrayContaining([`contact/${before}`, `contact/${now}`, `deal/${deal}`]),
  );
  expect(world().storedOf(before, 'contact')).toMatchObject({ stripe_payment_status: 'none' });
  expect(world().storedOf(now, 'contact')).toMatchObject({ stripe_amount_paid: '50.00' });
  expect(world().storedOf(deal)).toMatchObject({ stripe_amount_paid: '50.00' });
});

test.each(['stripe_customer_id', 'stripe_payment_ids'] as const)(
  'a company is current after a deal that was never synced has lost what it had in %s',
  async (property) => {
    const { store } = world().world.hubspot;
    const customer = stripe().createCustomer({ name: 'Una' }).id;
    const { charge } = stripe().payByCard({ amount: 5_000, currency: 'usd', customer });
    const deal = newDeal({ [property]: property === 'stripe_customer_id' ? customer : charge.id });
    const company = store.createObject('companies', { name: 'Una Ltd' }).id;
    store.associate('deals', deal, 'companies', company);
    await letSearchesCatchUp();
    succeeded(await world().syncPayments(company, { objectType: 'company' }));
    expect(world().storedOf(company, 'company')).toMatchObject({ stripe_amount_paid: '50.00' });
    await advance(2 * HOUR_MS);
    world().edit(deal, { [property]: '' });
    await letSearchesCatchUp();
    expect((await catchUp(1)).synced).toContain(`company/${company}`);
    expect(world().storedOf(company, 'company')).toMatchObject({ stripe_payment_status: 'none' });
  },
);

test.each([
  ['another one', 'una@renamed.example'],
  ['the first one', ''],
])(
  'a deal is current after a contact that was never synced got %s for an email',
  async (_name, email) => {
    const { store } = world().world.hubspot;
    const address = `paying-${String(email.length)}@renamed.example`;
    const customer = stripe().createCustomer({ name: 'Una', email: address }).id;
    stripe().payByCard({ amount: 5_000, currency: 'usd', customer });
    const deal = newDeal();
    const contact = store.createObject(
      'contacts',
      email === '' ? { firstname: 'Una' } : { email },
    ).id;
    store.associate('deals', deal, 'contacts', contact);
    await letSearchesCatchUp();
    succeeded(await world().syncPayments(deal));
    expect(world().storedOf(deal)).toMatchObject({ stripe_payment_status: 'none' });
    await advance(2 * HOUR_MS);
    store.updateObject('contacts', contact, { email: address });
    await letSearchesCatchUp();
    expect((await catchUp(1)).synced).toContain(`deal/${deal}`);
    expect(world().storedOf(deal)).toMatchObject({ stripe_amount_paid: '50.00' });
  },
);

test("a deal is current after another one linked the customer of a payment that names the deal's contact", async () => {
  const { store } = world().world.hubspot;
  const contact = store.createObject('contacts', { email: 'odd@linked-away.example' }).id;
  const customer = stripe().createCustomer({ name: 'Una', email: 'una@linked-away.example' }).id;
  const metadata = { hubspot_contact_id: contact };
  stripe().payByCard({ amount: 5_000, currency: 'usd', customer, metadata });
  const deal = newDeal();
  store.associate('deals', deal, 'contacts', contact);
  await letSearchesCatchUp();
  succeeded(await world().syncPayments(deal));
  expect(world().storedOf(deal)).toMatchObject({ stripe_amount_paid: '50.00' });
  await advance(2 * HOUR_MS);
  newDeal({ stripe_customer_id: customer });
  await letSearchesCatchUp();
  expect((await catchUp(1)).synced).toContain(`deal/${deal}`);
  expect(world().storedOf(deal)).toMatchObject({ stripe_payment_status: 'none' });
});

test('a deleted customer reaches the deal that links it', async () => {
  const { deal } = await paidDeal();
  stripe().deleteCustomer(world().storedOf(deal)['stripe_customer_id'] ?? '');
  expect((await catchUp(1)).synced).toContain(`deal/${deal}`);
});

test('a record whose last sync failed is synced again by the next catch-up', async () => {
  const { deal } = await paidDeal();
  succeeded(await world().syncPayments(deal));
  await world().stripe.fault({ status: 503 });
  failureOf(await world().syncPayments(deal));
  await world().stripe.clearFaults();
  expect(world().storedOf(deal)['stripe_sync_error']).not.toBe('');
  await letSearchesCatchUp();
  expect((await catchUp(1)).synced).toContain(`deal/${deal}`);
  expect(world().storedOf(deal)['stripe_sync_error'] ?? '').toBe('');
  await advance(5 * 60_000);
  expect((await catchUp(1)).synced).not.toContain(`deal/${deal}`);
});

test('a range beyond the 30 days that Stripe keeps says so', async () => {
  const sinceMs = FUNCTION_CLOCK.nowMs() - 31 * 24 * HOUR_MS;
  expect(succeeded(await askRange(world(), { sinceMs }))).toMatchObject({ isBeyondEvents: true });
});

test('a key without access to events fails with the name of the permission, and syncs nothing', async () => {
  const key = 'rk_test_51Q7withoutevents';
  const permissions = STRIPE_PERMISSIONS.filter((permission) => permission !== 'event_read');
  await world().stripe.send('POST', '/keys', { key, permissions });
  const sinceMs = FUNCTION_CLOCK.nowMs() - HOUR_MS;
  const reply = await askRange(world(), { sinceMs }, { STRIPE_SECRET_KEY: key });
  expect(failureOf(reply)).toMatchObject({ code: 'stripe-permission', permission: 'event_read' });
});

test('a token of another kind, or a changed one, is refused', async () => {
  const token = succeeded(await askRange(world(), { sinceMs: 0 })).continuation ?? '';
  for (const continuation of ['a.b', `${token.slice(0, -2)}AA`]) {
    expect(failureOf(await askRange(world(), { sinceMs: 0, continuation })).code).toBe(
      'bad-request',
    );
  }
});

test('two windows that catch up at the same time leave the same figures, and nothing fails', async () => {
  const { deal, chargeId } = await paidDeal();
  stripe().refund(chargeId, { amount: 2_300 });
  await advance(5 * 60_000);
  const both = await Promise.all([catchUp(1), catchUp(1)]);
  const failed = both.flatMap((each) => each.failed);
  expect(failed.filter((name) => name.startsWith(`deal/${deal}`))).toEqual([]);
  expect(world().storedOf(deal)).toMatchObject(refunded);
});

test('a step that is sent again, as after a lost answer, does no harm', async () => {
  const { deal, chargeId } = await paidDeal();
  stripe().refund(chargeId, { amount: 2_300 });
  await advance(5 * 60_000);
  const sinceMs = Math.floor(FUNCTION_CLOCK.nowMs() - HOUR_MS);
  succeeded(await askRange(world(), { sinceMs }));
  const again = succeeded(await askRange(world(), { sinceMs }));
  expect(again.records).not.toContainEqual(
    expect.objectContaining({ recordId: deal, status: 'failed' }),
  );
  await catchUp(1);
  expect(world().storedOf(deal)).toMatchObject(refunded);
});
