import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, startSandbox } from './start-sandbox.ts';

async function times(count: number, call: () => Promise<unknown>): Promise<void> {
  for (let made = 0; made < count; made += 1) await call();
}

test('an endpoint answers 25 requests a second, then 429 without retry-after', async () => {
  let nowMs = 0;
  const { stripe } = await startSandbox({ monotonicNowMs: () => nowMs });
  await times(25, () => stripe.charges.list());
  const error = await errorOf(stripe.charges.list());
  expect(error).toBeInstanceOf(Stripe.errors.StripeRateLimitError);
  expect(error.headers).toMatchObject({ 'stripe-rate-limited-reason': 'endpoint-rate' });
  expect(error.headers).not.toHaveProperty('retry-after');
  nowMs = 1001;
  await expect(stripe.charges.list()).resolves.toMatchObject({ object: 'list' });
});

test('a test account answers 25 requests a second over all endpoints', async () => {
  const { stripe } = await startSandbox({ monotonicNowMs: () => 0 });
  await times(13, () => stripe.charges.list());
  await times(12, () => stripe.customers.list());
  const error = await errorOf(stripe.disputes.list());
  expect(error.headers).toMatchObject({ 'stripe-rate-limited-reason': 'global-rate' });
});

test('all searches together are answered 20 times a second', async () => {
  const { stripe } = await startSandbox({ monotonicNowMs: () => 0 });
  await times(10, () => stripe.charges.search({ query: 'amount>1' }));
  await times(10, () => stripe.customers.search({ query: 'created>1' }));
  const error = await errorOf(stripe.paymentIntents.search({ query: 'amount>1' }));
  expect(error).toMatchObject({ statusCode: 429, code: 'rate_limit' });
});

test('limits can be switched off and on', async () => {
  const { stripe, control } = await startSandbox({ monotonicNowMs: () => 0 });
  await control('PUT', '/limits', { enabled: false });
  await times(60, () => stripe.charges.list());
  await control('PUT', '/limits', { enabled: true });
  await times(25, () => stripe.charges.list());
  expect((await errorOf(stripe.charges.list())).statusCode).toBe(429);
});
