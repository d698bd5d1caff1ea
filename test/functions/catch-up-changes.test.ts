import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_SOURCE } from '../../sandbox/hubspot/model/write-sources.ts';
import type { CaughtUp } from './catching-up.ts';
import { catchUp as catchUpWorld, HOUR_MS } from './catching-up.ts';
import { useLinking } from './linking.ts';
import { succeeded } from './replies.ts';
import { demoNowMs, FUNCTION_CLOCK } from './run-main.ts';

const { world, stripe, newDeal, payment, letSearchesCatchUp } = useLinking();

beforeAll(() => {
  FUNCTION_CLOCK.nowMs = () => world().nowMs();
});
afterAll(() => {
  FUNCTION_CLOCK.nowMs = demoNowMs;
});

const catchUp = (hours: number): Promise<CaughtUp> => catchUpWorld(world(), hours);

const advance = (durationMs: number): Promise<unknown> =>
  world().hubspot.send('POST', '/clock/advance', { durationMs });

/** Its fee is settled: no other reason to sync what counts it. */
function paidLongAgo(email: string): void {
  const atMs = world().nowMs() - 8 * HOUR_MS;
  const customer = stripe().createCustomer({ name: 'Una', email, atMs }).id;
  stripe().payByCard({ amount: 5_000, currency: 'usd', customer, atMs });
}

test('a deal that was synced just after its payment was assigned elsewhere, before a search knew that, is current', async () => {
  const { charge } = payment();
  const deal = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await advance(2 * HOUR_MS);
  const { store } = world().world.hubspot;
  const other = newDeal();
  store.updateObject('deals', other, { stripe_payment_ids: charge.id }, API_SOURCE);
  await advance(1_000);
  for (const each of [deal, other]) succeeded(await world().syncPayments(each));
  expect(world().storedOf(deal)).toMatchObject({ stripe_amount_paid: '123.00' });
  await letSearchesCatchUp();
  expect((await catchUp(1)).synced).toContain(`deal/${deal}`);
  expect(world().storedOf(deal)).toMatchObject({ stripe_payment_status: 'none' });
});

test('the company of a deal is current after a refund of a payment that names the deal by its id before a merge', async () => {
  const { store } = world().world.hubspot;
  const [winner, loser] = [newDeal(), newDeal()];
  const { charge } = payment({ hubspot_deal_id: loser });
  const { id: deal } = store.mergeObjects('deals', winner, loser);
  const company = store.createObject('companies', { name: 'Merged Ltd' }).id;
  store.associate('deals', deal, 'companies', company);
  await letSearchesCatchUp();
  succeeded(await world().syncPayments(company, { objectType: 'company' }));
  expect(world().storedOf(company, 'company')).toMatchObject({ stripe_amount_paid: '123.00' });
  await advance(2 * HOUR_MS);
  stripe().refund(charge.id, { amount: 2_300 });
  await advance(5 * 60_000);
  await catchUp(1);
  expect(world().storedOf(company, 'company')).toMatchObject({
    stripe_amount_refunded: '23.00',
  });
});

test('one changed link is no reason to sync other linked deals again', async () => {
  const customers = [1, 2, 3].map(() => payment().charge.customer ?? '');
  const [before, now] = customers.slice(0, 2).map((id) => newDeal({ stripe_customer_id: id }));
  await advance(5 * 60_000);
  for (const deal of [before, now]) succeeded(await world().syncPayments(deal ?? ''));
  await advance(HOUR_MS);
  world().edit(now ?? '', { stripe_customer_id: customers[2] ?? '' });
  await letSearchesCatchUp();
  const { synced } = await catchUp(3);
  expect(synced).toContain(`deal/${now ?? ''}`);
  expect(synced).not.toContain(`deal/${before ?? ''}`);
});

test('a deal is current after its contact got another email and was synced at once, as the deal was not', async () => {
  const { store } = world().world.hubspot;
  const email = 'una@readdressed.example';
  paidLongAgo(email);
  const contact = store.createObject('contacts', { email }).id;
  const deal = newDeal();
  store.associate('deals', deal, 'contacts', contact);
  await letSearchesCatchUp();
  succeeded(await world().syncPayments(contact, { objectType: 'contact' }));
  succeeded(await world().syncPayments(deal));
  expect(world().storedOf(deal)).toMatchObject({ stripe_amount_paid: '50.00' });
  await advance(2 * HOUR_MS);
  world().edit(contact, { email: 'una@moved-on.example' }, 'contact');
  await advance(1_000);
  succeeded(await world().syncPayments(contact, { objectType: 'contact' }));
  await letSearchesCatchUp();
  expect((await catchUp(1)).synced).toContain(`deal/${deal}`);
  expect(world().storedOf(deal)).toMatchObject({ stripe_payment_status: 'none' });
});

test('a company is current that was synced before searches knew that another one has its domain', async () => {
  const { store } = world().world.hubspot;
  const domain = 'two-of-them.example';
  paidLongAgo(`una@${domain}`);
  const [first, second] = [{ domain }, { name: 'Second' }].map(
    (properties) => store.createObject('companies', properties).id,
  ) as [string, string];
  await letSearchesCatchUp();
  await advance(2 * HOUR_MS);
  world().edit(second, { domain }, 'company');
  await advance(1_000);
  for (const each of [second, first]) {
    succeeded(await world().syncPayments(each, { objectType: 'company' }));
  }
  expect(world().storedOf(first, 'company')).toMatchObject({ stripe_amount_paid: '50.00' });
  await letSearchesCatchUp();
  expect((await catchUp(1)).synced).toContain(`company/${first}`);
  expect(world().storedOf(first, 'company')).toMatchObject({ stripe_payment_status: 'none' });
});

test('what a search did not know yet is found by the next catch-up, which begins where the last one ran', async () => {
  const customer = payment().charge.customer ?? '';
  const deal = newDeal();
  await advance(2 * HOUR_MS);
  world().edit(deal, { stripe_customer_id: customer });
  await advance(1_000);
  expect((await catchUp(1)).synced).not.toContain(`deal/${deal}`);
  await advance(HOUR_MS);
  expect((await catchUp(1)).synced).toContain(`deal/${deal}`);
});

test('a refund reaches the deal that only the invoice of its payment names, where the range has both', async () => {
  const { id: customer } = stripe().createCustomer({ name: 'Mo', email: 'mo@invoiced.example' });
  const deal = newDeal();
  const metadata = { hubspot_deal_id: deal };
  const { id } = stripe().createInvoice({ customer, lines: [{ amount: 5_000 }], metadata });
  stripe().finalizeInvoice(id);
  const { charge } = stripe().payInvoice(id).payment;
  // With its fee: a pending one would be reason enough to sync the deal.
  await advance(2 * HOUR_MS);
  succeeded(await world().syncPayments(deal));
  expect(world().storedOf(deal)).toMatchObject({
    stripe_amount_paid: '50.00',
    stripe_fee_status: 'final',
  });
  await advance(HOUR_MS);
  stripe().refund(charge.id, { amount: 2_300 });
  await letSearchesCatchUp();
  expect((await catchUp(4)).synced).toContain(`deal/${deal}`);
  expect(world().storedOf(deal)).toMatchObject({ stripe_amount_refunded: '23.00' });
});
