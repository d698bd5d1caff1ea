import type { CustomerRow } from '../stripe/entities/payments.ts';
import type { StripeWorld } from '../stripe/world/index.ts';
import { dealOf, type SeededDeal, type Stage } from './stage.ts';

interface ManyPayments {
  readonly count: number;
  /** The first payment; the others follow at even distances up to `untilMs`. */
  readonly fromMs: number;
  readonly untilMs: number;
  readonly customer?: CustomerRow;
  readonly currency?: string;
  /** Every so many payments one is refunded by half; 0 for never. */
  readonly refundEvery?: number;
}

const REFUND_DELAY_MS = 2 * 24 * 60 * 60 * 1000;

/** Amounts differ, so that a sum that leaves one out or counts one twice is never right. */
const amountOf = (index: number): number => 4_900 + ((index * 37) % 97) * 100 + (index % 10);

function customerOf(world: StripeWorld, { customer, fromMs }: ManyPayments): CustomerRow {
  if (customer !== undefined) return customer;
  return world.createCustomer({
    name: 'Evergreen Subscriptions',
    email: 'accounts@evergreen-subscriptions.example',
    country: 'US',
    atMs: fromMs,
  });
}

/** One customer who has paid very often. The payments are made in the order of time. */
export function seedManyPayments(world: StripeWorld, wanted: ManyPayments): CustomerRow {
  const { count, fromMs, untilMs, currency = 'usd', refundEvery = 0 } = wanted;
  const customer = customerOf(world, wanted);
  const distanceMs = count > 1 ? Math.floor((untilMs - fromMs) / (count - 1)) : 0;
  for (let index = 0; index < count; index += 1) {
    const atMs = fromMs + index * distanceMs;
    const amount = amountOf(index);
    const { charge } = world.payByCard({
      amount,
      currency,
      customer: customer.id,
      description: `Delivery ${String(index + 1)}`,
      atMs,
    });
    const refundMs = atMs + REFUND_DELAY_MS;
    if (refundEvery > 0 && index % refundEvery === refundEvery - 1 && refundMs <= untilMs) {
      world.refund(charge.id, { amount: Math.floor(amount / 2), atMs: refundMs });
    }
  }
  return customer;
}

const MONTHS_25 = 760;

function threeHundredPayments({ world, customer, daysAgo }: Stage): SeededDeal {
  const name = 'Harbor Coffee Roasters';
  const harbor = customer(name, 'orders@harbor-coffee.example', 'US', MONTHS_25 + 3);
  seedManyPayments(world, {
    count: 300,
    customer: harbor,
    fromMs: daysAgo(MONTHS_25),
    untilMs: daysAgo(1.1),
    refundEvery: 50,
  });
  return dealOf({
    dealId: '9051',
    name: 'Harbor Coffee weekly deliveries',
    story: 'Three hundred payments in twenty-five months, a few of them refunded by half.',
    amount: '29000.00',
    stripeCustomerId: harbor.id,
    contactName: 'Marisol Vega',
    contactEmail: 'orders@harbor-coffee.example',
    companyName: name,
  });
}

/** Exactly 90 characters: names are cut or wrapped somewhere. */
const LONG_NAME =
  'Renewal of the managed infrastructure, monitoring and support agreement of the Ninth Ward.';

function longName({ world, customer, daysAgo }: Stage): SeededDeal {
  const board = customer('Ninth Ward Housing Board', 'treasury@ninth-ward.example', 'US', 33);
  world.payByCard({
    amount: 1_234_567,
    currency: 'usd',
    customer: board.id,
    description: 'Renewal, year two',
    atMs: daysAgo(29.9),
  });
  return dealOf({
    dealId: '9052',
    name: LONG_NAME,
    story: 'The name of the deal is ninety characters long.',
    amount: '12345.67',
    stripeCustomerId: board.id,
    contactName: 'Beatrice Holloway-Featherstone',
    contactEmail: 'treasury@ninth-ward.example',
    companyName: 'Ninth Ward Housing Board',
  });
}

function rightToLeft({ world, customer, daysAgo }: Stage): SeededDeal {
  const yael = customer('יעל בן-דוד', 'yael@bendavid-design.example', 'IL', 25);
  world.payByCard({
    amount: 465_000,
    currency: 'ils',
    customer: yael.id,
    card: { country: 'IL' },
    description: 'עיצוב חנות',
    atMs: daysAgo(20.6),
  });
  return dealOf({
    dealId: '9053',
    name: 'עיצוב חנות – בן-דוד ושות׳',
    story: 'Customer and deal have Hebrew names, written from right to left.',
    amount: '4650.00',
    currencyCode: 'ILS',
    stripeCustomerId: yael.id,
    contactName: 'יעל בן-דוד',
    contactEmail: 'yael@bendavid-design.example',
    companyName: 'בן-דוד עיצוב',
  });
}

export const tellLargeStories = (stage: Stage): readonly SeededDeal[] => [
  threeHundredPayments(stage),
  longName(stage),
  rightToLeft(stage),
];
