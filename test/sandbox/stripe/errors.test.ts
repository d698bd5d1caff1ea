import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, SECRET_KEY, startSandbox } from './start-sandbox.ts';

test.each([
  ['charges', 'charge', 'ch_x'],
  ['paymentIntents', 'payment_intent', 'pi_x'],
  ['refunds', 'refund', 're_x'],
  ['disputes', 'dispute', 'du_x'],
  ['balanceTransactions', 'balance_transaction', 'txn_x'],
  ['customers', 'customer', 'cus_x'],
  ['events', 'event', 'evt_x'],
] as const)('an unknown id of %s is a 404 resource_missing', async (resource, object, id) => {
  const { stripe } = await startSandbox();
  const error = await errorOf(stripe[resource].retrieve(id));
  expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
  expect(error).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    param: 'id',
    message: `No such ${object}: '${id}'`,
  });
  expect(error.requestId).toMatch(/^req_\w{14}$/);
});

test('a list filter on a missing customer is a 400', async () => {
  const { stripe } = await startSandbox();
  const error = await errorOf(stripe.charges.list({ customer: 'cus_x' }));
  expect(error).toMatchObject({ statusCode: 400, code: 'resource_missing', param: 'customer' });
});

test('an id of the other mode says so', async () => {
  const { stripe, world } = await startSandbox();
  world.addOtherModeId('cus_live');
  const error = await errorOf(stripe.customers.retrieve('cus_live'));
  expect(error.message).toBe(
    "No such customer: 'cus_live'; a similar object exists in live mode, but a test mode key was " +
      'used to make this request.',
  );
});

test('an unknown URL is a 404 that names it', async () => {
  const { url } = await startSandbox();
  const response = await fetch(`${url}/v1/foo`, {
    headers: { authorization: `Bearer ${SECRET_KEY}` },
  });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('Unrecognized request URL (GET: /v1/foo)');
  expect(response.headers.get('request-id')).toMatch(/^req_/);
});

test.each(['2024-06-20', '2026-10-28', '2026-10-28.endive, 2026-10-28.endive'])(
  'the API version %s is refused',
  async (version) => {
    const { url } = await startSandbox();
    const response = await fetch(`${url}/v1/balance`, {
      headers: { authorization: `Bearer ${SECRET_KEY}`, 'stripe-version': version },
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`Invalid Stripe API version: ${version}`);
  },
);

test('the pinned version is echoed', async () => {
  const { stripe } = await startSandbox();
  const { lastResponse } = await stripe.balance.retrieve();
  expect(lastResponse.apiVersion).toBe('2026-10-28.endive');
  expect(lastResponse.requestId).toMatch(/^req_\w{14}$/);
});

test('a body that is not form-encoded is refused', async () => {
  const { url } = await startSandbox();
  const response = await fetch(`${url}/v1/refunds`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET_KEY}`, 'content-type': 'application/json' },
    body: '{"charge":"ch_x"}',
  });
  expect(response.status).toBe(400);
});
