import { seedManyPayments } from './many-payments.ts';
import { dealOf, type SeededDeal } from './seeded-deal.ts';
import type { Stage } from './stage.ts';

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
