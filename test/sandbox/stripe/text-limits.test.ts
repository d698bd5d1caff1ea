import { expect, test } from 'vitest';
import type { StripeWorld } from '../../../sandbox/stripe/world/index.ts';
import { DAY_MS, errorOf, NOW, startSandbox } from './start-sandbox.ts';

const earlier = Date.parse(NOW) - DAY_MS;
const usd = { amount: 5_000, currency: 'usd', atMs: earlier };

const address = (length: number): string => `${'a'.repeat(length - 10)}@b.example`;

/** What is written with a text of that length, and the length that is still taken. */
const TEXTS: readonly (readonly [string, number, (world: StripeWorld, text: string) => unknown])[] =
  [
    ['name of a customer', 256, (world, name) => world.createCustomer({ name })],
    [
      'description of a customer',
      5_000,
      (world, description) => world.createCustomer({ description }),
    ],
    [
      'description of a payment',
      1_000,
      (world, description) => world.payByCard({ ...usd, description }),
    ],
    [
      'statement descriptor',
      22,
      (world, statementDescriptorSuffix) => world.payByCard({ ...usd, statementDescriptorSuffix }),
    ],
    ['metadata value', 500, (world, text) => world.payByCard({ ...usd, metadata: { text } })],
    ['metadata key', 40, (world, key) => world.payByCard({ ...usd, metadata: { [key]: 'x' } })],
    ['name of a product', 5_000, (world, name) => world.createProduct({ name })],
    [
      'nickname of a price',
      5_000,
      (world, nickname) => {
        const product = world.createProduct({ name: 'Seat' }).id;
        return world.createPrice({ product, currency: 'usd', unitAmount: 100, nickname });
      },
    ],
    ['name of a coupon', 40, (world, name) => world.createCoupon({ name, percentOff: 10 })],
    [
      'memo of an invoice',
      1_500,
      (world, description) => {
        const customer = world.createCustomer({}).id;
        return world.createInvoice({ customer, lines: [{ amount: 100 }], description });
      },
    ],
    [
      'number of an invoice',
      26,
      (world, number) => {
        const customer = world.createCustomer({}).id;
        return world.createInvoice({ customer, lines: [{ amount: 100 }], number });
      },
    ],
    [
      'line of an invoice',
      5_000,
      (world, description) => {
        const customer = world.createCustomer({}).id;
        return world.createInvoice({ customer, lines: [{ amount: 100, description }] });
      },
    ],
  ];

test.each(TEXTS)('the %s has at most %i characters', async (_name, most, write) => {
  const { world } = await startSandbox();
  expect(() => write(world, 'x'.repeat(most))).not.toThrow();
  expect(() => write(world, 'x'.repeat(most + 1))).toThrow(/characters/);
});

test('an address has at most 512 characters, and something on both sides of an @', async () => {
  const { world } = await startSandbox();
  expect(() => world.createCustomer({ email: address(512) })).not.toThrow();
  for (const email of [address(513), 'ada', 'ada@', '@b.example', 'a@b c', 'a@b\n']) {
    expect(() => world.createCustomer({ email }), email).toThrow();
  }
});

test.each(['<', '>', '\\', "'", '"', '*'])(
  'a statement descriptor cannot hold %s',
  async (sign) => {
    const { world } = await startSandbox();
    expect(() => world.payByCard({ ...usd, statementDescriptorSuffix: `A${sign}B` })).toThrow();
  },
);

test('a text that is too long is refused by the API too, without a change', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = world.createCustomer({ name: 'Ada' });
  const error = await errorOf(stripe.customers.update(id, { name: 'x'.repeat(257) }));
  expect(error.statusCode).toBe(400);
  expect((await stripe.customers.retrieve(id)) as object).toMatchObject({ name: 'Ada' });
});

test('an invoice keeps its own number, and a decline has its own message', async () => {
  const { stripe, world } = await startSandbox();
  const customer = world.createCustomer({}).id;
  const lines = [{ amount: 100 }];
  const draft = world.createInvoice({ customer, lines, number: 'OWN-7', atMs: earlier });
  world.finalizeInvoice(draft.id, earlier);
  expect(await stripe.invoices.retrieve(draft.id)).toMatchObject({ number: 'OWN-7' });
  const { charge } = world.payDeclined({ ...usd, message: 'Call your bank.' });
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({
    failure_code: 'card_declined',
    failure_message: 'Call your bank.',
    outcome: { seller_message: 'Call your bank.' },
  });
});
