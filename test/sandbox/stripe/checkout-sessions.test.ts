import { expect, test } from 'vitest';
import { WorldRefusal } from '../../../sandbox/stripe/world/context.ts';
import { aCustomer, aPrice } from './billing-builders.ts';
import { DAY_MS, errorOf, NOW, SECRET_KEY, startSandbox } from './start-sandbox.ts';

const guest = { email: 'grace@acme.com', name: 'Grace' };

test("a guest's session has no customer, and its metadata is not the payment's", async () => {
  const { stripe, world } = await startSandbox();
  const { session, payment } = world.completeCheckout({
    guest,
    amount: 4200,
    currency: 'eur',
    metadata: { hubspot_deal_id: '9001' },
    paymentIntentMetadata: { order: '7' },
    clientReferenceId: 'cart-1',
  });
  const got = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ['payment_intent.latest_charge', 'line_items'],
  });
  expect(got).toMatchObject({
    object: 'checkout.session',
    mode: 'payment',
    status: 'complete',
    payment_status: 'paid',
    amount_total: 4200,
    currency: 'eur',
    customer: null,
    customer_details: { email: 'grace@acme.com', name: 'Grace' },
    client_reference_id: 'cart-1',
    metadata: { hubspot_deal_id: '9001' },
    url: null,
    payment_intent: {
      id: payment?.paymentIntent.id,
      customer: null,
      metadata: { order: '7' },
      latest_charge: { metadata: { order: '7' }, billing_details: { email: 'grace@acme.com' } },
    },
    line_items: { object: 'list', data: [{ object: 'item', amount_total: 4200, quantity: 1 }] },
  });
  expect(got.payment_intent).toHaveProperty('metadata', { order: '7' });
  expect(got.id).toMatch(/^cs_test_a1\w{56}$/);
});

test('the email filter is exact, and the newest session is first', async () => {
  const { stripe, world } = await startSandbox();
  const atMs = Date.parse(NOW) - DAY_MS;
  const first = world.completeCheckout({ guest, amount: 100, atMs }).session.id;
  const second = world.completeCheckout({ guest, amount: 200 }).session.id;
  world.completeCheckout({ guest: { email: 'Grace@acme.com' }, amount: 300 });
  const listed = async (email: string): Promise<readonly string[]> =>
    (await stripe.checkout.sessions.list({ customer_details: { email } })).data.map(
      (session) => session.id,
    );
  expect(await listed('grace@acme.com')).toEqual([second, first]);
  expect(await listed('Grace@acme.com')).toHaveLength(1);
  expect(await listed('grace@acme')).toEqual([]);
});

test('a fully discounted checkout has no PaymentIntent', async () => {
  const { stripe, world } = await startSandbox();
  const coupon = world.createCoupon({ percentOff: 100 }).id;
  const { session, payment } = world.completeCheckout({ guest, amount: 4200, coupon });
  expect(payment).toBeNull();
  expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
    status: 'complete',
    payment_status: 'no_payment_required',
    payment_intent: null,
    amount_subtotal: 4200,
    amount_total: 0,
    total_details: { amount_discount: 4200 },
    discounts: [{ coupon, promotion_code: null }],
  });
});

test('a subscription creates a customer, and its invoice has the payment', async () => {
  const { stripe, world } = await startSandbox();
  const { session, subscription } = world.completeCheckout({
    guest,
    items: [{ price: aPrice(world), quantity: 2 }],
    metadata: { where: 'session' },
    subscriptionMetadata: { where: 'subscription' },
  });
  const got = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ['customer', 'invoice.payments', 'subscription'],
  });
  expect(got).toMatchObject({
    mode: 'subscription',
    payment_status: 'paid',
    payment_intent: null,
    amount_total: 4000,
    customer: { email: 'grace@acme.com' },
    subscription: { id: subscription?.id, metadata: { where: 'subscription' } },
    invoice: { status: 'paid', payments: { data: [{ amount_paid: 4000 }] } },
  });
  expect(got.invoice).toHaveProperty('metadata', {});
});

test('a trial asks for no payment', async () => {
  const { stripe, world } = await startSandbox();
  const { session } = world.completeCheckout({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    trialEndMs: Date.parse(NOW) + 14 * DAY_MS,
  });
  expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
    payment_status: 'no_payment_required',
    amount_total: 0,
  });
});

test('an open session has a payment URL and expires after a day', async () => {
  const { stripe, world, clock } = await startSandbox();
  const { id } = world.startCheckout({ guest, amount: 4200 });
  const open = await stripe.checkout.sessions.retrieve(id);
  expect(open).toMatchObject({
    status: 'open',
    payment_status: 'unpaid',
    customer_details: null,
    payment_intent: null,
  });
  expect(open.url).toContain(id);
  clock.advanceBy(DAY_MS);
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
    status: 'expired',
    url: null,
  });
  expect(() => world.completeCheckout(id)).toThrow(WorldRefusal);
  expect(() => world.expireCheckout(id)).toThrow(WorldRefusal);
});

test('an open session can be completed or expired', async () => {
  const { stripe, world } = await startSandbox();
  const [paid, left] = [4200, 100].map((amount) => world.startCheckout({ guest, amount }).id);
  world.completeCheckout(paid ?? '');
  world.expireCheckout(left ?? '');
  const idsOf = async (status: 'complete' | 'expired'): Promise<readonly string[]> =>
    (await stripe.checkout.sessions.list({ status })).data.map((session) => session.id);
  expect(await idsOf('complete')).toEqual([paid]);
  expect(await idsOf('expired')).toEqual([left]);
  const types = (await stripe.events.list({ type: 'checkout.session.*' })).data.map(
    (event) => event.type,
  );
  expect(types).toEqual(['checkout.session.expired', 'checkout.session.completed']);
});

test('a bank debit leaves the session unpaid until it succeeds', async () => {
  const { stripe, world } = await startSandbox();
  const { session, payment } = world.completeCheckout({
    guest,
    amount: 4200,
    payWith: 'us_bank_account',
  });
  const statusOf = async (): Promise<string> =>
    (await stripe.checkout.sessions.retrieve(session.id)).payment_status;
  expect(await statusOf()).toBe('unpaid');
  world.bankDebitSucceeds(payment?.charge.id ?? '');
  expect(await statusOf()).toBe('paid');
  const type = 'checkout.session.async_payment_succeeded';
  expect((await stripe.events.list({ type })).data).toHaveLength(1);
});

test('setup mode has no payment', async () => {
  const { stripe, world } = await startSandbox();
  const { session } = world.completeCheckout({ mode: 'setup', customer: aCustomer(world) });
  const got = await stripe.checkout.sessions.retrieve(session.id);
  expect(got).toMatchObject({
    mode: 'setup',
    amount_total: null,
    currency: null,
    payment_status: 'no_payment_required',
  });
  expect(got.setup_intent).toMatch(/^seti_1/);
});

test('sessions are found by customer, PaymentIntent and subscription', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const { session, payment } = world.completeCheckout({ customer, amount: 4200 });
  const recurring = world.completeCheckout({ guest, items: [{ price: aPrice(world) }] });
  const idsOf = async (params: object): Promise<readonly string[]> =>
    (await stripe.checkout.sessions.list(params)).data.map((each) => each.id);
  expect(await idsOf({ customer })).toEqual([session.id]);
  expect(await idsOf({ payment_intent: payment?.paymentIntent.id })).toEqual([session.id]);
  expect(await idsOf({ subscription: recurring.subscription?.id })).toEqual([recurring.session.id]);
});

test('eleven line items are listed at their own endpoint', async () => {
  const { stripe, world } = await startSandbox();
  const product = world.createProduct({ name: 'Cup' }).id;
  const items = Array.from({ length: 11 }, (_, index) => ({
    price: world.createPrice({ product, currency: 'usd', unitAmount: 100 + index }).id,
  }));
  const { session } = world.completeCheckout({ guest, items });
  const { line_items: nested } = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ['line_items'],
  });
  expect(nested).toMatchObject({ has_more: true, data: { length: 10 } });
  const all = await stripe.checkout.sessions.listLineItems(session.id, { limit: 100 });
  expect(all.data.map((item) => item.amount_total)).toEqual(items.map((_, index) => 100 + index));
});

test.each([
  ['customer_details[email]', '', 200],
  ['customer_details[name]', 'Grace', 400],
  ['customer_details', 'grace@acme.com', 400],
  ['status', 'paid', 400],
  ['payment_status', 'paid', 400],
  ['payment_link', 'plink_1', 400],
])('the list of sessions answers %s=%s with %i', async (name, value, status) => {
  const { url } = await startSandbox();
  const query = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  const response = await fetch(`${url}/v1/checkout/sessions?${query}`, {
    headers: { authorization: `Bearer ${SECRET_KEY}` },
  });
  expect(response.status).toBe(status);
});

test('sessions cannot be searched', async () => {
  const { url } = await startSandbox();
  const query = encodeURIComponent('metadata["a"]:"b"');
  const response = await fetch(`${url}/v1/checkout/sessions/search?query=${query}`, {
    headers: { authorization: `Bearer ${SECRET_KEY}` },
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
});

test('invalid checkouts are refused, and an unknown session is a 404', async () => {
  const { stripe, world } = await startSandbox();
  const price = aPrice(world);
  const customer = aCustomer(world);
  const refused = [
    { guest },
    { amount: 100 },
    { guest, customer, amount: 100 },
    { guest, amount: 100, items: [{ price }] },
    { guest, mode: 'payment' as const, items: [{ price }] },
    { guest, amount: 100, coupon: 'unknown' },
  ];
  for (const checkout of refused) {
    expect(() => world.completeCheckout(checkout)).toThrow(WorldRefusal);
  }
  const error = await errorOf(stripe.checkout.sessions.retrieve('cs_test_x'));
  expect(error.message).toBe("No such checkout.session: 'cs_test_x'");
});
