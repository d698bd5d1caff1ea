import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, startSandbox } from './start-sandbox.ts';

const line = (
  unit_amount: number,
  currency = 'usd',
): Stripe.PaymentLinkCreateParams['line_items'][number] => ({
  price_data: { currency, unit_amount, product_data: { name: 'Workshop' } },
  quantity: 1,
});

const ONCE: Stripe.PaymentLinkCreateParams = {
  line_items: [line(50_000), { ...line(12_500), quantity: 2 }],
  metadata: { hubspot_deal_id: '9042' },
  payment_intent_data: { metadata: { hubspot_deal_id: '9042' }, description: 'Deposit' },
  restrictions: { completed_sessions: { limit: 1 } },
};

const RECURRING = {
  ...line(900),
  price_data: {
    currency: 'usd',
    unit_amount: 900,
    product_data: { name: 'Support' },
    recurring: { interval: 'month' as const },
  },
};

test.each<[string, Partial<Stripe.PaymentLinkCreateParams>, object]>([
  ['no line items', { line_items: [] }, { code: 'parameter_missing', param: 'line_items' }],
  [
    'more than twenty line items',
    { line_items: Array.from({ length: 21 }, () => line(100)) },
    { param: 'line_items' },
  ],
  [
    'an amount below the minimum of the currency',
    { line_items: [line(49)] },
    { code: 'amount_too_small' },
  ],
  [
    'an amount below the minimum of pounds',
    { line_items: [line(29, 'gbp')] },
    { code: 'amount_too_small' },
  ],
  ['more than eight digits', { line_items: [line(100_000_000)] }, { code: 'amount_too_large' }],
  ['two currencies', { line_items: [line(900), line(900, 'eur')] }, {}],
  ['a currency that is none', { line_items: [line(900, 'euro')] }, {}],
  ['dinars whose last digit is not 0', { line_items: [line(9_001, 'kwd')] }, {}],
  [
    'a quantity of nothing',
    { line_items: [{ ...line(900), quantity: 0 }] },
    { param: 'line_items[0][quantity]' },
  ],
  [
    'a product without a name',
    { line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 900 } }] },
    { code: 'parameter_missing', param: 'line_items[0][price_data][product]' },
  ],
  [
    'a price that does not exist',
    { line_items: [{ quantity: 1, price: 'price_none' }] },
    { code: 'resource_missing', param: 'line_items[0][price]' },
  ],
  ['payment data of a subscription', { line_items: [RECURRING] }, { param: 'payment_intent_data' }],
  [
    'subscription data of one payment',
    { subscription_data: { trial_period_days: 3 } },
    { param: 'subscription_data' },
  ],
  [
    'a limit of nothing',
    { restrictions: { completed_sessions: { limit: 0 } } },
    { param: 'restrictions[completed_sessions][limit]' },
  ],
  [
    'a redirect without an address',
    { after_completion: { type: 'redirect' } },
    { param: 'after_completion[redirect]' },
  ],
  ['a key of metadata that is too long', { metadata: { ['k'.repeat(41)]: 'v' } }, {}],
])('a link is refused with %s', async (_, change, error) => {
  const { stripe, world } = await startSandbox();
  const refused = await errorOf(stripe.paymentLinks.create({ ...ONCE, ...change }));
  expect(refused).toMatchObject({ statusCode: 400, ...error });
  expect(world.store.paymentLinks.newestFirst()).toEqual([]);
});

test('an unknown parameter is named with the whole of its path', async () => {
  const { stripe } = await startSandbox();
  const item = { ...line(900), price_data: { ...line(900).price_data, amount: 3 } };
  const refused = await errorOf(
    stripe.paymentLinks.create({ line_items: [item as unknown as typeof RECURRING] }),
  );
  expect(refused).toMatchObject({
    code: 'parameter_unknown',
    message: 'Received unknown parameter: line_items[0][price_data][amount]',
  });
});
