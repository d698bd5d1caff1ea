import type { NewSubscription } from '../stripe/world/billing-requests.ts';
import {
  contactRecord,
  dealRecord,
  planOf,
  STORY_IDS,
  type ContactFacts,
  type SeededRecord,
} from './seeded-record.ts';
import type { Stage } from './stage.ts';

function yearlyDiscount(stage: Stage): readonly SeededRecord[] {
  const { world, customer, daysAgo } = stage;
  const { contact, deal } = STORY_IDS.yearlyDiscount;
  const ines = customer('Ines Moreau', 'ines@moreau-survey.example', 'US', 205);
  const price = planOf(stage, {
    name: 'Survey archive, yearly',
    unitAmount: 120_000,
    recurring: { interval: 'year' },
    createdDaysAgo: 204,
  });
  const coupon = world.createCoupon({
    name: 'Partner, 20 % off',
    percentOff: 20,
    duration: 'forever',
    atMs: daysAgo(204),
  });
  world.createSubscription({
    customer: ines.id,
    items: [{ price }],
    discounts: [coupon.id],
    atMs: daysAgo(200.3),
  });
  return [
    dealRecord({
      id: deal,
      name: 'Moreau Survey archive',
      amount: '960.00',
      story: 'A yearly subscription of 1,200 with a fifth off for ever.',
      linked: [ines.id],
    }),
    contactRecord({
      id: contact,
      name: 'Ines Moreau',
      email: 'ines@moreau-survey.example',
      story: 'Pays by the year, with a fifth off for ever.',
      deals: [deal],
    }),
  ];
}

function repeatingCoupon(stage: Stage): SeededRecord {
  const { world, customer, daysAgo } = stage;
  const petra = customer('Petra Novak', 'petra@novak-print.example', 'US', 75);
  const price = planOf(stage, { name: 'Print queue', unitAmount: 6_000, createdDaysAgo: 74 });
  const coupon = world.createCoupon({
    name: 'Half off for six months',
    percentOff: 50,
    duration: 'repeating',
    durationInMonths: 6,
    atMs: daysAgo(74),
  });
  const { subscription } = world.createSubscription({
    customer: petra.id,
    items: [{ price }],
    discounts: [coupon.id],
    atMs: daysAgo(70.2),
  });
  world.renewSubscription(subscription.id);
  world.renewSubscription(subscription.id);
  return contactRecord({
    id: STORY_IDS.repeatingCoupon.contact,
    name: 'Petra Novak',
    email: 'petra@novak-print.example',
    story: 'Pays half of 60 a month for the first six months.',
  });
}

function onceCoupon(stage: Stage): SeededRecord {
  const { world, customer, daysAgo } = stage;
  const otto = customer('Otto Brandt', 'otto@brandt-archiv.example', 'US', 45);
  const price = planOf(stage, { name: 'Scan service', unitAmount: 4_500, createdDaysAgo: 44 });
  const coupon = world.createCoupon({
    name: 'Welcome, 15 off',
    amountOff: 1_500,
    currency: 'usd',
    duration: 'once',
    atMs: daysAgo(44),
  });
  const { subscription } = world.createSubscription({
    customer: otto.id,
    items: [{ price }],
    discounts: [coupon.id],
    atMs: daysAgo(40.6),
  });
  world.renewSubscription(subscription.id);
  return contactRecord({
    id: STORY_IDS.onceCoupon.contact,
    name: 'Otto Brandt',
    email: 'otto@brandt-archiv.example',
    story: 'Had 15 off the first month of 45.',
  });
}

export const tellDiscountStories = (stage: Stage): readonly SeededRecord[] => [
  ...yearlyDiscount(stage),
  repeatingCoupon(stage),
  onceCoupon(stage),
];

/** A contact with one subscription, found by the address. */
function subscriber(
  { world, customer, daysAgo }: Stage,
  contact: ContactFacts,
  items: NewSubscription['items'],
  startedDaysAgo: number,
): SeededRecord {
  const { id } = customer(contact.name, contact.email, 'US', startedDaysAgo + 1);
  world.createSubscription({ customer: id, items, atMs: daysAgo(startedDaysAgo) });
  return contactRecord(contact);
}

function severalItems(stage: Stage): SeededRecord {
  const base = planOf(stage, { name: 'Studio base', unitAmount: 4_900, createdDaysAgo: 25 });
  const seat = planOf(stage, { name: 'Studio seat', unitAmount: 1_500, createdDaysAgo: 25 });
  return subscriber(
    stage,
    {
      id: STORY_IDS.severalItems.contact,
      name: 'Lea Fontaine',
      email: 'lea@fontaine-studio.example',
      story: 'One subscription of a base price and three seats.',
    },
    [{ price: base }, { price: seat, quantity: 3 }],
    20.1,
  );
}

function metered(stage: Stage): SeededRecord {
  const price = planOf(stage, {
    name: 'Map tiles',
    unitAmountDecimal: '0.25',
    recurring: { interval: 'month', usageType: 'metered' },
    createdDaysAgo: 16,
  });
  return subscriber(
    stage,
    {
      id: STORY_IDS.metered.contact,
      name: 'Kofi Mensah',
      email: 'kofi@mensah-maps.example',
      story: 'Pays by use: what a month is worth is known when it ends.',
    },
    [{ price }],
    14.4,
  );
}

function tiers(stage: Stage): SeededRecord {
  const price = planOf(stage, {
    name: 'Warehouse users',
    tiersMode: 'graduated',
    tiers: [{ upTo: 5, unitAmount: 2_000 }, { unitAmount: 1_500 }],
    createdDaysAgo: 20,
  });
  return subscriber(
    stage,
    {
      id: STORY_IDS.tiers.contact,
      name: 'Agnes Toth',
      email: 'agnes@toth-depot.example',
      story: 'Eight users: five at 20 and three at 15.',
    },
    [{ price, quantity: 8 }],
    18.8,
  );
}

export const tellPriceStories = (stage: Stage): readonly SeededRecord[] => [
  severalItems(stage),
  metered(stage),
  tiers(stage),
];

/** What the account offers: one of each duration, one for another currency, one that has ended, and a code. */
export function offerCoupons({ world, daysAgo }: Stage): void {
  const atMs = daysAgo(90);
  world.createCoupon({ id: 'WELCOME10', name: 'Welcome', percentOff: 10, atMs });
  const loyal = { name: 'Loyal customers', percentOff: 20, duration: 'forever' } as const;
  world.createCoupon({ id: 'LOYAL20', ...loyal, atMs });
  const spring = { percentOff: 25, duration: 'repeating', durationInMonths: 3 } as const;
  world.createCoupon({ id: 'SPRING', name: 'Spring offer', ...spring, atMs });
  world.createCoupon({ id: 'EURO5', amountOff: 500, currency: 'eur', duration: 'forever', atMs });
  world.createCoupon({ id: 'ENDED', percentOff: 40, redeemByMs: daysAgo(10), atMs });
  world.createPromotionCode({ code: 'SPRING25', coupon: 'SPRING', atMs });
}
