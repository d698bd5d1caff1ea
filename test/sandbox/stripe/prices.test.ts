import { expect, test } from 'vitest';
import { priceAmount } from '../../../sandbox/stripe/world/pricing.ts';
import { thePrice, WorldRefusal } from '../../../sandbox/stripe/world/context.ts';
import type { NewPrice } from '../../../sandbox/stripe/world/billing-requests.ts';
import { aPrice } from './billing-builders.ts';
import { DAY_MS, errorOf, NOW, startSandbox } from './start-sandbox.ts';

const TIERS = [
  { upTo: 10, unitAmount: 500, flatAmount: 1000 },
  { upTo: 20, unitAmount: 400 },
  { unitAmountDecimal: '250.5' },
];

test('a price has its amount as an integer and as a decimal', async () => {
  const { stripe, world } = await startSandbox();
  const whole = await stripe.prices.retrieve(aPrice(world));
  expect(whole).toMatchObject({
    object: 'price',
    type: 'recurring',
    billing_scheme: 'per_unit',
    currency: 'usd',
    unit_amount: 2000,
    recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed', meter: null },
  });
  expect(String(whole.unit_amount_decimal)).toBe('2000');
  const fraction = await stripe.prices.retrieve(aPrice(world, { unitAmountDecimal: '0.55' }));
  expect(fraction.unit_amount).toBeNull();
  expect(String(fraction.unit_amount_decimal)).toBe('0.55');
});

test('tiers are absent until they are expanded', async () => {
  const { stripe, world } = await startSandbox();
  const id = aPrice(world, { tiers: TIERS, tiersMode: 'graduated' });
  const price = await stripe.prices.retrieve(id);
  expect(price).toMatchObject({
    billing_scheme: 'tiered',
    tiers_mode: 'graduated',
    unit_amount: null,
    unit_amount_decimal: null,
  });
  expect(price).not.toHaveProperty('tiers');
  const [listed] = (await stripe.prices.list({ expand: ['data.tiers', 'data.product'] })).data;
  expect(listed?.product).toMatchObject({ object: 'product', name: 'Gold' });
  expect(listed?.tiers).toMatchObject([
    { up_to: 10, unit_amount: 500, flat_amount: 1000 },
    { up_to: 20, unit_amount: 400, flat_amount: null },
    { up_to: null, unit_amount: null },
  ]);
  const plain = await stripe.prices.retrieve(aPrice(world), { expand: ['tiers'] });
  expect(plain).not.toHaveProperty('tiers');
});

const MODELS: readonly (readonly [string, Partial<NewPrice>, number, number])[] = [
  ['per unit', {}, 3, 6000],
  ['a fraction of a cent', { unitAmountDecimal: '0.55' }, 3, 2],
  ['graduated, first tier', { tiers: TIERS, tiersMode: 'graduated' }, 10, 6000],
  ['graduated, second tier', { tiers: TIERS, tiersMode: 'graduated' }, 12, 6800],
  ['graduated, last tier', { tiers: TIERS, tiersMode: 'graduated' }, 21, 10_251],
  ['volume, first tier', { tiers: TIERS, tiersMode: 'volume' }, 10, 6000],
  ['volume, second tier', { tiers: TIERS, tiersMode: 'volume' }, 12, 4800],
  ['packages, rounded up', { transformQuantity: { divideBy: 5, round: 'up' } }, 11, 6000],
  ['packages, rounded down', { transformQuantity: { divideBy: 5, round: 'down' } }, 11, 4000],
];

test.each(MODELS)('the amount of a price by %s', async (_, price, quantity, amount) => {
  const { world } = await startSandbox();
  expect(priceAmount(thePrice(world.store, aPrice(world, price)), quantity)).toBe(amount);
});

test('prices are listed by product, type, interval, currency, key and state', async () => {
  const { stripe, world } = await startSandbox();
  const monthly = aPrice(world, { lookupKey: 'gold' });
  const yearly = aPrice(world, { recurring: { interval: 'year' }, currency: 'eur' });
  const old = aPrice(world, { isActive: false });
  const { product } = thePrice(world.store, monthly);
  const single = world.createPrice({ product, currency: 'usd', unitAmount: 5 }).id;
  const idsOf = async (params: object): Promise<readonly string[]> =>
    (await stripe.prices.list(params)).data.map((price) => price.id);
  expect(await idsOf({ active: true })).toEqual([single, yearly, monthly]);
  expect(await idsOf({ active: false })).toEqual([old]);
  expect(await idsOf({ type: 'one_time' })).toEqual([single]);
  expect(await idsOf({ product })).toEqual([single, monthly]);
  expect(await idsOf({ currency: 'eur' })).toEqual([yearly]);
  expect(await idsOf({ recurring: { interval: 'year' } })).toEqual([yearly]);
  expect(await idsOf({ lookup_keys: ['gold'] })).toEqual([monthly]);
  const error = await errorOf(stripe.prices.list({ recurring: { interval: 'decade' } }));
  expect(error.param).toBe('recurring[interval]');
});

test('products are listed by ids, and not together with a cursor', async () => {
  const { stripe, world } = await startSandbox();
  const [one, two] = ['One', 'Two', 'Three'].map((name) => world.createProduct({ name }).id);
  const ids = [one ?? '', two ?? ''];
  const { data } = await stripe.products.list({ ids });
  expect(data.map((product) => product.name)).toEqual(['Two', 'One']);
  expect(await stripe.products.retrieve(ids[0] ?? '')).toMatchObject({ active: true, name: 'One' });
  const error = await errorOf(stripe.products.list({ ids, starting_after: ids[0] ?? '' }));
  expect(error.statusCode).toBe(400);
});

test('products and prices can be searched', async () => {
  const { stripe, world } = await startSandbox();
  const atMs = Date.parse(NOW) - DAY_MS;
  const id = aPrice(world, { lookupKey: 'gold-monthly', metadata: { deal: '1' }, atMs });
  const query = 'lookup_key:"gold-monthly" AND metadata["deal"]:"1" AND type:"recurring"';
  expect((await stripe.prices.search({ query })).data.map((price) => price.id)).toEqual([id]);
  const products = await stripe.products.search({ query: 'name~"gol" AND active:"true"' });
  expect(products.data).toHaveLength(1);
});

test('a coupon has its discount and its limit of uses', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = world.createCoupon({ percentOff: 12.5, duration: 'forever', maxRedemptions: 1 });
  expect(await stripe.coupons.retrieve(id)).toMatchObject({
    object: 'coupon',
    percent_off: 12.5,
    amount_off: null,
    currency: null,
    duration: 'forever',
    times_redeemed: 0,
    valid: true,
  });
  const customer = world.createCustomer({}).id;
  const subscribe = (): unknown =>
    world.createSubscription({ customer, items: [{ price: aPrice(world) }], discounts: [id] });
  subscribe();
  expect(await stripe.coupons.retrieve(id)).toMatchObject({ times_redeemed: 1, valid: false });
  expect(subscribe).toThrow(WorldRefusal);
});

test('invalid prices and coupons are refused', async () => {
  const { world } = await startSandbox();
  const product = world.createProduct({ name: 'Gold' }).id;
  const refused: readonly (() => unknown)[] = [
    () => world.createPrice({ product, currency: 'usd' }),
    () => world.createPrice({ product, currency: 'usd', unitAmount: 1, unitAmountDecimal: '1' }),
    () => world.createPrice({ product, currency: 'usd', unitAmountDecimal: '-1' }),
    () => world.createPrice({ product, currency: 'usd', unitAmount: -5 }),
    () => world.createPrice({ product: 'prod_x', currency: 'usd', unitAmount: 1 }),
    () => aPrice(world, { tiers: [{ upTo: 5, unitAmount: 1 }], tiersMode: 'volume' }),
    () => world.createCoupon({}),
    () => world.createCoupon({ percentOff: 101 }),
    () => world.createCoupon({ amountOff: 5 }),
    () => world.createCoupon({ percentOff: 5, duration: 'repeating' }),
  ];
  for (const act of refused) expect(act).toThrow(WorldRefusal);
});
