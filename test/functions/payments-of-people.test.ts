import { expect, test } from 'vitest';
import { NOW_MS } from './harness.ts';
import { useLinking } from './linking.ts';
import { failureOf, succeeded } from './replies.ts';

const { world, stripe, newDeal, ask, changed, letSearchesCatchUp, idWrites } = useLinking();

const HOUR_MS = 3_600_000;

function customerOf(email: string, metadata: Readonly<Record<string, string>> = {}) {
  return stripe().createCustomer({ email, metadata, atMs: NOW_MS - 9 * HOUR_MS }).id;
}

function paid(customer: string, amount: number, metadata: Readonly<Record<string, string>> = {}) {
  const atMs = NOW_MS - 8 * HOUR_MS + amount * 1_000;
  return stripe().payByCard({ amount, currency: 'usd', customer, metadata, atMs }).charge.id;
}

function contactOf(email: string, ...dealIds: readonly string[]): void {
  const { store } = world().world.hubspot;
  const { id } = store.createObject('contacts', { email });
  for (const dealId of dealIds) store.associate('contacts', id, 'deals', dealId);
}

async function listed(dealId: string, more: object = {}) {
  const reply = succeeded(await ask(dealId, { action: 'payments', ...more }));
  if (reply.action !== 'payments') throw new Error('A list was asked for.');
  expect(reply.problems).toEqual([]);
  return reply.payments.map(({ id, countsOn, contenders }) => [
    id,
    countsOn?.recordId ?? null,
    contenders.map(({ recordId }) => recordId),
  ]);
}

test('the payments of a record’s customers, contacts and company are listed with the deal on which each counts', async () => {
  const [here, other] = [newDeal({ dealname: 'Here' }), newDeal({ dealname: 'Other' })];
  const linked = customerOf('linked@list.example');
  world().edit(here, { stripe_customer_id: linked });
  contactOf('ada@list.example', here, other);
  const { store } = world().world.hubspot;
  const company = store.createObject('companies', { domain: 'list-company.example' }).id;
  store.associate('companies', company, 'deals', here);
  const ada = customerOf('ada@list.example');
  const assigned = paid(ada, 500);
  world().edit(other, { stripe_payment_ids: assigned });
  await letSearchesCatchUp();
  const rows = await listed(here);
  expect(rows).toEqual([[assigned, other, []]]);
  const ids = {
    ofLinked: paid(linked, 100),
    named: paid(ada, 200, { hubspot_deal_id: other }),
    open: paid(ada, 300),
    ofCompany: paid(customerOf('x@list-company.example'), 400),
  };
  await letSearchesCatchUp();
  // A link here says who pays: of Ada's two deals only the other one may have what nothing ties to a deal.
  expect(await listed(here)).toEqual([
    [assigned, other, []],
    [ids.ofCompany, null, []],
    [ids.open, null, [other]],
    [ids.named, other, []],
    [ids.ofLinked, here, []],
  ]);
  expect(await listed(other, { customerId: linked })).toEqual([[ids.ofLinked, here, []]]);
  const byId = JSON.stringify(await ask(other, { action: 'payments', customerId: linked }));
  expect(byId).not.toContain('@');
});

test('several payments are assigned together, in one save, moved from where they count', async () => {
  const [here, other] = [newDeal(), newDeal({ dealname: 'Lang Botanics' })];
  const customer = customerOf('several@list.example');
  const [first, second, third] = [
    paid(customer, 1_000),
    paid(customer, 2_000),
    paid(customer, 400),
  ];
  world().edit(other, { stripe_payment_ids: `${first}, ${third}` });
  await letSearchesCatchUp();
  succeeded(await world().syncPayments(other));
  const ids = [first, second, third];
  const refused = failureOf(await ask(here, { action: 'assign', ids }));
  expect(refused).toMatchObject({ code: 'claimed-by-other-deal', claimedBy: { recordId: other } });
  expect(await idWrites()).toEqual([]);
  const saved = await changed(here, { action: 'assign', ids, moveFrom: [other] });
  expect(saved).toMatchObject({
    ids,
    taken: [],
    movedFrom: [{ recordId: other }],
    figures: { status: 'saved' },
  });
  expect(world().storedOf(here)['stripe_amount_paid']).toBe('34.00');
  expect(world().storedOf(other)['stripe_amount_paid']).not.toBe('34.00');
  expect(world().storedOf(other)['stripe_payment_count']).toBe('0');
  expect(await listed(other, { customerId: customer })).toEqual(
    [second, first, third].map((id) => [id, here, []]),
  );
});

test.each([0, 11])('%i payments at once are refused', async (count) => {
  const ids = Array.from({ length: count }, (_, which) => `ch_${String(which)}`);
  expect(failureOf(await ask(newDeal(), { action: 'assign', ids })).code).toBe('bad-request');
});

test("a guest's payment that counts on another deal by the email of the checkout is moved only after confirmation", async () => {
  const [here, other, named] = [newDeal(), newDeal({ dealname: 'Guests' }), newDeal()];
  contactOf('gus@guests.example', other);
  const checkout = {
    amount: 4_200,
    currency: 'usd',
    guest: { email: 'gus@guests.example', name: 'Gus' },
  };
  const id = stripe().completeCheckout(checkout).payment?.charge.id ?? '';
  const metadata = { hubspot_deal_id: named };
  const ofNamed = stripe().completeCheckout({ ...checkout, metadata }).payment?.charge.id ?? '';
  await letSearchesCatchUp();
  succeeded(await world().syncPayments(other));
  expect(world().storedOf(other)['stripe_amount_paid']).toBe('42.00');
  const refused = failureOf(await ask(here, { action: 'assign', ids: [id] }));
  expect(refused).toMatchObject({ code: 'claimed-by-other-deal', claimedBy: { recordId: other } });
  await changed(here, { action: 'assign', ids: [id], moveFrom: [other] });
  expect(world().storedOf(other)['stripe_payment_count']).toBe('0');
  const byCheckout = failureOf(await ask(here, { action: 'assign', ids: [ofNamed] }));
  expect(byCheckout.claimedBy?.recordId).toBe(named);
});
