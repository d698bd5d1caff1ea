import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { createCatalogue } from '../../../src/app/packages/sync/src/stripe/catalogue.ts';
import { mapCharge } from '../../../src/app/packages/sync/src/stripe/charges.ts';
import { retrieveCheckout } from '../../../src/app/packages/sync/src/stripe/checkouts.ts';
import { retrieveInvoice } from '../../../src/app/packages/sync/src/stripe/invoices.ts';
import type { StripeApi } from '../../../src/app/packages/sync/src/stripe/metadata.ts';
import { aCustomer, aPrice } from '../../sandbox/stripe/billing-builders.ts';
import { startSandbox } from '../../sandbox/stripe/start-sandbox.ts';

const apiOf = (stripe: Stripe): StripeApi => Object.assign(stripe, { otherKeys: [] });

/** A subscription of two Gold, billed once. */
async function subscribed() {
  const sandbox = await startSandbox();
  const { world } = sandbox;
  const items = [{ price: aPrice(world, { nickname: 'Monthly' }), quantity: 2 }];
  const { invoice } = world.createSubscription({ customer: aCustomer(world), items });
  return { ...sandbox, invoiceId: invoice.id };
}

test('a subscription’s invoice names the product, once for all who ask', async () => {
  const { stripe, invoiceId, control } = await subscribed();
  const catalogue = createCatalogue(stripe);
  const read = () => retrieveInvoice(apiOf(stripe), catalogue, invoiceId);
  const [first] = await Promise.all([read(), read()]);
  await read();
  expect(first.lines).toMatchObject([
    { productName: 'Gold', description: expect.stringContaining('2 × Gold') as unknown },
  ]);
  const { requests } = (await (await control('GET', '/requests')).json()) as {
    requests: readonly { path: string }[];
  };
  expect(requests.filter(({ path }) => path === '/v1/products')).toHaveLength(1);
});

test('a product that the key may not read has no name, and the invoice is read', async () => {
  const { clientFor, control, invoiceId } = await subscribed();
  const key = 'rk_test_sandbox51NoProducts';
  await control('POST', '/keys', { key, permissions: ['invoice_read'] });
  const stripe = clientFor(key);
  const { lines } = await retrieveInvoice(apiOf(stripe), createCatalogue(stripe), invoiceId);
  expect(lines).toMatchObject([{ productName: null }]);
});

test('a checkout brings what was bought', async () => {
  const { stripe, world } = await startSandbox();
  const { session } = world.completeCheckout({ customer: aCustomer(world), amount: 2_000 });
  const expected = session.items.map(({ description }) => description);
  expect((await retrieveCheckout(apiOf(stripe), session.id)).products).toEqual(expected);
  expect(expected).not.toEqual([]);
});

test('a card tells its country', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.payByCard({ amount: 2_000, currency: 'usd' });
  const expand = ['payment_intent'];
  expect(mapCharge(await stripe.charges.retrieve(charge.id, { expand }), []).country).toBe('US');
});
