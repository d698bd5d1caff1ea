import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { DAY_MS, errorOf, NOW, startSandbox, type RunningSandbox } from './start-sandbox.ts';

const idempotencyKey = 'sync-42';

const paid = ({ world }: RunningSandbox): string =>
  world.payByCard({ amount: 5000, currency: 'usd', atMs: Date.parse(NOW) - DAY_MS }).charge.id;

test('the same key and parameters give the first answer again', async () => {
  const sandbox = await startSandbox();
  const charge = paid(sandbox);
  const { refunds } = sandbox.stripe;
  const first = await refunds.create({ charge, amount: 100 }, { idempotencyKey });
  const again = await refunds.create({ charge, amount: 100 }, { idempotencyKey });
  expect(again.id).toBe(first.id);
  expect(again.lastResponse.headers).toMatchObject({
    'idempotent-replayed': 'true',
    'original-request': first.lastResponse.requestId,
  });
  expect((await refunds.list({ charge })).data).toHaveLength(1);
});

test('the same key with other parameters is an idempotency error', async () => {
  const sandbox = await startSandbox();
  const charge = paid(sandbox);
  const { refunds, customers } = sandbox.stripe;
  await refunds.create({ charge, amount: 100 }, { idempotencyKey });
  const error = await errorOf(refunds.create({ charge, amount: 200 }, { idempotencyKey }));
  expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  expect(error.message).toContain('same parameters');
  const { id } = sandbox.world.createCustomer({});
  const elsewhere = await errorOf(customers.update(id, {}, { idempotencyKey }));
  expect(elsewhere.message).toContain('same endpoint');
});

test('a key is forgotten after a day', async () => {
  const sandbox = await startSandbox();
  const charge = paid(sandbox);
  const { refunds } = sandbox.stripe;
  await refunds.create({ charge, amount: 100 }, { idempotencyKey });
  sandbox.clock.advanceBy(DAY_MS + 1);
  await refunds.create({ charge, amount: 100 }, { idempotencyKey });
  expect((await refunds.list({ charge })).data).toHaveLength(2);
});

test('a refusal after processing started is repeated for the key, one before is not', async () => {
  const sandbox = await startSandbox();
  const charge = paid(sandbox);
  const { refunds } = sandbox.stripe;
  await errorOf(refunds.create({ charge: 'ch_missing' }, { idempotencyKey }));
  await errorOf(refunds.create({ charge, amount: 9999 }, { idempotencyKey: 'too-much' }));
  const again = await errorOf(
    refunds.create({ charge, amount: 9999 }, { idempotencyKey: 'too-much' }),
  );
  expect(again.headers).toMatchObject({ 'idempotent-replayed': 'true' });
  await refunds.create({ charge }, { idempotencyKey });
});

test('a key of more than 255 characters is refused', async () => {
  const sandbox = await startSandbox();
  const charge = paid(sandbox);
  const long = 'k'.repeat(256);
  const error = await errorOf(sandbox.stripe.refunds.create({ charge }, { idempotencyKey: long }));
  expect(error.statusCode).toBe(400);
});
