import { describe, expect, test } from 'vitest';
import { useLinking } from './linking.ts';
import { failureOf, succeeded } from './replies.ts';

const {
  main,
  world,
  stripe,
  newDeal,
  payer,
  payment,
  ask,
  changed,
  letSearchesCatchUp,
  idWrites,
  writes,
} = useLinking();

test('linking is one write, linking again none, and unlinking undoes it', async () => {
  const dealId = newDeal({ stripe_customer_id: 'ask Jane first' });
  const { id: customerId } = payer();
  const linked = await changed(dealId, { action: 'link', customerId });
  expect(linked.ids).toEqual([customerId]);
  expect(world().storedOf(dealId)['stripe_customer_id']).toBe(`ask Jane first, ${customerId}`);
  expect(await idWrites()).toEqual([`PATCH /crm/objects/2026-03/0-3/${dealId}`]);
  expect((await changed(dealId, { action: 'link', customerId })).changes).toEqual([]);
  expect(await idWrites()).toHaveLength(1);
  await changed(dealId, { action: 'unlink', customerId });
  expect(world().storedOf(dealId)['stripe_customer_id']).toBe('ask Jane first');
  expect((await changed(dealId, { action: 'unlink', customerId })).changes).toEqual([]);
  expect(await idWrites()).toHaveLength(2);
});

test('a new link is read by id at once, before the search index has it', async () => {
  const dealId = newDeal();
  const { charge } = payment();
  await changed(dealId, { action: 'link', customerId: charge.customer });
  const { view } = succeeded(await world().getPayments(dealId));
  expect(view.payments.map(({ id, reason }) => [id, reason.evidence])).toEqual([
    [charge.id, 'linked'],
  ]);
});

test('a customer that was deleted in Stripe is found by id and linked, with what it paid', async () => {
  const dealId = newDeal();
  const { charge } = payment();
  const customerId = charge.customer ?? '';
  stripe().deleteCustomer(customerId);
  const found = succeeded(await ask(dealId, { action: 'search', query: customerId }));
  expect(found).toMatchObject({ customers: [{ id: customerId, name: null, email: null }] });
  expect((await changed(dealId, { action: 'link', customerId })).ids).toEqual([customerId]);
  expect(world().storedOf(dealId)).toMatchObject({
    stripe_customer_id: customerId,
    stripe_payment_count: '1',
  });
});

test.each([
  ['a charge', () => payment().charge.id],
  ['a PaymentIntent', () => payment().paymentIntent.id],
  [
    'a dashboard address',
    () => `https://dashboard.stripe.com/test/payments/${payment().paymentIntent.id}?a=1`,
  ],
  ['an id between blanks', () => `  ${payment().charge.id}\n`],
])('%s is assigned and unassigned, each in one write', async (_name, pasted) => {
  const dealId = newDeal({ stripe_payment_ids: 'see mail' });
  const id = pasted();
  const assigned = await changed(dealId, { action: 'assign', ids: [id] });
  const [assignedId = ''] = assigned.ids;
  expect(id).toContain(assignedId);
  expect(assigned.stripeCopy).toEqual({ status: 'not-asked' });
  expect(world().storedOf(dealId)['stripe_payment_ids']).toBe(`see mail, ${assignedId}`);
  expect((await changed(dealId, { action: 'assign', ids: [id] })).changes).toEqual([]);
  expect(await idWrites()).toHaveLength(1);
  await changed(dealId, { action: 'unassign', id });
  expect(world().storedOf(dealId)['stripe_payment_ids']).toBe('see mail');
  expect(await idWrites()).toHaveLength(2);
});

test('invoices, subscriptions and checkouts are assigned by their ids, also from the deal that has what is behind them', async () => {
  const customer = payer().id;
  const product = stripe().createProduct({ name: 'Support' });
  const price = stripe().createPrice({
    product: product.id,
    currency: 'usd',
    unitAmount: 5_000,
    recurring: { interval: 'month' },
  });
  const { subscription, invoice } = stripe().createSubscription({
    customer,
    items: [{ price: price.id }],
  });
  const { session } = stripe().completeCheckout({ customer, amount: 700, currency: 'usd' });
  const moveFrom: string[] = [];
  for (const { id } of [subscription, invoice, session]) {
    const dealId = newDeal();
    await changed(dealId, { action: 'assign', ids: [id], moveFrom });
    moveFrom.push(dealId);
    const { view } = succeeded(await world().getPayments(dealId));
    expect(view.problems).toEqual([]);
    expect(view.payments.map(({ reason }) => [reason.evidence, reason.via])).toEqual([
      ['assigned', id],
    ]);
  }
});

const dealNamed = (chargeId: string): string | undefined =>
  stripe().store.charges.get(chargeId)?.metadata['hubspot_deal_id'];

test('the assignment is saved in Stripe on request, and removed again', async () => {
  const { charge } = payment();
  const dealId = newDeal();
  const id = charge.id;
  const assigned = await changed(dealId, { action: 'assign', ids: [id], alsoInStripe: true });
  expect(assigned.stripeCopy).toEqual({ status: 'written' });
  expect(dealNamed(id)).toBe(dealId);
  await changed(dealId, { action: 'unassign', id, alsoInStripe: true });
  expect(dealNamed(id)).toBeUndefined();
});

test('metadata that references another deal is not removed', async () => {
  const other = newDeal();
  const { charge } = payment();
  stripe().changeCharge(charge.id, { metadata: { hubspot_deal_id: other } });
  const dealId = newDeal({ stripe_payment_ids: charge.id });
  await changed(dealId, { action: 'unassign', id: charge.id, alsoInStripe: true });
  expect(dealNamed(charge.id)).toBe(other);
});

test('a read-only key keeps the assignment in HubSpot and reports the missing permission', async () => {
  const key = 'rk_test_mayOnlyRead0123456789';
  const permissions = [
    'charge_read',
    'payment_intent_read',
    'balance_transaction_source_read',
    'customer_read',
  ];
  await world().stripe.send('POST', '/keys', { key, permissions });
  const { charge } = payment();
  const dealId = newDeal();
  const asked = { action: 'assign', ids: [charge.id], alsoInStripe: true };
  const { stripeCopy } = await changed(dealId, asked, { STRIPE_SECRET_KEY: key });
  expect(stripeCopy).toMatchObject({
    status: 'failed',
    error: {
      code: 'stripe-write-permission',
      detail: expect.stringContaining('rak_charge_write') as string,
    },
  });
  expect(world().storedOf(dealId)['stripe_payment_ids']).toBe(charge.id);
});

test('a full property takes no more ids and loses none', async () => {
  const full = 'x'.repeat(65_530);
  const dealId = newDeal({ stripe_payment_ids: full });
  const error = failureOf(await ask(dealId, { action: 'assign', ids: [payment().charge.id] }));
  expect(error.code).toBe('too-many-ids');
  expect(world().storedOf(dealId)['stripe_payment_ids']).toBe(full);
});

describe('a search for customers', () => {
  const found = async (dealId: string, query: string) => {
    const reply = succeeded(await ask(dealId, { action: 'search', query }));
    return reply.action === 'search' ? reply.customers : [];
  };

  test("finds the record's people by a part of the name or email, and all others by what names one", async () => {
    const { id } = payer('Bartholomew Finch');
    const linking = newDeal({ stripe_customer_id: id });
    const other = newDeal();
    await letSearchesCatchUp();
    const address = `https://dashboard.stripe.com/customers/${id}`;
    for (const query of ['holomew fi', 'BARTHOLOMEW', 'quartermaine.ex', id, address]) {
      expect(await found(linking, query), query).toMatchObject([
        { id, name: 'Bartholomew Finch', email: 'zelda@quartermaine.example', isLinked: true },
      ]);
    }
    for (const query of ['holomew fi', 'zelda', 'quartermaine.ex', '@', '" OR name~"a']) {
      expect(query.length < 3 ? [] : await found(other, query), query).toEqual([]);
    }
    for (const query of [id, address]) {
      expect(await found(other, query), query).toMatchObject([
        { id, email: 'z…@quartermaine.example', isLinked: false },
      ]);
    }
    const byEmail = await found(other, 'Zelda@Quartermaine.example');
    expect(byEmail.map((customer) => customer.id)).toContain(id);
    expect(byEmail.every(({ email }) => email === 'zelda@quartermaine.example')).toBe(true);
    expect(await writes()).toEqual([]);
  });

  test("a user who copies what it finds has the record's own people at most", async () => {
    const everyone = stripe().store.customers.newestFirst();
    const own = payer('Only Here');
    const dealId = newDeal({ stripe_customer_id: own.id });
    await letSearchesCatchUp();
    const texts = everyone.flatMap(({ name, email }) => [
      name?.slice(0, 3),
      email?.slice(0, 4),
      email?.split('@')[1],
    ]);
    const queries = [...new Set(texts)].filter(
      (text) => typeof text === 'string' && text.trim().length > 2,
    );
    expect(queries.length).toBeGreaterThan(100);
    const copied = new Set<string>();
    for (const query of queries) {
      for (const customer of await found(dealId, String(query))) copied.add(customer.id);
    }
    expect([...copied]).toEqual([own.id]);
  });
});

test('contacts and companies link and assign too', async () => {
  const { store } = world().world.hubspot;
  const contact = store.createObject('contacts', { email: 'z@quartermaine.example' }).id;
  const company = store.createObject('companies', { name: 'Quartermaine' }).id;
  for (const [id, objectType] of [
    [contact, 'contact'],
    [company, 'company'],
  ] as const) {
    const { charge } = payment();
    const parameters = { action: 'assign', ids: [charge.id] };
    succeeded(await world().linkPayments(id, { main, objectType, parameters }));
    expect(world().storedOf(id, objectType)['stripe_payment_ids']).toBe(charge.id);
    const { view } = succeeded(await world().getPayments(id, { objectType }));
    expect(view.payments).toHaveLength(1);
  }
});
