import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, startSandbox } from './start-sandbox.ts';

test('an injected fault reaches the SDK with a request id', async () => {
  const { stripe, control } = await startSandbox();
  const body = { error: { type: 'api_error', message: 'Something broke.' } };
  await control('POST', '/faults', { pathPattern: '^/v1/charges', status: 500, body, times: 1 });
  const error = await errorOf(stripe.charges.list());
  expect(error).toBeInstanceOf(Stripe.errors.StripeAPIError);
  expect(error.requestId).toMatch(/^req_/);
  await expect(stripe.charges.list()).resolves.toMatchObject({ object: 'list' });
});

test('requests are recorded without the key, faults and refusals included', async () => {
  const { stripe, control } = await startSandbox();
  await control('POST', '/faults', { status: 503, times: 1 });
  await errorOf(stripe.charges.list({ limit: 3 }));
  await errorOf(stripe.charges.retrieve('ch_x'));
  const text = await (await control('GET', '/requests')).text();
  expect(JSON.parse(text)).toMatchObject({
    requests: [
      { method: 'GET', path: '/v1/charges', query: '?limit=3', status: 503 },
      { path: '/v1/charges/ch_x', status: 404 },
    ],
  });
  expect(text).not.toContain('sk_test_sandbox51');
});

test('the clock is moved by the control route and settles what is due', async () => {
  const { stripe, world, control } = await startSandbox();
  const { charge } = world.payByCard({ amount: 5000, currency: 'usd' });
  await control('POST', '/clock/advance', { durationMs: 30 * 60_000 });
  expect((await stripe.charges.retrieve(charge.id)).balance_transaction).not.toBeNull();
});
